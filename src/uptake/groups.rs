//! The rows of a chart as they are read: which of them are bars, and which are left out.

use super::check::compare_with_one;
use super::{Chart, Figure, Group};
use crate::config::read::{Names, Node, cut};
use crate::config::{Severity, Text};
use crate::text::{digits, sentence};

/// The rows of a chart so far.
#[derive(Default)]
pub struct Groups {
    list: Vec<Group>,
    names: Names,
    left_out: Vec<Option<Text>>,
    twice: Vec<Option<Text>>,
}

impl Groups {
    /// Adds a row, or the name of one that cannot be used. If several have the same name, the first counts.
    pub fn add(&mut self, node: &Node, group: Result<Group, Option<Text>>) {
        match group {
            Ok(group) if self.names.add(node, &group.name, Severity::Error) => self.list.push(group),
            Ok(group) => self.twice.push(Some(group.name)),
            Err(name) => self.left_out.push(name),
        }
    }

    /// Adds rows that cannot be used, and have no name.
    pub fn add_left_out(&mut self, rows: usize) {
        self.left_out.extend((0..rows).map(|_| None));
    }

    /// How many there are, and how many were left out.
    pub fn len(&self) -> (usize, usize) {
        (self.list.len(), self.left_out.len() + self.twice.len())
    }

    /// Replaces the rows of `chart`. A row of totals is no group: it would be counted twice, and its difference from
    /// the groups that are shown would disclose those that are suppressed.
    pub fn fill(self, node: &Node, chart: &mut Chart) {
        let Self { mut list, left_out, twice, .. } = self;
        // A spreadsheet with percent signs has no fractions.
        if !node.context.has_percent_sign.get() {
            compare_with_one(node, "percent", &list, |group| match group.figure {
                Figure::Percent(percent) | Figure::PercentOf { percent, .. } => Some(percent),
                Figure::Counts { .. } => None,
            });
            compare_with_one(node, "previous", &list, |group| group.previous);
        }
        // A subtotal is counted twice as well, and tells of the group that is hidden above it.
        list.retain(|group| {
            let is_group = !is_named_as_subtotal(&group.name);
            if !is_group {
                let (name, _) = group.name.in_language(node.context.lang.get());
                node.report(
                    Severity::Warning,
                    &["\"", &cut(name), "\" is a subtotal and no group, so it is not shown; take it out"],
                );
            }
            is_group
        });
        chart.whole = None;
        let is_complete = left_out.is_empty() && twice.is_empty();
        while let Some(index) = position_of_totals(&list, chart.whole) {
            let totals = list.remove(index);
            let (name, _) = totals.name.in_language(node.context.lang.get());
            let name = cut(name);
            let why = match is_named_as_total(&totals.name) {
                true => "\" is taken for the total, so it is the overall figure and no group; take it out",
                false => {
                    "\" has the figures of all others together, so it is taken for the total and is no group; take it \
                     out, or keep it by adding a row \"Total\" for all"
                }
            };
            node.report(Severity::Warning, &["\"", &name, why]);
            if let (Figure::Counts { count, total }, Some(sum)) = (totals.figure, sum(&list).filter(|_| is_complete))
                && (count, total) != sum
            {
                let (of_row, of_groups) = (count_of_total(count, total), count_of_total(sum.0, sum.1));
                let message = [
                    "\"",
                    &name,
                    "\" is ",
                    &of_row,
                    ", but the groups add up to ",
                    &of_groups,
                    "; correct one of them",
                ];
                node.report(Severity::Warning, &message);
            }
            chart.whole = chart.whole.or(Some(totals.figure));
        }
        chart.groups = list;
        (chart.left_out, chart.twice) = (left_out, twice);
    }
}

/// The index of the row of totals: by its name, or, of three rows or more, because it is the sum of all others; of which
/// `whole` must be the total, where a row has said that.
fn position_of_totals(list: &[Group], whole: Option<Figure>) -> Option<usize> {
    if list.len() < 2 {
        return None;
    }
    list.iter().position(|group| is_named_as_total(&group.name)).or_else(|| {
        let (count, total) = sum(list)?;
        let is_sum = |group: &Group| {
            let twice = |figure: u64, sum: u64| figure > 0 && figure * 2 == sum;
            whole.is_none_or(|whole| whole == group.figure)
                && matches!(group.figure, Figure::Counts { count: one, total: all } if twice(one, count) && twice(all, total))
        };
        if list.len() < 3 { None } else { list.iter().position(is_sum) }
    })
}

/// The counts and totals of all rows; `None` if one has no counts.
fn sum(list: &[Group]) -> Option<(u64, u64)> {
    let (mut count, mut total) = (0_u64, 0_u64);
    for group in list {
        let Figure::Counts { count: one, total: all } = group.figure else { return None };
        (count, total) = (count + one, total + all);
    }
    Some((count, total))
}

/// A figure in a message: "150 of 320".
pub fn count_of_total(count: u64, total: u64) -> String {
    sentence(&[&digits(count), " of ", &digits(total)])
}

/// Whether it has a name of the totals row with which spreadsheets and reports end.
fn is_named_as_total(name: &Text) -> bool {
    const NAMES: [&str; 9] =
        ["total", "totals", "grand total", "trust total", "all staff", "all", "overall", "sum", "cyfanswm"];
    name.all()
        .iter()
        .flatten()
        .any(|name| NAMES.iter().any(|total| total.eq_ignore_ascii_case(name.trim_end_matches(':'))))
}

/// Whether it is named as the sum of some of the groups: "Subtotal", "Sub-total North", "Is-gyfanswm"; or "North Total", as
/// Excel writes them.
fn is_named_as_subtotal(name: &Text) -> bool {
    const STARTS: [&str; 6] = ["subtotal", "sub-total", "sub total", "is-gyfanswm", "isgyfanswm", "cyfanswm "];
    let is = |part: Option<&str>, text: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(text));
    let is_subtotal = |name: &str| {
        let name = name.trim_end_matches(':');
        STARTS.iter().any(|start| is(name.get(..start.len()), start))
            || is(name.len().checked_sub(6).and_then(|at| name.get(at..)), " total")
    };
    !is_named_as_total(name) && name.all().iter().flatten().any(|name| is_subtotal(name))
}
