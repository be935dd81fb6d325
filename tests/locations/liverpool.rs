//! A real campaign, from its first week to its last.

use crate::build::{all, every, london, name, place, say, valid, weekly, with};
use crate::support_zone::{JiffZone, plain};
use campaign_portlet::calendar::{Instant, to_instant, to_plain};
use campaign_portlet::locations::{Locations, next_change, places_at};

/// The places of the trust in Liverpool in autumn 2025.
fn liverpool() -> Locations {
    let season = |line| valid("2025-10-06", "2025-11-30", weekly(line));
    let alternate = every(2, valid("2025-10-11", "2025-11-30", weekly("Sat Sun 10:00-15:00")));
    all(vec![
        with("Lodge", &[season("Mon Wed Fri 09:00-13:00"), season("Tue Thu 09:00-13:00")], &[]),
        with("Hall", &[season("Tue Thu 09:00-16:00"), alternate], &[]),
        with(
            "Roving",
            &[season("Mon Tue Wed Thu Fri 13:30-16:00")],
            &["2025-11-06 18:00-22:00", "2025-11-13 18:00-22:00"],
        ),
        with("Broadgreen", &[season("Tue 09:00-13:00")], &[]),
    ])
}

#[test]
fn liverpool_is_right_in_every_week_of_its_campaign() {
    let zone = london();
    let locations = liverpool();
    for (now, expected) in [
        (
            "2025-10-05 12:00",
            "Lodge opens tomorrow 10-06 09:00; Roving opens tomorrow 10-06 13:30; Hall opens Tuesday 10-07 09:00; \
             Broadgreen opens Tuesday 10-07 09:00",
        ),
        (
            "2025-10-07 09:00",
            "Lodge open until 10-07 13:00; Hall open until 10-07 16:00; Broadgreen open until 10-07 13:00; \
             Roving opens today 10-07 13:30",
        ),
        (
            "2025-10-11 10:00",
            "Hall open until 10-11 15:00; Lodge opens Monday 10-13 09:00; Roving opens Monday 10-13 13:30; \
             Broadgreen opens Tuesday 10-14 09:00",
        ),
        (
            "2025-10-18 10:00",
            "Lodge opens Monday 10-20 09:00; Roving opens Monday 10-20 13:30; Hall opens Tuesday 10-21 09:00; \
             Broadgreen opens Tuesday 10-21 09:00",
        ),
        // The clocks go back in this night.
        (
            "2025-10-25 15:00",
            "Hall opens tomorrow 10-26 10:00; Lodge opens Monday 10-27 09:00; Roving opens Monday 10-27 13:30; \
             Broadgreen opens Tuesday 10-28 09:00",
        ),
        (
            "2025-10-26 10:00",
            "Hall open until 10-26 15:00; Lodge opens tomorrow 10-27 09:00; Roving opens tomorrow 10-27 13:30; \
             Broadgreen opens Tuesday 10-28 09:00",
        ),
        (
            "2025-11-06 16:00",
            "Roving opens today 11-06 18:00; Lodge opens tomorrow 11-07 09:00; Hall opens Saturday 11-08 10:00; \
             Broadgreen opens Tuesday 11-11 09:00",
        ),
        (
            "2025-11-13 21:59:59",
            "Roving open until 11-13 22:00; Lodge opens tomorrow 11-14 09:00; Hall opens Tuesday 11-18 09:00; \
             Broadgreen opens Tuesday 11-18 09:00",
        ),
        (
            "2025-11-20 15:00",
            "Hall open until 11-20 16:00; Roving open until 11-20 16:00; Lodge opens tomorrow 11-21 09:00; \
             Broadgreen opens Tuesday 11-25 09:00",
        ),
        (
            "2025-11-23 14:00",
            "Hall open until 11-23 15:00; Lodge opens tomorrow 11-24 09:00; Roving opens tomorrow 11-24 13:30; \
             Broadgreen opens Tuesday 11-25 09:00",
        ),
        (
            "2025-11-27 15:00",
            "Hall open until 11-27 16:00; Roving open until 11-27 16:00; Lodge opens tomorrow 11-28 09:00; Broadgreen over",
        ),
        ("2025-11-28 13:30", "Roving open until 11-28 16:00; Lodge over; Hall over; Broadgreen over"),
        ("2025-11-28 16:00", "Lodge over; Hall over; Roving over; Broadgreen over"),
    ] {
        let shown = places_at(&locations, &zone, to_instant(&zone, plain(now)));
        let said: Vec<_> = shown.iter().map(|place| format!("{} {}", name(place), say(place.status))).collect();
        assert_eq!(said.join("; "), expected, "{now}");
    }
}

#[test]
fn the_next_change_is_an_opening_a_closing_or_midnight() {
    let zone = london();
    let locations = liverpool();
    for (now, expected) in [
        ("2025-10-05 12:00", Some("2025-10-06 00:00")),
        ("2025-10-06 00:00", Some("2025-10-06 09:00")),
        ("2025-10-06 09:00", Some("2025-10-06 13:00")),
        ("2025-10-06 13:00", Some("2025-10-06 13:30")),
        ("2025-10-06 16:00", Some("2025-10-07 00:00")),
        ("2025-10-25 15:00", Some("2025-10-26 00:00")),
        ("2025-10-26 15:00", Some("2025-10-27 00:00")),
        ("2025-11-28 15:59:59", Some("2025-11-28 16:00")),
        ("2025-11-28 16:00", None),
    ] {
        let now = to_instant(&zone, plain(now));
        let change = next_change(&places_at(&locations, &zone, now), &zone, now);
        assert_eq!(change.map(|at| to_plain(&zone, at)), expected.map(plain));
    }
    let unknown = all(vec![place("Occupational Health")]);
    let now = Instant::from_epoch_seconds(0);
    assert_eq!(next_change(&places_at(&unknown, &zone, now), &zone, now), None);
}

#[test]
fn midnight_comes_also_where_the_clocks_repeat_it() {
    // In 2010 clocks in St John's went from 00:01 on 7 November back to 23:01 on the 6th.
    let zone = JiffZone::named("America/St_Johns");
    let locations = all(vec![with("Lodge", &[weekly("Mon 09:00-13:00")], &[])]);
    let mut now = to_instant(&zone, plain("2010-11-06 23:00"));
    let mut midnights = Vec::new();
    for _ in 0..3 {
        now = next_change(&places_at(&locations, &zone, now), &zone, now).unwrap();
        midnights.push(to_plain(&zone, now));
        now = now.plus_seconds(120);
    }
    assert_eq!(midnights, [plain("2010-11-07 00:00"), plain("2010-11-07 00:00"), plain("2010-11-08 00:00")]);
}
