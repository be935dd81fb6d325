//! When the config is fetched again.

use super::clock;
use crate::calendar::Instant;
use std::cell::Cell;

/// For how many seconds a server can put the next download off: a day.
const LONGEST_PAUSE: f64 = 86_400.0;

/// The next download of one portlet.
#[derive(Default)]
pub(super) struct Schedule {
    due: Cell<Option<Instant>>,
    /// Before this moment the server does not want to be asked, unless a person asks.
    not_before: Cell<Option<Instant>>,
}

impl Schedule {
    /// Plans the next download in so many minutes, spread by a random tenth so that a trust's whole staff do not ask at
    /// once; not before the server wants to be asked again, in `pause` seconds. The answer that came was `age` seconds old.
    pub(super) fn plan(&self, minutes: u32, pause: f64, age: f64) {
        // NaN is not the larger one.
        let pause = 0.0_f64.max(pause).min(LONGEST_PAUSE);
        let seconds = (f64::from(minutes) * 60.0).max(pause) * (0.95 + js_sys::Math::random() / 10.0);
        let now = clock::now();
        self.not_before.set(Some(now.plus_seconds(pause as i64)));
        self.due.set(Some(now.plus_seconds((seconds - age).max(pause) as i64)));
    }

    /// Makes the next download due as soon as the server wants to be asked.
    pub(super) fn advance(&self) {
        self.due.set(Some(clock::now()).max(self.not_before.get()));
    }

    /// Whether it is due. It is so once.
    pub(super) fn take_due(&self, now: Instant) -> bool {
        let is_due = self.due.get().is_some_and(|due| now >= due);
        if is_due {
            self.due.set(None);
        }
        is_due
    }
}
