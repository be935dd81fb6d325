//! What a place, its weekly hours and its sessions mean.

use super::entries;
use crate::calendar::{Weekday, Weekdays};
use crate::campaign::read::Node;
use crate::campaign::wire::{self, DAYS};
use crate::campaign::{OpeningHours, Place, Session};

/// A place; of no use without a name.
pub fn place(node: &Node) -> Option<Place> {
    let object = node.object()?;
    let written = wire::Place::read(&object);
    object.finish();
    if written.email.as_ref().is_some_and(|email| !email.contains('@')) {
        object.warn_at("email", "email has no @ in it; write an address such as flu@trust.example");
    }
    for (name, list) in [("openingHours", &written.opening_hours), ("sessions", &written.sessions)] {
        if list.as_ref().is_some_and(Vec::is_empty) {
            object.warn_at(name, format!("{name} is empty; leave it out, or list some"));
        }
    }
    let opening_hours = entries(written.opening_hours.as_deref(), opening_hours);
    let sessions = entries(written.sessions.as_deref(), session);
    Some(Place {
        name: written.name?,
        address: written.address,
        details: written.details,
        postcode: written.postcode,
        telephone: written.telephone,
        email: written.email,
        url: written.url,
        map: written.map,
        walk_in: written.walk_in,
        opening_hours,
        sessions,
    })
}

fn opening_hours(node: &Node) -> Option<OpeningHours> {
    let object = node.object()?;
    let written = wire::OpeningHours::read(&object);
    object.finish();
    let nodes = written.day_of_week.unwrap_or_default();
    if nodes.is_empty() && object.has("dayOfWeek") {
        object.error_at("dayOfWeek", "dayOfWeek is empty; list at least one day, such as \"Monday\"");
    }
    let days = entries(Some(&nodes), day).into_iter().fold(Weekdays::default(), Weekdays::with);
    if let (Some(from), Some(through)) = (written.valid_from, written.valid_through)
        && through < from
    {
        object
            .warn_at("validThrough", "validThrough is before validFrom, so these hours never hold; change one of them");
    }
    let mut every_weeks = written.every_weeks.and_then(|weeks| u32::try_from(weeks).ok()).unwrap_or(1);
    if every_weeks > 1 && written.valid_from.is_none() {
        object.warn_at(
            "everyWeeks",
            "everyWeeks counts from the week of validFrom, which is missing or wrong; so these hours are shown for every week",
        );
        every_weeks = 1;
    }
    if days.is_empty() {
        return None;
    }
    Some(OpeningHours {
        days,
        opens: written.opens?,
        closes: written.closes?,
        valid_from: written.valid_from,
        valid_through: written.valid_through,
        every_weeks,
        details: written.details,
    })
}

/// A day by its name, also as schema.org's address of it; by its first three letters with a warning.
fn day(node: &Node) -> Option<Weekday> {
    let index = node.word_where(&DAYS, |word, known| {
        let name = ["https://schema.org/", "http://schema.org/"].iter().find_map(|prefix| word.strip_prefix(prefix));
        let name = name.unwrap_or(word);
        name.eq_ignore_ascii_case(known) || known.get(..3).is_some_and(|short| name.eq_ignore_ascii_case(short))
    })?;
    Weekday::ALL.get(index).copied()
}

fn session(node: &Node) -> Option<Session> {
    let object = node.object()?;
    let written = wire::Session::read(&object);
    object.finish();
    Some(Session { date: written.date?, opens: written.opens?, closes: written.closes?, details: written.details })
}
