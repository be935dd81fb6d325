//! Draws the list of places, and the field that searches a long one.

use super::place::place_view;
use super::{matches, next_change, place_now, places_at};
use crate::calendar::{Instant, TimeZone};
use crate::campaign::{Locations, Text};
use crate::elements::{Element, Stage, el, heading, quiet_button, texted};
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
    /// The numbers of the places in the config, in the order of the list.
    places: Rc<[usize]>,
}

/// The section.
pub(crate) fn locations_section(locations: Locations, zone: Rc<dyn TimeZone>, title: Text, stage: Stage) -> Element {
    let Stage { now, lang, level, .. } = stage;
    let words = lang.words();
    let head = heading(level, "cp-heading", locations.heading.as_ref(), words.where_to_go, lang);
    let note = locations.note.as_ref().map(|note| texted("p", "cp-locations-note", note, lang));
    let searchable = locations.places.len() > SEARCH_ABOVE;
    let given: Given = StoredValue::new_local((locations, zone, title));

    let kept = StoredValue::new_local(take_snapshot(given, now.get_untracked()));
    let changes_at = Memo::new(move |_| {
        let now = now.get();
        let current = kept.with_value(|kept| now >= kept.at && kept.until.is_none_or(|until| now < until));
        if !current {
            kept.set_value(take_snapshot(given, now));
        }
        kept.with_value(|kept| kept.until)
    });
    let query = RwSignal::new(String::new());
    let limit = RwSignal::new(PAGE);
    let found = move || {
        changes_at.track();
        let snapshot = kept.get_value();
        let found: Vec<usize> = query.with(|query| {
            given.with_value(|(locations, ..)| {
                let is_found = |index: &usize| locations.places.get(*index).is_some_and(|place| matches(place, query));
                snapshot.places.iter().copied().filter(is_found).collect()
            })
        });
        (snapshot, found)
    };
    let list = move || {
        let (snapshot, found) = found();
        let draw = |index: usize| {
            given.with_value(|(locations, zone, title)| {
                let place = place_now(locations, index, zone.as_ref(), snapshot.at)?;
                Some(place_view(&place, title, snapshot.at, stage))
            })
        };
        let limit_now = limit.get();
        let places = el("ul", "cp-places").children(found.iter().copied().take(limit_now).filter_map(draw));
        let rest = found.len().saturating_sub(limit_now).min(PAGE) as u64;
        let more = (rest > 0).then(|| {
            let label = fill(words.show_all_places.of(lang, rest), &[&grouped(rest)]);
            quiet_button("cp-button", move |_| limit.update(|limit| *limit = limit.saturating_add(PAGE)))
                .part("more")
                .text(label)
        });
        Some(el("div", "").child(places).maybe(more))
    };
    let search = searchable.then(|| {
        let input = el("input", "").attr("type", "search").attr("autocomplete", "off").on("input", move |event| {
            query.set(event_target_value(&event));
            limit.set(PAGE);
        });
        let count = move || {
            let (snapshot, found) = found();
            fill(words.places_shown, &[&grouped(found.len() as u64), &grouped(snapshot.places.len() as u64)])
        };
        el("div", "")
            .child(el("label", "cp-search").part("search").text(words.search).child(input))
            .child(el("p", "cp-note").attr("role", "status").live_text(count))
    });
    el("section", "cp-section cp-locations").part("locations").child(head).maybe(note).maybe(search).live(list)
}

fn take_snapshot(given: Given, at: Instant) -> Snapshot {
    given.with_value(|(locations, zone, _)| {
        let places = places_at(locations, zone.as_ref(), at);
        let until = next_change(&places, zone.as_ref(), at);
        Snapshot { at, until, places: places.iter().map(|place| place.index).collect() }
    })
}
