//! Draws the digits, and the button that stops them.

use super::rule::{Remaining, remaining, target_at, with_reduced_motion};
use super::{SectionData, Unit};
use crate::config::Keyword;
use crate::elements::{Element, ROOM, el, quiet_button};
use crate::render::RenderContext;
use crate::text::padded;
use leptos::prelude::untrack;

/// Days, hours, minutes and seconds. Each digit text is written only when it changes.
pub(super) fn timer(data: SectionData, render: RenderContext) -> Element {
    let RenderContext { now, lang, reduced_motion, reader, .. } = render;
    let words = lang.words();
    let held = reader.paused_at;
    let left = move || {
        let now = held.get().unwrap_or_else(|| now.get());
        let Some(data) = data.peek() else { return Remaining::default() };
        let (countdown, _) = &*data;
        let units = if reduced_motion { with_reduced_motion(countdown.units) } else { countdown.units };
        remaining(units, target_at(countdown, now).map_or(0, |target| now.seconds_until(target)))
    };
    let shown = untrack(left);
    let unit = |unit: &'static Unit| {
        shown.of(*unit)?;
        let value = move || left().of(*unit).unwrap_or(0);
        let digits = move || padded(value(), unit.width());
        let name = move || unit.name(lang.words()).of(lang, value()).to_owned();
        let digits = el("span", "cp-digits").part("digits").attr("translate", "no").dynamic_text(digits);
        Some(el("span", "cp-unit").part("unit").child(digits).text(" ").child(el("span", "cp-name").dynamic_text(name)))
    };
    let units = Unit::ALL.iter().filter_map(unit);
    // Without seconds the text changes once a minute at most, so no pause button is needed.
    let ticks = shown.of(Unit::Seconds).is_some();
    let toggle = move |_| held.set(if held.peek().is_some() { None } else { Some(now.peek()) });
    let label = move || if held.get().is_some() { words.resume } else { words.pause }.to_owned();
    el("div", "").child(el("div", "cp-timer").part("timer").attr("role", "timer").children(units)).maybe(
        ticks.then(|| {
            quiet_button("cp-button cp-pause", toggle).part("pause").attr(ROOM, words.resume).dynamic_text(label)
        }),
    )
}
