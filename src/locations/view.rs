//! Draws the list of places, and the field that searches a long one.

use super::place::place_view;
use super::{Locations, matches, next_change, place_now, places_at, still};
use crate::calendar::{Instant, TimeZone, to_plain};
use crate::config::Text;
use crate::elements::{Element, STILL, el, heading, quiet_button, texted};
use crate::live::{Kept, Live, derived};
use crate::stage::Stage;
use crate::words::{fill, grouped};
use leptos::prelude::event_target_value;
use std::rc::Rc;

/// Above so many places a search field stands above the list.
const SEARCH_ABOVE: usize = 8;

/// So many places are drawn at first, and so many more each time that someone asks.
const PAGE: i64 = 20;

/// The list as it is until something opens or closes, so that nothing is worked out each second.
struct Snapshot {
    at: Instant,
    until: Option<Instant>,
    /// The numbers of the places in the config, in the order of the list.
    places: Vec<usize>,
}

/// What the parts of the section share.
type Given = Kept<(Locations, Rc<dyn TimeZone>, Text)>;

/// The section.
pub(crate) fn locations_section(locations: Locations, zone: Rc<dyn TimeZone>, title: Text, stage: Stage) -> Element {
    let Stage { now, lang, level, .. } = stage;
    let words = lang.words();
    let head = heading(level, "cp-heading", locations.heading.as_ref(), words.where_to_go, lang);
    let note = locations.note.as_ref().map(|note| texted("p", "cp-locations-note", note, lang));
    let missing =
        (locations.csv.is_some() && locations.places.is_empty()).then(|| stage.missing(words.sessions_missing));
    let searchable = locations.places.len() > SEARCH_ABOVE;
    let given = Given::new((locations, zone, title));

    let snapshot = Kept::new(take_snapshot(given, now.peek()));
    let changed = derived(move || {
        let now = now.get();
        let Snapshot { at, until, .. } = *snapshot.get();
        if now < at || until.is_some_and(|until| now >= until) {
            snapshot.set(take_snapshot(given, now));
        }
        snapshot.get().at
    });
    let query = Kept::new(String::new());
    let typed = Live::new(0);
    let limit = Live::new(PAGE);
    let found = move || {
        changed();
        typed.get();
        let (query, given) = (query.get(), given.get());
        let mut found = snapshot.get().places.clone();
        if !query.is_empty() {
            found.retain(|index| given.0.places.get(*index).is_some_and(|place| matches(place, &query)));
        }
        found
    };
    let count = derived(move || found().len() as i64);
    let list_of = move |found: &[usize]| {
        let at = snapshot.get().at;
        let (locations, zone, title) = &*given.get();
        let today = to_plain(zone.as_ref(), at).date;
        let mut places = el("ul", "");
        for index in found {
            let place = place_now(locations, *index, zone.as_ref(), at);
            places = places.maybe(place.map(|place| place_view(&place, title, at, today, stage)));
        }
        places
    };
    let list = move || {
        let mut found = found();
        found.truncate(limit.get() as usize);
        (!found.is_empty()).then(|| list_of(&found))
    };
    // It stays while the list grows, and so keeps the focus. Without words it is not shown.
    let more =
        quiet_button("cp-button cp-more", move |_| limit.set(limit.peek() + PAGE)).part("more").live_text(move || {
            match (count() - limit.get()).clamp(0, PAGE) as u64 {
                0 => String::new(),
                rest => fill(words.show_all_places.of(lang, rest), &[&grouped(rest)]),
            }
        });
    let further = if STILL { still::further(&snapshot.get().places, PAGE as usize, list_of, lang) } else { None };
    let search = (searchable && !STILL).then(|| {
        let input = el("input", "").attr("type", "search").attr("autocomplete", "off").on("input", move |event| {
            query.set(event_target_value(&event));
            limit.set(PAGE);
            typed.set(typed.peek() + 1);
        });
        let shown =
            move || fill(words.places_shown, &[&grouped(count() as u64), &grouped(snapshot.get().places.len() as u64)]);
        el("div", "")
            .child(el("label", "cp-search").part("search").text(words.search).child(input))
            .child(el("p", "cp-note").attr("role", "status").live_text(shown))
    });
    el("section", "cp-section")
        .part("locations")
        .child(head)
        .maybe(note)
        .maybe(missing)
        .maybe(search)
        .maybe(if STILL && searchable { still::search(snapshot.get().places.len(), lang) } else { None })
        .live(list)
        .child(more)
        .maybe(further)
}

fn take_snapshot(given: Given, at: Instant) -> Snapshot {
    let (locations, zone, _) = &*given.get();
    let places = places_at(locations, zone.as_ref(), at);
    let until = next_change(&places, zone.as_ref(), at);
    Snapshot { at, until, places: places.iter().map(|place| place.index).collect() }
}
