//! Configs, right and wrong, and what the checker says to each.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use campaign_portlet::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, Weekday, to_instant};
use campaign_portlet::campaign::*;
use campaign_portlet::config::*;
use campaign_portlet::countdown::*;
use campaign_portlet::uptake::*;
use campaign_portlet::words::Lang;
use support::{Host, campaign, checked, fixture, fixtures, json_files, listed};

#[test]
fn valid_fixtures_have_no_problems() {
    for file in json_files("valid") {
        let checked = checked(&std::fs::read_to_string(&file).unwrap());
        assert_eq!(listed(&checked), "", "{}", file.display());
    }
}

#[test]
fn invalid_fixtures_have_the_problems_they_should() {
    for file in json_files("invalid") {
        let bytes = std::fs::read(&file).unwrap();
        let checked = checked(&support::decode(&bytes));
        assert_ne!(listed(&checked), "", "{} should be wrong", file.display());
        let is_refused = checked.campaign.is_none();
        assert!(!is_refused || checked.problems.iter().any(|problem| problem.severity == Severity::Error));
        support::assert_golden(&file.with_extension("problems.txt"), &listed(&checked));
    }
}

#[test]
fn every_golden_file_has_its_config() {
    for entry in std::fs::read_dir(fixtures("invalid")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(stem) = name.strip_suffix(".problems.txt") {
            assert!(fixtures("invalid").join(format!("{stem}.json")).exists(), "{name} belongs to no config");
        }
    }
}

fn text(en: &str) -> Text {
    Text::default().with(Lang::En, en.into())
}

fn at(zone: &str, date: &str, hour: u8, minute: u8) -> Instant {
    let plain = PlainDateTime { date: PlainDate::parse(date).unwrap(), time: PlainTime::new(hour, minute, 0).unwrap() };
    to_instant(&*support::zone(zone).unwrap(), plain)
}

fn countdown(config: &str) -> Countdown {
    match campaign(config).sections.remove(0) {
        Section::Countdown(countdown) => countdown,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_smallest_file_has_every_default() {
    let campaign = fixture("smallest");
    assert_eq!(campaign.title, text("Flu vaccination 2026 to 2027"));
    assert_eq!((campaign.lang, campaign.languages.has_several(), campaign.refresh_minutes), (Lang::En, false, 15));
    assert_eq!((&*campaign.time_zone_name, campaign.accent), ("Europe/London", None));
    let [Section::Countdown(countdown), Section::Locations(locations)] = &campaign.sections[..] else { panic!() };
    assert_eq!(countdown.ends, at("Europe/London", "2026-12-18", 17, 0));
    assert_eq!(countdown.units, Units::ALL);
    assert_eq!(locations.places[0].details, Some(text("Walk in, Monday to Friday")));
}

#[test]
fn bare_dates_are_the_edges_that_they_stand_for() {
    let london = |date| at("Europe/London", date, 0, 0);
    let config = r#"{"title": "T", "visibleFrom": "2026-10-01", "visibleTo": "2026-12-31", "countdown":
        {"starts": "2026-10-01", "ends": "2026-10-25", "milestones": [{"label": "L", "at": "2026-10-24"}]}}"#;
    let whole = campaign(config);
    assert_eq!((whole.visible_from, whole.visible_to), (Some(london("2026-10-01")), Some(london("2027-01-01"))));
    let countdown = countdown(config);
    assert_eq!((countdown.starts, countdown.ends), (Some(london("2026-10-01")), london("2026-10-26")));
    assert_eq!(countdown.ends_on, PlainDate::parse("2026-10-25"));
    let Milestone { at, on, .. } = countdown.milestones[0];
    assert_eq!((at, on), (london("2026-10-25"), PlainDate::parse("2026-10-24")));
}

#[test]
fn wall_clock_times_are_of_the_configs_zone() {
    // `timeZone` stands behind the times that need it; the order of fields never matters.
    let config = r#"{"title": "T", "countdown": {"ends": "2026-07-01T12:00"}, "timeZone": "America/New_York"}"#;
    assert_eq!(countdown(config).ends, at("America/New_York", "2026-07-01", 12, 0));
    let exact = r#"{"title": "T", "countdown": {"ends": "2026-07-01T12:00+02:00"}, "timeZone": "America/New_York"}"#;
    assert_eq!(countdown(exact).ends, at("UTC", "2026-07-01", 10, 0));
}

#[test]
fn clock_changes_resolve_as_compatible() {
    let ends = |time: &str| countdown(&format!(r#"{{"title": "T", "countdown": {{"ends": "{time}"}}}}"#)).ends;
    assert_eq!(ends("2026-03-29T01:30"), at("UTC", "2026-03-29", 1, 30), "skipped: moved on by an hour");
    assert_eq!(ends("2026-10-25T01:30"), at("UTC", "2026-10-25", 0, 30), "repeated: the first time");
}

#[test]
fn plain_strings_are_in_the_configs_language() {
    let welsh = campaign(r#"{"title": "Ffliw", "lang": "cy-GB"}"#);
    assert_eq!((welsh.lang, welsh.title), (Lang::Cy, Text::default().with(Lang::Cy, "Ffliw".into())));
    assert!(!welsh.languages.has_several());
}

#[test]
fn only_text_that_is_shown_makes_it_bilingual() {
    assert!(fixture("bilingual").languages.has_several());
    let countdown = r#""countdown": {"ends": "2026-12-18", "heading": {"en": "E", "cy": "C"}}, "locations": {"note": "N", "csv": "a.csv"}"#;
    let languages = |config: &str| checked(config).campaign.unwrap().languages;
    assert!(languages(&format!(r#"{{"title": "T", {countdown}}}"#)).has_several());
    assert!(!languages(&format!(r#"{{"title": "T", "sections": ["locations"], {countdown}}}"#)).has_several());
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_fine() {
    campaign("\u{feff}{\r\n  \"title\": \"T\"\r\n}\r\n");
}

#[test]
fn links_are_resolved_and_judged_as_the_browser_would_follow_them() {
    let link = |url: &str| {
        let config = serde_json::json!({ "title": "T", "links": [{ "label": "L", "url": url }] }).to_string();
        let link = check(&config, &Host).campaign.unwrap().links.remove(0);
        assert_eq!(link.label, text("L"));
        link.url.as_deref().map(String::from)
    };
    assert_eq!(link("book.html").as_deref(), Some("https://trust.example/portlet/book.html"));
    assert_eq!(link("HTTPS://x.example/").as_deref(), Some("https://x.example/"));
    assert_eq!(link("mailto:flu@trust.example").as_deref(), Some("mailto:flu@trust.example"));
    assert_eq!(link("tel:+441515550100").as_deref(), Some("tel:+441515550100"));
    for refused in
        ["javascript:alert(1)", " java\nscript:alert(1)", "JaVaScRiPt:0", "data:text/html,x", "file:///etc", "http://["]
    {
        assert_eq!(link(refused), None, "{refused}");
    }
}

#[test]
fn sections_come_in_the_order_listed() {
    let names = |config: &str| -> Vec<&str> {
        let name = |section: &Section| match section {
            Section::Countdown(_) => "countdown",
            Section::Uptake(_) => "uptake",
            Section::Locations(_) => "locations",
            Section::Unusable(_) => "unusable",
        };
        checked(config).campaign.unwrap().sections.iter().map(name).collect()
    };
    let all = r#""locations": {"csv": "a.csv"}, "uptake": {}, "countdown": {"ends": "2026-12-18"}"#;
    assert_eq!(names(&format!(r#"{{"title": "T", {all}}}"#)), ["countdown", "unusable", "locations"]);
    let listed = format!(r#"{{"title": "T", "sections": ["locations", "Uptake", "locations"], {all}}}"#);
    assert_eq!(names(&listed), ["locations", "unusable"]);
    assert_eq!(names(&format!(r#"{{"title": "T", "sections": null, {all}}}"#)).len(), 3);
}

#[test]
fn figures_are_exact() {
    let config = r#"{"title": "T", "uptake": {"charts": [{"title": "C", "order": "highestFirst", "groups": [
        {"name": "A", "percent": 42.8, "previous": 100}, {"name": "B", "count": 0, "total": 1e3},
        {"name": "D", "percent": 33.3333334}]}]}}"#;
    let Section::Uptake(uptake) = campaign(config).sections.remove(0) else { panic!() };
    assert_eq!((uptake.small_numbers, uptake.charts[0].order), (7, Order::HighestFirst));
    let groups = &uptake.charts[0].groups;
    assert_eq!(
        (groups[0].figure, groups[0].previous),
        (Figure::Percent(Percent(42_800_000)), Some(Percent(100_000_000)))
    );
    assert_eq!(groups[1].figure, Figure::Counts { count: 0, total: 1000 });
    assert_eq!(groups[2].figure, Figure::Percent(Percent(33_333_333)));
}

#[test]
fn hours_take_days_in_every_form() {
    let config = r#"{"title": "T", "locations": {"places": [{"name": "P", "openingHours": [
        {"dayOfWeek": "https://schema.org/monday", "opens": "9:00", "closes": "24:00"},
        {"dayOfWeek": ["SUNDAY", "Tue"], "opens": "22:00:00", "closes": "06:00", "everyWeeks": 2, "validFrom": "2026-10-01"}]}]}}"#;
    let checked = checked(config);
    let Section::Locations(locations) = checked.campaign.unwrap().sections.remove(0) else { panic!() };
    let [first, second] = &locations.places[0].opening_hours[..] else { panic!() };
    assert_eq!(first.days.iter().collect::<Vec<_>>(), [Weekday::Monday]);
    assert_eq!((first.opens, first.closes), (PlainTime::new(9, 0, 0).unwrap(), PlainTime::MIDNIGHT));
    assert_eq!(second.days.iter().collect::<Vec<_>>(), [Weekday::Tuesday, Weekday::Sunday]);
    assert_eq!((first.every_weeks, second.every_weeks), (1, 2));
}

#[test]
fn words_can_be_shortened() {
    let config =
        r#"{"title": "T", "sections": ["count", "up"], "countdown": {"ends": "2026-12-18", "units": ["day", "h"]}}"#;
    let checked = checked(config);
    let Section::Countdown(countdown) = checked.campaign.unwrap().sections.remove(0) else { panic!() };
    assert_eq!(countdown.units, Units::default().with(Unit::Days));
    let paths: Vec<&str> = checked.problems.iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["countdown.units[0]", "countdown.units[1]", "sections[0]", "sections[1]"]);
}

#[test]
fn a_name_that_is_given_twice_counts_the_last_time() {
    let Checked { campaign, problems } = checked(r#"{"title": "A", "title": {"en": "B", "en": "C"}}"#);
    assert_eq!(campaign.unwrap().title, text("C"));
    let paths: Vec<&str> = problems.iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["title.en", "title"]);
}

#[test]
fn milestones_are_sorted_and_targets_are_not() {
    let Section::Countdown(countdown) = fixture("every-field").sections.remove(1) else { panic!() };
    assert!(countdown.milestones.is_sorted_by_key(|milestone| milestone.at));
    let config = r#"{"title": "T", "uptake": {"overall": {"percent": 1}, "targets": [{"label": "A", "percent": 75},
        {"label": "B", "percent": 50}], "charts": [{"title": "C", "csv": "c.csv"}]}}"#;
    let Section::Uptake(uptake) = campaign(config).sections.remove(0) else { panic!() };
    assert_eq!(uptake.targets[0].label, text("A"));
    assert_eq!(uptake.charts[0].csv.as_deref(), Some("https://trust.example/portlet/c.csv"));
}

#[test]
fn a_hundred_problems_are_told_and_the_others_counted() {
    let told = |problems: &[Problem]| {
        let mut told = Vec::new();
        tell(problems, &mut |problem| told.push((problem.severity, problem.message.clone())));
        told
    };
    for number in [99, 100, 101, 4_000] {
        let fields: String = (0..number).map(|index| format!(r#""id{index}": 1, "#)).collect();
        let problems = checked(&format!(r#"{{{fields}"title": "T", "uptake": 5}}"#)).problems;
        assert_eq!(problems.len(), number + 1, "each is counted");
        let told = told(&problems);
        assert_eq!(told.len(), (number + 1).min(101));
        // Errors come first, wherever they are.
        assert_eq!(told[0].0, Severity::Error);
        let last = told.last().unwrap();
        let more = (number + 1).checked_sub(100).filter(|more| *more > 0);
        let more = more.map(|more| format!("and {more} more problems; fix these first"));
        assert_eq!(last.1.starts_with("and "), more.is_some());
        assert!(more.is_none_or(|more| last == &(Severity::Warning, more)));
    }
}

#[test]
fn places_are_for_people_and_paths_for_programs() {
    let config = r#"{"title": "T", "links": [7], "countdown": {"ends": "2026-12-18", "milestones": [
            {"label": {"en": "Drop-in", "cy": "Galw heibio"}, "at": "soon"}], "units": ["days", "weeks"]},
        "uptake": {"overall": {"count": 1}, "targets": [{"label": "Goal", "percent": 101}], "charts": [
            {"title": "By role", "groups": [{"name": "A", "percent": 1}]},
            {"title": "By site", "groups": [{"percent": 5}, null, {"name": "B", "percent": 1}, {"count": "x", "total": 9, "name": "Estates"}]}]},
        "locations": {"places": [{"name": "Hall", "openingHours": [{"dayOfWeek": ["Monday", "x"], "opens": "9", "closes": "17:00"}]},
            {"name": "Library", "sessions": [5, {}, {"date": "2026-11-23", "opens": "x", "closes": "17:00"}]}]}, "theme": {"accent": "x"}}"#;
    let problems = checked(config).problems;
    let place = |path: &str| {
        let problem = problems.iter().find(|problem| problem.path == path).expect(path);
        format!("{} | {}", problem.place, problem.message.split(" is ").next().unwrap())
    };
    for (path, expected) in [
        ("links[0]", "| link 1"),
        ("countdown.milestones[0].at", r#"countdown, milestone 1 ("Drop-in") | at"#),
        ("countdown.units[1]", "countdown | unit 2"),
        ("uptake.overall.total", "uptake, overall | total"),
        ("uptake.targets[0].percent", r#"uptake, target 1 ("Goal") | percent"#),
        ("uptake.charts[1].groups[0].name", r#"uptake, chart 2 ("By site"), group 1 | name"#),
        ("uptake.charts[1].groups[3].count", r#"uptake, chart 2 ("By site"), group 4 ("Estates") | count"#),
        (
            "locations.places[0].openingHours[0].dayOfWeek[1]",
            r#"locations, place 1 ("Hall"), openingHour 1 ("Monday") | dayOfWeek 2"#,
        ),
        ("locations.places[1].sessions[0]", r#"locations, place 2 ("Library") | session 1"#),
        ("locations.places[1].sessions[1].date", r#"locations, place 2 ("Library"), session 2 | date"#),
        (
            "locations.places[1].sessions[2].opens",
            r#"locations, place 2 ("Library"), session 3 ("2026-11-23") | opens"#,
        ),
        ("theme.accent", "theme | accent"),
    ] {
        assert_eq!(place(path).trim(), expected);
    }
}

#[test]
fn of_tens_of_thousands_of_problems_a_thousand_are_worded() {
    let entries = "{\"nane\":5},7,".repeat(20_000);
    let config = format!(r#"{{"title": "T", "locations": {{"places": [{entries}null]}}}}"#);
    let problems = checked(&config).problems;
    assert_eq!(problems.len(), 60_000);
    let told = problems.iter().filter(|problem| !problem.message.is_empty()).count();
    assert_eq!(told, 1000);
}

/// Names and values from a file are cut, and make no line of their own in what is told.
#[test]
fn messages_are_short_and_one_line_whatever_the_file_holds() {
    let long = "a\n".repeat(50_000);
    let digits = "9".repeat(100_000);
    let number = "$serde_json::private::Number";
    for config in [
        format!(r#"{{"title": "T", "locations": {{"places": [{{"name": "{long}"}}, {{"name": "{long}"}}]}}}}"#),
        format!(
            r#"{{"title": "T", "uptake": {{"charts": [{{"title": "{long}", "groups": [{{"name": "{long}"}},
            {{"name": "Total", "percent": 1}}, {{"name": "{long}", "percent": 1, "{long}": 1}}]}}]}}}}"#
        ),
        format!(r#"{{"title": {digits}}}"#),
        format!(r#"{{"title": "T", "refreshMinutes": "{digits}"}}"#),
        format!(r#"{{"title": {{"{number}": "{long}"}}}}"#),
        format!(
            r#"{{"title": {{"{number}": "5
ERROR fake"}}}}"#
        ),
        format!(r#"{{"title": {}}}"#, "a".repeat(100_000)),
        format!(r#"{{{}: 1}}"#, "a".repeat(100_000)),
        format!(r#"{{"a": {digits}x}}"#),
    ] {
        let problems = checked(&config).problems;
        assert_ne!(problems, [], "{}", config.chars().take(60).collect::<String>());
        for problem in problems {
            let told = support::line(&problem);
            assert!(
                told.trim_end().lines().count() == 1 && told.len() < 1000,
                "{}: {}",
                told.len(),
                told.chars().take(300).collect::<String>()
            );
        }
    }
}

#[test]
fn the_name_that_a_library_gives_to_numbers_is_none_to_a_file() {
    let title = |value: &str| {
        let config = format!(r#"{{"title": {{"$serde_json::private::Number": {value}}}}}"#);
        checked(&config).campaign.map(|campaign| campaign.title)
    };
    for value in [r#""five""#, r#""1 2""#, r#""""#, "5", "null", r#"{"en": "T"}"#] {
        assert_eq!(title(value), None, "{value}");
    }
}

/// "BST" is Bangladesh in Chromium, and "GMT" an hour off all summer.
#[test]
fn only_regions_and_utc_are_time_zones() {
    for name in ["BST", "GMT", "GB", "EST", "IST", "+01:00", "Etc/GMT+1", "Etc/UTC", "london", "Europe/Londn"] {
        let checked = checked(&format!(r#"{{"title": "T", "timeZone": "{name}"}}"#));
        assert_eq!(&*checked.campaign.unwrap().time_zone_name, "Europe/London", "{name}");
        let [problem] = checked.problems.as_slice() else { panic!("{name}") };
        assert_eq!((problem.severity, problem.path.as_str()), (Severity::Error, "timeZone"));
        assert!(problem.message.contains("such as \"Europe/London\", which knows summer time"), "{}", problem.message);
    }
    for name in ["UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Asia/Kolkata"] {
        let campaign = campaign(&format!(r#"{{"title": "T", "timeZone": "{name}"}}"#));
        assert_eq!(&*campaign.time_zone_name, name);
    }
}

#[test]
fn of_a_browser_without_zones_one_thing_is_told() {
    struct NoZones;
    impl Environment for NoZones {
        fn time_zone(&self, _: &str) -> Option<std::rc::Rc<dyn TimeZone>> {
            None
        }
        fn resolve(&self, link: &str) -> Option<String> {
            support::Host.resolve(link)
        }
    }
    for zone in ["", r#""timeZone": "Europe/London","#, r#""timeZone": "Europe/Paris","#] {
        let checked = check(&format!(r#"{{{zone} "title": "T", "countdown": {{"ends": "2026-12-18"}}}}"#), &NoZones);
        assert_eq!(
            support::listed(&checked),
            "error | timeZone | this browser does not know Europe/London, so times are shown in UTC\n"
        );
    }
}

#[test]
fn a_closing_midnight_is_the_one_that_follows() {
    let told = |opens: &str, closes: &str| {
        let session = format!(r#"{{"date": "2026-11-24", "opens": "{opens}", "closes": "{closes}"}}"#);
        let text =
            format!(r#"{{"title": "T", "locations": {{"places": [{{"name": "P", "sessions": [{session}]}}]}}}}"#);
        support::listed(&checked(&text))
    };
    for closes in ["24:00", "00:00"] {
        assert!(told("09:00", closes).contains("is read as 9am to midnight; write"), "{}", told("09:00", closes));
    }
    assert!(told("09:00", "04:00").contains("is read as 9am to 4am the next day; write"));
}
