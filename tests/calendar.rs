//! Our calendar says what jiff and the tz database say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support_zone;

use campaign_portlet::calendar::{
    CachedZone, Edge, Instant, Moment, PlainDate, PlainDateTime, PlainTime, TimeZone, Weekday, Weekdays, to_instant,
    to_plain,
};
use std::cell::Cell;
use std::rc::Rc;
use support_zone::{Counting, JiffZone, Random, date, plain, time, utc};

/// Both signs, a half-hour change, a quarter-hour offset, "winter" time in summer, and a day that was skipped whole.
const ZONES: [&str; 8] = [
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Pacific/Apia",
];

fn to_jiff(plain: PlainDateTime) -> jiff::civil::DateTime {
    let (date, time) = (plain.date, plain.time);
    jiff::civil::date(i16::try_from(date.year()).unwrap(), date.month() as i8, date.day() as i8).at(
        time.hour() as i8,
        time.minute() as i8,
        time.second() as i8,
        0,
    )
}

#[track_caller]
fn agree_on_civil(zone: &JiffZone, cached: &dyn TimeZone, plain: PlainDateTime) {
    let theirs = zone.0.to_ambiguous_timestamp(to_jiff(plain)).compatible().unwrap().as_second();
    assert_eq!(to_instant(zone, plain).epoch_seconds(), theirs, "{plain:?}");
    assert_eq!(to_instant(cached, plain).epoch_seconds(), theirs, "cached, {plain:?}");
}

#[track_caller]
fn agree_on_instant(zone: &JiffZone, cached: &dyn TimeZone, seconds: i64) {
    let theirs = zone.0.to_datetime(jiff::Timestamp::from_second(seconds).unwrap());
    let instant = Instant::from_epoch_seconds(seconds);
    assert_eq!(to_jiff(to_plain(zone, instant)), theirs, "{seconds}");
    assert_eq!(to_jiff(to_plain(cached, instant)), theirs, "cached, {seconds}");
}

#[test]
fn random_moments_agree_in_every_zone() {
    let mut random = Random(2026);
    let spans = [("1970-01-01", "2100-01-01"), ("0002-01-01", "9998-12-30")];
    for name in ZONES {
        let zone = JiffZone::named(name);
        for (first, last) in spans {
            let cached = CachedZone::new(zone.clone());
            let (first, last) = (PlainDateTime::midnight(date(first)), PlainDateTime::midnight(date(last)));
            for _ in 0..10_000 {
                let seconds = random.between(first.utc_seconds(), last.utc_seconds());
                agree_on_civil(&zone, &cached, PlainDateTime::from_utc_seconds(seconds));
                agree_on_instant(&zone, &cached, seconds);
            }
        }
    }
}

#[test]
fn every_minute_around_every_clock_change_from_2000_to_2040_agrees() {
    let (first, last) = (jiff::Timestamp::from_second(946_684_800).unwrap(), 2_240_524_800);
    for name in ZONES {
        let zone = JiffZone::named(name);
        let cached = CachedZone::new(zone.clone());
        for change in zone.0.following(first).map(|change| change.timestamp().as_second()).take_while(|at| *at < last) {
            let offset = |at: i64| i64::from(zone.offset_at(Instant::from_epoch_seconds(at)));
            let (before, after) = (offset(change - 1), offset(change));
            for minute in -120..=120 {
                // Changes are half hours long or whole ones, so only there does a single second matter.
                for second in if minute % 30 == 0 { -1..=1 } else { 0..=0 } {
                    let at = change + minute * 60 + second;
                    agree_on_instant(&zone, &cached, at);
                    // Two hours on either side of both ends of the gap or fold, and its middle.
                    for offset in [before, after, (before + after) / 2] {
                        agree_on_civil(&zone, &cached, PlainDateTime::from_utc_seconds(at + offset));
                    }
                }
            }
        }
    }
}

#[test]
fn london_skips_and_repeats_an_hour_as_temporal_does() {
    let zone = JiffZone::named("Europe/London");
    for (wall, instant) in [
        ("2026-03-29 00:59:59", "2026-03-29 00:59:59"),
        ("2026-03-29 01:00", "2026-03-29 01:00"),
        ("2026-03-29 01:30", "2026-03-29 01:30"),
        ("2026-03-29 02:00", "2026-03-29 01:00"),
        ("2026-10-25 00:59:59", "2026-10-24 23:59:59"),
        ("2026-10-25 01:00", "2026-10-25 00:00"),
        ("2026-10-25 01:59:59", "2026-10-25 00:59:59"),
        ("2026-10-25 02:00", "2026-10-25 02:00"),
    ] {
        assert_eq!(to_instant(&zone, plain(wall)), utc(instant), "{wall}");
    }
}

#[test]
fn a_cached_zone_asks_twice_for_a_day_however_often_it_is_asked() {
    let calls = Rc::new(Cell::new(0));
    let cached = CachedZone::new(Counting(JiffZone::named("Europe/London"), calls.clone()));
    for second in 0..86_400 {
        cached.offset_at(utc("2026-11-23 00:00").plus_seconds(second));
    }
    assert_eq!(calls.get(), 2);
}

#[test]
fn a_cached_zone_finds_a_clock_change_in_seventeen_more_questions() {
    let calls = Rc::new(Cell::new(0));
    let zone = JiffZone::named("Europe/London");
    let cached = CachedZone::new(Counting(zone.clone(), calls.clone()));
    for second in 0..86_400 {
        let at = utc("2026-10-25 00:00").plus_seconds(second);
        assert_eq!(cached.offset_at(at), zone.offset_at(at));
    }
    assert!(calls.get() <= 2 + 17, "{}", calls.get());
}

#[test]
fn a_cached_zone_asks_once_a_day_for_a_whole_season() {
    let calls = Rc::new(Cell::new(0));
    let cached = CachedZone::new(Counting(JiffZone::named("Europe/London"), calls.clone()));
    for minute in 0..200 * 24 * 60 {
        cached.offset_at(utc("2026-09-15 00:00").plus_seconds(minute * 60));
    }
    // Two clock changes fall into it.
    assert!(calls.get() <= 201 + 2 * 17, "{}", calls.get());
}

#[test]
fn a_zone_survives_the_ends_of_time() {
    let cached = CachedZone::new(JiffZone::named("Europe/London"));
    for seconds in [i64::MIN, i64::MIN + 1, -1 << 60, 1 << 60, i64::MAX - 1, i64::MAX] {
        to_plain(&cached, Instant::from_epoch_seconds(seconds));
    }
    for wall in ["0001-01-01 00:00", "9999-12-31 23:59:59"] {
        to_instant(&cached, plain(wall));
    }
}

#[test]
fn every_day_from_1_to_9999_goes_to_epoch_days_and_back() {
    let first = date("0001-01-01");
    let last = date("9999-12-31");
    let mut expected = jiff::civil::date(1, 1, 1);
    for days in first.epoch_days()..=last.epoch_days() {
        let ours = PlainDate::from_epoch_days(days);
        assert_eq!(ours.epoch_days(), days);
        assert_eq!(
            (ours.year(), i32::from(ours.month()), i32::from(ours.day())),
            (expected.year().into(), expected.month().into(), expected.day().into())
        );
        assert_eq!(i32::from(ours.weekday().from_monday()), i32::from(expected.weekday().to_monday_zero_offset()));
        expected = expected.tomorrow().unwrap_or(expected);
    }
}

#[test]
fn days_stay_within_the_years_that_exist() {
    for (days, expected) in [(i32::MIN, "0001-01-01"), (i32::MAX, "9999-12-31"), (-719_163, "0001-01-01")] {
        assert_eq!(PlainDate::from_epoch_days(days), date(expected));
    }
    assert_eq!(date("9999-12-31").plus_days(i32::MAX), date("9999-12-31"));
    assert_eq!(date("0001-01-01").plus_days(i32::MIN), date("0001-01-01"));
    assert_eq!(date("0001-01-07").monday(), date("0001-01-01"));
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    for (year, month, day) in [
        (0, 1, 1),
        (10_000, 1, 1),
        (2026, 0, 1),
        (2026, 13, 1),
        (2026, 1, 0),
        (2026, 2, 29),
        (1900, 2, 29),
        (2026, 4, 31),
    ] {
        assert_eq!(PlainDate::new(year, month, day), None, "{year}-{month}-{day}");
    }
    assert!(PlainDate::new(2000, 2, 29).is_some() && PlainDate::new(2028, 2, 29).is_some());
}

#[test]
fn the_week_starts_on_monday() {
    assert_eq!(date("2026-11-23").weekday(), Weekday::Monday);
    for day in ["2026-11-23", "2026-11-25", "2026-11-29"] {
        assert_eq!(date(day).monday(), date("2026-11-23"));
    }
    let weekend = Weekdays::default().with(Weekday::Sunday).with(Weekday::Saturday);
    assert_eq!(weekend.iter().collect::<Vec<_>>(), [Weekday::Saturday, Weekday::Sunday]);
}

#[test]
fn moments_are_read() {
    let exact = |text| Moment::Exact(utc(text));
    let local = |text| Moment::Local(plain(text));
    for (text, expected) in [
        ("2026-12-18", Moment::Day(date("2026-12-18"))),
        ("2026-12-18T17:00", local("2026-12-18 17:00")),
        ("2026-12-18t17:00", local("2026-12-18 17:00")),
        ("2026-12-18 17:00", local("2026-12-18 17:00")),
        ("2026-12-18T17:00:30", local("2026-12-18 17:00:30")),
        ("2026-12-18T17:00:30.123456789", local("2026-12-18 17:00:30")),
        ("2026-12-18T17:00:30.1234567890123", local("2026-12-18 17:00:30")),
        ("2026-12-18T00:00", local("2026-12-18 00:00")),
        ("2026-12-18T17:00Z", exact("2026-12-18 17:00")),
        ("2026-12-18T17:00:00.000Z", exact("2026-12-18 17:00")),
        ("2026-12-18T17:00z", exact("2026-12-18 17:00")),
        ("2026-07-01T17:00+01:00", exact("2026-07-01 16:00")),
        ("2026-07-01T00:30+01:00", exact("2026-06-30 23:30")),
        ("2026-12-18T17:00-05:00", exact("2026-12-18 22:00")),
        ("2026-12-18T17:00-00:00", exact("2026-12-18 17:00")),
        ("2026-12-18T17:00+05:45", exact("2026-12-18 11:15")),
        ("2026-12-18T17:00+0000", exact("2026-12-18 17:00")),
        ("2026-12-18T17:00:30+00", exact("2026-12-18 17:00:30")),
        ("2026-12-18T17:00+0545", exact("2026-12-18 11:15")),
        ("2026-12-18T17:00-05", exact("2026-12-18 22:00")),
        ("2026-12-18T17:00:30,5Z", exact("2026-12-18 17:00:30")),
        ("2026-12-18T24:00", Moment::DayEnd(date("2026-12-18"))),
        ("2026-12-18 24:00:00", Moment::DayEnd(date("2026-12-18"))),
        ("2026-12-18T24:00:00.000", Moment::DayEnd(date("2026-12-18"))),
        ("2026-12-18T24:00Z", exact("2026-12-19 00:00")),
        ("2026-12-31T24:00+01:00", exact("2026-12-31 23:00")),
        ("0001-01-01", Moment::Day(date("0001-01-01"))),
        ("9999-12-31T23:59:59", local("9999-12-31 23:59:59")),
    ] {
        assert_eq!(Moment::parse(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_moment_is_refused() {
    for text in [
        "",
        "T",
        " ",
        "-",
        "Z",
        "+",
        "2026",
        "2026-12",
        "2026-12-18T",
        "2026-12-18T17",
        "2026-12-18T1700",
        "20261218",
        "2026-12-18T17:0",
        "2026-12-18T7:00",
        "2026-12-18T24:01",
        "2026-12-18T24:00:01",
        "2026-12-18T25:00",
        "2026-12-18T17:60",
        "2026-12-18T17:00:60",
        "2026-12-18T17:00:",
        "2026-12-18T17:00.",
        "2026-12-18T17:00:00.",
        "2026-12-18T17:00.5",
        "2026-12-18T17.30",
        "2026-12-18T17:00:00,",
        "2026-12-18T17:00+",
        "2026-12-18T17:00+1",
        "2026-12-18T17:00+24:00",
        "2026-12-18T17:00+2400",
        "2026-12-18T17:00+01:",
        "2026-12-18T17:00+01:0",
        "2026-12-18T17:00+010",
        "2026-12-18T17:00+0160",
        "2026-12-18T17:00+01:00:30",
        "2026-12-18T17:00+01:00Z",
        "2026-12-18T17:00ZZ",
        "2026-12-18T17:00 Z",
        "2026-12-18T17:00+01:00:30.5",
        "2026-12-18TT17:00",
        "2026-12-18T+17:00",
        "2026-12-18T-1:00",
        " 2026-12-18",
        "2026-12-18 ",
        "+2026-12-18",
        "-2026-12-18",
        "2026-12-18-",
        "2026-12-+1",
        "2026-1-1",
        "18/12/2026",
        "2026-02-30",
        "0000-01-01",
        "10000-01-01",
        "２０２６-12-18",
        "2026-12-18T１7:00",
        "2026–12–18",
        "2026-12-18T17:00−05:00",
        "🎄",
    ] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
}

#[test]
fn a_bare_date_is_the_midnight_at_the_edge_that_is_meant() {
    let zone = JiffZone::named("Europe/London");
    for (text, edge, expected) in [
        ("2026-12-18", Edge::Start, "2026-12-18 00:00"),
        ("2026-12-18", Edge::End, "2026-12-19 00:00"),
        ("2026-07-01", Edge::Start, "2026-06-30 23:00"),
        ("2026-10-25", Edge::Start, "2026-10-24 23:00"),
        ("2026-10-25", Edge::End, "2026-10-26 00:00"),
        ("2026-12-31", Edge::End, "2027-01-01 00:00"),
        ("2026-12-18T17:00", Edge::End, "2026-12-18 17:00"),
        ("2026-07-01T17:00", Edge::Start, "2026-07-01 16:00"),
        ("2026-07-01T17:00Z", Edge::Start, "2026-07-01 17:00"),
        ("2026-07-01T24:00", Edge::Start, "2026-07-01 23:00"),
        ("2026-07-01T24:00", Edge::End, "2026-07-01 23:00"),
    ] {
        assert_eq!(Moment::parse(text).unwrap().resolve(&zone, edge), utc(expected), "{text} {edge:?}");
    }
}

#[test]
fn a_midnight_that_the_clocks_skip_is_the_first_moment_of_the_day() {
    // Beirut goes from 23:59:59 to 01:00.
    let zone = JiffZone::named("Asia/Beirut");
    let start = Moment::parse("2026-03-29").unwrap().resolve(&zone, Edge::Start);
    assert_eq!(to_plain(&zone, start), plain("2026-03-29 01:00"));
    assert_eq!(to_plain(&zone, start.plus_seconds(-1)), plain("2026-03-28 23:59:59"));
}

#[test]
fn times_know_their_parts() {
    let at = time("23:59:58");
    assert_eq!((at.hour(), at.minute(), at.second(), at.seconds_of_day()), (23, 59, 58, 86_398));
    assert_eq!(PlainTime::parse("00:00"), Some(PlainTime::MIDNIGHT));
    for text in ["24:00", "9:00", "09.00", "9am", "", ":", "09:00:00:00", "09:00 ", "-9:00"] {
        assert_eq!(PlainTime::parse(text), None, "{text}");
    }
}
