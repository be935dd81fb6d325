//! One row per bar.

use super::table::{Table, file};
use crate::campaign::Group;
use crate::campaign::check::{group, warn_if_repeated};
use crate::campaign::json::Json;
use crate::campaign::read::{Context, Node, Step};

const COLUMNS: [&str; 5] = ["name", "count", "total", "percent", "previous"];

/// All rows that can be used.
pub fn groups(text: &str, context: &Context) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let Some(mut table) = Table::open(text, context, &COLUMNS) else { return groups };
    let has_percent = table.has("percent");
    let figure: &[&str] = if has_percent { &[] } else { &["count", "total"] };
    let rule = "name, and count and total, or percent";
    if !table.needs(&["name"], rule) || !table.needs(figure, rule) {
        return groups;
    }
    while let Some((row, cells)) = table.next_row() {
        let value = Json::Object(cells);
        let node = Node { value: &value, step: Step::Row(row), ..file(context) };
        if let Some(group) = group(&node) {
            warn_if_repeated(&node, &group.name, &groups, |before| &before.name);
            groups.push(group);
        }
    }
    groups
}
