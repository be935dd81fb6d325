//! Draws one dated session, with its calendar file.

use super::{DatedSession, Locations, Place, PlaceNow, calendar_file};
use crate::calendar::{Instant, PlainDate};
use crate::config::Text;
use crate::elements::{Element, add_spoken, el, spoken, texted};
use crate::text::{digits, push_hex, sentence};
use crate::words::{Lang, capital, time_range, weekday_date};

/// What the sessions of one place share.
pub(super) struct PlaceSessions<'a> {
    place: &'a Place,
    title: &'a Text,
    at: Instant,
    today: PlainDate,
    lang: Lang,
    /// The part of the UIDs' seed that is the same: the address of the config, the place's name in the first language,
    /// and how many places before it have that name.
    seed: String,
}

impl<'a> PlaceSessions<'a> {
    /// For one of the places, in a campaign with that title, as they are at `at`, which is on the date `today`.
    #[inline(never)]
    pub(super) fn new(
        now: &PlaceNow<'a>,
        locations: &Locations,
        title: &'a Text,
        at: Instant,
        today: PlainDate,
        lang: Lang,
    ) -> Self {
        let place = now.place;
        let mut twins = 0;
        for other in locations.places.get(..now.index).unwrap_or_default() {
            twins += u64::from(other.name == place.name);
        }
        let (name, _) = place.name.in_language(Lang::default());
        let seed = sentence(&[&locations.address, " ", name, " ", &digits(twins)]);
        Self { place, title, at, today, lang, seed }
    }

    /// "Thursday 6 November, 6pm to 10pm, Evening walkabout. Add to calendar".
    pub(super) fn view(&self, session: &DatedSession) -> Element {
        let Self { place, title, at, today, lang, ref seed } = *self;
        let opening = session.opening;
        let (starts, iso) = (opening.starts, opening.opens.iso());
        let day = weekday_date(lang, starts.date, today);
        // In the order of the config: that on the page depends on when sessions end.
        let mut twins = 0;
        for other in place.sessions.get(..session.index).unwrap_or_default() {
            twins += u64::from(other.date == starts.date && other.opens == starts.time);
        }
        let file = calendar_file(
            spoken(title, lang).0,
            spoken(&place.name, lang).0,
            session.details.map(|details| spoken(details, lang).0).unwrap_or_default(),
            opening.opens,
            opening.closes,
            &sentence(&[seed, " ", &iso, " ", &digits(twins)]),
            // The same all day, so that a session that has not changed is not drawn anew.
            at.start_of_day(),
        );
        let save = el("a", "")
            .part("link calendar")
            .attr("download", "session.ics")
            .attr("href", &sentence(&["data:text/calendar;charset=utf-8,", &percent_encode(&file)]))
            .text(lang.words().add_to_calendar)
            .text(" ")
            .child(add_spoken(el("span", "cp-hidden"), spoken(&place.name, lang)).text(", ").text(&day));
        let line = el("li", "cp-session")
            .key(&iso)
            .child(el("span", "").text(&capital(day)))
            .text(" ")
            .child(el("span", "").text(&time_range(lang, starts.time, opening.ends.time)))
            .text(" ")
            .child(save);
        match session.details {
            Some(details) => line.text(" ").child(texted("span", "cp-session-note", details, lang)),
            None => line,
        }
    }
}

/// Adds the details of weekly hours to their line.
pub(super) fn with_details(line: Element, details: Option<&Text>, lang: Lang) -> Element {
    match details {
        Some(details) => add_spoken(line.text(", "), spoken(details, lang)),
        None => line,
    }
}

/// Percent-encodes all but the unreserved characters of a URL.
fn percent_encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            push_hex(&mut encoded, byte);
        }
    }
    encoded
}
