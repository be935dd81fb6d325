//! What stands in the list of places where nothing answers: days in place of "now" and "tomorrow", a link where a search
//! field would be, and all places, the further ones folded away.

use crate::elements::{Element, el, live_link};
use crate::words::{Lang, fill, grouped};

/// So many places are in it at most: portals refuse a block of more than a megabyte.
const MOST: usize = 100;

/// The classes of a status and its words, by the words' class where it is live: nothing is open "now", but takes its room.
pub(super) fn classes(live: &'static str) -> (&'static str, &'static str) {
    if live == "cp-open" { ("cp-status cp-was-open", "cp-opens") } else { ("cp-status", live) }
}

/// A link to where the places can be searched, in the size of the search field.
pub(super) fn search(places: usize, lang: Lang) -> Option<Element> {
    let link = live_link("cp-search-link", None)?.text(lang.static_words().search);
    let [shown, all] = [places.min(MOST), places].map(|number| grouped(number as u64));
    let shown = fill(lang.words().places_shown, &[&shown, &all]);
    Some(el("div", "").child(link).child(el("p", "cp-note").text(&shown)))
}

/// The places behind the first ones, which the portlet shows when someone asks.
pub(super) fn further(
    places: &[usize],
    first: usize,
    list: impl Fn(&[usize]) -> Element,
    lang: Lang,
) -> Option<Element> {
    let further = places.get(first..places.len().min(MOST)).filter(|further| !further.is_empty())?;
    let number = further.len() as u64;
    let label = fill(lang.words().show_all_places.of(lang, number), &[&grouped(number)]);
    Some(el("details", "").child(el("summary", "cp-button cp-more").text(&label)).child(list(further)))
}
