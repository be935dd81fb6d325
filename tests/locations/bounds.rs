//! Whatever the config says, and however much of it.

use crate::build::{all, every, london, place, say, valid, weekly, with};
use crate::random::random_place;
use crate::support_zone::{Counting, JiffZone, Random, date, plain};
use campaign_portlet::calendar::{CachedZone, Instant, to_instant};
use campaign_portlet::locations::{Locations, next_change, places_at};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use std::time::Instant as Stopwatch;

#[test]
fn the_ends_of_time_do_no_harm() {
    let zone = london();
    let mut places = Vec::new();
    for every_weeks in [0, 1, 2, 52, 520_000, u32::MAX] {
        for from in ["", "0001-01-01", "2026-11-23", "9999-12-31"] {
            for through in ["", "0001-01-01", "9999-12-31"] {
                for line in ["Mon Tue Wed Thu Fri Sat Sun 00:00-00:00", "Fri 23:59:59-23:59:58", "Sun 09:00-13:00"] {
                    places.push(with("Hours", &[every(every_weeks, valid(from, through, weekly(line)))], &[]));
                }
            }
        }
    }
    places.push(with("Sessions", &[], &["0001-01-01 09:00-08:00", "9999-12-31 09:00-08:00", "9999-12-31 00:00-00:00"]));
    let locations = all(places);
    for now in ["0001-01-01 00:00", "2026-11-23 12:00", "9999-12-31 23:59:59"] {
        let now = to_instant(&zone, plain(now));
        let shown = places_at(&locations, &zone, now);
        assert!(next_change(&shown, &zone, now).is_none_or(|at| at > now));
    }
    for seconds in [i64::MIN, i64::MAX] {
        let now = Instant::from_epoch_seconds(seconds);
        next_change(&places_at(&locations, &zone, now), &zone, now);
    }
}

#[test]
fn a_start_far_ahead_is_found_at_once() {
    let hours = [every(520, valid("2900-01-01", "", weekly("Mon 09:00-13:00")))];
    let calls = Rc::new(Cell::new(0));
    let zone = Counting(JiffZone::named("Europe/London"), calls.clone());
    let locations = all(vec![with("Lodge", &hours, &[])]);
    let shown = places_at(&locations, &zone, to_instant(&zone, plain("2026-11-23 12:00")));
    // Ten years, less twelve days, after the Monday 28 December 2899.
    assert_eq!(shown[0].weekly[0].next, Some(date("2909-12-16")));
    assert!(calls.get() < 20, "{}", calls.get());
}

fn many_places() -> Locations {
    let mut random = Random(3);
    all((0..2000)
        .map(|_| {
            let mut place = random_place(&mut random);
            while place.opening_hours.len() < 5 {
                place.opening_hours.extend(random_place(&mut random).opening_hours);
            }
            while place.sessions.len() < 5 {
                place.sessions.extend(random_place(&mut random).sessions);
            }
            place
        })
        .collect())
}

#[test]
fn two_thousand_places_are_told_in_no_time() {
    let calls = Rc::new(Cell::new(0));
    let zone = CachedZone::new(Counting(JiffZone::named("Europe/London"), calls.clone()));
    let locations = many_places();
    let now = to_instant(&zone, plain("2026-10-20 12:00"));
    let watch = Stopwatch::now();
    assert!(places_at(&locations, &zone, now).len() > 1000);
    println!("{:?}, {} questions to the zone", watch.elapsed(), calls.get());
    // Generous, for an unoptimised build on a busy machine; what must not happen is a walk through every day.
    assert!(watch.elapsed() < Duration::from_secs(2));
    assert!(calls.get() < 150, "{}", calls.get());
}

#[test]
fn one_place_with_thousands_of_hours_is_told_in_no_time() {
    let zone = london();
    let mut one = place("One");
    for other in many_places().places.into_iter().take(400) {
        one.opening_hours.extend(other.opening_hours);
        one.sessions.extend(other.sessions);
    }
    let locations = all(vec![one]);
    let watch = Stopwatch::now();
    let now = to_instant(&zone, plain("2026-10-20 12:00"));
    assert_eq!(say(places_at(&locations, &zone, now)[0].status), "open");
    println!("{:?}", watch.elapsed());
    assert!(watch.elapsed() < Duration::from_secs(5));
}
