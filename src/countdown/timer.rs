//! Draws the digits, and the button that stops them.

use super::Given;
use super::rule::{Remaining, calmer, remaining, target_at};
use crate::elements::Stage;
use crate::words::Plural;
use leptos::prelude::*;

/// Days, hours, minutes and seconds. Each is a memo of its own, so that a tick writes only the digits that changed.
#[component]
pub(super) fn Timer(given: Given, stage: Stage) -> impl IntoView {
    let Stage { now, lang, calm, .. } = stage;
    let words = lang.words();
    let paused = RwSignal::new(false);
    let left = Memo::new(move |before: Option<&Remaining>| match before {
        Some(before) if paused.get() => *before,
        _ => given.with_value(|(countdown, _)| {
            let now = now.get();
            let units = if calm { calmer(countdown.units) } else { countdown.units };
            remaining(units, target_at(countdown, now).map_or(0, |target| now.seconds_until(target)))
        }),
    });
    let unit = |of: fn(Remaining) -> Option<u64>, two_digits: bool, name: &'static Plural| {
        let value = Memo::new(move |_| of(left.get()));
        value.get_untracked()?;
        let digits = move || {
            let value = value.get().unwrap_or(0);
            if two_digits { format!("{value:02}") } else { value.to_string() }
        };
        let name = move || name.of(lang, value.get().unwrap_or(0));
        Some(view! {
            <span class="cp-unit" part="unit">
                <span class="cp-digits" part="digits">{digits}</span>
                " "
                <span class="cp-name">{name}</span>
            </span>
        })
    };
    let units = vec![
        unit(|left| left.days, false, &words.days),
        unit(|left| left.hours, true, &words.hours),
        unit(|left| left.minutes, true, &words.minutes),
        unit(|left| left.seconds, true, &words.seconds),
    ];
    let label = move || if paused.get() { words.resume } else { words.pause };
    let toggle = move |_| paused.update(|paused| *paused = !*paused);
    view! {
        <div class="cp-timer" part="timer" role="timer">{units}</div>
        <button type="button" class="cp-button cp-pause" part="pause" on:click=toggle>{label}</button>
    }
}
