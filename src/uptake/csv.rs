//! CSV files with the groups of charts: one row per bar.

use super::check::{compare, group};
use super::groups::Groups;
use super::{Chart, Uptake};
use crate::config::csv::{Table, Usability, add_link, file};
use crate::config::json::Json;
use crate::config::read::{Context, Node, PathSegment};
use std::rc::Rc;

impl Uptake {
    /// Adds the addresses of the files that its charts name.
    pub(crate) fn add_csv_links(&self, links: &mut Vec<Rc<str>>) {
        for chart in &self.charts {
            add_link(links, &chart.csv);
        }
    }

    /// Replaces the groups of each chart that names the file.
    pub(crate) fn with_csv(&mut self, text: &str, context: &mut Context) -> Usability {
        let file = context.file;
        let mut usability = Usability::Used;
        let mut read: Option<Chart> = None;
        for chart in &mut self.charts {
            if chart.csv.as_deref() != file {
                continue;
            }
            if let Some(Chart { groups, left_out, twice, whole, .. }) = &read {
                (chart.groups, chart.whole) = (groups.clone(), *whole);
                (chart.left_out, chart.twice) = (left_out.clone(), twice.clone());
            } else {
                usability = groups(text, context, chart);
                if usability == Usability::Unusable {
                    break;
                }
                read = Some(chart.clone());
            }
        }
        if self.charts.first().is_some_and(|first| first.csv.as_deref() == file) {
            context.file = None;
            compare(&Node::root(&Json::Null, context).child("uptake"), self);
            context.file = file;
        }
        usability
    }
}

/// Puts all usable rows into `chart`, unless the file is unusable.
fn groups(text: &str, context: &Context, chart: &mut Chart) -> Usability {
    let mut groups = Groups::default();
    let Some(mut table) = Table::open(text, context, |row| drop(group(row))) else { return Usability::Unusable };
    let needed: &[&str] = if table.has("percent") { &["name"] } else { &["name", "count", "total"] };
    if table.needs(needed, "name, and count and total, or percent") {
        while let Some((row, cells)) = table.next_row() {
            let node = Node { value: &cells, segment: PathSegment::Row(row), ..file(context) };
            groups.add(&node, group(&node));
        }
        groups.add_left_out(table.left_out());
    }
    let (used, left_out) = groups.len();
    let usability = table.usability(used, left_out);
    if usability != Usability::Unusable {
        groups.fill(&file(context), chart);
    }
    usability
}
