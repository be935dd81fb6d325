//! One clock for every portlet on the page. It ticks on whole seconds, stops while nobody looks, and always shows the
//! device's time as it is, so that no tick that was lost or late can make it wrong. Where a server says that the device is
//! wrong, it shows the server's.

use crate::calendar::Instant;
use crate::config::{Problem, Severity};
use crate::signals::PackedSignal;
use crate::text::sentence;
use gloo_timers::callback::Timeout;
use leptos::prelude::{ArcRwSignal, RwSignal, Set};
use leptos::reactive::graph::Source;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{Document, VisibilityState};

thread_local! {
    static CLOCK: Clock = Clock::new();
}

/// By how many milliseconds a device may be off before it is corrected: an answer takes its time as well.
const MOST_OFF: f64 = 120_000.0;

/// A device that is corrected is believed again below this, so that one near the limit does not flip.
const BELIEVED_AGAIN: f64 = 60_000.0;

/// A server that is further off than three centuries says nothing of this device.
const MOST_BELIEVED: f64 = 1e13;

struct Clock {
    now: ArcRwSignal<i64>,
    /// By how many milliseconds it is ahead of the device.
    ahead: Cell<f64>,
    watchers: Cell<usize>,
    next: RefCell<Option<Timeout>>,
    listener: Closure<dyn FnMut()>,
}

impl Clock {
    fn new() -> Self {
        Self {
            now: ArcRwSignal::new(seconds(js_sys::Date::now())),
            ahead: Cell::new(0.0),
            watchers: Cell::new(0),
            next: RefCell::new(None),
            listener: Closure::new(|| CLOCK.with(Clock::tick)),
        }
    }

    fn milliseconds(&self) -> f64 {
        js_sys::Date::now() + self.ahead.get()
    }

    /// Shows the time and plans the next second, as long as someone looks.
    fn tick(&self) {
        let now = self.milliseconds();
        self.now.set(seconds(now));
        // `set` marked all subscribers dirty; each subscribes again when it runs, so this drops only dead ones, which Leptos
        // never does by itself.
        self.now.clear_subscribers();
        let seen = document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible);
        *self.next.borrow_mut() = (seen && self.watchers.get() > 0).then(|| {
            let rest = 1000 - (now as i64).rem_euclid(1000) as u32;
            Timeout::new(rest, || CLOCK.with(Clock::tick))
        });
    }
}

/// Corrects the clock by a server's that is `ahead` by so many milliseconds, where that is too much, and says so.
pub(super) fn set_by(ahead: f64) -> Option<Problem> {
    // NaN fails this comparison.
    let is_told = ahead.abs() < MOST_BELIEVED;
    if !is_told {
        return None;
    }
    let device = js_sys::Date::now();
    let is_off = CLOCK.with(|clock| {
        let is_corrected = clock.ahead.get() != 0.0;
        let is_off = ahead.abs() > if is_corrected { BELIEVED_AGAIN } else { MOST_OFF };
        clock.ahead.set(if is_off { ahead } else { 0.0 });
        clock.tick();
        is_off
    });
    is_off.then(|| {
        let iso = |milliseconds| Instant::from_epoch_seconds(seconds(milliseconds)).iso();
        let (device, server) = (iso(device), iso(device + ahead));
        let message =
            sentence(&["the clock of this device says ", &device, ", the server's ", &server, ", which is used"]);
        Problem { severity: Severity::Warning, file: None, path: String::new(), message }
    })
}

/// This moment, also while nobody looks.
pub(super) fn now() -> Instant {
    Instant::from_epoch_seconds(CLOCK.with(|clock| seconds(clock.milliseconds())))
}

/// The time, for as long as the watch is held.
#[must_use = "the clock stops when no watch is held"]
pub(super) struct Watch(());

impl Watch {
    /// Starts the clock, if it does not run.
    pub(super) fn new() -> Self {
        CLOCK.with(|clock| {
            if clock.watchers.replace(clock.watchers.get() + 1) == 0 {
                if let Some(document) = document() {
                    let listener = clock.listener.as_ref().unchecked_ref();
                    let _ = document.add_event_listener_with_callback("visibilitychange", listener);
                }
                clock.tick();
            }
        });
        Self(())
    }

    /// The moment, to the second.
    pub(super) fn now(&self) -> PackedSignal<Instant> {
        CLOCK.with(|clock| PackedSignal::of(RwSignal::from(clock.now.clone())))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        CLOCK.with(|clock| {
            clock.watchers.set(clock.watchers.get().saturating_sub(1));
            if clock.watchers.get() == 0 {
                clock.next.borrow_mut().take();
                if let Some(document) = document() {
                    let listener = clock.listener.as_ref().unchecked_ref();
                    let _ = document.remove_event_listener_with_callback("visibilitychange", listener);
                }
            }
        });
    }
}

fn seconds(milliseconds: f64) -> i64 {
    (milliseconds / 1000.0).floor() as i64
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
