//! One time that a place is open, as wall clocks and as everyone's moments.

use crate::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_instant};

/// One time that a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The moment it opens.
    pub opens: Instant,
    /// The moment from which it is closed, never before `opens`.
    pub closes: Instant,
    /// When it opens, as the config says it.
    pub starts: PlainDateTime,
    /// When it closes, as the config says it, with the day that this is.
    pub ends: PlainDateTime,
}

impl Opening {
    /// The opening on `date`. Where it would close at or before it opens, it closes on the next day.
    pub fn on(zone: &dyn TimeZone, date: PlainDate, opens: PlainTime, closes: PlainTime) -> Self {
        let starts = PlainDateTime { date, time: opens };
        let ends = PlainDateTime { date: if closes <= opens { date.plus_days(1) } else { date }, time: closes };
        let opens = to_instant(zone, starts);
        // An hour that the spring change skips moves on, and so can pass a closing time that is not skipped; and no
        // day follows the last one of the year 9999.
        let closes = to_instant(zone, ends).max(opens);
        Self { opens, closes, starts, ends }
    }

    /// Whether it is open at `now`: from its first second, and not at the one on which it closes.
    pub fn is_open(&self, now: Instant) -> bool {
        self.opens <= now && now < self.closes
    }

    /// Whether it has closed by `now`.
    pub fn is_over(&self, now: Instant) -> bool {
        self.closes <= now
    }

    /// The next moment after `now` at which it opens or closes.
    pub fn changes_after(&self, now: Instant) -> Option<Instant> {
        [self.opens, self.closes].into_iter().find(|moment| *moment > now)
    }
}
