//! Texts in one language and in two: what is marked, and what is missed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use campaign_portlet::calendar::{Instant, Moment};
use campaign_portlet::snippet::{SnippetOptions, snippet};
use campaign_portlet::words::Lang;
use serde_json::{Value, json};
use support::{CONFIG, Host, checked};

fn now() -> Instant {
    match Moment::parse("2026-11-23T09:00:00Z") {
        Some(Moment::Exact(instant)) => instant,
        other => panic!("{other:?}"),
    }
}

fn in_welsh(config: &Value) -> String {
    let campaign = checked(&config.to_string()).campaign.unwrap();
    snippet(&campaign, now(), SnippetOptions { lang: Some(Lang::Cy), ..SnippetOptions::default() }).unwrap()
}

/// A campaign with one Welsh text, and English ones in the midst of sentences.
fn mixed() -> Value {
    let both = |en: &str, cy: &str| json!({ "en": en, "cy": cy });
    let session = |day| json!({ "date": format!("2026-11-{day}"), "opens": "18:00", "closes": "20:00", "details": "Night staff" });
    let sessions = [26, 27, 28, 29].map(session);
    json!({
        "title": both("Flu", "Ffliw"),
        "uptake": {
            "measure": "jabbed",
            "targets": [{ "label": "Goal", "percent": 75 }],
            "charts": [{ "title": "Chart", "groups": [
                { "name": "Nurses", "count": 50, "total": 100 },
                { "name": "Broken", "count": 5, "total": 1 },
            ] }],
        },
        "locations": { "places": [{
            "name": "Hall",
            "address": "1 Road",
            "telephone": "111",
            "openingHours": [{ "dayOfWeek": "Monday", "opens": "09:00", "closes": "10:00", "details": "Ring the bell" }],
            "sessions": sessions,
        }, { "name": "Canteen" }] },
    })
}

#[test]
fn parts_in_another_language_are_marked() {
    let html = in_welsh(&mixed());
    let english = |text: &str| format!("<span lang=\"en-GB\">{text}</span>");
    for part in [
        format!("50 allan o 100 {}, angen 25 arall i gyrraedd 75%", english("jabbed")),
        format!("50 allan o 100 {}, heb {}, gan nad oedd", english("jabbed"), english("Broken")),
        format!(", {}</li>", english("Ring the bell")),
        "<span class=\"cp-session-note\" lang=\"en-GB\">Night staff</span>".into(),
        "<span class=\"cp-hidden\" lang=\"en-GB\">Hall</span></summary>".into(),
        format!("<span class=\"cp-hidden\">{}, ", english("Hall")),
        "<span class=\"cp-hidden\" lang=\"en-GB\">Hall</span></a>".into(),
        "<p class=\"cp-address\" lang=\"en-GB\">1 Road</p>".into(),
    ] {
        assert!(html.contains(&part), "{part}");
    }
    let (_, shown) = html.split_once("</style>").unwrap();
    let english = snippet(&checked(&mixed().to_string()).campaign.unwrap(), now(), SnippetOptions::default()).unwrap();
    let (_, english) = english.split_once("</style>").unwrap();
    // Nothing but the languages of the title is marked where all of it is in the page's own.
    assert!(shown.matches("lang=\"en-GB\"").count() > 10);
    assert_eq!(english.matches(" lang=").count(), 1);
}

#[test]
fn a_text_that_lacks_a_language_is_told_once_for_each_field() {
    let told: Vec<(String, String)> = checked(&mixed().to_string())
        .problems
        .into_iter()
        .filter(|problem| problem.message.contains("in one language"))
        .map(|problem| (problem.path, problem.message))
        .collect();
    let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "uptake.measure",
            "uptake.targets[0].label",
            "uptake.charts[0].title",
            "uptake.charts[0].groups[0].name",
            "locations.places[0].openingHours[0].details"
        ],
        "names of places and addresses may be the same in both languages"
    );
    assert!(told.iter().all(|(_, message)| message.contains("{\"en\": \"…\", \"cy\": \"…\"}")));
    let half = json!({ "title": { "en": "Flu", "cy": "Ffliw" }, "summary": { "cy": "Crynodeb" } });
    assert_eq!(checked(&half.to_string()).problems.len(), 1);
}

#[test]
fn nothing_is_missed_in_a_campaign_of_one_language() {
    let mut config = mixed();
    for title in [json!("Flu"), json!({ "en": "Flu" })] {
        config["title"] = title;
        let problems = checked(&config.to_string()).problems;
        assert!(problems.iter().all(|problem| !problem.message.contains("language")), "{problems:?}");
    }
}

#[test]
fn csv_files_have_one_language() {
    let config = json!({ "title": { "en": "E", "cy": "C" }, "locations": { "csv": "a.csv" } });
    let mut campaign = checked(&config.to_string()).campaign.unwrap();
    let file = CONFIG.replace("flu.json", "a.csv");
    let rows = "place,date,opens,closes,details\nHall,2026-11-26,9am,10am,Evening\n";
    assert_eq!(campaign.with_csv(&file, rows, &Host).1, []);
}
