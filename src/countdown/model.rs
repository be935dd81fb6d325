//! The data types of a countdown.

use crate::calendar::{Instant, PlainDate};
use crate::config::{Keyword, Text, keywords};
use crate::words::{Plural, Words};

/// What the countdown counts down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Heading while the campaign runs.
    pub heading: Option<Text>,
    /// When the campaign starts.
    pub starts: Option<Instant>,
    /// When it ends.
    pub ends: Instant,
    /// The last day, if `ends` is a bare date: the text omits the midnight that closes it.
    pub ends_on: Option<PlainDate>,
    /// Heading before `starts`.
    pub before: Option<Text>,
    /// What replaces the timer from `ends` on.
    pub after: Option<Text>,
    /// Other dates that matter, in order of time.
    pub milestones: Vec<Milestone>,
    /// Which units are shown; at least one.
    pub units: Units,
}

/// A date that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// What happens then.
    pub label: Text,
    /// When.
    pub at: Instant,
    /// The day, if it was given as a bare date: then it lasts all that day.
    pub on: Option<PlainDate>,
}

/// A unit of the countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days of 24 hours.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
}

keywords!(Unit: Days = "days", Hours = "hours", Minutes = "minutes", Seconds = "seconds");

impl Unit {
    /// Its length.
    pub const fn seconds(self) -> u64 {
        match self {
            Self::Days => 86_400,
            Self::Hours => 3_600,
            Self::Minutes => 60,
            Self::Seconds => 1,
        }
    }

    /// Its name, in its plural forms.
    pub(super) fn name(self, words: &Words) -> &Plural {
        match self {
            Self::Days => &words.days,
            Self::Hours => &words.hours,
            Self::Minutes => &words.minutes,
            Self::Seconds => &words.seconds,
        }
    }

    /// Its minimum number of digits.
    pub(super) const fn width(self) -> u32 {
        match self {
            Self::Days => 1,
            Self::Hours | Self::Minutes | Self::Seconds => 2,
        }
    }
}

/// A set of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units(u8);

impl Units {
    /// All of them.
    pub const ALL: Self = Self((1 << Unit::ALL.len()) - 1);

    /// The set with `unit` added.
    #[must_use]
    pub const fn with(self, unit: Unit) -> Self {
        Self(self.0 | 1 << unit as u8)
    }

    /// The set without `unit`.
    #[must_use]
    pub const fn without(self, unit: Unit) -> Self {
        Self(self.0 & !(1 << unit as u8))
    }

    /// Whether `unit` is in the set.
    pub const fn contains(self, unit: Unit) -> bool {
        self.0 & 1 << unit as u8 != 0
    }

    /// Whether no unit is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
