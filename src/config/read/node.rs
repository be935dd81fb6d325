//! A value and its path.

use super::nearest::nearest;
use super::{Context, Fields};
use crate::config::Severity;
use crate::config::json::Json;
use crate::text::{digits, sentence};

/// A value and its path: a chain of parents on the stack, formatted only to report a problem.
pub struct Node<'a> {
    /// The value; never `null`.
    pub value: &'a Json,
    /// Its parent; `None` for the whole config.
    pub parent: Option<&'a Node<'a>>,
    /// Where in its parent it is.
    pub segment: PathSegment<'a>,
    /// Whether its parent cannot be shown without it.
    pub required: bool,
    /// What all values share.
    pub context: &'a Context<'a>,
}

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

impl<'a> Node<'a> {
    /// The whole config.
    pub fn root(value: &'a Json, context: &'a Context<'a>) -> Self {
        Self { value, parent: None, segment: PathSegment::Entry(0), required: true, context }
    }

    /// The path, such as `uptake.charts[0]`; empty for the whole config.
    pub fn path(&self) -> String {
        let mut path = String::new();
        self.write(&mut path, true);
        path
    }

    /// The last part of the path.
    pub fn name(&self) -> String {
        let mut name = String::new();
        self.write(&mut name, false);
        if name.is_empty() { "the config".into() } else { name }
    }

    fn write(&self, path: &mut String, whole: bool) {
        if let PathSegment::Row(row) = self.segment {
            path.push_str(&sentence(&["row ", &digits(row)]));
        }
        let Some(parent) = self.parent else { return };
        match self.segment {
            PathSegment::Row(_) => {}
            PathSegment::Field(name) => {
                if whole {
                    parent.write(path, true);
                }
                if !path.is_empty() {
                    path.push_str(if matches!(parent.segment, PathSegment::Row(_)) { ", column " } else { "." });
                }
                path.push_str(name);
            }
            PathSegment::Entry(index) => {
                parent.write(path, whole);
                path.push_str(&sentence(&["[", &digits(index as u64), "]"]));
            }
        }
    }

    /// A node at which to report problems of one field that concern more than it.
    #[inline(never)]
    pub fn child<'n>(&'n self, name: &'n str) -> Node<'n> {
        let (parent, segment) = (Some(self), PathSegment::Field(name));
        Node { value: &Json::Null, parent, segment, required: false, context: self.context }
    }

    /// Whether this is a cell or a row of a CSV file.
    pub fn is_csv(&self) -> bool {
        self.context.file.is_some()
    }

    /// Reports a problem with this value.
    #[inline(never)]
    pub fn report(&self, severity: Severity, message: &[&str]) {
        self.context.report(severity, self.path(), sentence(message));
    }

    /// Reports a problem; the sentence starts with the name of this value.
    #[inline(never)]
    pub fn report_named(&self, severity: Severity, message: &[&str]) {
        self.report(severity, &[&self.name(), " ", &sentence(message)]);
    }

    /// Reports a warning; the sentence starts with the name of this value.
    #[inline(never)]
    pub fn warn(&self, message: &str) {
        self.report_named(Severity::Warning, &[message]);
    }

    /// Reports that this value is empty: an error if it is required, else a warning.
    pub fn empty(&self, message: &str) {
        self.report_named(if self.required { Severity::Error } else { Severity::Warning }, &[message]);
    }

    /// Warns that a name is unknown, and suggests a known one that may be meant.
    #[inline(never)]
    pub fn unknown(&self, kind: &str, name: &str, known: &[&'static str]) {
        let mut message = sentence(&["unknown ", kind, " `", &cut(name), "`, which is ignored"]);
        if let Some(known) = nearest(name, known) {
            message = sentence(&[&message, "; did you mean `", known, "`?"]);
        }
        self.report(Severity::Warning, &[&message]);
    }

    /// Reports an error that states the value and the rule that it breaks.
    #[inline(never)]
    pub fn invalid(&self, rule: &[&str]) {
        self.report_named(Severity::Error, &["is ", &self.shown(), "; it must be ", &sentence(rule)]);
    }

    /// The value for a message, shortened if it is long.
    pub fn shown(&self) -> String {
        match self.value {
            Json::Null => "null".into(),
            Json::Bool(true) => "true".into(),
            Json::Bool(false) => "false".into(),
            Json::List(list) if list.is_empty() => "an empty list".into(),
            Json::List(_) => "a list".into(),
            Json::Object(_) => "an object".into(),
            Json::Number(number) => cut(number),
            Json::Text(text) => sentence(&["\"", &cut(text), "\""]),
        }
    }

    /// The fields of this object; reports a problem if it is none.
    pub fn fields(&'a self) -> Option<Fields<'a>> {
        match self.value {
            Json::Object(list) => Some(Fields::new(self, list)),
            _ => {
                self.invalid(&["an object, from { to }"]);
                None
            }
        }
    }

    /// Visits the entries of this list, except `null`, which counts as absent; reports a problem if it is no list.
    /// Returns whether there are any.
    #[inline(never)]
    pub fn each(&self, visit: &mut dyn FnMut(&Node)) -> Option<bool> {
        let Json::List(list) = self.value else {
            self.invalid(&["a list, from [ to ]"]);
            return None;
        };
        for (index, value) in list.iter().enumerate() {
            if !matches!(value, Json::Null) {
                let (parent, segment) = (Some(self), PathSegment::Entry(index));
                visit(&Node { value, parent, segment, required: false, context: self.context });
            }
        }
        Some(!list.is_empty())
    }

    /// All usable entries of this list.
    pub fn list<T>(&self, read: fn(&Node) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        let any = self.each(&mut |node| {
            if let Some(entry) = read(node) {
                all.push(entry);
            }
        })?;
        if !any {
            self.empty("is empty; list at least one");
        }
        Some(all)
    }
}

/// The text in one line, truncated if it is long.
#[inline(never)]
pub fn cut(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::new();
    for (index, letter) in text.chars().enumerate() {
        if index == LONGEST {
            shown.push('…');
            break;
        }
        shown.push(if letter < ' ' { ' ' } else { letter });
    }
    shown
}
