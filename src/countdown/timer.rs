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
    let boxes = move || {
        let left = left();
        let mut boxes = el("div", "cp-timer").part("timer").attr("role", "timer");
        for unit in Unit::ALL {
            if let Some(value) = left.of(*unit) {
                let digits = padded(value, unit.width());
                let digits = el("span", "cp-digits").part("digits").attr("translate", "no").text(&digits);
                let name = el("span", "cp-name").text(unit.name(words).of(lang, value));
                boxes = boxes.child(el("span", "cp-unit").part("unit").child(digits).text(" ").child(name));
            }
        }
        Some(boxes)
    };
    // Without seconds the text changes once a minute at most, so no pause button is needed.
    let ticks = untrack(left).of(Unit::Seconds).is_some();
    let toggle = move |_| held.set(if held.peek().is_some() { None } else { Some(now.peek()) });
    let label = move || if held.get().is_some() { words.resume } else { words.pause }.to_owned();
    el("div", "").dynamic_child(boxes).maybe(
        ticks.then(|| {
            quiet_button("cp-button cp-pause", toggle).part("pause").attr(ROOM, words.resume).dynamic_text(label)
        }),
    )
}
