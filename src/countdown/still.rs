//! The countdown where nothing ticks: the day itself, in the place and the size of the digits.

use super::Given;
use super::rule::{Phase, calmer};
use crate::calendar::{PlainTime, to_plain};
use crate::elements::{Element, el, heading, live_link};
use crate::stage::Stage;
use crate::text::sentence;
use crate::words::{day_and_month, time, weekday};

/// "Campaign ends": the config's own heading leads up to digits ("Campaign ends in"). The end keeps its heading.
pub(super) fn head(phase: Phase, stage: Stage) -> Option<Element> {
    let words = stage.lang.still_words();
    let words = match phase {
        Phase::Before => words.starts,
        Phase::Running => words.ends,
        Phase::Ended => return None,
    };
    Some(heading(stage.level, "cp-heading", None, words, stage.lang))
}

/// "18 December", and under it "Friday, 5pm". The sentence below says it in full, so it is hidden from screen readers.
pub(super) fn day(given: Given, phase: Phase, stage: Stage) -> Option<Element> {
    let lang = stage.lang;
    let (countdown, zone) = &*given.get();
    let (at, is_date) = match phase {
        Phase::Before => (countdown.starts?, true),
        Phase::Running => (countdown.ends, countdown.ends_is_date),
        Phase::Ended => return None,
    };
    let at = to_plain(zone.as_ref(), at);
    let is_midnight = at.time == PlainTime::MIDNIGHT;
    // The midnight that closes a day belongs to that day.
    let date = if is_midnight && phase == Phase::Running { at.date.plus_days(-1) } else { at.date };
    let mut below = weekday(lang, date.weekday()).to_owned();
    if !(is_midnight && is_date) {
        below = sentence(&[&below, ", ", &time(lang, at.time)]);
    }
    let unit = el("span", "cp-unit")
        .child(el("span", "cp-digits").text(&day_and_month(lang, date)))
        .text(" ")
        .child(el("span", "cp-name").text(&below));
    // In the place of the pause button, and like it only where seconds are shown: for some, or for all.
    let link = match (countdown.units.seconds, calmer(countdown.units).seconds) {
        (false, _) => None,
        (true, false) => live_link("cp-button cp-seconds", None),
        (true, true) => live_link("cp-button", None),
    };
    Some(
        el("div", "")
            .child(el("div", "cp-timer").attr("aria-hidden", "true").child(unit))
            .maybe(link.map(|link| link.text(lang.still_words().see_countdown))),
    )
}
