//! Civil dates in the proleptic Gregorian calendar, from the year 1 to 9999.

use crate::text::{push_padded, push_pair};

/// A calendar date without a time or a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainDate {
    year: i32,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first, as ISO 8601 counts them.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// 0 for Monday to 6 for Sunday.
    pub const fn from_monday(self) -> u8 {
        self as u8
    }
}

/// A set of days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// The set with `day` added.
    #[must_use]
    pub const fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day.from_monday())
    }

    /// The days of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `day` is in the set.
    pub const fn contains(self, day: Weekday) -> bool {
        self.0 & 1 << day.from_monday() != 0
    }

    /// How many days are in the set.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether no day is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days of the set, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |day| self.contains(*day))
    }
}

const LAST_YEAR: i32 = 9999;

impl PlainDate {
    /// The date, if it exists and its year is from 1 to 9999.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < 1 || year > LAST_YEAR || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970, by Howard Hinnant's `days_from_civil`
    /// (<https://howardhinnant.github.io/date_algorithms.html>).
    pub const fn epoch_days(self) -> i32 {
        let (month, day) = (self.month as i32, self.day as i32);
        let year = if month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The date that many days after 1 January 1970, clamped to the years 1 to 9999.
    pub const fn from_epoch_days(days: i32) -> Self {
        const FIRST: i32 = -719_162;
        const LAST: i32 = 2_932_896;
        let days = if days < FIRST {
            FIRST
        } else if days > LAST {
            LAST
        } else {
            days
        };
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + (month <= 2) as i32;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        Self { year, month: month as u8, day: day as u8 }
    }

    /// The date `days` later (earlier if negative).
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self::from_epoch_days(self.epoch_days().saturating_add(days))
    }

    /// The day of the week.
    pub const fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (self.epoch_days() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Whether it is more than nine months after `today`: then a weekday and a month do not say which year is meant.
    pub const fn is_far_from(self, today: Self) -> bool {
        self.in_days_of_31() > today.in_days_of_31() + 9 * 31
    }

    /// The number of the day, if every month had 31.
    const fn in_days_of_31(self) -> i32 {
        (self.year * 12 + self.month as i32) * 31 + self.day as i32
    }

    /// ISO 8601: `2026-12-18`, with this separator.
    #[inline(never)]
    pub fn iso(self, separator: &str) -> String {
        let mut text = String::new();
        push_padded(&mut text, self.year.unsigned_abs().into(), 4);
        push_pair(&mut text, separator, self.month);
        push_pair(&mut text, separator, self.day);
        text
    }

    /// The Monday of the date's week.
    #[must_use]
    pub const fn monday(self) -> Self {
        self.plus_days(-(self.weekday().from_monday() as i32))
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}
