//! Random places, against a simple reading of the format.

use crate::build::{all, london, place, say};
use crate::support_zone::{Random, date, plain, time};
use campaign_portlet::calendar::{
    Instant, PlainDate, PlainDateTime, TimeZone, Weekday, Weekdays, to_instant, to_plain,
};
use campaign_portlet::locations::{NextDay, OpeningHours, Place, Session, Status, next_change, places_at};

pub fn random_place(random: &mut Random) -> Place {
    let quarter = |random: &mut Random| {
        let minutes = random.below(96) * 15;
        time(&format!("{:02}:{:02}", minutes / 60, minutes % 60))
    };
    let start = date("2026-10-12");
    let mut place = place("Random");
    for _ in 0..random.below(4) {
        place.opening_hours.push(OpeningHours {
            days: Weekday::ALL
                .into_iter()
                .filter(|_| random.below(3) == 0)
                .fold(Weekdays::default().with(Weekday::Sunday), |days, day| days.with(day)),
            opens: quarter(random),
            closes: quarter(random),
            valid_from: (random.below(2) == 0).then(|| start.plus_days(random.below(20) as i32 - 5)),
            valid_through: (random.below(2) == 0).then(|| start.plus_days(random.below(40) as i32)),
            every_weeks: 1 + random.below(4) as u32,
            details: None,
        });
    }
    for _ in 0..random.below(4) {
        place.sessions.push(Session {
            date: start.plus_days(random.below(21) as i32),
            opens: quarter(random),
            closes: quarter(random),
            details: None,
        });
    }
    place
}

/// All openings of a place in ten weeks around the clock change, found day by day.
fn every_opening(place: &Place, zone: &dyn TimeZone) -> Vec<(Instant, Instant)> {
    let mut openings = Vec::new();
    let mut add = |day: PlainDate, opens, closes| {
        let end = if closes <= opens { day.plus_days(1) } else { day };
        let opens = to_instant(zone, PlainDateTime { date: day, time: opens });
        let closes = to_instant(zone, PlainDateTime { date: end, time: closes });
        openings.push((opens, closes.max(opens)));
    };
    for session in &place.sessions {
        add(session.date, session.opens, session.closes);
    }
    for hours in &place.opening_hours {
        for day in (0..70).map(|days| date("2026-10-01").plus_days(days)) {
            let counts = hours.valid_from.is_none_or(|from| {
                (day.monday().epoch_days() - from.monday().epoch_days()) / 7 % hours.every_weeks as i32 == 0
            });
            let valid =
                hours.valid_from.is_none_or(|from| day >= from) && hours.valid_through.is_none_or(|to| day <= to);
            if hours.days.contains(day.weekday()) && counts && valid {
                add(day, hours.opens, hours.closes);
            }
        }
    }
    openings.sort();
    openings
}

fn simple_status(place: &Place, zone: &dyn TimeZone, now: Instant) -> String {
    let openings: Vec<_> = every_opening(place, zone).into_iter().filter(|(_, closes)| *closes > now).collect();
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
        let place = random_place(&mut random);
        let locations = all(vec![place.clone()]);
        for _ in 0..20 {
            let now = first.plus_seconds(random.between(0, 21 * 96) * 900 - random.between(0, 1));
            let shown = places_at(&locations, &zone, now);
            let said = shown.first().map_or("gone".to_owned(), |place| say(place.status));
            assert_eq!(said, simple_status(&place, &zone, now), "{:?} {place:#?}", to_plain(&zone, now));
        }
    }
}

#[test]
fn nothing_shown_changes_before_the_next_change() {
    let zone = london();
    let mut random = Random(11);
    for _ in 0..150 {
        let locations = all((0..3).map(|_| random_place(&mut random)).collect());
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
