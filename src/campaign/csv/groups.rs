//! One row per bar.

use crate::campaign::Group;
use crate::campaign::check::group;
use crate::config::csv::{Table, file};
use crate::config::read::{Context, Names, Node, Step};

const COLUMNS: [&str; 5] = ["name", "count", "total", "percent", "previous"];

/// All rows that can be used.
pub fn groups(text: &str, context: &Context) -> Vec<Group> {
    let (mut groups, mut names) = (Vec::new(), Names::default());
    let Some(mut table) = Table::open(text, context, &COLUMNS) else { return groups };
    let needed: &[&str] = if table.has("percent") { &["name"] } else { &["name", "count", "total"] };
    if table.needs(needed, "name, and count and total, or percent") {
        while let Some((row, cells)) = table.next_row() {
            let node = Node { value: &cells, step: Step::Row(row), ..file(context) };
            if let Some(group) = group(&node) {
                names.add(&node, &group.name);
                groups.push(group);
            }
        }
    }
    groups
}
