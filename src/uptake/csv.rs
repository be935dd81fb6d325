//! CSV files with the groups of charts: one row per bar.

use super::check::{compare, group};
use super::{Group, Uptake};
use crate::config::csv::{Table, add_link, file};
use crate::config::json::Json;
use crate::config::read::{Context, Names, Node, PathSegment};
use std::rc::Rc;

impl Uptake {
    /// Adds the addresses of the files that its charts name.
    pub(crate) fn add_csv_links(&self, links: &mut Vec<Rc<str>>) {
        for chart in &self.charts {
            add_link(links, &chart.csv);
        }
    }

    /// Puts the groups of the file in place of those of each chart that names it.
    pub(crate) fn with_csv(&mut self, text: &str, context: &mut Context) {
        let file = context.file;
        let mut read = None;
        for chart in &mut self.charts {
            if chart.csv.as_deref() == file {
                let groups = read.get_or_insert_with(|| groups(text, context));
                if !groups.is_empty() {
                    chart.groups = groups.clone();
                }
            }
        }
        if self.charts.first().is_some_and(|first| first.csv.as_deref() == file) {
            context.file = None;
            compare(&Node::root(&Json::Null, context).child("uptake"), self);
            context.file = file;
        }
    }
}

/// All rows that can be used.
fn groups(text: &str, context: &Context) -> Vec<Group> {
    let (mut groups, mut names) = (Vec::new(), Names::default());
    let Some(mut table) = Table::open(text, context, |row| drop(group(row))) else { return groups };
    let needed: &[&str] = if table.has("percent") { &["name"] } else { &["name", "count", "total"] };
    if table.needs(needed, "name, and count and total, or percent") {
        while let Some((row, cells)) = table.next_row() {
            let node = Node { value: &cells, segment: PathSegment::Row(row), ..file(context) };
            if let Some(group) = group(&node) {
                names.add(&node, &group.name);
                groups.push(group);
            }
        }
    }
    groups
}
