//! One clock for every portlet on the page. It ticks on whole seconds, stops while nobody looks, and always shows the
//! device's time as it is, so that no tick that was lost or late can make it wrong.

use crate::calendar::Instant;
use crate::live::Live;
use gloo_timers::callback::Timeout;
use leptos::prelude::{ArcRwSignal, RwSignal, Set};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{Document, VisibilityState};

thread_local! {
    static CLOCK: Clock = Clock::new();
}

struct Clock {
    now: ArcRwSignal<i64>,
    watchers: Cell<usize>,
    next: RefCell<Option<Timeout>>,
    listener: Closure<dyn FnMut()>,
}

impl Clock {
    fn new() -> Self {
        Self {
            now: ArcRwSignal::new((js_sys::Date::now() / 1000.0).floor() as i64),
            watchers: Cell::new(0),
            next: RefCell::new(None),
            listener: Closure::new(|| CLOCK.with(Clock::tick)),
        }
    }

    /// Shows the time and plans the next second, as long as someone looks.
    fn tick(&self) {
        let now = js_sys::Date::now();
        self.now.set((now / 1000.0).floor() as i64);
        let seen = document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible);
        *self.next.borrow_mut() = (seen && self.watchers.get() > 0).then(|| {
            let rest = 1000 - (now as i64).rem_euclid(1000) as u32;
            Timeout::new(rest, || CLOCK.with(Clock::tick))
        });
    }
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
    pub(super) fn now(&self) -> Live<Instant> {
        CLOCK.with(|clock| Live::of(RwSignal::from(clock.now.clone())))
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

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
