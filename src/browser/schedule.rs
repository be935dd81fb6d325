//! When the config is fetched again.

use super::clock;
use crate::calendar::Instant;
use std::cell::Cell;

/// The longest `Retry-After` that is honoured, in seconds: a day.
const LONGEST_PAUSE: f64 = 86_400.0;

/// The next download of one portlet.
#[derive(Default)]
pub(super) struct Schedule {
    due: Cell<Option<Instant>>,
    /// The end of the server's `Retry-After`; only a manual retry ignores it.
    not_before: Cell<Option<Instant>>,
}

impl Schedule {
    /// Schedules the next download in so many minutes, spread by a random tenth so that a trust's whole staff do not
    /// send requests at once; not before the server's `pause` of so many seconds is over. The response was `age`
    /// seconds old.
    pub(super) fn plan(&self, minutes: u32, pause: f64, age: f64) {
        // `max` ignores NaN.
        let pause = 0.0_f64.max(pause).min(LONGEST_PAUSE);
        let seconds = (f64::from(minutes) * 60.0).max(pause) * (0.95 + js_sys::Math::random() / 10.0);
        let now = clock::now();
        self.not_before.set(Some(now.plus_seconds(pause as i64)));
        self.due.set(Some(now.plus_seconds((seconds - age).max(pause) as i64)));
    }

    /// Makes the next download due as soon as the server's pause is over.
    pub(super) fn advance(&self) {
        self.due.set(Some(clock::now()).max(self.not_before.get()));
    }

    /// Whether it is due; if so, clears it, so that this is true only once.
    pub(super) fn take_due(&self, now: Instant) -> bool {
        let is_due = self.due.get().is_some_and(|due| now >= due);
        if is_due {
            self.due.set(None);
        }
        is_due
    }
}
