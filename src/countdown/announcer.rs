//! Announces the few important times to screen readers; the digits themselves are silent.

use super::SectionData;
use super::rule::{Phase, Threshold, is_old, phase_at, target_at, threshold_passed};
use crate::elements::{Element, el, spoken};
use crate::render::RenderContext;
use crate::text::digits;
use crate::words::{Lang, fill};

/// A polite live region: one day, one hour, ten minutes, the end.
pub(super) fn announcer(data: SectionData, render: RenderContext) -> Element {
    let RenderContext { now, ended, lang, callbacks, .. } = render;
    let mut before: Option<(Phase, i64)> = None;
    let mut said = String::new();
    let announcement = move || {
        let now = now.get();
        let Some(data) = data.peek() else { return String::new() };
        let (countdown, _) = &*data;
        let left = target_at(countdown, now).map_or(0, |target| now.seconds_until(target));
        let phase = phase_at(countdown, now);
        ended.set(phase == Phase::Ended);
        match before.replace((phase, left)) {
            Some((phase_before, left_before)) if phase_before == phase => {
                if let Some(threshold) = threshold_passed(phase, left_before, left) {
                    said = time_left(threshold, lang);
                } else if is_old(left_before, left) {
                    said.clear();
                }
            }
            Some(_) if phase == Phase::Ended => {
                if let Some(callbacks) = callbacks.peek() {
                    (callbacks.ended)();
                }
                said = countdown.after.as_ref().map_or(lang.words().ended, |after| spoken(after, lang).0).to_owned();
            }
            _ => {}
        }
        said.clone()
    };
    el("p", "cp-hidden").attr("role", "status").dynamic_text(announcement)
}

fn time_left(threshold: Threshold, lang: Lang) -> String {
    let words = lang.words();
    let (number, unit) = match threshold {
        Threshold::OneDay => (1, &words.days),
        Threshold::OneHour => (1, &words.hours),
        Threshold::TenMinutes => (10, &words.minutes),
    };
    fill(words.left, &[&digits(number), unit.of(lang, number)])
}
