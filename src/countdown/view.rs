//! Draws the countdown: its heading, the timer, the closing moment in words, and the dates that are still to come.

use super::announcer::announcer;
use super::rule::{Phase, milestones_at, phase_at};
use super::static_html;
use super::timer::timer;
use super::{Countdown, Milestone, SectionData};
use crate::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_plain};
use crate::elements::{Element, IS_STATIC, ROOM, el, heading, texted};
use crate::render::RenderContext;
use crate::signals::derived;
use crate::words::{Lang, date_and_time, fill, full_date};
use std::rc::Rc;

/// The section.
pub(crate) fn countdown_section(countdown: Countdown, zone: Rc<dyn TimeZone>, render: RenderContext) -> Element {
    let RenderContext { now, lang, .. } = render;
    let data = SectionData::new((countdown, zone));
    // Everything but the digits depends on these two memos alone, and is redrawn only when one of them changes.
    let phase = derived(move || data.peek().map_or(Phase::Ended, |data| phase_at(&data.0, now.get())));
    let coming = derived(move || data.peek().map_or(0, |data| milestones_at(&data.0, now.get()).count() as i64));
    el("section", "cp-section cp-countdown")
        .part("countdown")
        .dynamic_child(move || {
            let (phase, coming) = (phase(), coming());
            let shared = data.peek()?;
            let (countdown, zone) = (&shared.0, shared.1.as_ref());
            let target = if IS_STATIC {
                static_html::day(countdown, zone, phase, render)
            } else {
                (phase != Phase::Ended).then(|| timer(data, render))
            };
            Some(
                el("div", "")
                    .child(head(countdown, phase, render))
                    .maybe(target)
                    .maybe(closing_moment(countdown, zone, phase, lang))
                    .maybe((coming > 0).then(|| milestones(countdown, zone, coming as usize, render))),
            )
        })
        .maybe((!IS_STATIC).then(|| announcer(data, render)))
}

/// Reserves the space of our default heading, with which the snippet's begins, so that neither shifts the layout.
fn head(countdown: &Countdown, phase: Phase, render: RenderContext) -> Element {
    let words = render.lang.words();
    let (text, or) = match phase {
        Phase::Before => (&countdown.before, words.starts_in),
        Phase::Running => (&countdown.heading, words.ends_in),
        Phase::Ended => (&countdown.after, words.ended),
    };
    if phase == Phase::Ended {
        return heading(render.level, "cp-heading", text.as_ref(), or, render.lang);
    }
    let head = if IS_STATIC {
        static_html::head(phase, text.as_ref(), render)
    } else {
        heading(render.level, "cp-heading", text.as_ref(), or, render.lang)
    };
    head.attr(ROOM, or)
}

/// "Ends Friday 18 December 2026 at 5pm".
fn closing_moment(countdown: &Countdown, zone: &dyn TimeZone, phase: Phase, lang: Lang) -> Option<Element> {
    let words = lang.words();
    let (sentence, at) = match phase {
        Phase::Before => (words.starts, countdown.starts?),
        Phase::Running => (words.ends, countdown.ends),
        // A trust's own words for the end usually name the day.
        Phase::Ended if countdown.after.is_some() => return None,
        Phase::Ended => (words.ended_on, countdown.ends),
    };
    let plain = to_plain(zone, at);
    let (plain, on) = match phase {
        Phase::Before => (plain, (plain.time == PlainTime::MIDNIGHT).then_some(plain.date)),
        _ => (plain.closing(), countdown.ends_on),
    };
    Some(el("p", "cp-moment").part("moment").child(moment(lang, sentence, at, plain, on)))
}

/// A `<time>` element: the date alone, or else the instant, whose date and time are `plain`.
fn moment(lang: Lang, sentence: &str, at: Instant, plain: PlainDateTime, on: Option<PlainDate>) -> Element {
    let (datetime, words) = match on {
        Some(date) => (date.iso("-"), full_date(lang, date)),
        None => (at.iso(), date_and_time(lang, plain)),
    };
    el("time", "").attr("datetime", &datetime).text(&fill(sentence, &[&words]))
}

/// Other dates that matter, until they have passed.
fn milestones(countdown: &Countdown, zone: &dyn TimeZone, coming: usize, render: RenderContext) -> Element {
    let RenderContext { lang, level, .. } = render;
    let passed = countdown.milestones.len().saturating_sub(coming);
    let mut list = el("ul", "");
    for milestone in countdown.milestones.iter().skip(passed) {
        let Milestone { label, at, on } = milestone;
        let label = texted("span", "", label, lang);
        list =
            list.child(el("li", "").child(label).text(" ").child(moment(lang, "{0}", *at, to_plain(zone, *at), *on)));
    }
    el("div", "cp-milestones")
        .part("milestones")
        .child(heading(level + 1, "cp-subheading", None, lang.words().milestones, lang))
        .child(list)
}
