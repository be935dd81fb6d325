//! Several openings of a place, and several places.

use crate::build::{all, london, name, place, valid, walk, weekly, with};
use crate::support_zone::plain;
use campaign_portlet::calendar::to_instant;
use campaign_portlet::locations::{places_at, shown};

#[test]
fn openings_that_touch_or_overlap_are_one() {
    let hours =
        [weekly("Mon 09:00-12:00"), weekly("Mon 12:00-14:00"), weekly("Mon 16:00-22:00"), weekly("Tue 02:00-03:00")];
    walk(
        with("Lodge", &hours, &["2026-11-23 13:30-15:00", "2026-11-23 21:00-02:00"]),
        &[
            ("2026-11-23 09:00", "open until 11-23 15:00"),
            ("2026-11-23 13:45", "open until 11-23 15:00"),
            ("2026-11-23 15:00", "opens today 11-23 16:00"),
            ("2026-11-23 16:00", "open until 11-24 03:00"),
            ("2026-11-24 02:59:59", "open until 11-24 03:00"),
            ("2026-11-30 09:00", "open until 11-30 14:00"),
        ],
    );
}

#[test]
fn an_opening_within_a_longer_one_does_not_end_it() {
    walk(
        with("Lodge", &[weekly("Mon 09:00-17:00")], &["2026-11-23 10:00-11:00"]),
        &[("2026-11-23 10:30", "open until 11-23 17:00"), ("2026-11-23 11:00", "open until 11-23 17:00")],
    );
}

#[test]
fn a_place_that_never_closes_is_open_and_no_more() {
    let always = weekly("Mon Tue Wed Thu Fri Sat Sun 00:00-00:00");
    walk(
        with("A&E", &[valid("", "2026-11-30", always)], &[]),
        &[
            ("2026-11-01 03:00", "open"),
            ("2026-11-23 23:59:59", "open"),
            ("2026-11-24 00:00", "open until the day 12-01 00:00"),
            ("2026-11-30 23:59:59", "open until 12-01 00:00"),
            ("2026-12-01 00:00", "over"),
        ],
    );
    walk(
        with("Round the clock", &[weekly("Mon Tue 09:00-09:00")], &[]),
        &[("2026-11-23 09:00", "open until the day 11-25 09:00"), ("2026-11-25 09:00", "opens Monday 11-30 09:00")],
    );
}

#[test]
fn sessions_are_listed_soonest_first_until_they_are_over() {
    let zone = london();
    let lines =
        ["2026-11-25 18:00-22:00", "2026-11-22 18:00-22:00", "2026-11-23 18:00-22:00", "2026-11-23 08:00-09:00"];
    let locations = all(vec![with("Ward", &[], &lines)]);
    for (now, expected, open) in [
        ("2026-11-01 00:00", vec![1, 3, 2, 0], 0),
        ("2026-11-22 21:59:59", vec![1, 3, 2, 0], 1),
        ("2026-11-22 22:00", vec![3, 2, 0], 0),
        ("2026-11-23 09:00", vec![2, 0], 0),
        ("2026-11-25 18:00", vec![0], 1),
    ] {
        let shown = places_at(&locations, &zone, to_instant(&zone, plain(now)));
        let sessions = &shown[0].sessions;
        assert_eq!(sessions.iter().map(|session| session.index).collect::<Vec<_>>(), expected, "{now}");
        assert_eq!(sessions.iter().filter(|session| session.open_now).count(), open, "{now}");
    }
}

#[test]
fn a_place_is_gone_with_the_last_of_its_sessions() {
    walk(
        with("Ward", &[], &["2026-11-23 18:00-22:00"]),
        &[("2026-11-23 21:59:59", "open until 11-23 22:00"), ("2026-11-23 22:00", "gone")],
    );
    let ended = valid("", "2026-11-20", weekly("Mon 09:00-13:00"));
    walk(
        with("Mixed", &[ended], &["2026-11-23 18:00-22:00"]),
        &[("2026-11-23 21:59:59", "open until 11-23 22:00"), ("2026-11-23 22:00", "over")],
    );
}

#[test]
fn places_are_listed_open_first_then_soonest_then_unknown_then_over() {
    let zone = london();
    let locations = all(vec![
        with("over", &[valid("", "2026-11-01", weekly("Mon 09:00-13:00"))], &[]),
        place("unknown 1"),
        with("opens Tuesday", &[weekly("Tue 09:00-13:00")], &[]),
        with("open till five", &[weekly("Mon 09:00-17:00")], &[]),
        with("gone", &[], &["2026-11-01 09:00-10:00"]),
        with("opens at two", &[], &["2026-11-23 14:00-16:00"]),
        with("also opens Tuesday", &[], &["2026-11-24 09:00-10:00"]),
        with("open till one", &[weekly("Mon 09:00-13:00")], &[]),
        place("unknown 2"),
    ]);
    let shown = places_at(&locations, &zone, to_instant(&zone, plain("2026-11-23 10:00")));
    assert_eq!(
        shown.iter().map(name).collect::<Vec<_>>(),
        [
            "open till five",
            "open till one",
            "opens at two",
            "opens Tuesday",
            "also opens Tuesday",
            "unknown 1",
            "unknown 2",
            "over"
        ]
    );
    assert_eq!(shown.iter().map(|place| place.index).collect::<Vec<_>>(), [3, 7, 5, 2, 6, 1, 8, 0]);
}

#[test]
fn a_short_list_is_shown_whole() {
    for (found, limit, expected) in [(0, 3, 0), (5, 3, 5), (6, 3, 3), (12, 23, 12), (45, 23, 23), (6, -1, 0)] {
        assert_eq!(shown(found, limit), expected, "{found} of which {limit} are asked for");
    }
}
