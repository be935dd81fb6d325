//! What a countdown is made of.

use crate::calendar::Instant;
use crate::config::Text;

/// What the countdown counts down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Heading while the campaign runs.
    pub heading: Option<Text>,
    /// When the campaign starts.
    pub starts: Option<Instant>,
    /// When it ends.
    pub ends: Instant,
    /// Whether `ends` was given as a bare date, so that the words can leave out the midnight that closes it.
    pub ends_is_date: bool,
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
    /// Whether it was given as a bare date: then it lasts all that day.
    pub at_is_date: bool,
}

/// The units of a countdown that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units {
    /// Days of 24 hours.
    pub days: bool,
    /// Hours.
    pub hours: bool,
    /// Minutes.
    pub minutes: bool,
    /// Seconds.
    pub seconds: bool,
}
