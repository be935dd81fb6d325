//! The days on which weekly hours apply.

use super::closed::ClosedDays;
use super::{Opening, OpeningHours};
use crate::calendar::{PlainDate, TimeZone, Weekday, Weekdays};

/// The openings of weekly hours, in order of time; computed lazily, because they may be endless.
pub struct Openings<'a> {
    hours: &'a OpeningHours,
    closed: ClosedDays<'a>,
    zone: &'a dyn TimeZone,
    /// The one that comes next.
    pub next: Option<Opening>,
}

impl<'a> Openings<'a> {
    /// Those from `first` on.
    pub fn new(hours: &'a OpeningHours, closed: ClosedDays<'a>, zone: &'a dyn TimeZone, first: PlainDate) -> Self {
        let mut openings = Self { hours, closed, zone, next: None };
        openings.seek(Some(first));
        openings
    }

    /// Moves to the following opening.
    pub fn advance(&mut self) {
        self.seek(self.next.and_then(|opening| later(opening.starts.date, 1)));
    }

    fn seek(&mut self, first: Option<PlainDate>) {
        let day = first.and_then(|first| self.closed.next_day(self.hours, first));
        self.next = day.map(|day| Opening::on(self.zone, day, self.hours.opens, self.hours.closes));
    }
}

/// The first day, `first` or later, on which the hours open, closed or not.
///
/// At most two weeks are checked: that of `first`, and the next one in which the hours apply.
pub fn next_day(hours: &OpeningHours, first: PlainDate) -> Option<PlainDate> {
    let first = hours.valid_from.map_or(first, |from| from.max(first));
    let wait = weeks_to_wait(hours, first);
    let this_week = if wait == 0 { day_in_week(hours.days, first) } else { None };
    let day = match this_week {
        Some(day) => day,
        None => {
            let weeks = if wait == 0 { every_weeks(hours) } else { wait };
            day_in_week(hours.days, later(first.monday(), 7 * weeks)?)?
        }
    };
    hours.valid_through.is_none_or(|through| day <= through).then_some(day)
}

/// The interval in weeks. Without a first day there is nothing to count from, so the hours apply in each week.
pub fn every_weeks(hours: &OpeningHours) -> i64 {
    if hours.valid_from.is_some() { i64::from(hours.every_weeks.max(1)) } else { 1 }
}

/// How many weeks after that of `day` the hours apply next; 0 if they apply in it.
pub fn weeks_to_wait(hours: &OpeningHours, day: PlainDate) -> i64 {
    let every = every_weeks(hours);
    let from = hours.valid_from.unwrap_or(day);
    let weeks = (i64::from(day.monday().epoch_days()) - i64::from(from.monday().epoch_days())) / 7;
    (-weeks).rem_euclid(every)
}

/// The first of `days` that is in the week of `first` and not before it.
fn day_in_week(days: Weekdays, first: PlainDate) -> Option<PlainDate> {
    let today = first.weekday().from_monday();
    let day = Weekday::ALL.iter().find(|day| days.contains(**day) && day.from_monday() >= today)?;
    later(first, i64::from(day.from_monday()) - i64::from(today))
}

/// The date `days` later; `None` outside the calendar.
pub fn later(date: PlainDate, days: i64) -> Option<PlainDate> {
    let days = i32::try_from(i64::from(date.epoch_days()).checked_add(days)?).ok()?;
    let found = PlainDate::from_epoch_days(days);
    (found.epoch_days() == days).then_some(found)
}
