//! A session as a calendar file: what RFC 5545 asks of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;
mod support_zone;

use campaign_portlet::calendar::to_instant;
use campaign_portlet::locations::calendar_file;
use campaign_portlet::snippet::{SnippetOptions, snippet};
use campaign_portlet::words::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::ics::{assert_one_event, content, text};
use support_zone::{JiffZone, plain, utc};

fn file(title: &str, location: &str, description: &str) -> String {
    let (opens, closes) = (utc("2026-11-23 18:00"), utc("2026-11-23 22:00"));
    let stamp = utc("2026-11-01 08:30:05");
    let file = calendar_file(title, location, description, opens, closes, "hub 2026-11-23", stamp);
    assert_one_event(&file);
    file
}

/// The value of a property; each may be there once.
fn value(file: &str, name: &str) -> Option<String> {
    let mut found = content(file).into_iter().filter(|(other, _)| other == name).map(|(_, value)| value);
    let value = found.next();
    assert_eq!(found.next(), None, "{name}");
    value
}

#[test]
fn the_file_is_as_expected_to_the_letter() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//campaign-portlet//campaign-portlet//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:ced771cf3f698889@campaign-portlet",
        "DTSTAMP:20261101T083005Z",
        "DTSTART:20261123T180000Z",
        "DTEND:20261123T220000Z",
        "SUMMARY:Flu vaccination: Hub",
        "LOCATION:Lower Lane\\, Liverpool",
        "DESCRIPTION:Evening walkabout",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    let file = file("Flu vaccination: Hub", "Lower Lane, Liverpool", "Evening walkabout");
    assert_eq!(file.split("\r\n").collect::<Vec<_>>(), expected);
}

#[test]
fn times_are_in_utc_on_both_sides_of_a_clock_change() {
    let zone = JiffZone::named("Europe/London");
    for (opens, closes, start, end) in [
        ("2026-10-24 18:00", "2026-10-24 22:00", "20261024T170000Z", "20261024T210000Z"),
        ("2026-10-24 20:00", "2026-10-25 06:00", "20261024T190000Z", "20261025T060000Z"),
        ("2026-10-26 18:00", "2026-10-26 22:00", "20261026T180000Z", "20261026T220000Z"),
        ("2026-12-31 22:00", "2027-01-01 00:00", "20261231T220000Z", "20270101T000000Z"),
        ("0987-01-02 03:04:05", "9999-12-31 23:59:59", "09870102T030520Z", "99991231T235959Z"),
    ] {
        let (opens, closes) = (to_instant(&zone, plain(opens)), to_instant(&zone, plain(closes)));
        let file = calendar_file("", "", "", opens, closes, "", opens);
        assert_eq!(value(&file, "DTSTART").unwrap(), start);
        assert_eq!(value(&file, "DTEND").unwrap(), end);
    }
}

#[test]
fn text_comes_back_as_it_was() {
    for original in [
        "Flu",
        "a, b; c\\d \"e\" : f",
        "\\n is no line end",
        "two\nlines",
        "Brechlyn ffliw: tŷ gwyn 🎄",
        ";,\\;,\\",
        "tab\there",
        " spaces at both ends ",
    ] {
        let file = file(original, original, original);
        for name in ["SUMMARY", "LOCATION", "DESCRIPTION"] {
            assert_eq!(text(&value(&file, name).unwrap()), original);
        }
    }
}

#[test]
fn every_kind_of_line_end_is_one_and_nothing_can_be_smuggled_in() {
    let file = file("a\r\nb\rc\nd\r\r\ne\u{0}\u{7}\u{1b}\u{7f}", "x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b", "\r\n");
    assert_eq!(text(&value(&file, "SUMMARY").unwrap()), "a\nb\nc\nd\n\ne");
    assert_eq!(value(&file, "ATTENDEE"), None);
    assert!(value(&file, "LOCATION").unwrap().contains("ATTENDEE"));
    assert!(!file.replace("\r\n", "").contains(char::is_control));
}

#[test]
fn no_line_has_more_than_75_octets_and_no_character_is_cut() {
    for unit in ["a", "ŷ", "€", "🎄", "a🎄", ",", "\n", "word "] {
        for count in [1, 20, 60, 66, 67, 68, 200, 1000] {
            let title = unit.repeat(count);
            let file = file(&title, &title, &title);
            assert_eq!(text(&value(&file, "SUMMARY").unwrap()), title);
        }
    }
    // 75 octets fit: "SUMMARY:" has 8.
    assert!(file(&"a".repeat(67), "", "").contains(&format!("SUMMARY:{}\r\n", "a".repeat(67))));
    assert!(file(&"a".repeat(68), "", "").contains(&format!("SUMMARY:{}\r\n a\r\n", "a".repeat(67))));
}

#[test]
fn every_line_ends_with_cr_and_lf() {
    let file = file("two\nlines", "there", &"long ".repeat(50));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
}

#[test]
fn the_uid_depends_on_the_seed_alone() {
    let uid = |seed: &str, title: &str, stamp| {
        value(&calendar_file(title, "", "", utc("2026-11-23 18:00"), utc("2026-11-23 22:00"), seed, stamp), "UID")
            .unwrap()
    };
    let (early, late) = (utc("2026-11-01 00:00"), utc("2026-11-02 00:00"));
    assert_eq!(uid("a", "Flu", early), uid("a", "Covid", late));
    assert_ne!(uid("a", "Flu", early), uid("b", "Flu", early));
    let mut uids: Vec<_> = (0..10_000).map(|seed| uid(&seed.to_string(), "Flu", early)).collect();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 10_000);
}

#[test]
fn what_is_not_known_is_left_out() {
    let file = file("Flu", "", "");
    assert_eq!((value(&file, "LOCATION"), value(&file, "DESCRIPTION")), (None, None));
    let moment = utc("2026-11-23 18:00");
    assert_eq!(value(&calendar_file("Flu", "", "", moment, moment, "", moment), "DTEND"), None);
}

/// The calendar files of a campaign's static HTML, in the order of the page.
fn files(config: &Value, csv: &str, lang: Lang) -> Vec<String> {
    let mut campaign = support::checked(&config.to_string()).campaign.unwrap();
    for link in campaign.csv_links() {
        campaign.with_csv(&link, csv, &support::Host);
    }
    let options = SnippetOptions { lang: Some(lang), ..SnippetOptions::default() };
    let html = snippet(&campaign, utc("2026-11-01 08:30"), options).unwrap();
    let hrefs = html.split("data:text/calendar;charset=utf-8,").skip(1);
    hrefs.map(|rest| decoded(rest.split('"').next().unwrap())).collect()
}

fn decoded(encoded: &str) -> String {
    let mut parts = encoded.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).unwrap());
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).unwrap()
}

fn uids(files: &[String]) -> Vec<String> {
    files.iter().map(|file| value(file, "UID").unwrap()).collect()
}

/// A place with sessions of these times on one day, each with its room.
fn hall(sessions: &[(&str, &str, &str)]) -> Value {
    let session = |(opens, closes, details): &(&str, &str, &str)| json!({ "date": "2026-11-23", "opens": opens, "closes": closes, "details": details });
    json!({ "name": { "en": "Hall", "cy": "Neuadd" }, "address": "1 Road", "postcode": "ZZ1 1AA", "sessions": sessions.iter().map(session).collect::<Vec<_>>() })
}

fn config(places: Value) -> Value {
    json!({ "title": { "en": "Flu", "cy": "Ffliw" }, "locations": { "places": places, "csv": "a.csv" } })
}

#[test]
fn every_session_has_a_uid_of_its_own() {
    let hall =
        hall(&[("18:00", "20:00", "A"), ("18:00", "21:00", "B"), ("18:00", "20:00", "A"), ("19:00", "20:00", "C")]);
    // Two places of the same name are told, and are two.
    let all = config(json!([hall, hall, { "name": "Other", "sessions": hall["sessions"] }]));
    let csv = "place,date,opens,closes\nhall,2026-11-23,18:00,22:00\nNew,2026-11-23,18:00,22:00\nNew,2026-11-23,18:00,22:00\n";
    let uids = uids(&files(&all, csv, Lang::En));
    assert_eq!(uids.len(), 11);
    assert_eq!(uids.iter().collect::<BTreeSet<_>>().len(), 11, "{uids:?}");
}

#[test]
fn a_uid_is_the_same_in_both_languages_and_after_a_correction() {
    let uids = |sessions: &[(&str, &str, &str)], csv: &str, lang| {
        let places = json!([hall(sessions), { "name": "Hall 2", "sessions": [] }]);
        let mut files = files(&config(places), csv, lang);
        // By their starts and rooms: the order on the page is that of the ends.
        files.sort_by_key(|file| (value(file, "DTSTART"), value(file, "DESCRIPTION")));
        self::uids(&files)
    };
    let first = uids(&[("18:00", "20:00", "A"), ("18:00", "21:00", "B"), ("19:00", "20:00", "C")], "", Lang::En);
    assert_eq!(first.len(), 3);
    for (corrected, csv, lang) in [
        ([("18:00", "20:00", "A"), ("18:00", "21:00", "B"), ("19:00", "20:00", "C")], "", Lang::Cy),
        ([("18:00", "22:30", "A, now later"), ("18:00", "21:00", "B"), ("19:00", "23:00", "C")], "", Lang::En),
    ] {
        assert_eq!(uids(&corrected, csv, lang), first);
    }
    let more = uids(
        &[("18:00", "20:00", "A"), ("18:00", "21:00", "B"), ("19:00", "20:00", "C")],
        "place,date,opens,closes,details\nHall 2,2026-11-24,9am,10am,D\n",
        Lang::En,
    );
    assert_eq!(more[..3], first[..]);
}

#[test]
fn the_same_session_of_another_campaign_has_another_uid() {
    let config = config(json!([hall(&[("18:00", "20:00", "A")])])).to_string();
    let uid = |address: &'static str| {
        let campaign = campaign_portlet::campaign::check(&config, &At(address)).campaign.unwrap();
        let html = snippet(&campaign, utc("2026-11-01 08:30"), SnippetOptions::default()).unwrap();
        let (_, href) = html.split_once("data:text/calendar;charset=utf-8,").unwrap();
        value(&decoded(href.split('"').next().unwrap()), "UID").unwrap()
    };
    let all = ["https://a.example/flu.json", "https://a.example/survey.json", "https://a.example/flu.json?trust=2"];
    assert_eq!(all.map(uid).iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(uid("https://a.example/flu.json"), uid("https://a.example/flu.json#top"));
}

/// The tests' server, with the config at another address.
struct At(&'static str);

impl campaign_portlet::config::Environment for At {
    fn time_zone(&self, name: &str) -> Option<std::rc::Rc<dyn campaign_portlet::calendar::TimeZone>> {
        support::zone(name)
    }

    fn resolve(&self, link: &str) -> Option<String> {
        url::Url::parse(self.0).ok()?.join(link).ok().map(String::from)
    }
}
