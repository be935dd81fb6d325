//! Draws the countdown: its heading, the timer, the closing moment in words, and the dates that are still to come.

use super::announcer::announcer;
use super::rule::{Phase, milestones_at, phase_at};
use super::static_html;
use super::timer::timer;
use super::{Countdown, SectionData};
use crate::calendar::{PlainDateTime, PlainTime, TimeZone, to_plain};
use crate::elements::{Element, IS_STATIC, ROOM, el, heading, moment, texted};
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
    let when = match phase {
        Phase::Before if plain.time == PlainTime::MIDNIGHT => full_date(lang, plain.date),
        Phase::Before => date_and_time(lang, plain),
        _ => closing(lang, plain, countdown.ends_is_date),
    };
    Some(el("p", "cp-moment").part("moment").child(moment(at, &fill(sentence, &[&when]))))
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
fn milestones(countdown: &Countdown, zone: &dyn TimeZone, coming: usize, render: RenderContext) -> Element {
    let RenderContext { lang, level, .. } = render;
    let passed = countdown.milestones.len().saturating_sub(coming);
    let mut list = el("ul", "");
    for milestone in countdown.milestones.iter().skip(passed) {
        let at = closing(lang, to_plain(zone, milestone.at), milestone.at_is_date);
        let label = texted("span", "", &milestone.label, lang);
        list = list.child(el("li", "").child(label).text(" ").child(moment(milestone.at, &at)));
    }
    el("div", "cp-milestones")
        .part("milestones")
        .child(heading(level + 1, "cp-subheading", None, lang.words().milestones, lang))
        .child(list)
}
