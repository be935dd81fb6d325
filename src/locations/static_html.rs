//! The parts of the list of places for static HTML: dates in place of "now" and "tomorrow", a link in place of the
//! search field, and the further places in a `<details>`.

use crate::elements::{Element, el, live_link};
use crate::words::{Lang, fill, grouped};

/// How many places it contains at most: portals reject blocks of more than a megabyte.
const MOST: usize = 100;

/// The classes of a status line and of its text, by the text's live class: "open now" is not shown, only its space is
/// reserved.
pub(super) fn classes(live: &'static str) -> (&'static str, &'static str) {
    match live {
        "cp-open" | "cp-today" => ("cp-status cp-was-open", "cp-opens"),
        _ => ("cp-status", live),
    }
}

/// A link to the live search, in the size of the search field.
pub(super) fn search(places: usize, lang: Lang) -> Option<Element> {
    let link = live_link("cp-search-link", None)?.text(lang.static_words().search);
    let [shown, all] = [places.min(MOST), places].map(|number| grouped(number as u64));
    let shown = fill(lang.words().places_shown, &[&shown, &all]);
    Some(el("div", "").child(link).child(el("p", "cp-note").text(&shown)))
}

/// The places after the first ones, which the live portlet shows on request.
pub(super) fn further(
    places: &[usize],
    first: usize,
    list: impl Fn(&[usize]) -> Element,
    lang: Lang,
) -> Option<Element> {
    let further = places.get(first..places.len().min(MOST)).filter(|further| !further.is_empty())?;
    let number = further.len() as u64;
    let label = fill(lang.words().show_all_places.of(lang, number), &[&grouped(number)]);
    Some(el("details", "cp-details").child(el("summary", "cp-button cp-more").text(&label)).child(list(further)))
}
