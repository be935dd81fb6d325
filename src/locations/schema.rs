//! The fields of `locations`.
#![expect(dead_code, reason = "no value of these types is ever made")]

use crate::calendar::Weekday;
use crate::config::schema::{Address, Date, Time, leaf};
use crate::config::{Keyword, Text};
use schemars::JsonSchema;

/// One day of the week, or several.
pub struct DaysOfWeek;
leaf!(DaysOfWeek, {
    "anyOf": [{ "enum": Weekday::WORDS }, { "type": "array", "items": { "enum": Weekday::WORDS }, "minItems": 1, "uniqueItems": true }]
});

/// Where to go, and when.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Locations {
    /// The section's heading.
    #[schemars(extend("default" = "Where to go"))]
    pub heading: Option<Text>,
    /// One sentence above the list.
    pub note: Option<Text>,
    /// Days on which the weekly hours of no place hold, such as bank holidays; dated sessions do.
    pub closed_on: Option<Vec<Closed>>,
    /// The places.
    pub places: Option<Vec<Place>>,
    /// A CSV file with one row for each session; its columns are place, date, opens, closes, details, address, postcode,
    /// telephone, email, url, map. May be used beside `places`.
    pub csv: Option<Address>,
}

/// One place.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// Street address.
    pub address: Option<Text>,
    /// Anything else people need to find it.
    pub details: Option<Text>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Telephone number as people read it.
    pub telephone: Option<String>,
    /// Email address.
    #[schemars(extend("format" = "email"))]
    pub email: Option<String>,
    /// Where to book or read more.
    pub url: Option<Address>,
    /// A map.
    pub map: Option<Address>,
    /// Whether people can come without an appointment.
    pub walk_in: Option<bool>,
    /// Weekly hours.
    pub opening_hours: Option<Vec<OpeningHours>>,
    /// More days on which its weekly hours do not hold; dated sessions do.
    pub closed_on: Option<Vec<Closed>>,
    /// Dated sessions; those that are over are not shown.
    pub sessions: Option<Vec<Session>>,
}

/// A date, or a date with a label.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub enum Closed {
    /// The day.
    Date(Date),
    /// The day, with a label.
    Day(ClosedDay),
}

/// A day on which weekly hours do not hold.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClosedDay {
    /// The day.
    pub date: Date,
    /// Why, or what day it is: "Christmas Day".
    pub label: Option<Text>,
}

/// Hours that come back every week, or every so many weeks.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpeningHours {
    /// On which days of the week.
    pub day_of_week: DaysOfWeek,
    /// From when.
    pub opens: Time,
    /// Until when. At or before `opens` it is on the next day.
    pub closes: Time,
    /// The first day on which they hold.
    pub valid_from: Option<Date>,
    /// The last day on which they hold.
    pub valid_through: Option<Date>,
    /// 2 for every other week, counted from the week of `validFrom`.
    #[schemars(range(min = 1, max = 520), extend("default" = 1))]
    pub every_weeks: Option<u64>,
    /// Anything else to know.
    pub details: Option<Text>,
}

/// One dated session.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Session {
    /// The day it opens.
    pub date: Date,
    /// From when.
    pub opens: Time,
    /// Until when. At or before `opens` it is on the next day.
    pub closes: Time,
    /// Anything else to know.
    pub details: Option<Text>,
}
