//! What `countdown` means.

use super::{entries, section};
use crate::calendar::{Edge, Moment};
use crate::campaign::read::{Node, Object};
use crate::campaign::wire::{self, UNITS};
use crate::campaign::{Countdown, Milestone, Section, SectionName, Units};

/// The section; unusable without an end.
pub fn countdown(node: &Node) -> Section {
    section(node, SectionName::Countdown, |object| {
        let written = wire::Countdown::read(object);
        object.finish();
        let units = units(written.units.as_deref(), object);
        let mut milestones: Vec<(Milestone, Node)> = Vec::new();
        for node in written.milestones.iter().flatten() {
            milestones.extend(milestone(node).map(|milestone| (milestone, node.clone())));
        }

        let ends_as_written = written.ends?;
        let ends = ends_as_written.resolve(&**node.context.zone.borrow(), Edge::End);
        if written.starts.is_some_and(|starts| ends <= starts) {
            object.warn_at(
                "ends",
                "ends is not after starts, so the campaign is over before it begins; change one of them",
            );
        }
        for (milestone, node) in &milestones {
            if milestone.at > ends {
                node.warn("this milestone is after the countdown has ended; change it, or ends");
            }
        }
        let mut milestones: Vec<Milestone> = milestones.into_iter().map(|(milestone, _)| milestone).collect();
        milestones.sort_by_key(|milestone| milestone.at);
        Some(Section::Countdown(Countdown {
            heading: written.heading,
            starts: written.starts,
            ends,
            ends_is_date: matches!(ends_as_written, Moment::Day(_)),
            before: written.before,
            after: written.after,
            milestones,
            units,
        }))
    })
}

fn milestone(node: &Node) -> Option<Milestone> {
    let object = node.object()?;
    let written = wire::Milestone::read(&object);
    object.finish();
    let at = written.at?;
    Some(Milestone {
        label: written.label?,
        at: at.resolve(&**node.context.zone.borrow(), Edge::End),
        at_is_date: matches!(at, Moment::Day(_)),
    })
}

/// The units listed; all four where none of them can be used.
fn units(names: Option<&[Node]>, object: &Object) -> Units {
    if names.is_some_and(<[Node]>::is_empty) {
        object.warn_at("units", "units is empty, so all four are shown; list some of them, or leave it out");
    }
    let listed = entries(names, |node| node.word(&UNITS));
    let shown = |index| listed.is_empty() || listed.contains(&index);
    Units { days: shown(0), hours: shown(1), minutes: shown(2), seconds: shown(3) }
}
