//! Days on which a place is closed, whatever its weekly hours say.

use crate::build::{all, closed, every, london, name, say, valid, walk, weekly, with};
use crate::support_zone::{date, plain};
use campaign_portlet::calendar::to_instant;
use campaign_portlet::config::Text;
use campaign_portlet::locations::{ClosedDay, Locations, Place, next_change, places_at};
use campaign_portlet::words::Lang;

fn closed_on(days: &[&str], place: Place) -> Place {
    Place { closed_on: closed(days), ..place }
}

/// The closed days that are shown of the first place, at noon.
fn shown(locations: &Locations, day: &str) -> Vec<String> {
    let zone = london();
    let places = places_at(locations, &zone, to_instant(&zone, plain(&format!("{day} 12:00"))));
    let label = |label: &Text| format!(" {}", label.get(Lang::En).unwrap());
    let days = places[0].closed.iter();
    days.map(|day| {
        let (month, number) = (day.date.month(), day.date.day());
        format!("{month:02}-{number:02}{}", day.label.as_ref().map(label).unwrap_or_default())
    })
    .collect()
}

#[test]
fn weekly_hours_do_not_hold_on_closed_days() {
    let lodge = with("Lodge", &[weekly("Mon Tue Wed Thu Fri 09:00-17:00")], &[]);
    walk(
        closed_on(&["2026-12-25", "2026-12-28", "2027-01-01"], lodge),
        &[
            ("2026-12-24 16:59:59", "open until 12-24 17:00"),
            ("2026-12-24 17:00", "opens Tuesday 12-29 09:00"),
            ("2026-12-25 10:00", "opens Tuesday 12-29 09:00"),
            ("2026-12-28 10:00", "opens tomorrow 12-29 09:00"),
            ("2026-12-31 17:00", "opens Monday 01-04 09:00"),
        ],
    );
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    walk(
        closed_on(&["2026-12-25"], with("Night", &[weekly("Thu Fri Sat 20:00-06:00")], &[])),
        &[
            ("2026-12-24 22:00", "open until 12-25 06:00"),
            ("2026-12-25 05:59:59", "open until 12-25 06:00"),
            ("2026-12-25 06:00", "opens tomorrow 12-26 20:00"),
            ("2026-12-26 03:00", "opens today 12-26 20:00"),
        ],
    );
}

#[test]
fn round_the_clock_stops_at_the_midnights_of_a_closed_day() {
    let always = weekly("Mon Tue Wed Thu Fri Sat Sun 00:00-00:00");
    walk(
        closed_on(&["2026-12-25"], with("A&E", &[always], &[])),
        &[
            ("2026-12-17 12:00", "open"),
            ("2026-12-18 12:00", "open until the day 12-25 00:00"),
            ("2026-12-25 00:00", "opens tomorrow 12-26 00:00"),
            ("2026-12-26 00:00", "open"),
        ],
    );
}

#[test]
fn dated_sessions_hold_on_closed_days_and_tell_their_times() {
    let hours = [weekly("Mon Tue Wed Thu Fri 09:00-17:00")];
    let lodge = closed_on(&["2026-12-24", "2026-12-25"], with("Lodge", &hours, &["2026-12-24 09:00-12:00"]));
    walk(
        lodge.clone(),
        &[
            ("2026-12-24 08:00", "opens today 12-24 09:00"),
            ("2026-12-24 11:00", "open until 12-24 12:00"),
            ("2026-12-24 12:00", "opens Monday 12-28 09:00"),
        ],
    );
    let locations = all(vec![lodge]);
    assert_eq!(shown(&locations, "2026-12-20"), ["12-25"]);
    // Nor does it say "closed" of the day on which there was one.
    assert_eq!(shown(&locations, "2026-12-24"), ["12-25"]);
}

#[test]
fn closed_days_are_shown_from_two_weeks_before_to_their_end() {
    let hours = [weekly("Mon Tue Wed Thu Fri 09:00-17:00")];
    let mut locations = all(vec![closed_on(&["2026-12-28"], with("Lodge", &hours, &[]))]);
    locations.closed_on = closed(&["2026-12-25 Christmas Day", "2026-12-26 Boxing Day", "2027-01-01 New Year’s Day"]);
    for (day, expected) in [
        ("2026-12-10", &[][..]),
        ("2026-12-11", &["12-25 Christmas Day"]),
        // On Saturday 26 December nobody would have come.
        ("2026-12-14", &["12-25 Christmas Day", "12-28"]),
        ("2026-12-25", &["12-25 Christmas Day", "12-28", "01-01 New Year’s Day"]),
        ("2026-12-26", &["12-28", "01-01 New Year’s Day"]),
        ("2027-01-01", &["01-01 New Year’s Day"]),
        ("2027-01-02", &[]),
    ] {
        assert_eq!(shown(&locations, day), expected, "{day}");
    }
}

#[test]
fn of_two_entries_of_a_day_the_one_with_a_label_counts_and_the_places_own_first() {
    let hours = [weekly("Mon Tue Wed Thu Fri 09:00-17:00")];
    for (own, of_all, expected) in [
        ("2026-12-25", "2026-12-25 Christmas Day", "12-25 Christmas Day"),
        ("2026-12-25 Training", "2026-12-25", "12-25 Training"),
        ("2026-12-25 Training", "2026-12-25 Christmas Day", "12-25 Training"),
        ("2026-12-25", "2026-12-25", "12-25"),
    ] {
        let mut locations = all(vec![closed_on(&[own], with("Lodge", &hours, &[]))]);
        locations.closed_on = closed(&[of_all]);
        assert_eq!(shown(&locations, "2026-12-20"), [expected]);
    }
}

#[test]
fn no_closed_day_is_shown_where_no_weekly_hours_are_missed() {
    let ended = valid("", "2026-12-18", weekly("Mon Tue Wed Thu Fri 09:00-17:00"));
    let other_week = every(2, valid("2026-12-14", "", weekly("Fri 09:00-17:00")));
    for place in [
        with("Sessions", &[], &["2027-01-04 09:00-12:00"]),
        with("None", &[], &[]),
        with("Over", &[ended], &[]),
        with("Mondays", &[weekly("Mon 09:00-17:00")], &[]),
        with("Other week", &[other_week], &[]),
    ] {
        let locations = all(vec![closed_on(&["2026-12-25"], place)]);
        assert_eq!(shown(&locations, "2026-12-20"), [""; 0], "{}", locations.places[0].name.get(Lang::En).unwrap());
    }
}

#[test]
fn hours_that_are_left_with_closed_days_only_are_over() {
    let hours = valid("", "2026-12-25", weekly("Mon Tue Wed Thu Fri 09:00-17:00"));
    let lodge = closed_on(&["2026-12-24", "2026-12-25"], with("Lodge", &[hours], &[]));
    walk(lodge.clone(), &[("2026-12-23 16:59:59", "open until 12-23 17:00"), ("2026-12-23 17:00", "over")]);
    let zone = london();
    let locations = all(vec![lodge]);
    let over = places_at(&locations, &zone, to_instant(&zone, plain("2026-12-23 17:00")));
    assert!(over[0].weekly.is_empty() && over[0].closed.is_empty());
}

#[test]
fn the_next_day_and_the_order_of_the_list_skip_closed_days() {
    let zone = london();
    let fortnightly = every(2, valid("2026-12-11", "", weekly("Fri 09:00-17:00")));
    let mut locations = all(vec![
        with("Fortnightly", &[fortnightly], &[]),
        with("Fridays", &[weekly("Fri 09:00-17:00")], &[]),
        closed_on(&["2026-12-28"], with("Mondays", &[weekly("Mon 09:00-17:00")], &[])),
        with("Tuesdays", &[weekly("Tue 09:00-17:00")], &[]),
    ]);
    locations.closed_on = closed(&["2026-12-25 Christmas Day"]);
    let now = to_instant(&zone, plain("2026-12-23 12:00"));
    let places = places_at(&locations, &zone, now);
    let said: Vec<_> = places.iter().map(|place| format!("{} {}", name(place), say(place.status))).collect();
    assert_eq!(
        said,
        [
            "Tuesdays opens Tuesday 12-29 09:00",
            "Fridays opens Friday 01-01 09:00",
            "Mondays opens Monday 01-04 09:00",
            "Fortnightly opens Friday 01-08 09:00",
        ]
    );
    assert_eq!(places[3].weekly[0].next, Some(date("2027-01-08")));
    // The first change but midnight is the opening on Tuesday.
    let eve = to_instant(&zone, plain("2026-12-29 00:00"));
    let change = next_change(&places_at(&locations, &zone, eve), &zone, eve);
    assert_eq!(change, Some(to_instant(&zone, plain("2026-12-29 09:00"))));
}

#[test]
fn thousands_of_closed_days_do_no_harm() {
    let first = date("2026-11-23");
    let mut locations = all(vec![with("Lodge", &[weekly("Mon Tue Wed Thu Fri 09:00-17:00")], &[])]);
    let day = |days| ClosedDay { date: first.plus_days(days), label: None };
    locations.closed_on = (0..9000).map(day).collect();
    let zone = london();
    let places = places_at(&locations, &zone, to_instant(&zone, plain("2026-11-23 12:00")));
    assert_eq!((places[0].weekly[0].next, places[0].closed.len()), (Some(date("2051-07-17")), 11));
}
