//! What the countdown shows, at the moments that matter.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::calendar::{Edge, Instant, Moment, PlainDate, PlainDateTime, PlainTime};
use campaign_portlet::campaign::Section;
use campaign_portlet::countdown::rule::*;
use campaign_portlet::countdown::{Countdown, Unit, Units};
use campaign_portlet::words::Lang;
use support::{campaign, checked, zone};

fn at(text: &str) -> Instant {
    Moment::parse(text).unwrap().resolve(zone("Europe/London").unwrap().as_ref(), Edge::Start)
}

fn countdown(fields: &str) -> Countdown {
    let campaign = campaign(&format!(r#"{{ "title": "Flu", "countdown": {{ {fields} }} }}"#));
    match campaign.sections.as_slice() {
        [Section::Countdown(countdown)] => countdown.clone(),
        other => panic!("{other:?}"),
    }
}

const ALL: Units = Units::ALL;

#[test]
fn a_campaign_is_before_then_running_then_ended() {
    let countdown = countdown(r#""starts": "2026-10-01T09:00", "ends": "2026-12-18T17:00""#);
    for (now, phase, target) in [
        ("2026-09-01", Phase::Before, Some("2026-10-01T09:00")),
        ("2026-10-01T08:59:59", Phase::Before, Some("2026-10-01T09:00")),
        ("2026-10-01T09:00", Phase::Running, Some("2026-12-18T17:00")),
        ("2026-10-01T09:00:01", Phase::Running, Some("2026-12-18T17:00")),
        ("2026-12-18T16:59:59", Phase::Running, Some("2026-12-18T17:00")),
        ("2026-12-18T17:00", Phase::Ended, None),
        ("2026-12-18T17:00:01", Phase::Ended, None),
        ("2030-01-01", Phase::Ended, None),
    ] {
        assert_eq!(phase_at(&countdown, at(now)), phase, "{now}");
        assert_eq!(target_at(&countdown, at(now)), target.map(at), "{now}");
    }
}

#[test]
fn without_a_start_it_runs_until_its_end() {
    let countdown = countdown(r#""ends": "2026-12-18""#);
    assert_eq!(phase_at(&countdown, at("2000-01-01")), Phase::Running);
    // A bare date is the midnight that closes it.
    assert_eq!(phase_at(&countdown, at("2026-12-18T23:59:59")), Phase::Running);
    assert_eq!(phase_at(&countdown, at("2026-12-19")), Phase::Ended);
}

#[test]
fn the_time_left_is_split_into_units() {
    let split = |seconds| {
        let left = remaining(ALL, seconds);
        [Unit::Days, Unit::Hours, Unit::Minutes, Unit::Seconds].map(|unit| left.of(unit).unwrap())
    };
    assert_eq!(split(0), [0, 0, 0, 0]);
    assert_eq!(split(59), [0, 0, 0, 59]);
    assert_eq!(split(86_399), [0, 23, 59, 59]);
    assert_eq!(split(86_400), [1, 0, 0, 0]);
    assert_eq!(split(2_272_870), [26, 7, 21, 10]);
    // A clock that is past the moment shows noughts, not what is missing.
    assert_eq!(split(-5), [0, 0, 0, 0]);
}

/// What is shown, such as `0d 23h`.
fn shown(units: &str, seconds: i64) -> String {
    let unit = |letter: char| [Unit::Days, Unit::Hours, Unit::Minutes, Unit::Seconds]["dhms".find(letter).unwrap()];
    let left = remaining(units.chars().map(unit).fold(Units::default(), Units::with), seconds);
    let shown = "dhms".chars().filter_map(|letter| Some(format!("{}{letter}", left.of(unit(letter))?)));
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn nobody_reads_noughts_alone_while_time_is_left() {
    for (units, seconds, expected) in [
        ("d", 86_400, "1d"),
        ("d", 86_399, "23h"),
        ("d", 3_600, "1h"),
        ("d", 3_599, "59m"),
        ("d", 60, "1m"),
        ("d", 59, "1m"),
        ("d", 1, "1m"),
        ("h", 3_599, "59m"),
        ("dh", 90_000, "1d 1h"),
        ("dh", 3_600, "0d 1h"),
        ("dh", 3_599, "59m"),
        ("dm", 59, "0d 1m"),
        // Nothing ticks that was not asked for.
        ("dhm", 59, "0d 0h 1m"),
        ("m", 1, "1m"),
        ("m", 119, "1m"),
        ("dhms", 1, "0d 0h 0m 1s"),
        ("ds", 25_200, "0d 25200s"),
        ("s", 1, "1s"),
    ] {
        assert_eq!(shown(units, seconds), expected, "{units} {seconds}");
    }
    for bits in 1..16 {
        let units: String =
            "dhms".chars().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, it)| it).collect();
        for seconds in (1..200).chain((3_500..3_700).step_by(7)).chain((86_300..86_500).step_by(7)) {
            let shown = shown(&units, seconds);
            assert!(shown.contains(|char: char| ('1'..='9').contains(&char)), "{units} {seconds}: {shown}");
            assert!(units.contains('s') || !shown.contains('s'), "{units} {seconds}: {shown}");
        }
    }
}

#[test]
fn an_end_at_midnight_is_the_last_minute_of_its_day() {
    let plain = |date: &str, hour, minute| PlainDateTime {
        date: PlainDate::parse(date).unwrap(),
        time: PlainTime::new(hour, minute, 0).unwrap(),
    };
    assert_eq!(plain("2026-12-19", 0, 0).closing(), plain("2026-12-18", 23, 59));
    for same in [plain("2026-12-18", 17, 0), plain("2026-12-18", 23, 59), plain("2026-12-19", 0, 1)] {
        assert_eq!(same.closing(), same);
    }
}

#[test]
fn a_milestone_is_too_late_where_all_of_it_is() {
    let warned = |ends: &str, at: &str| {
        let milestones = format!(r#"[{{ "label": "Last", "at": "{at}" }}]"#);
        let config = format!(r#"{{ "title": "T", "countdown": {{ "ends": "{ends}", "milestones": {milestones} }} }}"#);
        checked(&config).problems.iter().any(|problem| problem.message.contains("after the countdown has ended"))
    };
    for (ends, at, late) in [
        ("2026-12-18T17:00", "2026-12-18", false),
        ("2026-12-18T00:01", "2026-12-18", false),
        ("2026-12-18T00:00", "2026-12-18", true),
        ("2026-12-18T17:00", "2026-12-19", true),
        ("2026-12-18T17:00", "2026-12-18T17:00", false),
        ("2026-12-18T17:00", "2026-12-18T17:01", true),
        ("2026-12-18T17:00", "2026-12-18T24:00", false),
        ("2026-12-18", "2026-12-18", false),
        ("2026-12-18", "2026-12-18T24:00", false),
        ("2026-12-18", "2026-12-19T00:00", false),
        ("2026-12-18", "2026-12-19", true),
        // The day of the clock change has 25 hours.
        ("2026-10-25T00:30", "2026-10-25", false),
        ("2026-10-24", "2026-10-25", true),
    ] {
        assert_eq!(warned(ends, at), late, "{ends} {at}");
    }
}

#[test]
fn the_largest_unit_that_is_shown_takes_the_rest() {
    let hours = Units::default().with(Unit::Hours);
    let left = remaining(hours, 90_000);
    assert_eq!((left.of(Unit::Days), left.of(Unit::Hours), left.of(Unit::Minutes)), (None, Some(25), None));
    let seconds = Units::default().with(Unit::Seconds);
    assert_eq!(remaining(seconds, 90_000).of(Unit::Seconds), Some(90_000));
    let ends = Units::default().with(Unit::Days).with(Unit::Seconds);
    let left = remaining(ends, 90_000);
    assert_eq!((left.of(Unit::Days), left.of(Unit::Hours), left.of(Unit::Seconds)), (Some(1), None, Some(3600)));
}

#[test]
fn a_day_of_the_clock_change_has_25_hours_to_go() {
    let countdown = countdown(r#""ends": "2026-10-25T12:00""#);
    let left = at("2026-10-24T12:00").seconds_until(countdown.ends);
    assert_eq!(remaining(ALL, left).of(Unit::Days), Some(1));
    assert_eq!(remaining(ALL, left).of(Unit::Hours), Some(1));
}

#[test]
fn less_motion_shows_no_seconds_unless_nothing_else_is_left() {
    assert_eq!(with_reduced_motion(ALL), ALL.without(Unit::Seconds));
    let seconds = Units::default().with(Unit::Seconds);
    assert_eq!(with_reduced_motion(seconds), seconds);
}

#[test]
fn each_threshold_is_told_once_and_the_most_pressing_wins() {
    for (before, now, passed) in [
        (86_402, 86_401, None),
        (86_401, 86_400, Some(Threshold::OneDay)),
        (86_400, 86_399, None),
        (3_602, 3_601, None),
        (3_601, 3_600, Some(Threshold::OneHour)),
        (3_600, 3_599, None),
        (602, 601, None),
        (601, 600, Some(Threshold::TenMinutes)),
        (600, 599, None),
        (1, 0, None),
        // A tab that slept from two days before the end to five minutes before it.
        (172_800, 300, Some(Threshold::TenMinutes)),
        // One that slept over the end has another announcement to make.
        (172_800, 0, None),
    ] {
        assert_eq!(threshold_passed(Phase::Running, before, now), passed, "{before} to {now}");
        assert_eq!(threshold_passed(Phase::Before, before, now), None, "nothing is left before the start");
    }
}

#[test]
fn what_was_told_is_taken_back_after_half_a_minute() {
    for told in [86_400, 3_600, 600] {
        assert!((told - 29..told).all(|now| !is_old(now + 1, now)), "{told}");
        assert!(is_old(told - 29, told - 30), "{told}");
    }
    assert!(!is_old(0, 0), "that it has ended stays");
}

#[test]
fn milestones_go_as_they_pass() {
    let countdown = countdown(
        r#""ends": "2026-12-18T17:00", "milestones": [
            { "label": "Last appointment", "at": "2026-12-17T16:30" },
            { "label": "Drop-in ends", "at": "2026-11-27" }
        ]"#,
    );
    let left = |now| {
        let milestones = milestones_at(&countdown, at(now));
        milestones.map(|milestone| milestone.label.get(Lang::En).unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(left("2026-11-01"), ["Drop-in ends", "Last appointment"]);
    // A bare date lasts all day.
    assert_eq!(left("2026-11-27T23:59:59"), ["Drop-in ends", "Last appointment"]);
    assert_eq!(left("2026-11-28"), ["Last appointment"]);
    assert_eq!(left("2026-12-17T16:30"), [""; 0]);
}
