//! Reads `countdown`.

use super::{Countdown, Milestone, Units};
use crate::calendar::{Edge, Instant, Moment};
use crate::config::read::Node;

/// The section; `None` without an end.
pub fn check(node: &Node) -> Option<Countdown> {
    let mut fields = node.fields()?;
    let end = fields.need("ends", Node::end);
    let (ends, ends_on) = end.unwrap_or((Instant::from_epoch_seconds(i64::MAX), None));
    let mut milestones = Vec::new();
    if let Some(list) = fields.field("milestones", false) {
        list.each(&mut |node| {
            let Some((milestone, is_late)) = milestone(node, ends) else { return };
            if is_late {
                node.warn("is after the countdown has ended; change it, or ends");
            }
            let before = milestones.iter().take_while(|other: &&Milestone| other.at <= milestone.at).count();
            milestones.insert(before, milestone);
        });
    }
    let countdown = Countdown {
        heading: fields.get("heading", Node::text),
        starts: fields.get("starts", Node::start),
        ends,
        ends_on,
        before: fields.get("before", Node::text),
        after: fields.get("after", Node::text),
        milestones,
        units: fields.get("units", units).unwrap_or(Units::ALL),
    };
    if countdown.starts.is_some_and(|starts| ends <= starts) {
        fields.warn("ends", "is not after starts, so the campaign is over before it begins; change one of them");
    }
    if fields.done() { Some(countdown) } else { None }
}

/// A milestone, and whether all of it is after the end.
fn milestone(node: &Node, ends: Instant) -> Option<(Milestone, bool)> {
    let mut fields = node.fields()?;
    let label = fields.need("label", Node::text);
    let at = fields.need("at", Node::end);
    fields.done();
    let (at, on) = at?;
    let is_late = at > ends && on.is_none_or(|date| node.instant(Moment::Day(date), Edge::Start) >= ends);
    Some((Milestone { label: label?, at, on }, is_late))
}

/// The units listed; `None`, for all of them, if none can be used.
fn units(node: &Node) -> Option<Units> {
    let mut units = Units::default();
    let any = node.each(&mut |node| {
        if let Some(unit) = node.keyword() {
            units = units.with(unit);
        }
    })?;
    if !any {
        node.warn("is empty, so all four are shown; list some of them, or leave it out");
    }
    if units.is_empty() { None } else { Some(units) }
}
