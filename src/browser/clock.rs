//! One clock for all portlets on the page. It ticks on whole seconds and stops while the page is hidden. Each tick
//! reads the device's time, so lost or late ticks cause no drift. If a server's time shows that the device's clock is
//! wrong, the server's time is used.

use crate::calendar::Instant;
use crate::config::{Problem, Severity};
use crate::signals::PackedSignal;
use crate::text::sentence;
use gloo_timers::callback::Timeout;
use leptos::prelude::{ArcRwSignal, RwSignal, Set};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{Document, VisibilityState};

thread_local! {
    static CLOCK: Clock = Clock::new();
}

/// By how many milliseconds a device's clock may be off before it is corrected: responses have latency as well.
const MOST_OFF: f64 = 120_000.0;

/// Below this the correction ends: hysteresis, so that a device near the limit does not flip.
const BELIEVED_AGAIN: f64 = 60_000.0;

/// A server's time that is off by more than three centuries is ignored.
const MOST_BELIEVED: f64 = 1e13;

struct Clock {
    now: ArcRwSignal<i64>,
    /// The correction: how many milliseconds it is ahead of the device.
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

    /// Updates the signal, and schedules the next second while the page is visible and there are watchers.
    fn tick(&self) {
        let now = self.milliseconds();
        self.now.set(seconds(now));
        let seen = document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible);
        *self.next.borrow_mut() = (seen && self.watchers.get() > 0).then(|| {
            let rest = 1000 - (now as i64).rem_euclid(1000) as u32;
            Timeout::new(rest, || CLOCK.with(Clock::tick))
        });
    }
}

/// Corrects the clock if the server's is too far `ahead` (in milliseconds; negative if behind), and returns a warning.
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
        Problem::of_file(Severity::Warning, None, message)
    })
}

/// The current time, also while the clock is stopped.
pub(super) fn now() -> Instant {
    Instant::from_epoch_seconds(CLOCK.with(|clock| seconds(clock.milliseconds())))
}

/// A watcher: the clock runs while there is at least one.
#[must_use = "the clock stops when no watch is held"]
pub(super) struct Watch(());

impl Watch {
    /// Adds a watcher, and starts the clock if it is the first.
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

    /// A signal of the current time, to the second.
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
