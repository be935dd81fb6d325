//! The countdown in static HTML: the date, in the place and the size of the digits.

use super::rule::{Phase, remaining, target_at, with_reduced_motion};
use super::{Countdown, Unit};
use crate::calendar::{PlainTime, TimeZone, to_plain};
use crate::config::{Keyword, Text};
use crate::elements::{Element, ROOM, el, heading, live_link, spoken};
use crate::render::RenderContext;
use crate::text::{padded, sentence};
use crate::words::{capital, day_and_month, time, weekday};

/// "Campaign ends", in the space of the config's own heading, which leads up to digits ("Campaign ends in").
pub(super) fn head(phase: Phase, text: Option<&Text>, render: RenderContext) -> Element {
    let words = render.lang.static_words();
    let words = if phase == Phase::Before { words.starts } else { words.ends };
    match text {
        Some(text) => {
            let within = el("span", "").attr(ROOM, spoken(text, render.lang).0).text(words);
            heading(render.level, "cp-heading", None, "", render.lang).child(within)
        }
        None => heading(render.level, "cp-heading", None, words, render.lang),
    }
}

/// "18 December", and under it "Friday, 5pm". The sentence below has both, so this is hidden from screen readers.
pub(super) fn day(countdown: &Countdown, zone: &dyn TimeZone, phase: Phase, render: RenderContext) -> Option<Element> {
    let lang = render.lang;
    let moment = target_at(countdown, render.now.peek())?;
    let mut at = to_plain(zone, moment);
    let mut is_date = at.time == PlainTime::MIDNIGHT;
    if phase == Phase::Running {
        is_date = countdown.ends_on.is_some();
        at = at.closing();
    }
    let mut below = capital(weekday(lang, at.date.weekday()).to_owned());
    if !is_date {
        below = sentence(&[&below, ", ", &time(lang, at.time)]);
    }
    let day = el("span", "cp-unit cp-day")
        .child(el("span", "cp-digits").text(&day_and_month(lang, at.date)))
        .text(" ")
        .child(el("span", "cp-name").text(&below));
    // Invisible boxes reserve the space of the digits, however they wrap and however wide their names are.
    let words = lang.words();
    let left = remaining(countdown.units, render.now.peek().seconds_until(moment));
    let reduced = with_reduced_motion(countdown.units);
    let unit = |unit: &Unit| {
        let value = left.of(*unit)?;
        let digits = el("span", "cp-digits").attr(ROOM, &padded(value, unit.width()));
        // With reduced motion, seconds are hidden beside larger units.
        let class = if reduced.contains(*unit) { "cp-unit cp-room" } else { "cp-unit cp-room cp-seconds" };
        let name = el("span", "cp-name").attr(ROOM, unit.name(words).of(lang, value));
        Some(el("span", class).child(digits).child(name))
    };
    let units = Unit::ALL.iter().filter_map(unit);
    // In place of the pause button, and like it only with seconds: hidden under reduced motion, or always shown.
    let link = match [countdown.units, reduced].map(|units| units.contains(Unit::Seconds)) {
        [false, _] => None,
        [true, false] => live_link("cp-button cp-seconds", None),
        [true, true] => live_link("cp-button", None),
    };
    Some(
        el("div", "")
            .child(el("div", "cp-timer").attr("aria-hidden", "true").children(units).child(day))
            .maybe(link.map(|link| link.attr(ROOM, words.resume).text(lang.static_words().see_countdown))),
    )
}
