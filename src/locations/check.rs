//! Reads `locations`.

use super::closed::rank_of;
use super::{ClosedDay, Locations, OpeningHours, Place, Session};
use crate::calendar::{PlainTime, Weekday, Weekdays};
use crate::config::json::Json;
use crate::config::read::{Fields, Names, Node};
use crate::config::{Severity, addressed, dialled, keywords};
use crate::words::{Lang, time_range};
use std::rc::Rc;

// The words of `dayOfWeek`, which are schema.org's.
keywords!(
    Weekday: Monday = "Monday",
    Tuesday = "Tuesday",
    Wednesday = "Wednesday",
    Thursday = "Thursday",
    Friday = "Friday",
    Saturday = "Saturday",
    Sunday = "Sunday",
);

/// The section; `None` if places are given and none can be used.
pub fn check(node: &Node) -> Option<Locations> {
    let mut fields = node.fields()?;
    let locations = Locations {
        heading: fields.get("heading", Node::text),
        note: fields.get("note", Node::text),
        closed_on: closed_on(&mut fields),
        places: fields.get("places", places).unwrap_or_default(),
        csv: fields.get("csv", Node::file),
        csv_is_read: false,
        address: node.context.environment.resolve("").unwrap_or_default(),
    };
    fields.done();
    if locations.places.is_empty() && locations.csv.is_none() {
        if fields.has("csv") || (fields.has("places") && !fields.has_empty_list("places")) {
            return None;
        }
        node.warn("has nothing to list; give it places or csv, or leave it out");
    }
    Some(locations)
}

fn places(node: &Node) -> Option<Vec<Place>> {
    let (mut places, mut names) = (Vec::new(), Names::default());
    node.each(&mut |node| {
        if let Some(place) = place(node, "name") {
            names.add(node, &place.name, Severity::Warning);
            places.push(place);
        }
    })?;
    Some(places)
}

/// A place; `None` without its name, which is in the field `name`. The rows of a CSV file have no columns for lists.
pub fn place(node: &Node, name: &'static str) -> Option<Place> {
    let mut fields = node.fields()?;
    let mut place = Place {
        name: fields.need(name, Node::proper_name).unwrap_or_default(),
        address: fields.get("address", Node::proper_name),
        details: fields.get("details", Node::text),
        postcode: fields.get("postcode", Node::required_text),
        telephone: fields.get("telephone", telephone),
        email: fields.get("email", email),
        url: fields.get("url", Node::link),
        map: fields.get("map", Node::link),
        walk_in: None,
        opening_hours: Vec::new(),
        closed_on: Vec::new(),
        sessions: Vec::new(),
    };
    if !node.is_csv() {
        place.walk_in = fields.get("walkIn", Node::yes_or_no);
        place.opening_hours = fields.get("openingHours", |node| node.list(opening_hours)).unwrap_or_default();
        place.closed_on = closed_on(&mut fields);
        if let Some(list) = fields.field("sessions", false) {
            let mut add = |node: &Node| {
                add_session(&mut place.sessions, node);
            };
            if list.each(&mut add) == Some(false) {
                list.empty("is empty", "list at least one");
            }
        }
    }
    if fields.done() { Some(place) } else { None }
}

fn telephone(node: &Node) -> Option<Rc<str>> {
    contact(node, dialled, "\"0151 496 0000\"")
}

fn email(node: &Node) -> Option<Rc<str>> {
    contact(node, addressed, "flu@trust.example")
}

#[inline(never)]
fn contact(node: &Node, read: fn(&str) -> Option<String>, example: &str) -> Option<Rc<str>> {
    let text = node.required_text()?;
    if read(&text).is_none() {
        let message = ["cannot be used as it is, so it is shown without a link; write it in full, such as ", example];
        node.report_named(Severity::Warning, &message);
    }
    Some(text)
}

fn opening_hours(node: &Node) -> Option<OpeningHours> {
    // Ten years: more is a mistake, and the number of days cannot overflow.
    const MOST_WEEKS: u64 = 520;
    let mut fields = node.fields()?;
    let days = fields.need("dayOfWeek", days);
    let times = times(&mut fields);
    let valid_from = fields.get("validFrom", Node::date);
    let valid_through = fields.get("validThrough", Node::date);
    let weeks = fields.get("everyWeeks", |node| node.whole(1, MOST_WEEKS)).unwrap_or(1);
    let mut every_weeks = weeks as u32;
    let details = fields.get("details", Node::text);
    if valid_through.is_some() && valid_through < valid_from {
        fields.warn("validThrough", "is before validFrom, so these hours never hold; change one of them");
    }
    if every_weeks > 1 && valid_from.is_none() {
        fields.warn(
            "everyWeeks",
            "counts from the week of validFrom, which is missing or wrong; so these hours are shown for every week",
        );
        every_weeks = 1;
    }
    fields.done();
    let (days, (opens, closes)) = (days?, times?);
    Some(OpeningHours { days, opens, closes, valid_from, valid_through, every_weeks, details })
}

/// One day or a list of days; `None` if none can be used.
fn days(node: &Node) -> Option<Weekdays> {
    let mut days = Weekdays::default();
    let mut day = |node: &Node| {
        if let Some(day) = node.keyword() {
            days = days.with(day);
        }
    };
    if !matches!(node.value, Json::List(_)) {
        day(node);
    } else if node.each(&mut day) == Some(false) {
        node.empty("is empty", "list at least one");
    }
    if days.is_empty() { None } else { Some(days) }
}

/// A session; `None` without its date and its times.
pub fn session(node: &Node) -> Option<Session> {
    let mut fields = node.fields()?;
    let date = fields.need("date", Node::date);
    let times = times(&mut fields);
    let details = fields.get("details", Node::text);
    fields.done();
    let (date, (opens, closes)) = (date?, times?);
    Some(Session { date, opens, closes, details })
}

const TWICE: &str = "is in the list twice; take one out";

/// Adds a session, unless it is there already; `None` without its date and its times.
pub fn add_session(sessions: &mut Vec<Session>, node: &Node) -> Option<()> {
    // Rows that are there twice are near each other, and to compare tens of thousands pairwise would be slow.
    const NEAR: usize = 1000;
    let session = session(node)?;
    for other in sessions.iter().rev().take(NEAR) {
        if *other == session {
            node.warn(TWICE);
            return Some(());
        }
    }
    sessions.push(session);
    Some(())
}

/// From when until when. Warns if they are probably not meant as they are read.
fn times(fields: &mut Fields) -> Option<(PlainTime, PlainTime)> {
    const HOUR: u32 = 3600;
    let opens = fields.need("opens", Node::time);
    let closes = fields.need("closes", Node::closing_time);
    let (opens, closes) = (opens?, closes?);
    // schema.org, and so Google, writes round the clock as 00:00 to 23:59: the last minute is open, too.
    if opens == PlainTime::MIDNIGHT && closes >= PlainTime::DAY - 60 {
        return Some((opens, opens));
    }
    let closes = PlainTime::from_seconds(closes);
    let (from, until) = (opens.seconds_of_day(), closes.seconds_of_day());
    let (length, next_day) =
        if until > from { (until - from, "") } else { (until + PlainTime::DAY - from, " the next day") };
    // "9am to midnight" is the midnight that follows.
    let next_day = if until == 0 && from > 0 { "" } else { next_day };
    // What runs over midnight begins in the evening; from 12:00 to 1:00 is an hour after midday.
    let is_night = until == 0 || until > from || from >= 15 * HOUR;
    if length > 14 * HOUR || from < 5 * HOUR || !is_night {
        fields.node.report_named(
            Severity::Warning,
            &[
                "is read as ",
                &time_range(Lang::En, opens, closes),
                next_day,
                "; write 4pm as \"16:00\", and leave out a day when it is closed",
            ],
        );
    }
    Some((opens, closes))
}

/// The days of `closedOn`, in order of time.
#[inline(never)]
fn closed_on(fields: &mut Fields) -> Vec<ClosedDay> {
    let mut days: Vec<ClosedDay> = Vec::new();
    if let Some(list) = fields.field("closedOn", false) {
        list.each(&mut |node| {
            let Some(day) = closed_day(node) else { return };
            let at = rank_of(&days, day.date);
            if days.get(at).is_some_and(|other| other.date == day.date) {
                node.warn(TWICE);
            } else {
                days.insert(at, day);
            }
        });
    }
    days
}

/// A date, or an object with a date and a label.
fn closed_day(node: &Node) -> Option<ClosedDay> {
    if !matches!(node.value, Json::Object(_)) {
        return Some(ClosedDay { date: node.date()?, label: None });
    }
    let mut fields = node.fields()?;
    let date = fields.need("date", Node::date);
    let label = fields.get("label", Node::text);
    fields.done();
    Some(ClosedDay { date: date?, label })
}
