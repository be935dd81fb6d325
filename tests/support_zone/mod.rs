//! What the host tests of dates share: an independent time zone to compare with, and reproducible randomness.
#![allow(dead_code, reason = "each test file uses its own part")]

use campaign_portlet::calendar::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone};
use std::cell::Cell;
use std::rc::Rc;

/// A zone of the tz database that jiff carries.
#[derive(Clone)]
pub struct JiffZone(pub jiff::tz::TimeZone);

impl JiffZone {
    pub fn named(name: &str) -> Self {
        Self(jiff::tz::TimeZone::get(name).unwrap())
    }
}

impl TimeZone for JiffZone {
    fn offset_at(&self, instant: Instant) -> i32 {
        // jiff keeps a day's distance from both ends of the year 9999.
        let seconds = instant.epoch_seconds();
        let held = seconds.clamp(
            jiff::Timestamp::MIN.as_second().saturating_add(1),
            jiff::Timestamp::MAX.as_second().saturating_sub(1),
        );
        self.0.to_offset(jiff::Timestamp::from_second(held).unwrap()).seconds()
    }
}

/// A zone that counts how often it is asked.
pub struct Counting<Z>(pub Z, pub Rc<Cell<usize>>);

impl<Z: TimeZone> TimeZone for Counting<Z> {
    fn offset_at(&self, instant: Instant) -> i32 {
        self.1.set(self.1.get() + 1);
        self.0.offset_at(instant)
    }
}

/// Knuth's MMIX generator: the same numbers on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        // Two draws, because one has 31 bits and a campaign's seconds need more.
        let wide = self.below(1 << 31) << 31 | self.below(1 << 31);
        first + (wide % u64::try_from(last - first + 1).unwrap()) as i64
    }
}

pub fn date(text: &str) -> PlainDate {
    PlainDate::parse(text).unwrap()
}

pub fn time(text: &str) -> PlainTime {
    PlainTime::parse(text).unwrap()
}

/// Reads `2026-11-23 18:00` or `2026-11-23 18:00:30`.
pub fn plain(text: &str) -> PlainDateTime {
    let (day, clock) = text.split_once(' ').unwrap();
    PlainDateTime { date: date(day), time: time(clock) }
}

/// The instant at which clocks on Greenwich mean time show `text`.
pub fn utc(text: &str) -> Instant {
    Instant::from_epoch_seconds(plain(text).utc_seconds())
}
