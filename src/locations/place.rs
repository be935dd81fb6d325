//! Draws one place.

use super::{DatedSession, NextDay, PlaceNow, Status, WeeklyLine, calendar_file};
use crate::calendar::{Instant, PlainDateTime};
use crate::campaign::{Place, Text};
use crate::elements::{Stage, heading, spoken, texted, worded};
use crate::words::{Lang, date, day_and_month, fill, time, time_range, weekdays};
use leptos::prelude::*;

/// So many sessions are shown at first.
const FEW: usize = 3;

/// One place of the list, as it is at `at`.
pub(super) fn place_view(place: &PlaceNow, title: &Text, at: Instant, stage: Stage) -> AnyView {
    let Stage { lang, level, .. } = stage;
    let words = lang.words();
    let Place { name, address, details, postcode, walk_in, .. } = place.place;
    let address = match (address, postcode) {
        (Some(address), Some(postcode)) => {
            let (address, marked) = spoken(address, lang);
            Some(view! { <p class="cp-address" lang=marked>{format!("{address}, {postcode}")}</p> }.into_any())
        }
        (Some(address), None) => Some(texted("p", "cp-address", address, lang)),
        (None, Some(postcode)) => Some(worded("p", "cp-address", postcode.to_string())),
        (None, None) => None,
    };
    let walk_in =
        walk_in.map(|walk_in| worded("p", "cp-walk-in", if walk_in { words.walk_in } else { words.by_appointment }));
    let weekly = place.weekly.iter().map(|line| view! { <li>{weekly_line(line, lang)}</li> }).collect_view();
    let session = |session: &DatedSession| session_view(session, place.place, title, at, lang);
    let few = place.sessions.iter().take(FEW).map(session).collect_view();
    let rest = place.sessions.get(FEW..).filter(|rest| !rest.is_empty()).map(|rest| {
        let number = rest.len() as u64;
        let label = fill(words.show_all_sessions.of(lang, number), &[&number.to_string()]);
        let rest = rest.iter().map(session).collect_view();
        view! { <details><summary>{label}</summary><ul>{rest}</ul></details> }
    });
    view! {
        <li class="cp-place" part="place">
            {heading(level + 1, "cp-place-name", Some(name), "", lang)}
            {status_view(place.status, at, lang)}
            {details.as_ref().map(|details| texted("p", "cp-details", details, lang))}
            {address}
            {walk_in}
            <ul class="cp-times">{weekly} {few}</ul>
            {rest}
            {links(place.place, lang)}
        </li>
    }
    .into_any()
}

/// "Open now until 4pm", "Opens tomorrow at 9am".
fn status_view(status: Status, _at: Instant, lang: Lang) -> Option<AnyView> {
    let words = lang.words();
    let (class, sentence) = match status {
        Status::OpenNow { until: None } => ("cp-open", words.open_now.to_owned()),
        Status::OpenNow { until: Some(until) } => ("cp-open", fill(words.open_until, &[&time(lang, until.time)])),
        Status::Opens { at: PlainDateTime { time: at, .. }, day } => {
            let at = time(lang, at);
            let sentence = match day {
                NextDay::Today => fill(words.opens_today, &[&at]),
                NextDay::Tomorrow => fill(words.opens_tomorrow, &[&at]),
                NextDay::On(day) => fill(words.opens_on, &[&date(lang, day), &at]),
            };
            ("cp-opens", sentence)
        }
        Status::Over => ("cp-closed", words.closed.to_owned()),
        Status::NoHours => return None,
    };
    let sentence = view! { <span class=class part=class>{sentence}</span> };
    Some(view! { <p class="cp-status">{sentence}</p> }.into_any())
}

/// "Saturday and Sunday, 10am to 3pm, every 2 weeks, next on Saturday 25 October, until 30 November".
fn weekly_line(line: &WeeklyLine, lang: Lang) -> String {
    let words = lang.words();
    let mut parts = vec![weekdays(lang, line.days), time_range(lang, line.opens, line.closes)];
    if line.every_weeks > 1 {
        let number = u64::from(line.every_weeks);
        parts.push(fill(words.every_weeks.of(lang, number), &[&number.to_string()]));
        parts.extend(line.next.map(|next| fill(words.next_on, &[&date(lang, next)])));
    }
    parts.extend(line.valid_from.map(|from| fill(words.from_date, &[&day_and_month(lang, from)])));
    parts.extend(line.valid_through.map(|through| fill(words.until_date, &[&day_and_month(lang, through)])));
    parts.extend(line.details.map(|details| spoken(details, lang).0));
    parts.join(", ")
}

/// "Thursday 6 November, 6pm to 10pm, Evening walkabout. Add to calendar".
fn session_view(session: &DatedSession, place: &Place, title: &Text, stamp: Instant, lang: Lang) -> AnyView {
    let words = lang.words();
    let opening = session.opening;
    let day = date(lang, opening.starts.date);
    let times = time_range(lang, opening.starts.time, opening.ends.time);
    let details = session.details.map(|details| spoken(details, lang).0).unwrap_or_default();
    let (place_name, _) = spoken(&place.name, lang);
    let address =
        [place.address.as_ref().map(|address| spoken(address, lang).0), place.postcode.as_deref().map(str::to_owned)];
    let address: Vec<String> = [Some(place_name.clone())].into_iter().chain(address).flatten().collect();
    let file = calendar_file(
        &spoken(title, lang).0,
        &address.join(", "),
        &details,
        opening.opens,
        opening.closes,
        &format!("{place_name} {}", opening.opens),
        stamp,
    );
    let separator = if details.is_empty() { "" } else { ", " };
    view! {
        <li>
            {day} ", " {times} {separator} {details} " "
            <a class="cp-ics" download="session.ics" href=format!("data:text/calendar;charset=utf-8,{}", percent_encode(&file))>
                {words.add_to_calendar}
                <span class="cp-hidden">", " {place_name} ", " {date(lang, opening.starts.date)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// Escapes all but the characters that are plain in every part of a URL.
fn percent_encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(digit.into(), 16));
            }
        }
    }
    encoded
}

/// Telephone, email, booking and map.
fn links(place: &Place, lang: Lang) -> Option<AnyView> {
    let words = lang.words();
    let links = [
        place.telephone.as_deref().map(|number| (telephone_url(number), number.to_owned())),
        place.email.as_deref().map(|email| (format!("mailto:{email}"), email.to_owned())),
        place.url.as_deref().map(|url| (url.to_owned(), words.book_or_read_more.to_owned())),
        place.map.as_deref().map(|url| (url.to_owned(), words.map.to_owned())),
    ];
    let (name, _) = spoken(&place.name, lang);
    let links: Vec<_> = links
        .into_iter()
        .flatten()
        .map(|(url, label)| {
            view! { <li><a href=url part="link">{label} <span class="cp-hidden">", " {name.clone()}</span></a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="cp-place-links">{links}</ul> }.into_any())
}

/// A `tel:` address: the digits alone, and a plus sign in front.
fn telephone_url(number: &str) -> String {
    let dialled: String = number.chars().filter(|char| char.is_ascii_digit() || *char == '+').collect();
    format!("tel:{dialled}")
}
