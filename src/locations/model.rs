//! The data types of places.

use crate::calendar::{PlainDate, PlainTime, Weekdays};
use crate::config::Text;
use std::rc::Rc;

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locations {
    /// The section's heading.
    pub heading: Option<Text>,
    /// One sentence above the list.
    pub note: Option<Text>,
    /// The days on which the weekly hours of no place hold, in order of time.
    pub closed_on: Vec<ClosedDay>,
    /// The places.
    pub places: Vec<Place>,
    /// The absolute address of a CSV file with sessions, if it names one.
    pub csv: Option<Rc<str>>,
    /// Whether that file has been read.
    pub csv_is_read: bool,
    /// The absolute address of the config, which tells its sessions from those of other campaigns.
    pub address: String,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// Street address.
    pub address: Option<Text>,
    /// Anything else people need to find it.
    pub details: Option<Text>,
    /// Postcode.
    pub postcode: Option<Rc<str>>,
    /// Telephone number as people read it.
    pub telephone: Option<Rc<str>>,
    /// Email address.
    pub email: Option<Rc<str>>,
    /// Where to book or read more.
    pub url: Option<Rc<str>>,
    /// A map.
    pub map: Option<Rc<str>>,
    /// Whether people can come without an appointment.
    pub walk_in: Option<bool>,
    /// Weekly hours.
    pub opening_hours: Vec<OpeningHours>,
    /// The days on which the weekly hours do not hold either, in order of time.
    pub closed_on: Vec<ClosedDay>,
    /// Dated sessions.
    pub sessions: Vec<Session>,
}

/// A day on which weekly hours do not hold, nor run over its midnight into the next. Dated sessions do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day.
    pub date: PlainDate,
    /// Why, or what day it is.
    pub label: Option<Text>,
}

/// Hours that come back every week, or every so many weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    /// On which days; at least one.
    pub days: Weekdays,
    /// From when.
    pub opens: PlainTime,
    /// Until when; at or before `opens` it is on the next day.
    pub closes: PlainTime,
    /// The first day on which they hold.
    pub valid_from: Option<PlainDate>,
    /// The last day on which they hold.
    pub valid_through: Option<PlainDate>,
    /// 1 for every week, 2 for every other week from the week (Monday to Sunday) of `valid_from`, and so on; from 1 to
    /// 520, and 1 without `valid_from`.
    pub every_weeks: u32,
    /// Anything else to know.
    pub details: Option<Text>,
}

/// One dated session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The day it opens.
    pub date: PlainDate,
    /// From when.
    pub opens: PlainTime,
    /// Until when; at or before `opens` it is on the next day.
    pub closes: PlainTime,
    /// Anything else to know.
    pub details: Option<Text>,
}
