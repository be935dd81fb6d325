//! Civil times of day, and dates with a time.

use super::PlainDate;

/// A wall-clock time of day, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainTime(u32);

impl PlainTime {
    /// The start of the day.
    pub const MIDNIGHT: PlainTime = PlainTime(0);

    /// The seconds of a day.
    pub const DAY: u32 = 86_400;

    /// The time, if it exists.
    pub const fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        Some(Self(hour as u32 * 3600 + minute as u32 * 60 + second as u32))
    }

    /// The time that many seconds after the start of the day; 86,400 is the start of the next.
    pub const fn from_seconds(seconds: u32) -> Self {
        Self(seconds % Self::DAY)
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u8 {
        (self.0 / 3600) as u8
    }

    /// The minute, 0 to 59.
    pub const fn minute(self) -> u8 {
        (self.0 / 60 % 60) as u8
    }

    /// The second, 0 to 59.
    pub const fn second(self) -> u8 {
        (self.0 % 60) as u8
    }

    /// Seconds since the start of the day, 0 to 86,399.
    pub const fn seconds_of_day(self) -> u32 {
        self.0
    }
}

/// A calendar date with a wall-clock time, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainDateTime {
    /// The date.
    pub date: PlainDate,
    /// The time of day.
    pub time: PlainTime,
}

const DAY: i64 = PlainTime::DAY as i64;

impl PlainDateTime {
    /// The start of a day.
    pub const fn midnight(date: PlainDate) -> Self {
        Self { date, time: PlainTime::MIDNIGHT }
    }

    /// When something ends, as it is shown: the midnight that closes a day as the last minute of that day, because "Friday
    /// at midnight" may be its first moment or its last.
    pub const fn closing(self) -> Self {
        match self.time {
            PlainTime::MIDNIGHT => Self { date: self.date.plus_days(-1), time: PlainTime(PlainTime::DAY - 60) },
            _ => self,
        }
    }

    /// Seconds from 1970-01-01T00:00 to here, as if every day had 24 hours: the instant, were the zone UTC.
    pub const fn utc_seconds(self) -> i64 {
        self.date.epoch_days() as i64 * DAY + self.time.0 as i64
    }

    /// The inverse of [`Self::utc_seconds`], clamped to the years 1 to 9999.
    pub const fn from_utc_seconds(seconds: i64) -> Self {
        let days = seconds.div_euclid(DAY);
        let days = if days > i32::MAX as i64 {
            i32::MAX
        } else if days < i32::MIN as i64 {
            i32::MIN
        } else {
            days as i32
        };
        Self { date: PlainDate::from_epoch_days(days), time: PlainTime(seconds.rem_euclid(DAY) as u32) }
    }
}
