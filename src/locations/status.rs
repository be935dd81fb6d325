//! Whether a place is open, and when it opens or closes next.

use super::weekly::Openings;
use super::{DatedSession, Opening};
use crate::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_plain};

/// A closing time up to noon of the next day counts as the end of tonight.
const NOON: PlainTime = match PlainTime::new(12, 0, 0) {
    Some(noon) => noon,
    None => PlainTime::MIDNIGHT,
};

/// Whether a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It is open.
    OpenNow {
        /// The wall-clock time when it closes; `None` if it is open all through the next seven days.
        until: Option<PlainDateTime>,
        /// The date of that, if it is neither today nor the end of tonight.
        closes_on: Option<PlainDate>,
    },
    /// It is closed and opens again.
    Opens {
        /// The wall-clock time when it does.
        at: PlainDateTime,
        /// The day of that, relative to today.
        day: NextDay,
    },
    /// All its hours and sessions are over.
    Over,
    /// No hours are known, so nothing is shown about them.
    NoHours,
}

/// A day relative to today.
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

/// The status of a place whose first opening that is not over is `soonest`.
///
/// `weekly` and `sessions` are all openings that are not over, each in order of time; `weekly` is advanced only as far
/// as needed to find when the place closes.
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
    // In days, not seconds, so that the display changes at midnight and not at an arbitrary time.
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

/// Extends `until` by the next opening that starts at or before it.
fn extend(until: &mut Instant, openings: &mut Openings) {
    while let Some(opening) = openings.next.filter(|opening| opening.opens <= *until) {
        openings.advance();
        let further = opening.closes > *until;
        *until = opening.closes.max(*until);
        // One extension per call: endless hours must return to the caller, which checks the horizon.
        if further {
            return;
        }
    }
}
