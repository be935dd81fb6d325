//! The snippet: plain HTML and CSS that does no harm on any page, and says what is true whenever it is read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod support;

use campaign_portlet::calendar::{Instant, Moment};
use campaign_portlet::campaign::Campaign;
use campaign_portlet::snippet::{ColorScheme, SnippetOptions, element, snippet};
use campaign_portlet::words::Lang;
use serde_json::Value;
use std::path::{Path, PathBuf};
use support::html::assert_harmless;
use support::{assert_golden, checked, json_files};

const LIVE: &str = "https://files.trust.example/campaign/embed.html?config=flu.json";

/// A Monday morning in the middle of the standard campaign.
fn monday() -> Instant {
    moment("2026-11-23T08:59:50Z")
}

fn moment(text: &str) -> Instant {
    match Moment::parse(text) {
        Some(Moment::Exact(instant)) => instant,
        other => panic!("{other:?}"),
    }
}

/// A config with what its CSV files say.
fn campaign(file: &Path) -> Campaign {
    let mut campaign = checked(&std::fs::read_to_string(file).unwrap()).campaign.unwrap();
    for link in campaign.csv_links() {
        let text = std::fs::read_to_string(file.with_file_name(link.rsplit('/').next().unwrap())).unwrap();
        assert_eq!(campaign.with_csv(&link, &text, &support::Host).1, []);
    }
    campaign
}

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snippet").join(name)
}

/// The snippet of a config, and nothing wrong with its form.
fn made(campaign: &Campaign, now: Instant, wanted: SnippetOptions) -> String {
    let html = snippet(campaign, now, wanted).expect("a campaign that is to be seen");
    assert_harmless(&html);
    html
}

/// What a reader reads: the text without the tags and the style.
fn read(html: &str) -> String {
    let (_, body) = html.split_once("</style>").unwrap();
    let texts: Vec<&str> = body.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
    let mut text = texts.concat().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    while let Some((before, (number, after))) = text.split_once("&#").and_then(|(a, b)| Some((a, b.split_once(';')?))) {
        let char = char::from_u32(number.parse().unwrap()).unwrap();
        text = format!("{before}{char}{after}");
    }
    text.replace("&amp;", "&")
}

fn fixture(name: &str) -> Campaign {
    campaign(&support::fixtures("valid").join(format!("{name}.json")))
}

#[test]
fn every_example_makes_the_snippet_that_it_should() {
    for file in json_files("valid") {
        let wanted = SnippetOptions { live: Some(LIVE), ..SnippetOptions::default() };
        let html = made(&campaign(&file), monday(), wanted);
        assert!(html.len() < 100_000, "{}: {} bytes", file.display(), html.len());
        let name = file.with_extension("html");
        assert_golden(&golden(name.file_name().unwrap().to_str().unwrap()), &html);
    }
}

#[test]
fn every_golden_file_has_its_config() {
    for entry in std::fs::read_dir(golden("")).unwrap() {
        let name = entry.unwrap().path();
        let config = support::fixtures("valid").join(name.with_extension("json").file_name().unwrap());
        assert!(config.exists(), "{} belongs to no config", name.display());
    }
}

#[test]
fn it_is_harmless_in_every_language_and_at_every_moment() {
    let moments = ["2024-11-01T12:00:00Z", "2026-09-15T12:00:00Z", "2026-12-18T16:59:59Z", "2027-03-01T00:00:00Z"];
    for file in json_files("valid") {
        let campaign = campaign(&file);
        for lang in [Lang::En, Lang::Cy] {
            for at in moments.map(moment) {
                if campaign.is_visible(at) {
                    made(&campaign, at, SnippetOptions { lang: Some(lang), ..SnippetOptions::default() });
                }
            }
        }
    }
}

#[test]
fn no_text_of_a_config_becomes_anything_but_text() {
    const EVIL: &str = "</style></div><script>alert(1)</script>\"' onclick=x <!-- & \u{1} ]]> {{x}}";
    const TEXTS: [&str; 13] = [
        "title",
        "organisation",
        "summary",
        "label",
        "heading",
        "name",
        "details",
        "address",
        "note",
        "measure",
        "source",
        "postcode",
        "telephone",
    ];
    fn spoil(value: &mut Value, is_text: bool) {
        match value {
            Value::String(text) if is_text => *text = EVIL.to_owned(),
            Value::Array(list) => list.iter_mut().for_each(|value| spoil(value, false)),
            Value::Object(fields) => {
                for (name, value) in fields.iter_mut() {
                    spoil(value, is_text || TEXTS.contains(&name.as_str()));
                }
            }
            _ => {}
        }
    }
    let text = std::fs::read_to_string(support::fixtures("valid").join("every-field.json")).unwrap();
    let mut config: Value = serde_json::from_str(&text).unwrap();
    spoil(&mut config, false);
    let campaign = checked(&config.to_string()).campaign.unwrap();
    let html = made(
        &campaign,
        monday(),
        SnippetOptions { live: Some("https://x.example/?a=\"><script>"), ..SnippetOptions::default() },
    );
    assert!(html.matches("alert(1)").count() > 10);
    assert!(read(&html).contains(&EVIL.replace('\u{1}', "")));
}

#[test]
fn an_address_of_another_scheme_is_no_link() {
    let links = r#"[{"label": "Click", "url": "javascript:alert(1)"}, {"label": "Data", "url": "data:text/html,x"}]"#;
    let campaign = checked(&format!(r#"{{"title": "T", "links": {links}}}"#)).campaign.unwrap();
    let html = made(&campaign, monday(), SnippetOptions::default());
    assert!(!html.contains("<a ") && !html.contains("javascript:"));
    assert!(read(&html).contains("Click"));
}

#[test]
fn nothing_that_it_says_grows_untrue() {
    for file in json_files("valid") {
        let campaign = campaign(&file);
        for lang in [Lang::En, Lang::Cy] {
            let html = made(
                &campaign,
                monday(),
                SnippetOptions { lang: Some(lang), live: Some(LIVE), ..SnippetOptions::default() },
            );
            let words = lang.words();
            for untrue in
                [words.open_now, words.ends_in, words.starts_in, words.pause, words.search, "today", "tomorrow"]
            {
                assert!(!read(&html).contains(untrue), "{}: {untrue}", file.display());
            }
        }
    }
}

#[test]
fn dates_stand_in_words() {
    let at = |now| read(&made(&fixture("standard"), moment(now), SnippetOptions::default()));
    let before = at("2026-09-15T12:00:00Z");
    assert!(before.contains("Campaign starts1 October ThursdayStarts Thursday 1 October 2026"), "{before}");
    let running = at("2026-11-23T08:59:50Z");
    assert!(running.contains("Campaign ends18 December Friday, 5pmEnds Friday 18 December 2026 at 5pm"), "{running}");
    assert!(running.contains("Open Monday 23 November until 4:30pm"));
    assert!(running.contains("As at 20 November 2026"));
    assert!(at("2026-12-18T17:00:00Z").contains("This year’s campaign has ended."));
}

#[test]
fn a_link_stands_where_the_pause_button_will_be_and_nowhere_else() {
    let text = std::fs::read_to_string(support::fixtures("valid").join("standard.json")).unwrap();
    let mut config: Value = serde_json::from_str(&text).unwrap();
    for (units, class) in [
        (&["days", "hours"][..], None),
        (&["hours", "minutes"], None),
        // Who asked for less motion sees no seconds beside larger units.
        (&["days", "hours", "minutes", "seconds"], Some("cp-button cp-seconds")),
        (&["seconds"], Some("cp-button")),
    ] {
        config["countdown"]["units"] = units.into();
        let campaign = checked(&config.to_string()).campaign.unwrap();
        let html = made(&campaign, monday(), SnippetOptions { live: Some(LIVE), ..SnippetOptions::default() });
        assert_eq!(read(&html).contains("Live countdown"), class.is_some(), "{units:?}");
        if let Some(class) = class {
            assert!(
                html.contains(&format!(
                    "<a class=\"{class}\" href=\"{LIVE}\" data-room=\"Resume countdown\">Live countdown</a>"
                )),
                "{units:?}"
            );
        }
    }
}

#[test]
fn figures_without_a_date_carry_the_day_on_which_it_is_made() {
    let html = read(&made(&fixture("care-groups-2025"), moment("2025-11-03T00:30:00Z"), SnippetOptions::default()));
    assert!(html.contains("As at 3 November 2025"), "{html}");
}

#[test]
fn sessions_that_are_over_are_left_out() {
    let at = |now| read(&made(&fixture("standard"), moment(now), SnippetOptions::default()));
    assert!(at("2026-11-25T09:00:00Z").contains("Wednesday 25 November 7am to 9:30am"));
    assert!(!at("2026-11-25T09:30:00Z").contains("Wednesday 25 November 7am to 9:30am"));
}

#[test]
fn closed_days_stand_beside_the_hours() {
    let bilingual = |now, lang| {
        let wanted = SnippetOptions { lang: Some(lang), ..SnippetOptions::default() };
        read(&made(&fixture("bilingual"), moment(now), wanted))
    };
    let english = bilingual("2026-12-24T18:00:00Z", Lang::En);
    assert!(english.contains("Opens Tuesday 29 December at 9am"), "{english}");
    assert!(english.contains("Closed Friday 25 December, Christmas Day"));
    let welsh = bilingual("2026-12-24T18:00:00Z", Lang::Cy);
    assert!(welsh.contains("Ar gau ddydd Gwener 25 Rhagfyr, Dydd Nadolig"), "{welsh}");
    assert!(!bilingual("2026-12-10T12:00:00Z", Lang::En).contains("Christmas Day"));
}

#[test]
fn what_is_over_is_in_the_past() {
    let standard = read(&made(&fixture("standard"), moment("2027-01-10T12:00:00Z"), SnippetOptions::default()));
    assert!(standard.contains("Closed for this campaign") && !standard.contains("more to reach"), "{standard}");
    assert!(standard.contains("351 short of 75%"));
    assert!(!standard.contains("Walk in") && !standard.contains("By appointment"));
    let places: Vec<String> = (1..=9)
        .map(|number| {
            let session = r#"{"date": "2026-11-20", "opens": "09:00", "closes": "12:00"}"#;
            format!(r#"{{"name": "Ward {number}", "sessions": [{session}]}}"#)
        })
        .collect();
    let config = format!(r#"{{"title": "T", "locations": {{"places": [{}]}}}}"#, places.join(", "));
    let wanted = SnippetOptions { live: Some(LIVE), ..SnippetOptions::default() };
    assert_eq!(
        read(&made(&support::campaign(&config), monday(), wanted)).trim(),
        "TWhere to goThere are no more sessions."
    );
}

#[test]
fn outside_its_window_there_is_none() {
    let campaign = fixture("every-field");
    assert!(snippet(&campaign, moment("2026-08-31T00:00:00Z"), SnippetOptions::default()).is_none());
    assert!(snippet(&campaign, moment("2027-03-31T23:00:00Z"), SnippetOptions::default()).is_none());
}

#[test]
fn links_lead_to_where_it_is_live() {
    let bilingual = fixture("bilingual");
    let html = made(&bilingual, monday(), SnippetOptions { live: Some(LIVE), ..SnippetOptions::default() });
    let link = LIVE.replace('&', "&amp;");
    assert!(html.contains(&format!("<h2 class=\"cp-title\"><a href=\"{link}\">")));
    assert!(html.contains(&format!("href=\"{link}&amp;lang=en-GB\" lang=\"en-GB\">English</a>")));
    let plain = made(
        &bilingual,
        monday(),
        SnippetOptions { live: Some("https://x.example/live#top"), ..SnippetOptions::default() },
    );
    assert!(plain.contains("href=\"https://x.example/live?lang=en-GB#top\""));
    let english =
        SnippetOptions { lang: Some(Lang::En), live: Some("https://x.example/live"), ..SnippetOptions::default() };
    let english = made(&bilingual, monday(), english);
    assert!(english.contains("cp-title\"><a href=\"https://x.example/live?lang=en-GB\">"));
    assert!(english.contains("href=\"https://x.example/live?lang=cy\" lang=\"cy\">Cymraeg</a>"));
    let without = read(&made(&bilingual, monday(), SnippetOptions::default()));
    assert!(!without.contains("English") && !without.contains("Live countdown"));
}

#[test]
fn many_places_are_folded_away_and_very_many_left_out() {
    let places: Vec<String> = (0..150).map(|number| format!(r#"{{"name": "Place {number}."}}"#)).collect();
    let config = format!(r#"{{"title": "T", "locations": {{"places": [{}]}}}}"#, places.join(", "));
    let html =
        made(&support::campaign(&config), monday(), SnippetOptions { live: Some(LIVE), ..SnippetOptions::default() });
    let (shown, folded) = html.split_once("<details class=\"cp-details\"><summary class=\"cp-button").unwrap();
    assert!(shown.contains("100 of 150 places") && shown.contains("Place 2.") && !shown.contains("Place 3."));
    assert!(folded.contains("Show 97 more places") && folded.contains("Place 99.") && !folded.contains("Place 100."));
}

#[test]
fn it_starts_at_the_heading_level_that_is_wanted() {
    let html = made(&fixture("smallest"), monday(), SnippetOptions { heading_level: 4, ..SnippetOptions::default() });
    assert!(html.contains("<h4 class=\"cp-title\">") && html.contains("<h5 class=\"cp-heading\">"));
    assert!(!html.contains("<h2") && !html.contains("<h3"));
}

#[test]
fn inside_the_element_it_goes_live_where_scripts_run() {
    let wanted =
        SnippetOptions { lang: Some(Lang::Cy), heading_level: 3, live: None, color_scheme: Some(ColorScheme::Dark) };
    let paste = element("…\n", "https://x.example/a?b&\"c", "https://x.example/campaign-portlet.js", wanted);
    let expected = "<campaign-portlet config=\"https://x.example/a?b&amp;&quot;c\" lang=\"cy\" heading-level=\"3\" color-scheme=\"dark\">\n…\n\
        </campaign-portlet>\n<script src=\"https://x.example/campaign-portlet.js\" async></script>\n";
    assert_eq!(paste, expected);
}

#[test]
fn a_midnight_beside_a_day_is_said_as_the_minute_of_that_day() {
    let status = |hours: &str, now: &str, lang| {
        let place = format!(r#"{{"name": "P", "openingHours": [{{{hours}}}]}}"#);
        let text = format!(r#"{{"title": "T", "lang": "{lang}", "locations": {{"places": [{place}]}}}}"#);
        let html = made(&checked(&text).campaign.unwrap(), moment(now), SnippetOptions::default());
        let (_, status) = html.split_once("<p class=\"cp-status").unwrap();
        let (_, room) = status.split_once("data-room=\"").unwrap();
        let (live, rest) = room.split_once('"').unwrap();
        let dated = rest.split(['<', '>']).nth(3).unwrap();
        [live.to_owned(), dated.to_owned()]
    };
    let week =
        r#""dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "opens": "00:00", "closes": "24:00""#;
    for (hours, now, lang, live, dated) in [
        // A Thursday, a Sunday and a Saturday.
        (
            week,
            "2026-10-01T11:00:00Z",
            "en",
            "Open now until Friday 2 October at 11:59pm",
            "Open until Friday 2 October at 11:59pm",
        ),
        (week, "2026-10-04T11:00:00Z", "en", "Opens tomorrow at 12:01am", "Opens Monday 5 October at 12:01am"),
        (week, "2026-10-03T11:00:00Z", "en", "Opens Monday 5 October at 12:01am", "Opens Monday 5 October at 12:01am"),
        (week, "2026-10-02T11:00:00Z", "en", "Open now until midnight", "Open Friday 2 October until midnight"),
        (
            week,
            "2026-10-01T11:00:00Z",
            "cy",
            "Ar agor nawr tan ddydd Gwener 2 Hydref am 11:59pm",
            "Ar agor tan ddydd Gwener 2 Hydref am 11:59pm",
        ),
        (week, "2026-10-04T11:00:00Z", "cy", "Yn agor yfory am 12:01am", "Yn agor ddydd Llun 5 Hydref am 12:01am"),
    ] {
        assert_eq!(status(hours, now, lang), [live, dated], "{now} {lang}");
    }
}

#[test]
fn a_sum_says_what_it_is_without_and_why() {
    let line = |rows: &str| {
        let chart = format!(r#"{{"title": "C", "groups": [{rows}]}}"#);
        let text = format!(r#"{{"title": "T", "uptake": {{"charts": [{chart}]}}}}"#);
        let html = read(&made(&checked(&text).campaign.unwrap(), monday(), SnippetOptions::default()));
        let (_, line) = html.split_once("Overall: ").unwrap();
        line.split_once("Group").unwrap().0.to_owned()
    };
    let row =
        |name: &str, count: u64, total: u64| format!(r#"{{"name": "{name}", "count": {count}, "total": {total}}}"#);
    let (a, b, second) = (row("A", 100, 200), row("B", 50, 120), row("A", 60, 130));
    let unread = r#"{"name": "D", "count": "x", "total": 100}"#;
    for (rows, expected) in [
        (vec![&*a, &b, &second], "150 of 320 vaccinated, without the second row of A"),
        (vec![&a, &b, &second, &b], "150 of 320 vaccinated, without the second row of A and B"),
        (vec![&a, &b, unread], "150 of 320 vaccinated, without D, whose figures could not be read"),
        (
            vec![&a, &b, unread, &b],
            "150 of 320 vaccinated, without D, whose figures could not be read, without the second row of B",
        ),
    ] {
        let shown = line(&rows.join(","));
        assert!(shown.contains(expected), "{shown}");
    }
}
