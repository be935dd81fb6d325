//! Weekly hours of one place, to the second.

use crate::build::{all, every, london, valid, walk, weekly, with};
use crate::support_zone::date;
use campaign_portlet::calendar::{Instant, PlainDateTime, to_instant};
use campaign_portlet::locations::places_at;

#[test]
fn a_place_opens_and_closes_to_the_second() {
    walk(
        with("Lodge", &[weekly("Mon 09:00-13:00")], &[]),
        &[
            ("2026-11-21 12:00", "opens Monday 11-23 09:00"),
            ("2026-11-21 23:59:59", "opens Monday 11-23 09:00"),
            ("2026-11-22 00:00", "opens tomorrow 11-23 09:00"),
            ("2026-11-23 00:00", "opens today 11-23 09:00"),
            ("2026-11-23 08:59:59", "opens today 11-23 09:00"),
            ("2026-11-23 09:00", "open until 11-23 13:00"),
            ("2026-11-23 09:00:01", "open until 11-23 13:00"),
            ("2026-11-23 12:59:59", "open until 11-23 13:00"),
            ("2026-11-23 13:00", "opens Monday 11-30 09:00"),
            ("2026-11-23 13:00:01", "opens Monday 11-30 09:00"),
        ],
    );
}

#[test]
fn hours_past_midnight_belong_to_the_day_on_which_they_open() {
    walk(
        with("Night", &[valid("2026-11-20", "2026-11-27", weekly("Fri 22:00-02:00"))], &[]),
        &[
            ("2026-11-20 21:59:59", "opens today 11-20 22:00"),
            ("2026-11-20 22:00", "open until 11-21 02:00"),
            ("2026-11-21 01:59:59", "open until 11-21 02:00"),
            ("2026-11-21 02:00", "opens Friday 11-27 22:00"),
            ("2026-11-28 01:59:59", "open until 11-28 02:00"),
            ("2026-11-28 02:00", "over"),
        ],
    );
}

#[test]
fn until_noon_the_next_day_is_the_end_of_this_night() {
    walk(
        with("Noon", &[weekly("Mon 13:00-12:00")], &[]),
        &[
            ("2026-11-23 13:00", "open until 11-24 12:00"),
            ("2026-11-24 11:59:59", "open until 11-24 12:00"),
            ("2026-11-24 12:00", "opens Monday 11-30 13:00"),
        ],
    );
    walk(
        with("After noon", &[weekly("Mon 13:00-12:01")], &[]),
        &[
            ("2026-11-23 23:59:59", "open until the day 11-24 12:01"),
            ("2026-11-24 00:00", "open until 11-24 12:01"),
            ("2026-11-24 00:00:01", "open until 11-24 12:01"),
        ],
    );
}

#[test]
fn midnight_as_a_closing_time_ends_the_day() {
    walk(
        with("Late", &[weekly("Mon 18:00-00:00")], &[]),
        &[("2026-11-23 23:59:59", "open until 11-24 00:00"), ("2026-11-24 00:00", "opens Monday 11-30 18:00")],
    );
}

#[test]
fn the_clock_changes_move_no_opening() {
    // Clocks go back on Sunday 25 October 2026 at 2:00, and forward on Sunday 28 March 2027 at 1:00.
    let weekend = with("Weekend", &[weekly("Sat Sun 09:00-13:00")], &[]);
    walk(
        weekend,
        &[
            ("2026-10-24 13:00", "opens tomorrow 10-25 09:00"),
            ("2026-10-25 08:59:59", "opens today 10-25 09:00"),
            ("2026-10-25 09:00", "open until 10-25 13:00"),
            ("2026-10-25 13:00", "opens Saturday 10-31 09:00"),
            ("2027-03-27 13:00", "opens tomorrow 03-28 09:00"),
            ("2027-03-28 08:59:59", "opens today 03-28 09:00"),
            ("2027-03-28 12:59:59", "open until 03-28 13:00"),
        ],
    );
}

#[test]
fn a_night_with_a_clock_change_is_an_hour_longer_or_shorter() {
    let zone = london();
    for (day, hours) in [("2026-10-17", 10), ("2026-10-24", 11), ("2027-03-27", 9)] {
        let locations = all(vec![with("Night", &[], &[&format!("{day} 20:00-06:00")])]);
        let shown = places_at(&locations, &zone, to_instant(&zone, PlainDateTime::midnight(date(day))));
        let opening = shown[0].sessions[0].opening;
        assert_eq!(opening.opens.seconds_until(opening.closes), hours * 3600, "{day}");
    }
}

#[test]
fn an_hour_that_the_clocks_skip_is_shown_as_the_clocks_then_read() {
    walk(
        with("Night", &[], &["2027-03-28 01:30-04:00"]),
        &[
            ("2027-03-28 00:30", "opens today 03-28 02:30"),
            ("2027-03-28 02:29:59", "opens today 03-28 02:30"),
            ("2027-03-28 02:30", "open until 03-28 04:00"),
        ],
    );
    // What opens within the skipped hour and closes just behind it takes no time, and ends no earlier than it starts.
    walk(
        with("Night", &[], &["2027-03-28 01:45-02:15"]),
        &[("2027-03-28 00:30", "opens today 03-28 02:45"), ("2027-03-28 02:45", "gone")],
    );
}

#[test]
fn other_weeks_count_from_the_week_of_the_first_day() {
    // The first day is a Saturday, and the hours also name the Monday of that week, which is before it.
    let hours = every(2, valid("2026-10-10", "2026-11-30", weekly("Mon Sat Sun 10:00-15:00")));
    walk(
        with("Hub", &[hours], &[]),
        &[
            ("2026-09-01 12:00", "opens Saturday 10-10 10:00"),
            ("2026-10-05 12:00", "opens Saturday 10-10 10:00"),
            ("2026-10-10 15:00", "opens tomorrow 10-11 10:00"),
            ("2026-10-11 15:00", "opens Monday 10-19 10:00"),
            ("2026-10-12 12:00", "opens Monday 10-19 10:00"),
            ("2026-10-19 15:00", "opens Saturday 10-24 10:00"),
            ("2026-10-25 15:00", "opens Monday 11-02 10:00"),
            ("2026-11-22 15:00", "opens Monday 11-30 10:00"),
            ("2026-11-30 14:59:59", "open until 11-30 15:00"),
            ("2026-11-30 15:00", "over"),
        ],
    );
}

#[test]
fn hours_that_name_no_first_day_hold_every_week() {
    walk(
        with("Hub", &[every(2, weekly("Mon 10:00-15:00"))], &[]),
        &[("2026-11-23 15:00", "opens Monday 11-30 10:00"), ("2026-11-30 15:00", "opens Monday 12-07 10:00")],
    );
    let shown = all(vec![with("Hub", &[every(2, weekly("Mon 10:00-15:00"))], &[])]);
    assert_eq!(places_at(&shown, &london(), Instant::from_epoch_seconds(0))[0].weekly[0].every_weeks, 1);
}

#[test]
fn validity_holds_on_its_first_and_last_day() {
    let hours = valid("2026-11-24", "2026-11-26", weekly("Mon Tue Wed Thu Fri 09:00-13:00"));
    walk(
        with("Lodge", &[hours], &[]),
        &[
            ("2026-11-22 12:00", "opens Tuesday 11-24 09:00"),
            ("2026-11-23 10:00", "opens tomorrow 11-24 09:00"),
            ("2026-11-24 10:00", "open until 11-24 13:00"),
            ("2026-11-25 13:00", "opens tomorrow 11-26 09:00"),
            ("2026-11-26 12:59:59", "open until 11-26 13:00"),
            ("2026-11-26 13:00", "over"),
        ],
    );
    walk(
        with("Never", &[valid("2026-12-01", "2026-11-01", weekly("Mon 09:00-13:00"))], &[]),
        &[("2026-11-22 12:00", "over")],
    );
}
