//! Draws the list of places, and the field that searches a long one.

use super::place::{all_times, place_view};
use super::session::PlaceSessions;
use super::{Locations, PlaceNow, matches, next_change, place_now, places_at, shown, static_html};
use crate::calendar::{Instant, PlainDate, TimeZone, to_plain};
use crate::config::Text;
use crate::elements::{Element, IS_STATIC, el, heading, quiet_button, texted};
use crate::render::{FIRST, ListState, PAGE, RenderContext};
use crate::signals::{SharedValue, derived};
use crate::words::{Lang, fill, grouped};
use leptos::prelude::event_target_value;
use std::cell::RefCell;
use std::rc::Rc;

/// A list of more places than this has a search field.
const SEARCH_ABOVE: usize = 8;

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

    fn place(&self, index: usize, at: Instant) -> Option<PlaceNow<'_>> {
        place_now(&self.locations, index, self.zone.as_ref(), at)
    }

    fn sessions<'a>(&'a self, now: &PlaceNow<'a>, at: Instant, today: PlainDate, lang: Lang) -> PlaceSessions<'a> {
        PlaceSessions::new(now, &self.locations, &self.title, at, today, lang)
    }

    /// The places with these indices, at `at`. The first of those that "Show more" has added takes the focus when the
    /// button goes.
    fn list(self: &Rc<Self>, places: &[usize], at: Instant, render: RenderContext) -> Element {
        let today = to_plain(self.zone.as_ref(), at).date;
        let first_added = (render.reader.list.limit.get() - PAGE) as usize;
        el("ul", "").children(places.iter().enumerate().filter_map(|(position, index)| {
            let (data, index) = (self.clone(), *index);
            let is_only = self.locations.places.len() == 1;
            let times = Box::new(move || {
                let now = data.place(index, at)?;
                Some(all_times(&now, &data.sessions(&now, at, today, render.lang), today, render.lang))
            });
            let takes_focus = position > 0 && position == first_added;
            Some(place_view(&self.place(index, at)?, today, is_only, takes_focus, times, render))
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
    let RenderContext { now, lang, level, reader, .. } = render;
    let ListState { query, limit, .. } = reader.list;
    let words = lang.words();
    let head = heading(level, "cp-heading", locations.heading.as_ref(), words.where_to_go, lang);
    let note = locations.note.as_ref().map(|note| texted("p", "cp-locations-note", note, lang));
    let lacks_csv = if render.awaits_files { locations.places.is_empty() } else { !locations.csv_is_read };
    let missing = (locations.csv.is_some() && lacks_csv).then(|| render.missing(words.sessions_missing));
    let may_be_over = missing.is_none() && !locations.places.is_empty();
    let searchable = locations.places.len() > SEARCH_ABOVE;
    let data = SharedValue::new(SectionData { locations, zone, title, cache: RefCell::default() });

    // The start of the current snapshot, as a memo: its subscribers run only when there is another snapshot.
    let at = derived(move || data.peek().map_or(now.get(), |data| data.snapshot(now.get()).at));
    let all = move || data.peek().map(|data| data.snapshot(at()).places.clone()).unwrap_or_default();
    let found = move || {
        let mut found = all();
        if let (Some(query), Some(data)) = (query.get(), data.peek())
            && searchable
            && !reader.on_paper.get()
            && !query.is_empty()
        {
            found.retain(|index| data.locations.places.get(*index).is_some_and(|place| matches(place, &query)));
        }
        found
    };
    let count = derived(move || found().len() as i64);
    let list = move || {
        let mut found = found();
        let limit_now = if reader.on_paper.get() { i32::MAX.into() } else { limit.get() };
        let shown = shown(found.len(), limit_now);
        let rest = (found.len() - shown).min(PAGE as usize) as u64;
        found.truncate(shown);
        let more = move || {
            quiet_button("cp-button cp-more", move |_| limit.set(limit.peek() + PAGE))
                .part("more")
                .text(&fill(words.show_all_places.of(lang, rest), &[&grouped(rest)]))
        };
        if found.is_empty() {
            return None;
        }
        let list = data.peek()?.list(&found, at(), render);
        Some(el("div", "").child(list).maybe((rest > 0).then(more)))
    };
    let further = |data: &Rc<SectionData>| {
        static_html::further(&all(), shown(all().len(), FIRST), |places| data.list(places, at(), render), lang)
    };
    let further = if IS_STATIC { data.peek().and_then(|data| further(&data)) } else { None };
    let search = move || {
        let input = el("input", "").attr("type", "search").attr("autocomplete", "off").on("input", move |event| {
            let typed = event_target_value(&event);
            limit.set(if typed.is_empty() { FIRST } else { PAGE });
            query.set(typed);
        });
        let shown = move || {
            fill(
                words.places_shown,
                &[&grouped(shown(count() as usize, limit.get()) as u64), &grouped(all().len() as u64)],
            )
        };
        // A refresh, or a last session that ends, is nothing that the reader has done.
        let live = move || if limit.get() > FIRST { "polite" } else { "off" }.to_owned();
        el("div", "")
            .child(el("label", "cp-search").part("search").text(words.search).child(input))
            .child(el("p", "cp-note").attr("role", "status").dynamic_attr("aria-live", live).dynamic_text(shown))
    };
    // Places that have sessions only go with the last of them.
    let above = move || match all().len() {
        0 if may_be_over => Some(el("p", "cp-note").text(words.no_more_sessions)),
        _ if !searchable => None,
        len if IS_STATIC => static_html::search(len, lang),
        _ => Some(search()),
    };
    el("section", "cp-section cp-locations")
        .part("locations")
        .child(head)
        .maybe(note)
        .maybe(missing)
        .dynamic_child(above)
        .dynamic_child(list)
        .maybe(further)
}
