//! What the countdown shows, at the moments that matter.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::calendar::{Edge, Instant, Moment};
use campaign_portlet::campaign::Section;
use campaign_portlet::countdown::rule::*;
use campaign_portlet::countdown::{Countdown, Unit, Units};
use campaign_portlet::words::Lang;
use support::{campaign, zone};

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
