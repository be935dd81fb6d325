//! Random places, against a simple reading of the format.

use crate::build::{all, london, place, say};
use crate::support::checked;
use crate::support_zone::{Random, date, plain, time};
use campaign_portlet::calendar::{
    Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, Weekday, Weekdays, to_instant, to_plain,
};
use campaign_portlet::campaign::Section;
use campaign_portlet::locations::{
    ClosedDay, Locations, NextDay, OpeningHours, Place, PlaceNow, Session, Status, next_change, places_at,
};
use serde_json::{Value, json};

pub fn random_place(random: &mut Random) -> Place {
    let quarter = |random: &mut Random| {
        let minutes = random.below(96) * 15;
        time(&format!("{:02}:{:02}", minutes / 60, minutes % 60))
    };
    // Round the clock is written so in one of six.
    let times = |random: &mut Random| match random.below(6) {
        0 => (time("00:00"), time("23:59")),
        _ => (quarter(random), quarter(random)),
    };
    let start = date("2026-10-12");
    let mut place = place("Random");
    for _ in 0..random.below(4) {
        let (opens, closes) = times(random);
        place.opening_hours.push(OpeningHours {
            days: Weekday::ALL
                .into_iter()
                .filter(|_| random.below(3) == 0)
                .fold(Weekdays::default().with(Weekday::Sunday), |days, day| days.with(day)),
            opens,
            closes,
            valid_from: (random.below(2) == 0).then(|| start.plus_days(random.below(20) as i32 - 5)),
            valid_through: (random.below(2) == 0).then(|| start.plus_days(random.below(40) as i32)),
            every_weeks: 1 + random.below(4) as u32,
            details: None,
        });
    }
    for _ in 0..random.below(4) {
        let (opens, closes) = times(random);
        let date = start.plus_days(random.below(21) as i32);
        place.sessions.push(Session { date, opens, closes, details: None });
    }
    place.closed_on = random_closed_days(random);
    place
}

/// A third of all days, or none.
fn random_closed_days(random: &mut Random) -> Vec<ClosedDay> {
    if random.below(3) > 0 {
        return Vec::new();
    }
    let days = (0..60).filter(|_| random.below(3) == 0).map(|days| date("2026-10-01").plus_days(days));
    days.map(|date| ClosedDay { date, label: None }).collect()
}

fn random_locations(random: &mut Random, places: usize) -> Locations {
    let mut locations = all((0..places).map(|_| random_place(random)).collect());
    locations.closed_on = random_closed_days(random);
    locations
}

/// What a config says that has these places, read by the checker.
fn as_read(locations: &Locations) -> Locations {
    let day = |date: PlainDate| Value::from(date.iso("-"));
    let clock = |time: PlainTime| json!(format!("{:02}:{:02}", time.hour(), time.minute()));
    let closed = |days: &[ClosedDay]| -> Value { days.iter().map(|closed| day(closed.date)).collect() };
    let hours = |hours: &OpeningHours| {
        let days: Value = hours.days.iter().map(|day| Value::from(format!("{day:?}"))).collect();
        let [from, through] = [hours.valid_from, hours.valid_through].map(|date| date.map(day));
        let every_weeks = hours.valid_from.map(|_| hours.every_weeks);
        json!({ "dayOfWeek": days, "opens": clock(hours.opens), "closes": clock(hours.closes),
            "validFrom": from, "validThrough": through, "everyWeeks": every_weeks })
    };
    let session = |session: &Session| {
        let Session { date, opens, closes, .. } = session;
        json!({ "date": day(*date), "opens": clock(*opens), "closes": clock(*closes) })
    };
    let list = |place: &Place| {
        let (hours, sessions): (Value, Value) =
            (place.opening_hours.iter().map(hours).collect(), place.sessions.iter().map(session).collect());
        json!({ "name": "Random", "openingHours": hours, "sessions": sessions, "closedOn": closed(&place.closed_on) })
    };
    let places: Value = locations.places.iter().map(list).collect();
    let config = json!({ "title": "T", "locations": { "closedOn": closed(&locations.closed_on), "places": places } });
    match checked(&config.to_string()).campaign.unwrap().sections.remove(0) {
        Section::Locations(locations) => locations,
        other => panic!("{other:?}"),
    }
}

/// Whether weekly hours open on a day, closed or not.
fn would_open(hours: &OpeningHours, day: PlainDate) -> bool {
    let counts = hours.valid_from.is_none_or(|from| {
        (day.monday().epoch_days() - from.monday().epoch_days()) / 7 % hours.every_weeks as i32 == 0
    });
    let valid = hours.valid_from.is_none_or(|from| day >= from) && hours.valid_through.is_none_or(|to| day <= to);
    hours.days.contains(day.weekday()) && counts && valid
}

fn is_closed(locations: &Locations, place: &Place, day: PlainDate) -> bool {
    locations.closed_on.iter().chain(&place.closed_on).any(|closed| closed.date == day)
}

/// All openings of a place in ten weeks around the clock change, found day by day; weekly ones alone, if so wanted.
fn every_opening(locations: &Locations, place: &Place, weekly: bool, zone: &dyn TimeZone) -> Vec<(Instant, Instant)> {
    let mut openings = Vec::new();
    let mut add = |day: PlainDate, opens, mut closes| {
        if (opens, closes) == (time("00:00"), time("23:59")) {
            closes = time("00:00");
        }
        let end = if closes <= opens { day.plus_days(1) } else { day };
        let opens = to_instant(zone, PlainDateTime { date: day, time: opens });
        let closes = to_instant(zone, PlainDateTime { date: end, time: closes });
        openings.push((opens, closes.max(opens)));
    };
    for session in place.sessions.iter().filter(|_| !weekly) {
        add(session.date, session.opens, session.closes);
    }
    for hours in &place.opening_hours {
        for day in (0..70).map(|days| date("2026-10-01").plus_days(days)) {
            if would_open(hours, day) && !is_closed(locations, place, day) {
                add(day, hours.opens, hours.closes);
            }
        }
    }
    openings.sort();
    openings
}

/// The closed days that matter: within two weeks, where weekly hours are not over, would have opened, and no session is.
fn simple_closed_days(locations: &Locations, zone: &dyn TimeZone, now: Instant) -> Vec<PlainDate> {
    let place = &locations.places[0];
    let today = to_plain(zone, now).date;
    let is_over = every_opening(locations, place, true, zone).iter().all(|(_, closes)| *closes <= now);
    let days = (0..=14).map(|days| today.plus_days(days)).filter(|day| {
        let would_open = place.opening_hours.iter().any(|hours| would_open(hours, *day));
        let has_session = place.sessions.iter().any(|session| session.date == *day);
        is_closed(locations, place, *day) && would_open && !has_session && !is_over
    });
    days.collect()
}

fn closed_days(place: &PlaceNow) -> Vec<PlainDate> {
    place.closed.iter().map(|day| day.date).collect()
}

fn simple_status(locations: &Locations, zone: &dyn TimeZone, now: Instant) -> String {
    let place = &locations.places[0];
    let openings = every_opening(locations, place, false, zone);
    let openings: Vec<_> = openings.into_iter().filter(|(_, closes)| *closes > now).collect();
    let today = to_plain(zone, now).date;
    match openings.first() {
        None if !place.opening_hours.is_empty() => "over".into(),
        None if !place.sessions.is_empty() => "gone".into(),
        None => "no hours".into(),
        Some((opens, _)) if *opens > now => {
            let at = to_plain(zone, *opens);
            let day = if at.date == today {
                NextDay::Today
            } else if at.date == today.plus_days(1) {
                NextDay::Tomorrow
            } else {
                NextDay::On(at.date)
            };
            say(Status::Opens { at, day })
        }
        Some(_) => {
            let until = openings.iter().fold(
                now,
                |until, (opens, closes)| {
                    if *opens <= until { until.max(*closes) } else { until }
                },
            );
            let until = to_plain(zone, until);
            let until = (until.date <= today.plus_days(7)).then_some(until);
            // Closing tomorrow morning is still tonight's.
            let tonight = PlainDateTime { date: today.plus_days(1), time: time("12:00") };
            let closes_on = until.filter(|until| *until > tonight).map(|until| until.date);
            say(Status::OpenNow { until, closes_on })
        }
    }
}

#[test]
pub fn random_places_are_as_a_simple_reading_of_the_format_says() {
    let zone = london();
    let mut random = Random(7);
    let first = to_instant(&zone, plain("2026-10-12 00:00"));
    for _ in 0..400 {
        let written = random_locations(&mut random, 1);
        let locations = as_read(&written);
        for _ in 0..20 {
            let now = first.plus_seconds(random.between(0, 21 * 96) * 900 - random.between(0, 1));
            let shown = places_at(&locations, &zone, now);
            let said = shown.first().map_or("gone".to_owned(), |place| say(place.status));
            assert_eq!(said, simple_status(&written, &zone, now), "{:?} {written:#?}", to_plain(&zone, now));
            if let Some(place) = shown.first() {
                let expected = simple_closed_days(&written, &zone, now);
                assert_eq!(closed_days(place), expected, "{:?} {written:#?}", to_plain(&zone, now));
            }
        }
    }
}

#[test]
fn nothing_shown_changes_before_the_next_change() {
    let zone = london();
    let mut random = Random(11);
    for _ in 0..150 {
        let locations = random_locations(&mut random, 3);
        let mut now = to_instant(&zone, plain("2026-10-20 12:00")).plus_seconds(random.between(0, 86_400));
        for _ in 0..20 {
            let shown = places_at(&locations, &zone, now);
            let Some(change) = next_change(&shown, &zone, now) else {
                assert_eq!(places_at(&locations, &zone, now.plus_seconds(10_000_000)), shown);
                break;
            };
            assert!(change > now);
            for _ in 0..5 {
                let between = now.plus_seconds(random.between(0, now.seconds_until(change) - 1));
                assert_eq!(places_at(&locations, &zone, between), shown);
            }
            assert_eq!(places_at(&locations, &zone, change.plus_seconds(-1)), shown);
            now = change;
        }
    }
}
