//! Draws the list of places, and the field that searches a long one.

use super::place::place_view;
use super::{Status, matches, next_change, place_now, places_at};
use crate::calendar::{Instant, TimeZone};
use crate::campaign::{Locations, Text};
use crate::elements::{Stage, heading, texted};
use crate::words::{fill, grouped};
use leptos::prelude::*;
use std::rc::Rc;

/// Above so many places a search field stands above the list.
const SEARCH_ABOVE: usize = 8;

/// So many places are drawn at first, and so many more each time that someone asks.
const PAGE: usize = 20;

/// What the parts of the section share. Leptos wants closures that are `Send`; this handle is.
type Given = StoredValue<(Locations, Rc<dyn TimeZone>, Text), LocalStorage>;

/// The list as it is until something opens or closes, so that nothing is worked out each second.
#[derive(Clone, PartialEq)]
struct Snapshot {
    at: Instant,
    until: Option<Instant>,
    places: Vec<Key>,
}

/// A place, and all that its lines depend on: one with the same key is not drawn again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    index: usize,
    status: Status,
    changes_at: Option<Instant>,
}

/// The section.
#[component]
pub(crate) fn LocationsSection(
    locations: Locations,
    zone: Rc<dyn TimeZone>,
    title: Text,
    stage: Stage,
) -> impl IntoView {
    let Stage { now, lang, level, .. } = stage;
    let words = lang.words();
    let head = heading(level, "cp-heading", locations.heading.as_ref(), words.where_to_go, lang);
    let note = locations.note.as_ref().map(|note| texted("p", "cp-locations-note", note, lang));
    let searchable = locations.places.len() > SEARCH_ABOVE;
    let given: Given = StoredValue::new_local((locations, zone, title));

    let snapshot = Memo::new(move |before: Option<&Snapshot>| {
        let now = now.get();
        match before {
            Some(before) if now >= before.at && before.until.is_none_or(|until| now < until) => before.clone(),
            _ => take_snapshot(given, now),
        }
    });
    let query = RwSignal::new(String::new());
    let limit = RwSignal::new(PAGE);
    let found = Memo::new(move |_| {
        let snapshot = snapshot.get();
        query.with(|query| found(given, &snapshot.places, query))
    });
    let shown = move || found.with(|found| found.iter().take(limit.get()).copied().collect::<Vec<_>>());
    let draw = move |key: Key| {
        let at = snapshot.get_untracked().at;
        given.with_value(|(locations, zone, title)| {
            place_now(locations, key.index, zone.as_ref(), at).map(|place| place_view(&place, title, at, stage))
        })
    };
    let more = move || {
        let rest = found.with(Vec::len).saturating_sub(limit.get()).min(PAGE);
        (rest > 0).then(|| {
            let label = fill(words.show_all_places.of(lang, rest as u64), &[&grouped(rest as u64)]);
            let show = move |_| limit.update(|limit| *limit = limit.saturating_add(PAGE));
            view! { <button type="button" class="cp-button" part="more" on:click=show>{label}</button> }
        })
    };
    let search = searchable.then(|| {
        let total = snapshot.with_untracked(|snapshot| snapshot.places.len()) as u64;
        let count = move || {
            let count = found.with(Vec::len) as u64;
            fill(words.places_shown, &[&grouped(count), &grouped(total)])
        };
        view! {
            <label class="cp-search" part="search">
                {words.search}
                <input type="search" autocomplete="off" on:input:target=move |event| {
                    query.set(event.target().value());
                    limit.set(PAGE);
                }/>
            </label>
            <p class="cp-note" role="status">{count}</p>
        }
    });
    view! {
        <section class="cp-section cp-locations" part="locations">
            {head}
            {note}
            {search}
            <ul class="cp-places"><For each=shown key=|key| *key children=draw/></ul>
            {more}
        </section>
    }
}

fn take_snapshot(given: Given, at: Instant) -> Snapshot {
    given.with_value(|(locations, zone, _)| {
        let places = places_at(locations, zone.as_ref(), at);
        let until = next_change(&places, zone.as_ref(), at);
        let keys =
            places.iter().map(|place| Key { index: place.index, status: place.status, changes_at: place.changes_at });
        Snapshot { at, until, places: keys.collect() }
    })
}

fn found(given: Given, places: &[Key], query: &str) -> Vec<Key> {
    given.with_value(|(locations, ..)| {
        let is_found = |key: &&Key| locations.places.get(key.index).is_some_and(|place| matches(place, query));
        places.iter().filter(is_found).copied().collect()
    })
}
