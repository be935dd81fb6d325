//! Where a value is: its path for programs, and its place and name for people.

use super::{Node, cut};
use crate::config::json::Json;
use crate::text::{digits, sentence};

/// Where in its parent a value is.
#[derive(Clone, Copy)]
pub enum PathSegment<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An entry of a list.
    Entry(usize),
    /// A row of a CSV file, from 1. It has no parent, and its fields are columns.
    Row(u64),
}

impl<'a> PathSegment<'a> {
    /// The name of a field.
    pub(super) fn field(self) -> &'a str {
        if let Self::Field(name) = self { name } else { "" }
    }
}

impl Node<'_> {
    /// The path, such as `uptake.charts[0]`; empty for the whole config.
    pub fn path(&self) -> String {
        let mut path = String::new();
        self.write(&mut path, false);
        path
    }

    /// The place for people, such as `uptake, chart 1 ("By site")`; empty for the whole config.
    pub(super) fn place(&self) -> String {
        let mut place = String::new();
        self.write(&mut place, true);
        place
    }

    fn write(&self, text: &mut String, is_place: bool) {
        if let PathSegment::Row(row) = self.segment {
            text.push_str("row ");
            text.push_str(&digits(row));
        }
        let (Some(parent), Some(around)) = (self.parent, self.around()) else { return };
        around.write(text, is_place);
        if self.is_csv() {
            text.push_str(", column ");
        } else if !text.is_empty() {
            text.push_str(if is_place { ", " } else { "." });
        }
        match self.segment {
            PathSegment::Entry(index) if !is_place => {
                text.push_str(parent.segment.field());
                text.push_str(&sentence(&["[", &digits(index as u64), "]"]));
            }
            _ => text.push_str(&self.name()),
        }
    }

    /// What has this value: for an entry of a list, what has the list.
    pub(super) fn around(&self) -> Option<&Self> {
        match self.segment {
            PathSegment::Entry(_) => self.parent?.parent,
            _ => self.parent,
        }
    }

    /// The name with which a sentence begins: `total`, `group 4 ("Estates")`.
    pub fn name(&self) -> String {
        let Some(parent) = self.parent else {
            return if self.is_csv() { "this row" } else { "the config" }.into();
        };
        let PathSegment::Entry(index) = self.segment else { return self.segment.field().into() };
        let list = parent.segment.field();
        let one = list.strip_suffix('s').unwrap_or(list);
        let name = sentence(&[one, " ", &digits(index as u64 + 1)]);
        match called(self.value) {
            Some(called) => sentence(&[&name, " (\"", &cut(called), "\")"]),
            None => name,
        }
    }
}

/// What people know an entry of a list by: the first of its fields that tells.
fn called(value: &Json) -> Option<&str> {
    let Json::Object(fields) = value else { return None };
    let tells = |name: &str| matches!(name, "name" | "title" | "label" | "date" | "dayOfWeek");
    let (_, value) = fields.iter().find(|(name, _)| tells(name))?;
    first_text(value)
}

/// The text, or the first one in a list or in an object with languages.
fn first_text(value: &Json) -> Option<&str> {
    match value {
        Json::Text(text) => Some(text.trim_ascii()).filter(|text| !text.is_empty()),
        Json::List(list) => first_text(list.first()?),
        Json::Object(fields) => first_text(&fields.first()?.1),
        _ => None,
    }
}
