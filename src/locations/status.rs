//! Whether a place is open, and when it opens or closes next.

use super::weekly::Openings;
use super::{DatedSession, Opening};
use crate::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_plain};

/// Until then a time of the next day reads as the end of this night.
const NOON: PlainTime = match PlainTime::new(12, 0, 0) {
    Some(noon) => noon,
    None => PlainTime::MIDNIGHT,
};

/// Whether a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It is open.
    OpenNow {
        /// What the clocks will show when it closes; nothing where it is open all through the next seven days.
        until: Option<PlainDateTime>,
        /// The day of that, where it is neither today nor the end of this night.
        closes_on: Option<PlainDate>,
    },
    /// It is closed and opens again.
    Opens {
        /// What the clocks will show when it does.
        at: PlainDateTime,
        /// The day that this is, as seen from now.
        day: NextDay,
    },
    /// All its hours and sessions are over.
    Over,
    /// No hours are known, so that nothing is said about them.
    NoHours,
}

/// A day as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextDay {
    /// This day.
    Today,
    /// The day after.
    Tomorrow,
    /// Any later day.
    On(PlainDate),
}

impl NextDay {
    fn of(date: PlainDate, today: PlainDate) -> Self {
        if date <= today {
            // Never earlier: what opens next opens today or later.
            Self::Today
        } else if date == today.plus_days(1) {
            Self::Tomorrow
        } else {
            Self::On(date)
        }
    }
}

/// The status of a place of which `soonest` is the opening, not over, that opens first.
///
/// `weekly` and `sessions` give all openings that are not over, each in order of time; of `weekly` only as many are
/// taken as are needed to tell when the place closes.
pub fn status(
    soonest: Opening,
    weekly: &mut [Openings],
    sessions: &[DatedSession],
    zone: &dyn TimeZone,
    now: Instant,
    today: PlainDate,
) -> Status {
    if soonest.opens > now {
        let at = to_plain(zone, soonest.opens);
        return Status::Opens { at, day: NextDay::of(at.date, today) };
    }
    // By the day, and not by the second, so that what is shown changes at midnight and not at any odd moment.
    let horizon = today.plus_days(7);
    let mut until = soonest.closes;
    loop {
        let closes = to_plain(zone, until);
        if closes.date > horizon {
            return Status::OpenNow { until: None, closes_on: None };
        }
        let reached = until;
        for hours in weekly.iter_mut() {
            extend(&mut until, hours);
        }
        for DatedSession { opening, .. } in sessions {
            if opening.opens <= until {
                until = until.max(opening.closes);
            }
        }
        if until == reached {
            let tonight = closes.date <= today || closes.date == today.plus_days(1) && closes.time <= NOON;
            return Status::OpenNow { until: Some(closes), closes_on: (!tonight).then_some(closes.date) };
        }
    }
}

/// Takes the next opening where it touches the time that ends at `until`.
fn extend(until: &mut Instant, openings: &mut Openings) {
    while let Some(opening) = openings.next.filter(|opening| opening.opens <= *until) {
        openings.advance();
        let further = opening.closes > *until;
        *until = opening.closes.max(*until);
        // One at a time: hours without an end must come back to the caller, which knows when to stop.
        if further {
            return;
        }
    }
}
