//! The countdown where nothing ticks: the day itself, in the place and the size of the digits.

use super::rule::{Phase, calmer, remaining};
use super::{Given, Unit};
use crate::calendar::{PlainTime, to_plain};
use crate::config::Text;
use crate::elements::{Element, ROOM, el, heading, live_link, spoken};
use crate::stage::Stage;
use crate::text::{padded, sentence};
use crate::words::{Plural, day_and_month, time, weekday};

/// "Campaign ends", in the room of the config's own heading, which leads up to digits ("Campaign ends in").
pub(super) fn head(phase: Phase, text: Option<&Text>, stage: Stage) -> Element {
    let words = stage.lang.still_words();
    let words = if phase == Phase::Before { words.starts } else { words.ends };
    match text {
        Some(text) => {
            let within = el("span", "").attr(ROOM, spoken(text, stage.lang).0).text(words);
            heading(stage.level, "cp-heading", None, "", stage.lang).child(within)
        }
        None => heading(stage.level, "cp-heading", None, words, stage.lang),
    }
}

/// "18 December", and under it "Friday, 5pm". The sentence below says it in full, so it is hidden from screen readers.
pub(super) fn day(given: Given, phase: Phase, stage: Stage) -> Option<Element> {
    let lang = stage.lang;
    let (countdown, zone) = &*given.get();
    let (moment, is_date) = match phase {
        Phase::Before => (countdown.starts?, true),
        Phase::Running => (countdown.ends, countdown.ends_is_date),
        Phase::Ended => return None,
    };
    let at = to_plain(zone.as_ref(), moment);
    let is_midnight = at.time == PlainTime::MIDNIGHT;
    // The midnight that closes a day belongs to that day.
    let date = if is_midnight && phase == Phase::Running { at.date.plus_days(-1) } else { at.date };
    let mut below = weekday(lang, date.weekday()).to_owned();
    if !(is_midnight && is_date) {
        below = sentence(&[&below, ", ", &time(lang, at.time)]);
    }
    let day = el("span", "cp-unit cp-day")
        .child(el("span", "cp-digits").text(&day_and_month(lang, date)))
        .text(" ")
        .child(el("span", "cp-name").text(&below));
    // Boxes as the digits have them, however many of those stand in a row and whatever their names need.
    let words = lang.words();
    let left = remaining(countdown.units, stage.now.peek().seconds_until(moment));
    let calm = calmer(countdown.units);
    let unit = |unit: Unit, value: Option<u64>, width, name: &Plural| {
        let digits = el("span", "cp-digits").attr(ROOM, &padded(value?, width));
        // Who asked for less motion sees no seconds beside larger units.
        let class = if calm.contains(unit) { "cp-unit cp-room" } else { "cp-unit cp-room cp-seconds" };
        Some(el("span", class).child(digits).child(el("span", "cp-name").attr(ROOM, name.of(lang, value?))))
    };
    let units = [
        unit(Unit::Days, left.days, 1, &words.days),
        unit(Unit::Hours, left.hours, 2, &words.hours),
        unit(Unit::Minutes, left.minutes, 2, &words.minutes),
        unit(Unit::Seconds, left.seconds, 2, &words.seconds),
    ];
    // In the place of the pause button, and like it only where seconds are shown: for some, or for all.
    let link = match [countdown.units, calm].map(|units| units.contains(Unit::Seconds)) {
        [false, _] => None,
        [true, false] => live_link("cp-button cp-seconds", None),
        [true, true] => live_link("cp-button", None),
    };
    Some(
        el("div", "")
            .child(el("div", "cp-timer").attr("aria-hidden", "true").children(units.into_iter().flatten()).child(day))
            .maybe(link.map(|link| link.attr(ROOM, words.resume).text(lang.still_words().see_countdown))),
    )
}
