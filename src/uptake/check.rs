//! Reads `uptake`.

use super::groups::{Groups, count_of_total};
use super::{Chart, Figure, Group, MOST_PEOPLE, Target, Uptake, rule};
use crate::config::read::{Fields, Node};
use crate::config::{Percent, Severity, Text};
use crate::text::digits;

/// The section; `None` if nothing of it can be shown.
pub fn check(node: &Node) -> Option<Uptake> {
    let mut fields = node.fields()?;
    let heading = fields.get("heading", Node::text);
    let measure = fields.get("measure", Node::text);
    let as_of = fields.get("asOf", Node::date);
    let source = fields.get("source", Node::text);
    let targets = fields.get("targets", targets).unwrap_or_default();
    let (overall, previous) = fields.get("overall", overall).unwrap_or_default();
    let small_numbers = fields.get("smallNumbers", people).unwrap_or(7);
    let charts = fields.need("charts", |node| node.list(chart)).unwrap_or_default();
    let uptake = Uptake { heading, measure, as_of, source, targets, overall, previous, small_numbers, charts };
    compare(node, &uptake);
    let has_charts = fields.done();
    if !has_charts || (uptake.charts.is_empty() && uptake.overall.is_none()) {
        return None;
    }
    Some(uptake)
}

fn targets(node: &Node) -> Option<Vec<Target>> {
    const MOST: usize = 3;
    let mut targets = Vec::new();
    node.each(&mut |node| {
        let Some(target) = target(node) else { return };
        if targets.len() == MOST {
            node.report_named(Severity::Error, &["is not shown, because 3 are the most; take one out"]);
        } else {
            targets.push(target);
        }
    })?;
    Some(targets)
}

fn target(node: &Node) -> Option<Target> {
    let mut fields = node.fields()?;
    let label = fields.need("label", Node::text);
    let percent = fields.need("percent", Node::percent);
    fields.done();
    let percent = percent?;
    if matches!(percent.0, 1..ONE) {
        fields.warn("percent", FRACTION);
    }
    Some(Target { label: label?, percent })
}

/// The figure, and last year's share. With the latter alone the figure is the sum of the first chart, as without either.
fn overall(node: &Node) -> Option<(Option<Figure>, Option<Percent>)> {
    let mut fields = node.fields()?;
    let previous = fields.get("previous", Node::percent);
    let is_alone = fields.has("previous") && !fields.has("count") && !fields.has("total") && !fields.has("percent");
    let figure = if is_alone { None } else { figure(&mut fields) };
    fields.done();
    let percent = match figure {
        Some(Figure::Percent(percent) | Figure::PercentOf { percent, .. }) => Some(percent),
        _ => None,
    };
    for (name, percent) in &[("percent", percent), ("previous", previous)] {
        if let Some(Percent(1..ONE)) = *percent {
            fields.warn(name, FRACTION);
        }
    }
    Some((figure, previous))
}

/// Warns if the percentages of a list look like fractions: the highest is at most 1, and one is not whole.
#[inline(never)]
pub fn compare_with_one<'a>(node: &Node, name: &str, list: &'a [Group], percent: fn(&'a Group) -> Option<Percent>) {
    let (mut highest, mut parts) = (0, 0);
    for group in list {
        let Percent(percent) = percent(group).unwrap_or(Percent(0));
        highest = percent.max(highest);
        parts |= percent % ONE;
    }
    if highest <= ONE && parts > 0 {
        node.report(Severity::Warning, &[name, " ", FRACTION]);
    }
}

/// One percent, in millionths.
const ONE: u32 = 1_000_000;

/// Spreadsheets have 0.42 for 42%.
const FRACTION: &str = "is less than 1 percent; if it is a fraction, write it as a percentage: 42 for 0.42";

/// Warns if the groups of the first chart, which are parts of the organisation, add up to more than the overall figure, or
/// if its row of totals has another.
pub fn compare(node: &Node, uptake: &Uptake) {
    let (Some(Figure::Counts { count, total }), Some(first)) = (uptake.overall, uptake.charts.first()) else { return };
    if let Some(Figure::Counts { count: other, total: all }) = first.whole
        && (count, total) != (other, all)
    {
        let (given, of_row) = (count_of_total(count, total), count_of_total(other, all));
        let message =
            ["is ", &given, ", but the row of totals of the first chart says ", &of_row, "; correct one of them"];
        node.child("overall").report_named(Severity::Warning, &message);
    }
    let (mut counted, mut all) = (0_u64, 0_u64);
    for group in &first.groups {
        if let Figure::Counts { count, total } = group.figure {
            counted = counted.saturating_add(count);
            all = all.saturating_add(total);
        }
    }
    for (name, whole, parts) in &[("overall.count", count, counted), ("overall.total", total, all)] {
        if parts > whole {
            let message = [
                "is ",
                &digits(*whole),
                ", but the groups of the first chart add up to ",
                &digits(*parts),
                "; correct one of them",
            ];
            node.child(name).report_named(Severity::Warning, &message);
        }
    }
}

fn chart(node: &Node) -> Option<Chart> {
    let mut fields = node.fields()?;
    let mut chart = Chart {
        title: fields.need("title", Node::text).unwrap_or_default(),
        order: fields.get("order", Node::keyword).unwrap_or_default(),
        groups: Vec::new(),
        csv: fields.get("csv", Node::file),
        whole: None,
        left_out: Vec::new(),
        twice: Vec::new(),
    };
    if let Some(list) = fields.field("groups", false) {
        let mut groups = Groups::default();
        list.each(&mut |node| groups.add(node, group(node)));
        groups.fill(&list, &mut chart);
    }
    if fields.has("groups") && fields.has("csv") {
        fields.warn("csv", "stands beside groups; delete one of them");
    }
    let has_title = fields.done();
    if chart.groups.is_empty() && chart.csv.is_none() {
        let message = ["has nothing to show; give it csv, or at least one group that can be used"];
        node.report_named(Severity::Error, &message);
        return None;
    }
    if has_title { Some(chart) } else { None }
}

/// A group; without a name or a figure, an error with its name, if it has one.
pub fn group(node: &Node) -> Result<Group, Option<Text>> {
    let Some(mut fields) = node.fields() else { return Err(None) };
    let name = fields.need("name", Node::text);
    let figure = figure(&mut fields);
    let previous = fields.get("previous", Node::percent);
    fields.done();
    match (name, figure) {
        (Some(name), Some(figure)) => Ok(Group { name, figure, previous }),
        (name, _) => Err(name),
    }
}

/// How many people took part.
fn people(node: &Node) -> Option<u64> {
    node.whole(0, MOST_PEOPLE)
}

/// How many people could take part.
fn all_people(node: &Node) -> Option<u64> {
    node.whole(1, MOST_PEOPLE)
}

/// The counts if both are given, else the percentage. What is given has to be valid: half a row would be another
/// figure.
#[inline(never)]
fn figure(fields: &mut Fields) -> Option<Figure> {
    let count = fields.get("count", people);
    let total = fields.get("total", all_people);
    let percent = fields.get("percent", Node::percent);
    let (has_count, has_total, has_percent) = (fields.has("count"), fields.has("total"), fields.has("percent"));
    if let (Some(count), Some(total), Some(Percent(percent))) = (count, total, percent)
        && fields.node.is_csv()
    {
        // A spreadsheet often has all three, which is fine if they agree to within one percentage point.
        if (count * 100_000_000).abs_diff(u64::from(percent) * total) > total * 1_000_000 {
            fields.warn("percent", "is not count out of total, which is shown instead; correct one of them");
        }
    } else if (has_count || has_total) && has_percent {
        fields.warn("percent", "stands beside count or total; delete the one or the other");
    }
    match (count, total, percent) {
        // Invalid values are reported already.
        _ if (has_count, has_total, has_percent) != (count.is_some(), total.is_some(), percent.is_some()) => None,
        (Some(count), Some(total), _) if count > total => {
            let message = ["is ", &digits(count), ", more than the total of ", &digits(total), "; correct one of them"];
            fields.error("count", &message);
            None
        }
        (Some(count), Some(total), _) => Some(Figure::Counts { count, total }),
        (None, Some(total), Some(percent)) => {
            Some(Figure::PercentOf { percent, count: rule::part_of(total, percent), total })
        }
        (Some(count), None, Some(percent)) if percent.0 > 0 => {
            let total = count.saturating_mul(100_000_000) / u64::from(percent.0);
            Some(Figure::PercentOf { percent, count, total: total.max(count).min(MOST_PEOPLE) })
        }
        (_, None, Some(percent)) => Some(Figure::Percent(percent)),
        (Some(_), None, None) => {
            fields.error("total", &[MISSING]);
            None
        }
        (None, Some(_), None) => {
            fields.error("count", &[MISSING]);
            None
        }
        (None, None, None) => {
            fields.node.report_named(Severity::Error, &["has no figure; give count and total, or percent"]);
            None
        }
    }
}

const MISSING: &str = "is missing; give count and total, or percent";
