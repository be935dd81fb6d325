//! Draws the countdown: its heading, the timer, the closing moment in words, and the dates that are still to come.

use super::Given;
use super::announcer::Announcer;
use super::rule::{Phase, milestones_at, phase_at};
use super::timer::Timer;
use crate::calendar::{PlainDateTime, PlainTime, TimeZone, to_plain};
use crate::campaign::Countdown;
use crate::elements::{Stage, heading, moment, spoken};
use crate::words::{Lang, date_and_time, fill, full_date};
use leptos::prelude::*;
use std::rc::Rc;

/// The section.
#[component]
pub(crate) fn CountdownSection(countdown: Countdown, zone: Rc<dyn TimeZone>, stage: Stage) -> impl IntoView {
    let Stage { now, lang, level, .. } = stage;
    let given: Given = StoredValue::new_local((countdown, zone));
    let phase = Memo::new(move |_| given.with_value(|(countdown, _)| phase_at(countdown, now.get())));
    let words = lang.words();
    let head = move || {
        let phase = phase.get();
        given.with_value(|(countdown, _)| {
            let (text, or) = match phase {
                Phase::Before => (&countdown.before, words.starts_in),
                Phase::Running => (&countdown.heading, words.ends_in),
                Phase::Ended => (&countdown.after, words.ended),
            };
            heading(level, "cp-heading", text.as_ref(), or, lang)
        })
    };
    let timer = move || (phase.get() != Phase::Ended).then(|| view! { <Timer given stage/> });
    let closing_moment = move || closing_moment(given, phase.get(), lang);
    view! {
        <section class="cp-section cp-countdown" part="countdown">
            {head}
            {timer}
            {closing_moment}
            <Milestones given stage/>
            <Announcer given stage/>
        </section>
    }
}

/// "Ends Friday 18 December 2026 at 5pm".
fn closing_moment(given: Given, phase: Phase, lang: Lang) -> Option<AnyView> {
    let words = lang.words();
    given.with_value(|(countdown, zone)| {
        let (sentence, at) = match phase {
            Phase::Before => (words.starts, countdown.starts?),
            Phase::Running => (words.ends, countdown.ends),
            // A trust's own words for the end usually name the day.
            Phase::Ended if countdown.after.is_some() => return None,
            Phase::Ended => (words.ended_on, countdown.ends),
        };
        let plain = to_plain(zone.as_ref(), at);
        let when = match phase {
            Phase::Before if plain.time == PlainTime::MIDNIGHT => full_date(lang, plain.date),
            Phase::Before => date_and_time(lang, plain),
            _ => closing(lang, plain, countdown.ends_is_date),
        };
        Some(view! { <p class="cp-moment" part="moment">{moment(at, fill(sentence, &[&when]))}</p> }.into_any())
    })
}

/// An end in words. The midnight that closes a day belongs to that day.
fn closing(lang: Lang, at: PlainDateTime, is_date: bool) -> String {
    if at.time != PlainTime::MIDNIGHT {
        return date_and_time(lang, at);
    }
    let date = at.date.plus_days(-1);
    if is_date { full_date(lang, date) } else { date_and_time(lang, PlainDateTime { date, ..at }) }
}

/// Other dates that matter, until they have passed.
#[component]
fn Milestones(given: Given, stage: Stage) -> impl IntoView {
    let Stage { now, lang, level, .. } = stage;
    let coming = Memo::new(move |_| given.with_value(|(countdown, _)| milestones_at(countdown, now.get()).count()));
    move || {
        let coming = coming.get();
        (coming > 0).then(|| {
            let items = given.with_value(|(countdown, zone)| {
                let passed = countdown.milestones.len().saturating_sub(coming);
                let coming = countdown.milestones.iter().skip(passed);
                coming
                    .map(|milestone| {
                        let (label, marked) = spoken(&milestone.label, lang);
                        let at = closing(lang, to_plain(zone.as_ref(), milestone.at), milestone.at_is_date);
                        view! { <li><span lang=marked>{label}</span> <br/> {moment(milestone.at, at)}</li> }
                    })
                    .collect_view()
            });
            view! {
                {heading(level + 1, "cp-subheading", None, lang.words().milestones, lang)}
                <ul class="cp-milestones" part="milestones">{items}</ul>
            }
        })
    }
}
