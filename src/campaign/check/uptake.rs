//! What `uptake` means.

use super::{section, warn_of_repeated};
use crate::campaign::read::{Node, Object};
use crate::campaign::wire;
use crate::campaign::{Chart, Figure, Group, Order, Section, SectionName, Target, Uptake};

const MOST_TARGETS: usize = 3;

/// The section; unusable where nothing of it can be shown.
pub fn uptake(node: &Node) -> Section {
    section(node, SectionName::Uptake, |object| {
        let written = wire::Uptake::read(object);
        object.finish();
        let targets = targets(written.targets.as_deref());
        let overall = written.overall.as_ref().and_then(|node| {
            let object = node.object()?;
            let written = wire::Figure::read(&object);
            object.finish();
            figure(&object, &written)
        });
        let nodes = written.charts?;
        let charts: Vec<Chart> = nodes.iter().filter_map(chart).collect();
        if nodes.is_empty() {
            object.error_at("charts", "charts is empty; give at least one chart, or leave out uptake");
        }
        if charts.is_empty() && overall.is_none() {
            return None;
        }
        if let (Some(overall), Some(first)) = (overall, charts.first()) {
            compare(object, overall, first);
        }
        Some(Section::Uptake(Uptake {
            heading: written.heading,
            measure: written.measure,
            as_of: written.as_of,
            source: written.source,
            targets,
            overall,
            small_numbers: written.small_numbers.unwrap_or(7),
            charts,
        }))
    })
}

fn targets(nodes: Option<&[Node]>) -> Vec<Target> {
    let mut targets = Vec::new();
    for node in nodes.unwrap_or_default() {
        let Some(object) = node.object() else { continue };
        let written = wire::Target::read(&object);
        object.finish();
        let (Some(label), Some(percent)) = (written.label, written.percent) else { continue };
        if targets.len() == MOST_TARGETS {
            node.error(format!("there are more than {MOST_TARGETS} targets; this one is not shown, so take one out"));
        } else {
            targets.push(Target { label, percent });
        }
    }
    targets
}

/// Parts above the whole: in the first chart the groups are parts of the organisation.
fn compare(object: &Object, overall: Figure, first: &Chart) {
    let Figure::Counts { count, total } = overall else { return };
    let (mut counted, mut all) = (0_u64, 0_u64);
    for group in &first.groups {
        if let Figure::Counts { count, total } = group.figure {
            counted = counted.saturating_add(count);
            all = all.saturating_add(total);
        }
    }
    for (name, whole, parts) in [("count", count, counted), ("total", total, all)] {
        if parts > whole {
            object.warn_at(
                &format!("overall.{name}"),
                format!("{name} is {whole}, but the groups of the first chart add up to {parts}; correct one of them"),
            );
        }
    }
}

fn chart(node: &Node) -> Option<Chart> {
    let object = node.object()?;
    let written = wire::Chart::read(&object);
    object.finish();
    let mut names = Vec::new();
    let mut groups = Vec::new();
    for node in written.groups.iter().flatten() {
        if let Some(group) = group(node) {
            names.push((group.name.clone(), node.clone()));
            groups.push(group);
        }
    }
    warn_of_repeated(&names);
    if object.has("groups") && object.has("csv") {
        object.warn_at("csv", "the chart has groups and csv; keep one of them");
    }
    if groups.is_empty() && written.csv.is_none() {
        node.error("the chart has nothing to show; give it groups with at least one group that can be used, or csv");
        return None;
    }
    let order = match written.order {
        Some(1) => Order::LowestFirst,
        Some(2) => Order::HighestFirst,
        _ => Order::Given,
    };
    Some(Chart { title: written.title?, order, groups, csv: written.csv })
}

fn group(node: &Node) -> Option<Group> {
    let object = node.object()?;
    let written = wire::Group::read(&object);
    object.finish();
    let figure = figure(&object, &written.figure);
    Some(Group { name: written.name?, figure: figure?, previous: written.previous })
}

/// Counts where both are there, or else the percentage.
fn figure(object: &Object, written: &wire::Figure) -> Option<Figure> {
    let counts = object.has("count") || object.has("total");
    if counts && object.has("percent") {
        object.warn_at("percent", "there are count or total, and percent; keep the counts, or percent alone");
    }
    if let (Some(count), Some(total)) = (written.count, written.total) {
        if count > total {
            object.error_at("count", format!("count is {count}, more than the total of {total}; correct one of them"));
            return None;
        }
        return Some(Figure::Counts { count, total });
    }
    if let Some(percent) = written.percent {
        return Some(Figure::Percent(percent));
    }
    // What is there but could not be read is a problem already; here is told only what is missing.
    match (object.has("count"), object.has("total")) {
        (true, false) => object.error_at("total", "total is missing; give count and total, or percent"),
        (false, true) => object.error_at("count", "count is missing; give count and total, or percent"),
        (false, false) if !object.has("percent") => {
            object.node.error("there is no figure; give count and total, or percent");
        }
        _ => {}
    }
    None
}
