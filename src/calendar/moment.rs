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
    /// Reads `2026-12-18`, `2026-12-18T17:00`, `2026-12-18T17:00:00`; a time may end in `Z` or an offset such as
    /// `+01:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text.as_bytes());
        let date = parts.date()?;
        if parts.0.is_empty() {
            return Some(Moment::Day(date));
        }
        parts.one_of(b"Tt ")?;
        let plain = PlainDateTime { date, time: parts.time()? };
        if parts.0.is_empty() {
            return Some(Moment::Local(plain));
        }
        let seconds = match parts.one_of(b"Zz+-")? {
            _ if parts.0.contains(&b'.') => return None,
            b'+' => -parts.seconds()?,
            b'-' => parts.seconds()?,
            _ => 0,
        };
        if parts.0.is_empty() {
            Some(Moment::Exact(Instant::from_epoch_seconds(plain.utc_seconds() + seconds)))
        } else {
            None
        }
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
        let mut parts = Parts(text.as_bytes());
        parts.date().filter(|_| parts.0.is_empty())
    }
}

impl PlainTime {
    /// Reads `18:00` or `18:00:30`, also with a fraction of a second, which is dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text.as_bytes());
        parts.time().filter(|_| parts.0.is_empty())
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

    /// Such as `18:00`, `18:00:30` or `18:00:30.123`. Only seconds have a fraction: `17:00.30` is a typing error.
    #[inline(never)]
    fn time(&mut self) -> Option<PlainTime> {
        let hour = self.two_digits()?;
        self.one_of(b":")?;
        let minute = self.two_digits()?;
        let mut second = 0;
        if self.one_of(b":").is_some() {
            second = self.two_digits()?;
            if self.one_of(b".").is_some() {
                self.one_of(b"0123456789")?;
                while self.one_of(b"0123456789").is_some() {}
            }
        }
        PlainTime::new(hour, minute, second)
    }

    /// A time as seconds.
    fn seconds(&mut self) -> Option<i64> {
        self.time().map(|time| time.seconds_of_day().into())
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
