//! Weekly hours for display: one line for all days with the same times.

use super::closed::{ClosedDays, SOON};
use super::weekly::Openings;
use super::{OpeningHours, weekly};
use crate::calendar::{PlainDate, PlainTime, Weekdays};
use crate::config::Text;

/// One line of a place's timetable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyLine<'a> {
    /// On which days; at least one.
    pub days: Weekdays,
    /// From when.
    pub opens: PlainTime,
    /// Until when; at or before `opens` it is on the next day.
    pub closes: PlainTime,
    /// 1 for every week, 2 for every other week, and so on.
    pub every_weeks: u32,
    /// The first day on which it applies, if that is still to come.
    pub valid_from: Option<PlainDate>,
    /// The last day on which it applies, if that is near.
    pub valid_through: Option<PlainDate>,
    /// Anything else to know.
    pub details: Option<&'a Text>,
    /// The next day, from today on, on which it opens or is open; it shows which weeks are meant.
    pub next: Option<PlainDate>,
}

/// What entries share that are merged into one line: everything but the days, and which weeks count.
#[derive(PartialEq)]
struct Key<'a> {
    times: (PlainTime, PlainTime),
    validity: (Option<PlainDate>, Option<PlainDate>),
    weeks: (i64, i64),
    details: Option<&'a Text>,
}

/// The timetable of a place. `weekly` holds, for each of its hours, the openings that are not over.
///
/// A line keeps all its days until none of them has an opening left, so that the last week of a campaign does not lose
/// its days one by one.
pub fn lines<'a>(
    hours: &'a [OpeningHours],
    closed: ClosedDays,
    weekly: &[Openings],
    today: PlainDate,
) -> Vec<WeeklyLine<'a>> {
    let mut lines: Vec<(Key<'a>, WeeklyLine<'a>, bool)> = Vec::new();
    for (hours, Openings { next: opening, .. }) in hours.iter().zip(weekly) {
        let key = key(hours, today);
        // Last night's opening may still be on, but its day is not the next one.
        let next = opening.map(|opening| opening.starts.date).filter(|day| *day >= today);
        let next = next.or_else(|| closed.next_day(hours, today));
        let to_come = opening.is_some();
        match lines.iter_mut().find(|(other, ..)| *other == key) {
            Some((_, line, any_to_come)) => {
                line.days = line.days.union(hours.days);
                if next.is_some_and(|next| line.next.is_none_or(|known| next < known)) {
                    line.next = next;
                }
                *any_to_come |= to_come;
            }
            None => {
                let line = WeeklyLine {
                    days: hours.days,
                    opens: hours.opens,
                    closes: hours.closes,
                    every_weeks: u32::try_from(weekly::every_weeks(hours)).unwrap_or(u32::MAX),
                    valid_from: key.validity.0,
                    valid_through: hours.valid_through.filter(|through| *through <= today.plus_days(SOON)),
                    details: key.details,
                    next,
                };
                lines.push((key, line, to_come));
            }
        }
    }
    let mut to_come = Vec::new();
    for (_, line, any_to_come) in lines {
        if any_to_come {
            to_come.push(line);
        }
    }
    to_come
}

fn key(hours: &OpeningHours, today: PlainDate) -> Key<'_> {
    Key {
        times: (hours.opens, hours.closes),
        // First days in the past make no difference.
        validity: (hours.valid_from.filter(|from| *from > today), hours.valid_through),
        weeks: (weekly::every_weeks(hours), weekly::weeks_to_wait(hours, today)),
        details: hours.details.as_ref(),
    }
}
