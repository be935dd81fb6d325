//! A moment in time, the same for everyone.

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
