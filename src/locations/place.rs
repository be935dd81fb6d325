//! Draws one place.

use super::further::unfolded_later;
use super::session::{PlaceSessions, with_details};
use super::{ClosedDay, NextDay, Place, PlaceNow, Status, WeeklyLine, static_html};
use crate::calendar::{PlainDate, PlainDateTime};
use crate::config::{addressed, dialled};
use crate::elements::{Element, IS_STATIC, ROOM, el, heading, spoken, texted};
use crate::render::RenderContext;
use crate::text::{digits, joined};
use crate::words::{Lang, capital, fill, short_date, time, time_of_day, time_range, weekday_date, weekdays};

/// One place of the list on the date `today`. `all_times` draws its hours, sessions and details; they are unfolded where it is
/// the only place.
pub(super) fn place_view(
    now: &PlaceNow,
    today: PlainDate,
    is_only: bool,
    takes_focus: bool,
    all_times: Box<dyn Fn() -> Option<Element>>,
    render: RenderContext,
) -> Element {
    let RenderContext { lang, level, .. } = render;
    let words = lang.words();
    let place = now.place;
    // The same in every language.
    let (key, _) = place.name.in_language(Lang::default());
    let has_times = !now.weekly.is_empty() || !now.sessions.is_empty();
    let times = has_times.then(|| {
        let name = texted("span", "cp-hidden", &place.name, lang);
        let summary = || el("summary", "").text(words.all_times).text(" ").child(name);
        if is_only { all_times() } else { Some(unfolded_later(summary(), key, all_times, render)) }
    });
    let name = heading(level + 1, "cp-place-name", Some(&place.name), "", lang);
    let over = now.status == Status::Over;
    let walk_in =
        place.walk_in.filter(|_| !over).map(|walk_in| if walk_in { words.walk_in } else { words.by_appointment });
    let details = if has_times { None } else { place.details.as_ref() };
    el("li", "cp-place")
        .part("place")
        .key(key)
        .child(if takes_focus { name.attr("tabindex", "-1") } else { name })
        .maybe(status_view(now.status, today, lang))
        .maybe(details.map(|details| texted("p", "", details, lang)))
        .maybe(address(place, lang))
        .maybe(walk_in.map(|walk_in| el("p", "cp-walk-in").text(walk_in)))
        .maybe(times.flatten())
        .maybe(links(place, over, lang))
}

/// The details of a place with times, its weekly hours, the days on which they do not hold, and its sessions.
pub(super) fn all_times(now: &PlaceNow, sessions: &PlaceSessions, today: PlainDate, lang: Lang) -> Element {
    let mut times = el("ul", "cp-times");
    for line in &now.weekly {
        times = times.child(with_details(el("li", "").text(&weekly_line(line, today, lang)), line.details, lang));
    }
    for day in &now.closed {
        times = times.child(closed_line(day, today, lang));
    }
    let times = times.children(now.sessions.iter().map(|session| sessions.view(session)));
    let details = now.place.details.as_ref().map(|details| texted("p", "", details, lang));
    el("div", "cp-all-times").maybe(details).child(times)
}

/// "Lower Lane, Fazakerley, Liverpool, L9 7AL".
fn address(place: &Place, lang: Lang) -> Option<Element> {
    let (address, marked) = place.address.as_ref().map(|address| spoken(address, lang)).unwrap_or_default();
    let mut address = address.to_owned();
    if let Some(postcode) = &place.postcode {
        if !address.is_empty() {
            address.push_str(", ");
        }
        // Its halves stay on one line.
        for (index, half) in postcode.split(' ').enumerate() {
            address.push_str(if index > 0 { "\u{a0}" } else { "" });
            address.push_str(half);
        }
    }
    (!address.is_empty()).then(|| el("p", "cp-address").lang(marked).text(&address))
}

/// "Open now until 4pm", "Opens tomorrow at 9am"; in the snippet with a date, "Open Monday 23 November until 4pm". Each
/// reserves the space of the other.
fn status_view(status: Status, today: PlainDate, lang: Lang) -> Option<Element> {
    let (words, dated) = (lang.words(), lang.dated_words());
    let midnight = PlainDateTime::midnight(today);
    let (class, at, now, dated) = match status {
        Status::OpenNow { until: None, .. } => ("cp-open", midnight, words.open_now, dated.open_always),
        Status::OpenNow { until: Some(until), closes_on: Some(_) } => {
            ("cp-open", until.closing(), words.open_until_day, dated.open_until_day)
        }
        Status::OpenNow { until: Some(until), closes_on: None } => {
            ("cp-open", PlainDateTime { date: today, ..until }, words.open_until, dated.open_until)
        }
        Status::Opens { at, day } => {
            let (class, opens) = match day {
                NextDay::Today => ("cp-today", words.opens_today),
                NextDay::Tomorrow => ("cp-opens", words.opens_tomorrow),
                NextDay::On(_) => ("cp-opens", words.opens_on),
            };
            (class, at, opens, words.opens_on)
        }
        Status::Over => ("cp-closed", midnight, words.closed, words.closed),
        Status::NoHours => return None,
    };
    let is_open = class == "cp-open";
    let at_time = if is_open { time(lang, at.time) } else { time_of_day(lang, at.time) };
    let [day, at] = [weekday_date(lang, at.date, today), at_time];
    // A sentence without a day has the time as its only placeholder.
    let filled = |sentence: &str| match sentence.bytes().any(|byte| byte == b'1') {
        true => fill(sentence, &[&day, &at]),
        false => fill(sentence, &[&at]),
    };
    let (now, dated) = (filled(now), filled(dated));
    let (line, class) = if IS_STATIC { static_html::classes(class) } else { ("cp-status", class) };
    let (sentence, room) = if IS_STATIC { (dated, now) } else { (now, dated) };
    Some(el("p", line).attr(ROOM, &room).child(el("span", class).part("status").text(&sentence)))
}

/// "Saturday and Sunday, 10am to 3pm, every 2 weeks, next on Saturday 25 October, until 30 November".
fn weekly_line(line: &WeeklyLine, today: PlainDate, lang: Lang) -> String {
    let words = lang.words();
    let mut parts = vec![weekdays(lang, line.days), time_range(lang, line.opens, line.closes)];
    if line.every_weeks > 1 {
        let number = u64::from(line.every_weeks);
        parts.push(fill(words.every_weeks.of(lang, number), &[&digits(number)]));
        // This also covers a first day that is still to come.
        parts.extend(line.next.map(|next| fill(words.next_on, &[&weekday_date(lang, next, today)])));
    } else {
        parts.extend(line.valid_from.map(|from| fill(words.from_date, &[&short_date(lang, from, today)])));
    }
    parts.extend(line.valid_through.map(|through| fill(words.until_date, &[&short_date(lang, through, today)])));
    capital(joined(&parts, ", "))
}

/// "Closed Friday 25 December, Christmas Day".
fn closed_line(day: &ClosedDay, today: PlainDate, lang: Lang) -> Element {
    let line = el("li", "").text(&fill(lang.words().closed_on, &[&weekday_date(lang, day.date, today)]));
    with_details(line, day.label.as_ref(), lang)
}

/// Telephone, email, booking and map. Each has the name of the place, since screen readers list links out of context.
fn links(place: &Place, over: bool, lang: Lang) -> Option<Element> {
    let words = lang.words();
    let link = |url: &str, label: &str| {
        let name = texted("span", "cp-hidden", &place.name, lang);
        el("li", "").child(el("a", "").part("link").attr("href", url).text(label).text(" ").child(name))
    };
    // Without a number or an address, the text alone.
    let contact = |url: Option<String>, label: &str, text: &str| match url {
        Some(url) => link(&url, &fill(label, &[text])),
        None => el("li", "").text(text),
    };
    let links: Vec<Element> = [
        place.telephone.as_ref().map(|number| contact(dialled(number), words.call, number)),
        place.email.as_ref().map(|email| contact(addressed(email), words.email, email)),
        place.url.as_ref().filter(|_| !over).map(|url| link(url, words.book_or_read_more)),
        place.map.as_ref().map(|url| link(url, words.map)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!links.is_empty()).then(|| el("ul", "cp-place-links").children(links))
}
