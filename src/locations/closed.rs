//! Days on which a place is closed, whatever its weekly hours say.

use super::{ClosedDay, Locations, OpeningHours, Place, weekly};
use crate::calendar::PlainDate;

/// What is more than so many days away is not shown yet.
pub const SOON: i32 = 14;

/// The closed days of a place: its own, and those of all places.
#[derive(Clone, Copy)]
pub struct ClosedDays<'a>(&'a [ClosedDay], &'a [ClosedDay]);

impl<'a> ClosedDays<'a> {
    /// Those of one of the places.
    pub fn of(place: &'a Place, locations: &'a Locations) -> Self {
        Self(&place.closed_on, &locations.closed_on)
    }

    /// The entry of that date; of two, that with a label.
    pub fn on(self, date: PlainDate) -> Option<&'a ClosedDay> {
        let own = find(self.0, date);
        own.filter(|own| own.label.is_some()).or(find(self.1, date)).or(own)
    }

    /// The first day, `first` or later, on which the hours open.
    pub fn next_day(self, hours: &OpeningHours, first: PlainDate) -> Option<PlainDate> {
        let mut day = weekly::next_day(hours, first)?;
        while self.on(day).is_some() {
            day = weekly::next_day(hours, weekly::later(day, 1)?)?;
        }
        Some(day)
    }

    /// Those to show: soon, and with weekly hours that people would go by. If there is a session, it tells the times of
    /// that day.
    pub fn to_show(self, place: &Place, today: PlainDate) -> Vec<&'a ClosedDay> {
        let mut to_show = Vec::new();
        for days in 0..=SOON {
            if let Some(closed) = self.on(today.plus_days(days))
                && place.opening_hours.iter().any(|hours| weekly::next_day(hours, closed.date) == Some(closed.date))
                && !place.sessions.iter().any(|session| session.date == closed.date)
            {
                to_show.push(closed);
            }
        }
        to_show
    }
}

/// Where a date is in the list, or goes.
pub fn rank_of(days: &[ClosedDay], date: PlainDate) -> usize {
    days.partition_point(|day| day.date < date)
}

fn find(days: &[ClosedDay], date: PlainDate) -> Option<&ClosedDay> {
    let at = rank_of(days, date);
    days.get(at).filter(|day| day.date == date)
}
