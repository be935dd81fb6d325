//! Draws the list of places, and the field that searches a long one.

use super::place::place_view;
use super::{Locations, matches, next_change, place_now, places_at, static_html};
use crate::calendar::{Instant, TimeZone, to_plain};
use crate::config::Text;
use crate::elements::{Element, IS_STATIC, el, heading, quiet_button, texted};
use crate::render::RenderContext;
use crate::signals::{PackedSignal, SharedValue, derived};
use crate::words::{fill, grouped};
use leptos::prelude::event_target_value;
use std::cell::RefCell;
use std::rc::Rc;

/// A list of more places than this has a search field.
const SEARCH_ABOVE: usize = 8;

/// How many places are shown at first, and how many more at each press of the button.
const PAGE: i64 = 20;

/// The list from `at` until a place opens or closes.
struct Snapshot {
    at: Instant,
    until: Option<Instant>,
    /// The indices of the places in the config, in the order of the list.
    places: Vec<usize>,
}

/// What the parts of the section share.
struct SectionData {
    locations: Locations,
    zone: Rc<dyn TimeZone>,
    title: Text,
    /// The last snapshot, so that it is not computed each second.
    cache: RefCell<Option<Rc<Snapshot>>>,
}

impl SectionData {
    /// The list as it is at `now`.
    fn snapshot(&self, now: Instant) -> Rc<Snapshot> {
        let mut cache = self.cache.borrow_mut();
        let known = cache.take().filter(|known| now >= known.at && known.until.is_none_or(|until| now < until));
        cache.insert(known.unwrap_or_else(|| self.take_snapshot(now))).clone()
    }

    fn take_snapshot(&self, at: Instant) -> Rc<Snapshot> {
        let places = places_at(&self.locations, self.zone.as_ref(), at);
        let until = next_change(&places, self.zone.as_ref(), at);
        Rc::new(Snapshot { at, until, places: places.iter().map(|place| place.index).collect() })
    }

    /// The places with these indices, at `at`.
    fn list(&self, places: &[usize], at: Instant, render: RenderContext) -> Element {
        let today = to_plain(self.zone.as_ref(), at).date;
        el("ul", "").children(places.iter().filter_map(|index| {
            let place = place_now(&self.locations, *index, self.zone.as_ref(), at)?;
            Some(place_view(&place, &self.title, at, today, render))
        }))
    }
}

/// The section.
pub(crate) fn locations_section(
    locations: Locations,
    zone: Rc<dyn TimeZone>,
    title: Text,
    render: RenderContext,
) -> Element {
    let RenderContext { now, lang, level, .. } = render;
    let words = lang.words();
    let head = heading(level, "cp-heading", locations.heading.as_ref(), words.where_to_go, lang);
    let note = locations.note.as_ref().map(|note| texted("p", "cp-locations-note", note, lang));
    let missing =
        (locations.csv.is_some() && locations.places.is_empty()).then(|| render.missing(words.sessions_missing));
    let searchable = locations.places.len() > SEARCH_ABOVE;
    let data = SharedValue::new(SectionData { locations, zone, title, cache: RefCell::default() });

    // The start of the current snapshot, as a memo: its subscribers run only when there is another snapshot.
    let at = derived(move || data.peek().map_or(now.get(), |data| data.snapshot(now.get()).at));
    let query = SharedValue::new(String::new());
    let limit = PackedSignal::new(PAGE);
    let all = move || data.peek().map(|data| data.snapshot(at()).places.clone()).unwrap_or_default();
    let found = move || {
        let mut found = all();
        if let (Some(query), Some(data)) = (query.get(), data.peek())
            && !query.is_empty()
        {
            found.retain(|index| data.locations.places.get(*index).is_some_and(|place| matches(place, &query)));
        }
        found
    };
    let count = derived(move || found().len() as i64);
    let list = move || {
        let mut found = found();
        found.truncate(limit.get() as usize);
        if found.is_empty() { None } else { Some(data.peek()?.list(&found, at(), render)) }
    };
    // It is not redrawn while the list grows, and so keeps focus. With an empty label it is hidden.
    let more = quiet_button("cp-button cp-more", move |_| limit.set(limit.peek() + PAGE)).part("more").dynamic_text(
        move || match (count() - limit.get()).clamp(0, PAGE) as u64 {
            0 => String::new(),
            rest => fill(words.show_all_places.of(lang, rest), &[&grouped(rest)]),
        },
    );
    let further = |data: &SectionData| {
        static_html::further(&all(), PAGE as usize, |places| data.list(places, at(), render), lang)
    };
    let further = if IS_STATIC { data.peek().and_then(|data| further(&data)) } else { None };
    let search = (searchable && !IS_STATIC).then(|| {
        let input = el("input", "").attr("type", "search").attr("autocomplete", "off").on("input", move |event| {
            query.set(event_target_value(&event));
            limit.set(PAGE);
        });
        let shown = move || fill(words.places_shown, &[&grouped(count() as u64), &grouped(all().len() as u64)]);
        el("div", "")
            .child(el("label", "cp-search").part("search").text(words.search).child(input))
            .child(el("p", "cp-note").attr("role", "status").dynamic_text(shown))
    });
    el("section", "cp-section")
        .part("locations")
        .child(head)
        .maybe(note)
        .maybe(missing)
        .maybe(search)
        .maybe(if IS_STATIC && searchable { static_html::search(all().len(), lang) } else { None })
        .dynamic_child(list)
        .child(more)
        .maybe(further)
}
