//! The fields of `countdown`.

use crate::calendar::{Edge, Instant, Moment};
use crate::campaign::Text;
use crate::campaign::read::{Node, Object};
#[cfg(feature = "schema")]
use crate::campaign::schema;

/// The words of `units`, the largest first.
pub const UNITS: [&str; 4] = ["days", "hours", "minutes", "seconds"];

/// The time that is left.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Countdown<'a> {
    /// Heading while the campaign runs.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "Campaign ends in")))]
    pub heading: Option<Text>,
    /// Before this moment the portlet counts down to it instead. A bare date means its start.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::DateTime>"))]
    pub starts: Option<Instant>,
    /// The moment it counts down to. A bare date means its end: the midnight that closes it.
    #[cfg_attr(feature = "schema", schemars(with = "schema::DateTime"))]
    pub ends: Option<Moment>,
    /// Heading before `starts`.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "Campaign starts in")))]
    pub before: Option<Text>,
    /// Replaces the timer from `ends` on.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "This campaign has ended")))]
    pub after: Option<Text>,
    /// Other dates that matter, listed until they have passed.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Milestone>>"))]
    pub milestones: Option<Vec<Node<'a>>>,
    /// The units shown; the largest one takes the rest. A day is 24 hours. Without it all four.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<schema::Unit>>", length(min = 1), extend("uniqueItems" = true)))]
    pub units: Option<Vec<Node<'a>>>,
}

impl<'a> Countdown<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            heading: object.get("heading").and_then(|node| node.text()),
            starts: object.get("starts").and_then(|node| node.instant(Edge::Start)),
            ends: object.need("ends").and_then(|node| node.moment()),
            before: object.get("before").and_then(|node| node.text()),
            after: object.get("after").and_then(|node| node.text()),
            milestones: object.get("milestones").and_then(|node| node.list()),
            units: object.get("units").and_then(|node| node.list()),
        }
    }
}

/// A date that matters.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Milestone {
    /// What happens then.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub label: Option<Text>,
    /// When. A bare date is listed all that day.
    #[cfg_attr(feature = "schema", schemars(with = "schema::DateTime"))]
    pub at: Option<Moment>,
}

impl Milestone {
    /// Reads both fields.
    pub fn read(object: &Object) -> Self {
        Self {
            label: object.need("label").and_then(|node| node.text()),
            at: object.need("at").and_then(|node| node.moment()),
        }
    }
}
