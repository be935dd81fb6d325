//! A moment in time, the same for everyone.

use super::PlainDateTime;
use std::fmt;

/// A moment, in whole seconds since 1 January 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The moment that many seconds after 1 January 1970 UTC.
    pub const fn from_epoch_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1 January 1970 UTC.
    pub const fn epoch_seconds(self) -> i64 {
        self.0
    }

    /// The moment `seconds` later (earlier where negative).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from here to `later`; negative where that is past.
    pub const fn seconds_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0)
    }
}

impl fmt::Display for Instant {
    /// ISO 8601 in UTC: `2026-12-18T17:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PlainDateTime { date, time } = PlainDateTime::from_utc_seconds(self.0);
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        write!(f, "{:04}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", date.year(), date.month(), date.day())
    }
}
