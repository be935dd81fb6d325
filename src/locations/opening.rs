//! One opening of a place, as wall-clock times and as instants.

use crate::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_instant};

/// One opening of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The instant at which it opens.
    pub opens: Instant,
    /// The instant from which it is closed, never before `opens`.
    pub closes: Instant,
    /// The wall-clock time at which it opens.
    pub starts: PlainDateTime,
    /// The wall-clock time at which it closes, with its own date.
    pub ends: PlainDateTime,
}

impl Opening {
    /// The opening on `date`. If it would close at or before it opens, it closes on the next day.
    pub fn on(zone: &dyn TimeZone, date: PlainDate, opens: PlainTime, closes: PlainTime) -> Self {
        let starts = PlainDateTime { date, time: opens };
        let ends = PlainDateTime { date: if closes <= opens { date.plus_days(1) } else { date }, time: closes };
        let opens = to_instant(zone, starts);
        // A time that the spring change skips moves on, and so can pass a closing time that is not skipped; and no day
        // follows 31 December 9999.
        let closes = to_instant(zone, ends).max(opens);
        Self { opens, closes, starts, ends }
    }

    /// Whether it is open at `now`: from `opens` inclusive to `closes` exclusive.
    pub fn is_open(&self, now: Instant) -> bool {
        self.opens <= now && now < self.closes
    }

    /// Whether it has closed by `now`.
    pub fn is_over(&self, now: Instant) -> bool {
        self.closes <= now
    }

    /// The next instant after `now` at which it opens or closes, if it is not over.
    pub fn changes_after(&self, now: Instant) -> Instant {
        if self.opens > now { self.opens } else { self.closes }
    }
}
