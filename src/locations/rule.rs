//! Computes what the list of places shows at an instant.

use super::closed::ClosedDays;
use super::weekly::Openings;
use super::{ClosedDay, DatedSession, Locations, Opening, Place, Status, WeeklyLine, dated, status, timetable};
use crate::calendar::{Instant, PlainDate, PlainDateTime, TimeZone, to_instant, to_plain};

/// A place at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceNow<'a> {
    /// The place.
    pub place: &'a Place,
    /// Its index in the config's list.
    pub index: usize,
    /// Whether it is open.
    pub status: Status,
    /// Its weekly hours that are not over, in the config's order.
    pub weekly: Vec<WeeklyLine<'a>>,
    /// The days, today or soon, on which they do not hold.
    pub closed: Vec<&'a ClosedDay>,
    /// All its dated sessions that are not over, the soonest first.
    pub sessions: Vec<DatedSession<'a>>,
    /// The next instant at which any of its hours or sessions opens or closes.
    pub changes_at: Option<Instant>,
}

/// The places to show at `now`: those that are open, then those that open soonest, then those without known hours, and
/// last those that are over. Equals keep the config's order.
///
/// A place with dated sessions and no weekly hours is left out after the last of them.
pub fn places_at<'a>(locations: &'a Locations, zone: &dyn TimeZone, now: Instant) -> Vec<PlaceNow<'a>> {
    let today = to_plain(zone, now).date;
    let mut places: Vec<PlaceNow> = Vec::new();
    for index in 0..locations.places.len() {
        if let Some(place) = place_at(locations, index, zone, now, today) {
            // Insertion sort: the standard library's sort would add 4 KB.
            let key = order(&place);
            let at = places.partition_point(|before| order(before) <= key);
            places.insert(at, place);
        }
    }
    places
}

/// How many of so many places are shown where `limit` are asked for: all of a short list, as the rest would save no room.
pub fn shown(found: usize, limit: i64) -> usize {
    const WHOLE: usize = 5;
    if found <= WHOLE { found } else { found.min(usize::try_from(limit).unwrap_or(0)) }
}

/// The place with that index in the config's list, at `now`.
pub fn place_now<'a>(
    locations: &'a Locations,
    index: usize,
    zone: &dyn TimeZone,
    now: Instant,
) -> Option<PlaceNow<'a>> {
    place_at(locations, index, zone, now, to_plain(zone, now).date)
}

/// The earliest instant after `now` at which `places_at` gives something else: a place opens or closes, or midnight
/// makes "tomorrow" into "today". `None` if nothing will change again.
pub fn next_change(places: &[PlaceNow], zone: &dyn TimeZone, now: Instant) -> Option<Instant> {
    let opening_or_closing = places.iter().filter_map(|place| place.changes_at).min()?;
    Some(opening_or_closing.min(next_midnight(zone, now)))
}

fn place_at<'a>(
    locations: &'a Locations,
    index: usize,
    zone: &dyn TimeZone,
    now: Instant,
    today: PlainDate,
) -> Option<PlaceNow<'a>> {
    let place = locations.places.get(index)?;
    let closed = ClosedDays::of(place, locations);
    // An opening lasts no longer than a day, so only yesterday's can reach into today.
    let first = today.plus_days(-1);
    let (mut soonest, mut changes_at): (Option<Opening>, Option<Instant>) = (None, None);
    let mut note = |opening: Opening| {
        if soonest.is_none_or(|other| opening.opens < other.opens) {
            soonest = Some(opening);
        }
        let change = opening.changes_after(now);
        changes_at = Some(changes_at.map_or(change, |other| other.min(change)));
    };
    let sessions = dated::to_come(&place.sessions, zone, now, first);
    for session in &sessions {
        note(session.opening);
    }
    let mut weekly: Vec<Openings> = Vec::new();
    for hours in &place.opening_hours {
        let mut openings = Openings::new(hours, closed, zone, first);
        while openings.next.is_some_and(|opening| opening.is_over(now)) {
            openings.advance();
        }
        if let Some(opening) = openings.next {
            note(opening);
        }
        weekly.push(openings);
    }
    let lines = timetable::lines(&place.opening_hours, closed, &weekly, today);
    let closed = if lines.is_empty() { Vec::new() } else { closed.to_show(place, today) };
    let status = match soonest {
        Some(soonest) => status::status(soonest, &mut weekly, &sessions, zone, now, today),
        None if !place.opening_hours.is_empty() => Status::Over,
        None if !place.sessions.is_empty() => return None,
        None => Status::NoHours,
    };
    Some(PlaceNow { place, index, status, weekly: lines, closed, sessions, changes_at })
}

/// The sort key.
fn order(place: &PlaceNow) -> (u8, Option<Instant>) {
    match place.status {
        Status::OpenNow { .. } => (0, None),
        // If nothing is open, the first change is an opening.
        Status::Opens { .. } => (1, place.changes_at),
        Status::NoHours => (2, None),
        Status::Over => (3, None),
    }
}

/// The instant at which wall clocks next show the start of a day.
fn next_midnight(zone: &dyn TimeZone, now: Instant) -> Instant {
    let plain = to_plain(zone, now);
    let midnight = to_instant(zone, PlainDateTime::midnight(plain.date.plus_days(1)));
    if midnight > now {
        return midnight;
    }
    // The clocks went back over midnight and repeat the evening: wait until they show midnight again.
    now.plus_seconds(86_400 - i64::from(plain.time.seconds_of_day()))
}
