//! The lines of a timetable.

use crate::build::{all, every, london, text, valid, weekly, with};
use crate::support_zone::plain;
use campaign_portlet::calendar::{PlainDate, to_instant};
use campaign_portlet::locations::{OpeningHours, places_at};

/// The lines of a place's timetable, said shortly.
fn lines(hours: &[OpeningHours], now: &str) -> Vec<String> {
    let zone = london();
    let locations = all(vec![with("Place", hours, &[])]);
    let shown = places_at(&locations, &zone, to_instant(&zone, plain(now)));
    let day =
        |date: Option<PlainDate>| date.map_or("-".into(), |date| format!("{:02}-{:02}", date.month(), date.day()));
    shown[0]
        .weekly
        .iter()
        .map(|line| {
            let days: String = line.days.iter().map(|day| format!("{day:?}")[..2].to_owned()).collect();
            let hours = (line.opens.hour(), line.closes.hour());
            let (from, through, next) = (day(line.valid_from), day(line.valid_through), day(line.next));
            format!("{days} {}-{} /{} from {from} through {through} next {next}", hours.0, hours.1, line.every_weeks)
        })
        .collect()
}

#[test]
fn entries_with_the_same_times_are_one_line() {
    let hours = [
        valid("2025-10-06", "2025-11-30", weekly("Mon Wed Fri 09:00-13:00")),
        weekly("Sat 10:00-12:00"),
        valid("2025-10-06", "2025-11-30", weekly("Tue Thu 09:00-13:00")),
    ];
    for (now, expected) in [
        (
            "2025-10-01 12:00",
            &["MoTuWeThFr 9-13 /1 from 10-06 through - next 10-06", "Sa 10-12 /1 from - through - next 10-04"][..],
        ),
        (
            "2025-10-06 13:00",
            &["MoTuWeThFr 9-13 /1 from - through - next 10-07", "Sa 10-12 /1 from - through - next 10-11"],
        ),
        // The last day is told from two weeks before it on.
        (
            "2025-11-15 12:00",
            &["MoTuWeThFr 9-13 /1 from - through - next 11-17", "Sa 10-12 /1 from - through - next 11-22"],
        ),
        (
            "2025-11-16 12:00",
            &["MoTuWeThFr 9-13 /1 from - through 11-30 next 11-17", "Sa 10-12 /1 from - through - next 11-22"],
        ),
        // Of Tuesday and Thursday nothing is left on the last Friday, and the line is whole until the end.
        (
            "2025-11-28 12:59:59",
            &["MoTuWeThFr 9-13 /1 from - through 11-30 next 11-28", "Sa 10-12 /1 from - through - next 11-29"],
        ),
        ("2025-11-28 13:00", &["Sa 10-12 /1 from - through - next 11-29"]),
    ] {
        assert_eq!(lines(&hours, now), expected, "{now}");
    }
}

#[test]
fn entries_that_differ_in_anything_else_are_lines_of_their_own() {
    let base = || weekly("Mon 09:00-13:00");
    let different = [
        base(),
        weekly("Tue 09:00-14:00"),
        weekly("Tue 08:00-13:00"),
        valid("2026-12-01", "", base()),
        valid("", "2026-12-01", base()),
        OpeningHours { details: Some(text("Walk in")), ..base() },
        every(2, valid("2026-11-02", "", base())),
        every(2, valid("2026-11-09", "", base())),
        every(4, valid("2026-11-09", "", base())),
    ];
    assert_eq!(lines(&different, "2026-11-22 12:00").len(), different.len());
    // Other weeks that are the same weeks, and first days that are both past, make no difference.
    for same in [
        [every(2, valid("2026-11-02", "", base())), every(2, valid("2026-11-18", "", base()))],
        [valid("2026-10-01", "", base()), valid("2026-11-22", "", base())],
    ] {
        assert_eq!(lines(&same, "2026-11-22 12:00").len(), 1);
    }
}

#[test]
fn a_line_tells_the_next_day_that_is_not_over() {
    let hours = [every(2, valid("2025-10-11", "2025-11-30", weekly("Sat Sun 10:00-02:00")))];
    for (now, next) in [
        ("2025-10-01 12:00", Some("10-11")),
        ("2025-10-12 01:00", Some("10-12")),
        ("2025-10-13 01:00", Some("10-25")),
        ("2025-10-26 12:00", Some("10-26")),
    ] {
        assert!(lines(&hours, now)[0].ends_with(next.unwrap()), "{now}");
    }
    let last = [valid("", "2025-11-29", weekly("Sat 10:00-02:00"))];
    assert!(lines(&last, "2025-11-30 01:59:59")[0].ends_with("next -"));
    assert!(lines(&last, "2025-11-30 02:00").is_empty());
}
