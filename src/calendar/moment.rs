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
    /// `T24:00` without an offset: the midnight that closes that date.
    DayEnd(PlainDate),
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
    /// Reads `2026-12-18`, `2026-12-18T17:00`, `2026-12-18T17:00:00`; a time may end in `Z` or an offset such as
    /// `+01:00`, `+0100` or `+01`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text.as_bytes());
        let date = parts.date()?;
        if parts.0.is_empty() {
            return Some(Moment::Day(date));
        }
        parts.one_of(b"Tt ")?;
        let seconds = parts.time()?;
        if parts.0.is_empty() {
            return Some(match seconds {
                PlainTime::DAY => Moment::DayEnd(date),
                _ => Moment::Local(PlainDateTime { date, time: PlainTime::from_seconds(seconds) }),
            });
        }
        let offset = match parts.one_of(b"Zz+-")? {
            b'+' => -parts.offset()?,
            b'-' => parts.offset()?,
            _ => 0,
        };
        if parts.0.is_empty() {
            let seconds = i64::from(seconds) + offset;
            Some(Moment::Exact(Instant::from_epoch_seconds(PlainDateTime::midnight(date).utc_seconds() + seconds)))
        } else {
            None
        }
    }

    /// The day that is given without a time, or that `T24:00` closes.
    pub fn day(self) -> Option<PlainDate> {
        match self {
            Moment::Day(date) | Moment::DayEnd(date) => Some(date),
            Moment::Exact(_) | Moment::Local(_) => None,
        }
    }

    /// The instant that is meant, in `zone`; a bare date stands for one of its edges.
    pub fn resolve(self, zone: &dyn TimeZone, edge: Edge) -> Instant {
        match self {
            Moment::Exact(instant) => instant,
            Moment::Local(plain) => to_instant(zone, plain),
            Moment::Day(date) if edge == Edge::Start => to_instant(zone, PlainDateTime::midnight(date)),
            Moment::Day(date) | Moment::DayEnd(date) => to_instant(zone, PlainDateTime::midnight(date.plus_days(1))),
        }
    }
}

impl PlainDate {
    /// Reads `2026-11-23`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text.as_bytes());
        parts.date().filter(|_| parts.0.is_empty())
    }
}

impl PlainTime {
    /// Reads `18:00` or `18:00:30`, also with a fraction of a second, which is dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text.as_bytes());
        let seconds = parts.time().filter(|seconds| parts.0.is_empty() && *seconds < Self::DAY)?;
        Some(Self::from_seconds(seconds))
    }
}

/// The unread rest of a text, consumed from its front.
struct Parts<'a>(&'a [u8]);

impl Parts<'_> {
    /// Such as `2026-11-23`.
    #[inline(never)]
    fn date(&mut self) -> Option<PlainDate> {
        let year = i32::from(self.two_digits()?) * 100 + i32::from(self.two_digits()?);
        self.one_of(b"-")?;
        let month = self.two_digits()?;
        self.one_of(b"-")?;
        PlainDate::new(year, month, self.two_digits()?)
    }

    /// Such as `18:00`, `18:00:30` or `18:00:30.123`, in seconds; up to `24:00`. Only seconds have a fraction: `17:00.30`
    /// is a typing error.
    #[inline(never)]
    fn time(&mut self) -> Option<u32> {
        let hour = self.two_digits()?;
        self.one_of(b":")?;
        let minute = self.two_digits()?;
        let mut second = 0;
        if self.one_of(b":").is_some() {
            second = self.two_digits()?;
            if self.one_of(b".,").is_some() {
                self.one_of(b"0123456789")?;
                while self.one_of(b"0123456789").is_some() {}
            }
        }
        let seconds = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
        (minute < 60 && second < 60 && seconds <= PlainTime::DAY).then_some(seconds)
    }

    /// Such as `01:00`, `0100` or `01`, in seconds.
    fn offset(&mut self) -> Option<i64> {
        let hours = self.two_digits()?;
        let mut minutes = 0;
        if !self.0.is_empty() {
            self.one_of(b":");
            minutes = self.two_digits()?;
        }
        (hours < 24 && minutes < 60).then_some(i64::from(hours) * 3600 + i64::from(minutes) * 60)
    }

    fn two_digits(&mut self) -> Option<u8> {
        let tens = self.one_of(b"0123456789")?;
        Some((tens - b'0') * 10 + (self.one_of(b"0123456789")? - b'0'))
    }

    /// The next byte, if it is one of `wanted`.
    #[inline(never)]
    fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        if !wanted.contains(first) {
            return None;
        }
        self.0 = rest;
        Some(*first)
    }
}
