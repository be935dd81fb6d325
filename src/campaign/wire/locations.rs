//! The fields of `locations`.

use crate::calendar::{PlainDate, PlainTime};
use crate::campaign::Text;
use crate::campaign::read::{Node, Object};
#[cfg(feature = "schema")]
use crate::campaign::schema;
use std::rc::Rc;

/// The words of `dayOfWeek`, Monday first.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Where to go, and when.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Locations<'a> {
    /// The section's heading.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "Where to go")))]
    pub heading: Option<Text>,
    /// One sentence above the list.
    pub note: Option<Text>,
    /// The places.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Place<'static>>>"))]
    pub places: Option<Vec<Node<'a>>>,
    /// A CSV file with one row for each session; its columns are place, date, opens, closes, details, address, postcode,
    /// telephone, email, url, map. May be used beside `places`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Link>"))]
    pub csv: Option<Rc<str>>,
}

impl<'a> Locations<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            heading: object.get("heading").and_then(|node| node.text()),
            note: object.get("note").and_then(|node| node.text()),
            places: object.get("places").and_then(|node| node.list()),
            csv: object.get("csv").and_then(|node| node.file()),
        }
    }
}

/// One place.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Place<'a> {
    /// What it is called.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub name: Option<Text>,
    /// Street address.
    pub address: Option<Text>,
    /// Anything else people need to find it.
    pub details: Option<Text>,
    /// Postcode.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub postcode: Option<Rc<str>>,
    /// Telephone number as people read it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub telephone: Option<Rc<str>>,
    /// Email address.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "email")))]
    pub email: Option<Rc<str>>,
    /// Where to book or read more.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Link>"))]
    pub url: Option<Rc<str>>,
    /// A map.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Link>"))]
    pub map: Option<Rc<str>>,
    /// Whether people can come without an appointment.
    pub walk_in: Option<bool>,
    /// Weekly hours.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<OpeningHours<'static>>>"))]
    pub opening_hours: Option<Vec<Node<'a>>>,
    /// Dated sessions; those that are over are not shown.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Session>>"))]
    pub sessions: Option<Vec<Node<'a>>>,
}

impl<'a> Place<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            name: object.need("name").and_then(|node| node.text()),
            address: object.get("address").and_then(|node| node.text()),
            details: object.get("details").and_then(|node| node.text()),
            postcode: object.get("postcode").and_then(|node| node.plain()),
            telephone: object.get("telephone").and_then(|node| node.plain()),
            email: object.get("email").and_then(|node| node.plain()),
            url: object.get("url").and_then(|node| node.link()),
            map: object.get("map").and_then(|node| node.link()),
            walk_in: object.get("walkIn").and_then(|node| node.yes_or_no()),
            opening_hours: object.get("openingHours").and_then(|node| node.list()),
            sessions: object.get("sessions").and_then(|node| node.list()),
        }
    }
}

/// Hours that come back every week, or every so many weeks.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct OpeningHours<'a> {
    /// On which days of the week.
    #[cfg_attr(feature = "schema", schemars(with = "schema::DaysOfWeek"))]
    pub day_of_week: Option<Vec<Node<'a>>>,
    /// From when.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Time"))]
    pub opens: Option<PlainTime>,
    /// Until when. At or before `opens` it is on the next day.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Time"))]
    pub closes: Option<PlainTime>,
    /// The first day on which they hold.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Date>"))]
    pub valid_from: Option<PlainDate>,
    /// The last day on which they hold.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Date>"))]
    pub valid_through: Option<PlainDate>,
    /// 2 for every other week, counted from the week of `validFrom`.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 520), extend("default" = 1)))]
    pub every_weeks: Option<u64>,
    /// Anything else to know.
    pub details: Option<Text>,
}

impl<'a> OpeningHours<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        // Ten years of weeks: more is a mistake, and so the days between fit any integer.
        const MOST_WEEKS: u64 = 520;
        Self {
            day_of_week: object.need("dayOfWeek").map(|node| node.list_or_one()),
            opens: object.need("opens").and_then(|node| node.time()),
            closes: object.need("closes").and_then(|node| node.closing_time()),
            valid_from: object.get("validFrom").and_then(|node| node.date()),
            valid_through: object.get("validThrough").and_then(|node| node.date()),
            every_weeks: object.get("everyWeeks").and_then(|node| node.whole(1, MOST_WEEKS)),
            details: object.get("details").and_then(|node| node.text()),
        }
    }
}

/// One dated session.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Session {
    /// The day it opens.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Date"))]
    pub date: Option<PlainDate>,
    /// From when.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Time"))]
    pub opens: Option<PlainTime>,
    /// Until when. At or before `opens` it is on the next day.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Time"))]
    pub closes: Option<PlainTime>,
    /// Anything else to know.
    pub details: Option<Text>,
}

impl Session {
    /// Reads all fields.
    pub fn read(object: &Object) -> Self {
        Self {
            date: object.need("date").and_then(|node| node.date()),
            opens: object.need("opens").and_then(|node| node.time()),
            closes: object.need("closes").and_then(|node| node.closing_time()),
            details: object.get("details").and_then(|node| node.text()),
        }
    }
}
