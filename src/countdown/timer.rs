//! Draws the digits, and the button that stops them.

use super::Given;
use super::rule::{Remaining, calmer, remaining, target_at};
use crate::calendar::Instant;
use crate::elements::{Element, ROOM, el, quiet_button};
use crate::live::Live;
use crate::stage::Stage;
use crate::text::padded;
use crate::words::Plural;
use leptos::prelude::untrack;

/// Days, hours, minutes and seconds. Each digit text is written only when it changes.
pub(super) fn timer(given: Given, stage: Stage) -> Element {
    let Stage { now, lang, calm, .. } = stage;
    let words = lang.words();
    // While someone has stopped the digits: the moment that they show.
    let held: Live<Option<Instant>> = Live::new(None);
    let left = move || {
        let now = held.get().unwrap_or_else(|| now.get());
        let (countdown, _) = &*given.get();
        let units = if calm { calmer(countdown.units) } else { countdown.units };
        remaining(units, target_at(countdown, now).map_or(0, |target| now.seconds_until(target)))
    };
    let shown = untrack(left);
    let unit = |of: fn(Remaining) -> Option<u64>, name: &'static Plural| {
        of(shown)?;
        let width = if std::ptr::eq(name, &words.days) { 1 } else { 2 };
        let value = move || of(left()).unwrap_or(0);
        let digits = move || padded(value(), width);
        let name = move || name.of(lang, value()).to_owned();
        let digits = el("span", "cp-digits").part("digits").live_text(digits);
        Some(el("span", "cp-unit").part("unit").child(digits).text(" ").child(el("span", "cp-name").live_text(name)))
    };
    let units = [
        unit(|left| left.days, &words.days),
        unit(|left| left.hours, &words.hours),
        unit(|left| left.minutes, &words.minutes),
        unit(|left| left.seconds, &words.seconds),
    ];
    // Of what changes once a minute at most nothing moves: there is nothing to stop.
    let ticks = shown.seconds.is_some();
    let toggle = move |_| held.set(if held.peek().is_some() { None } else { Some(now.peek()) });
    let label = move || if held.get().is_some() { words.resume } else { words.pause }.to_owned();
    el("div", "")
        .child(el("div", "cp-timer").part("timer").attr("role", "timer").children(units.into_iter().flatten()))
        .maybe(ticks.then(|| {
            quiet_button("cp-button cp-pause", toggle).part("pause").attr(ROOM, words.resume).live_text(label)
        }))
}
