//! Effects for the views and for the schedule.

use crate::signals::unsubscribe;
use leptos::prelude::RenderEffect;
use leptos::reactive::graph::ToAnySubscriber;
use std::rc::Rc;

/// An effect that ends when this is dropped.
pub(crate) struct Effect {
    effect: RenderEffect<()>,
    _alive: Rc<()>,
}

impl Effect {
    /// Runs `run` now, and again after each change of a signal that it has read. Leptos drops the closure of an ended effect a
    /// moment later and may run it once more until then: it must not write to a node that others write to by now.
    #[inline(never)]
    pub(crate) fn new(mut run: Box<dyn FnMut()>) -> Self {
        let alive = Rc::new(());
        let is_alive = Rc::downgrade(&alive);
        let effect = RenderEffect::new(move |_| {
            if is_alive.strong_count() > 0 {
                run();
            }
        });
        Self { effect, _alive: alive }
    }
}

impl Drop for Effect {
    fn drop(&mut self) {
        unsubscribe(&self.effect.to_any_subscriber());
    }
}
