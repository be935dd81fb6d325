//! Reads `locations`.

use super::{Locations, OpeningHours, Place, Session};
use crate::calendar::{Weekday, Weekdays};
use crate::config::json::Json;
use crate::config::keywords;
use crate::config::read::{Names, Node};
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
        places: fields.get("places", places).unwrap_or_default(),
        csv: fields.get("csv", Node::file),
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
            names.add(node, &place.name);
            places.push(place);
        }
    })?;
    Some(places)
}

/// A place; `None` without its name, which is in the field `name`. The rows of a CSV file have no columns for lists.
pub fn place(node: &Node, name: &'static str) -> Option<Place> {
    let mut fields = node.fields()?;
    let mut place = Place {
        name: fields.need(name, Node::text).unwrap_or_default(),
        address: fields.get("address", Node::text),
        details: fields.get("details", Node::text),
        postcode: fields.get("postcode", Node::required_text),
        telephone: fields.get("telephone", Node::required_text),
        email: fields.get("email", email),
        url: fields.get("url", Node::link),
        map: fields.get("map", Node::link),
        walk_in: None,
        opening_hours: Vec::new(),
        sessions: Vec::new(),
    };
    if !node.is_csv() {
        place.walk_in = fields.get("walkIn", Node::yes_or_no);
        place.opening_hours = fields.get("openingHours", |node| node.list(opening_hours)).unwrap_or_default();
        place.sessions = fields.get("sessions", |node| node.list(session)).unwrap_or_default();
    }
    if fields.done() { Some(place) } else { None }
}

fn email(node: &Node) -> Option<Rc<str>> {
    let email = node.required_text()?;
    if !email.as_bytes().contains(&b'@') {
        node.warn("has no @ in it; write an address such as flu@trust.example");
    }
    Some(email)
}

fn opening_hours(node: &Node) -> Option<OpeningHours> {
    // Ten years: more is a mistake, and the number of days cannot overflow.
    const MOST_WEEKS: u64 = 520;
    let mut fields = node.fields()?;
    let days = fields.need("dayOfWeek", days);
    let opens = fields.need("opens", Node::time);
    let closes = fields.need("closes", Node::closing_time);
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
    let (days, opens, closes) = (days?, opens?, closes?);
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
    let opens = fields.need("opens", Node::time);
    let closes = fields.need("closes", Node::closing_time);
    let details = fields.get("details", Node::text);
    fields.done();
    let (date, opens, closes) = (date?, opens?, closes?);
    Some(Session { date, opens, closes, details })
}
