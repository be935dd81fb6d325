//! The fields of `countdown`.
#![expect(dead_code, reason = "no value of these types is ever made")]

use super::Unit;
use crate::config::schema::{DateTime, leaf};
use crate::config::{Keyword, Text};
use schemars::JsonSchema;

leaf!(Unit, { "enum": Unit::WORDS });

/// The time that is left.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Countdown {
    /// Heading while the campaign runs.
    #[schemars(extend("default" = "Campaign ends in"))]
    pub heading: Option<Text>,
    /// Before this moment the portlet counts down to it instead. A bare date means its start.
    pub starts: Option<DateTime>,
    /// The moment it counts down to. A bare date means its end: the midnight that closes it.
    pub ends: DateTime,
    /// Heading before `starts`.
    #[schemars(extend("default" = "Campaign starts in"))]
    pub before: Option<Text>,
    /// Replaces the timer from `ends` on.
    #[schemars(extend("default" = "This campaign has ended"))]
    pub after: Option<Text>,
    /// Other dates that matter, listed until they have passed.
    pub milestones: Option<Vec<Milestone>>,
    /// The units shown; the largest one takes the rest. A day is 24 hours. Without it all four.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub units: Option<Vec<Unit>>,
}

/// A date that matters.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Milestone {
    /// What happens then.
    pub label: Text,
    /// When. A bare date is listed all that day.
    pub at: DateTime,
}
