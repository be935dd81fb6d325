//! The date-times of a config: ISO 8601, with an offset or without, or a bare date.

use super::{Instant, PlainDate, PlainDateTime, PlainTime, TimeZone, to_instant};

/// A date-time as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// With an offset: the same instant for everyone.
    Exact(Instant),
    /// Without an offset: a wall-clock time in the config's zone.
    Local(PlainDateTime),
    /// A bare date.
    Day(PlainDate),
}

/// Which end of a day a bare date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The midnight that opens it.
    Start,
    /// The midnight that closes it.
    End,
}

impl Moment {
    /// Reads `2026-12-18`, `2026-12-18T17:00`, `2026-12-18T17:00:00`, each time with `Z`, `+01:00` or nothing behind it.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((date, rest)) = text.split_once(['T', 't', ' ']) else {
            return PlainDate::parse(text).map(Moment::Day);
        };
        let date = PlainDate::parse(date)?;
        let (time, offset) = split_offset(rest)?;
        let plain = PlainDateTime { date, time: PlainTime::parse(time)? };
        Some(match offset {
            None => Moment::Local(plain),
            Some(seconds) => Moment::Exact(Instant::from_epoch_seconds(plain.utc_seconds() - seconds)),
        })
    }

    /// The instant that is meant, in `zone`; a bare date stands for one of its edges.
    pub fn resolve(self, zone: &dyn TimeZone, edge: Edge) -> Instant {
        match self {
            Moment::Exact(instant) => instant,
            Moment::Local(plain) => to_instant(zone, plain),
            Moment::Day(date) => {
                let date = if edge == Edge::End { date.plus_days(1) } else { date };
                to_instant(zone, PlainDateTime::midnight(date))
            }
        }
    }
}

impl PlainDate {
    /// Reads `2026-11-23`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let date = Self::new(
            digits(parts.next()?, 4)?,
            digits(parts.next()?, 2)?.try_into().ok()?,
            digits(parts.next()?, 2)?.try_into().ok()?,
        );
        if parts.next().is_some() { None } else { date }
    }
}

impl PlainTime {
    /// Reads `18:00` or `18:00:30`, also with a fraction of a second, which is dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let hour = digits(parts.next()?, 2)?;
        let minute = digits(parts.next()?, 2)?;
        let second = parts.next().map_or(Some(0), whole_seconds)?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?)
    }
}

/// Splits `17:00+01:00` into the time and the offset in seconds.
fn split_offset(text: &str) -> Option<(&str, Option<i64>)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    let Some(at) = text.find(['+', '-']) else {
        return Some((text, None));
    };
    let (time, offset) = text.split_at_checked(at)?;
    if offset.contains('.') {
        return None;
    }
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let offset = PlainTime::parse(offset.get(1..)?)?;
    Some((time, Some(sign * i64::from(offset.seconds_of_day()))))
}

/// Reads `30` or `30.123`. Only seconds have a fraction: `17:00.30` is a slip of the hand, not half past anything.
fn whole_seconds(text: &str) -> Option<i32> {
    let Some((whole, fraction)) = text.split_once('.') else {
        return digits(text, 2);
    };
    digits(fraction, fraction.len())?;
    digits(whole, 2)
}

/// Exactly `length` digits (at most nine) as a number.
fn digits(text: &str, length: usize) -> Option<i32> {
    if text.len() != length || text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if length > 9 { Some(0) } else { text.parse().ok() }
}
