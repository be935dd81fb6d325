//! What stands in the list of places where nothing answers: days in place of "now" and "tomorrow", a link where a search
//! field would be, and all places, the further ones folded away.

use super::Status;
use crate::calendar::PlainDate;
use crate::elements::{Element, el, live_link};
use crate::words::{Lang, date, fill, grouped, time};

/// So many places are in it at most: portals refuse a block of more than a megabyte.
const MOST: usize = 100;

/// "Open Monday 23 November until 4pm", "Opens Tuesday 24 November at 9am": what is true then, with its day.
pub(super) fn status(status: Status, today: PlainDate, lang: Lang) -> Option<(&'static str, String)> {
    let (words, still) = (lang.words(), lang.still_words());
    let sentence = match status {
        Status::OpenNow { until: None, .. } => still.open_always.to_owned(),
        Status::OpenNow { until: Some(until), closes_on: Some(day) } => {
            fill(still.open_until_day, &[&date(lang, day), &time(lang, until.time)])
        }
        Status::OpenNow { until: Some(until), closes_on: None } => {
            fill(still.open_until, &[&date(lang, today), &time(lang, until.time)])
        }
        Status::Opens { at, .. } => fill(words.opens_on, &[&date(lang, at.date), &time(lang, at.time)]),
        Status::Over => return Some(("cp-closed", words.closed.to_owned())),
        Status::NoHours => return None,
    };
    Some(("cp-opens", sentence))
}

/// A link to where the places can be searched, in the size of the search field.
pub(super) fn search(places: usize, lang: Lang) -> Option<Element> {
    let link = live_link("cp-search-link", None)?.text(lang.still_words().search);
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
