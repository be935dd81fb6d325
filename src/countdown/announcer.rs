//! Tells a screen reader the few moments that matter; the digits themselves are silent.

use super::Given;
use super::rule::{Phase, Threshold, phase_at, target_at, threshold_passed};
use crate::elements::{Stage, spoken};
use crate::words::fill;
use leptos::prelude::*;

/// A polite live region: one day, one hour, ten minutes, the end.
#[component]
pub(super) fn Announcer(given: Given, stage: Stage) -> impl IntoView {
    let Stage { now, lang, .. } = stage;
    let said = RwSignal::new(String::new());
    Effect::new(move |before: Option<(Phase, i64)>| {
        let now = now.get();
        let (phase, left) = given.with_value(|(countdown, _)| {
            let left = target_at(countdown, now).map_or(0, |target| now.seconds_until(target));
            (phase_at(countdown, now), left)
        });
        if let Some((phase_before, left_before)) = before {
            if phase != phase_before {
                if phase == Phase::Ended {
                    said.set(ended(given, lang));
                }
            } else if let Some(threshold) = threshold_passed(left_before, left) {
                said.set(time_left(threshold, lang));
            }
        }
        (phase, left)
    });
    view! { <p class="cp-hidden" role="status">{said}</p> }
}

fn ended(given: Given, lang: crate::words::Lang) -> String {
    given.with_value(|(countdown, _)| match &countdown.after {
        Some(after) => spoken(after, lang).0,
        None => lang.words().ended.to_owned(),
    })
}

fn time_left(threshold: Threshold, lang: crate::words::Lang) -> String {
    let words = lang.words();
    let (number, unit) = match threshold {
        Threshold::OneDay => (1, &words.days),
        Threshold::OneHour => (1, &words.hours),
        Threshold::TenMinutes => (10, &words.minutes),
    };
    fill(words.left, &[&number.to_string(), unit.of(lang, number)])
}
