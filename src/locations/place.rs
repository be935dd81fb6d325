//! Draws one place.

use super::further::further_sessions;
use super::session::{PlaceSessions, with_details};
use super::{ClosedDay, NextDay, Place, PlaceNow, Status, WeeklyLine, static_html};
use crate::calendar::{PlainDate, PlainDateTime};
use crate::config::{addressed, dialled};
use crate::elements::{Element, IS_STATIC, ROOM, el, heading, spoken, texted};
use crate::render::RenderContext;
use crate::text::{digits, joined};
use crate::words::{Lang, capital, fill, short_date, time, time_range, weekday_date, weekdays};

/// How many sessions are shown at first.
const FEW: usize = 3;

/// One place of the list on the date `today`. `further` draws its sessions after the first few.
pub(super) fn place_view(
    now: &PlaceNow,
    sessions: &PlaceSessions,
    today: PlainDate,
    takes_focus: bool,
    further: Box<dyn Fn() -> Option<Element>>,
    render: RenderContext,
) -> Element {
    let RenderContext { lang, level, .. } = render;
    let words = lang.words();
    let place = now.place;
    // The same in every language.
    let (key, _) = place.name.in_language(Lang::default());
    let mut times = el("ul", "cp-times");
    for line in &now.weekly {
        times = times.child(with_details(el("li", "").text(&weekly_line(line, today, lang)), line.details, lang));
    }
    for day in &now.closed {
        times = times.child(closed_line(day, today, lang));
    }
    let times = times.children(now.sessions.iter().take(FEW).map(|session| sessions.view(session)));
    let any = !now.weekly.is_empty() || !now.sessions.is_empty();
    let rest = now.sessions.get(FEW..).filter(|rest| !rest.is_empty()).map(|rest| {
        let number = rest.len() as u64;
        let label = fill(words.show_all_sessions.of(lang, number), &[&digits(number)]);
        let name = texted("span", "cp-hidden", &place.name, lang);
        further_sessions(el("summary", "").text(&label).text(" ").child(name), key, further, render)
    });
    let name = heading(level + 1, "cp-place-name", Some(&place.name), "", lang);
    let over = now.status == Status::Over;
    let walk_in =
        place.walk_in.filter(|_| !over).map(|walk_in| if walk_in { words.walk_in } else { words.by_appointment });
    el("li", "cp-place")
        .part("place")
        .key(key)
        .child(if takes_focus { name.attr("tabindex", "-1") } else { name })
        .maybe(status_view(now.status, today, lang))
        .maybe(place.details.as_ref().map(|details| texted("p", "", details, lang)))
        .maybe(address(place, lang))
        .maybe(walk_in.map(|walk_in| el("p", "").text(walk_in)))
        .maybe(any.then_some(times))
        .maybe(rest)
        .maybe(links(place, over, lang))
}

/// The sessions after the first few.
pub(super) fn further_list(now: &PlaceNow, sessions: &PlaceSessions) -> Option<Element> {
    let further = now.sessions.get(FEW..)?;
    Some(el("ul", "").children(further.iter().map(|session| sessions.view(session))))
}

/// "Lower Lane, Fazakerley, Liverpool, L9 7AL".
fn address(place: &Place, lang: Lang) -> Option<Element> {
    let (address, marked) = place.address.as_ref().map(|address| spoken(address, lang)).unwrap_or_default();
    let mut address = address.to_owned();
    if let Some(postcode) = &place.postcode {
        if !address.is_empty() {
            address.push_str(", ");
        }
        address.push_str(postcode);
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
            ("cp-open", until, words.open_until_day, dated.open_until_day)
        }
        Status::OpenNow { until: Some(until), closes_on: None } => {
            ("cp-open", PlainDateTime { date: today, ..until }, words.open_until, dated.open_until)
        }
        Status::Opens { at, day } => {
            let opens = match day {
                NextDay::Today => words.opens_today,
                NextDay::Tomorrow => words.opens_tomorrow,
                NextDay::On(_) => words.opens_on,
            };
            ("cp-opens", at, opens, words.opens_on)
        }
        Status::Over => ("cp-closed", midnight, words.closed, words.closed),
        Status::NoHours => return None,
    };
    let [day, at] = [weekday_date(lang, at.date, today), time(lang, at.time)];
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
    let contact = |url: Option<String>, text: &str| match url {
        Some(url) => link(&url, text),
        None => el("li", "").text(text),
    };
    let links: Vec<Element> = [
        place.telephone.as_ref().map(|number| contact(dialled(number), number)),
        place.email.as_ref().map(|email| contact(addressed(email), email)),
        place.url.as_ref().filter(|_| !over).map(|url| link(url, words.book_or_read_more)),
        place.map.as_ref().map(|url| link(url, words.map)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!links.is_empty()).then(|| el("ul", "cp-place-links").children(links))
}
