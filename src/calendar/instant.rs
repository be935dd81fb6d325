//! An instant, independent of time zones.

use super::PlainDateTime;
use crate::text::push_pair;

/// An instant, in whole seconds since 1 January 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The instant that many seconds after 1 January 1970 UTC.
    pub const fn from_epoch_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1 January 1970 UTC.
    pub const fn epoch_seconds(self) -> i64 {
        self.0
    }

    /// The instant `seconds` later (earlier if negative).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from here to `later`; negative if that is earlier.
    pub const fn seconds_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0)
    }

    /// The start of its day in UTC.
    pub const fn start_of_day(self) -> Self {
        Self(self.0.saturating_sub(self.0.rem_euclid(86_400)))
    }

    /// ISO 8601 in UTC: `2026-12-18T17:00:00Z`.
    pub fn iso(self) -> String {
        self.utc("-", ":")
    }

    /// In UTC, with these separators within the date and within the time.
    #[inline(never)]
    pub fn utc(self, in_date: &str, in_time: &str) -> String {
        let PlainDateTime { date, time } = PlainDateTime::from_utc_seconds(self.0);
        let mut text = date.iso(in_date);
        push_pair(&mut text, "T", time.hour());
        push_pair(&mut text, in_time, time.minute());
        push_pair(&mut text, in_time, time.second());
        text.push('Z');
        text
    }
}
