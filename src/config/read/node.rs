//! A value and its path.

use super::nearest::nearest;
use super::{Context, Fields, PathSegment};
use crate::config::json::Json;
use crate::config::{Problem, Severity};
use crate::text::sentence;

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

impl<'a> Node<'a> {
    /// The whole config.
    pub fn root(value: &'a Json, context: &'a Context<'a>) -> Self {
        Self { value, parent: None, segment: PathSegment::Entry(0), required: true, context }
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
        self.report_at(severity, Some(self), sentence(message));
    }

    /// Reports a problem; the sentence starts with the name of this value.
    #[inline(never)]
    pub fn report_named(&self, severity: Severity, message: &[&str]) {
        let at = if self.is_csv() { Some(self) } else { self.around() };
        self.report_at(severity, at, sentence(&[&self.name(), " ", &sentence(message)]));
    }

    fn report_at(&self, severity: Severity, at: Option<&Self>, message: String) {
        let mut problem = Problem::of_file(severity, self.context.file.map(String::from), message);
        if self.context.is_full() {
            problem.message.clear();
        } else {
            problem.path = self.path();
            problem.place = at.map(Self::place).unwrap_or_default();
        }
        self.context.report(problem);
    }

    /// Reports a warning; the sentence starts with the name of this value.
    #[inline(never)]
    pub fn warn(&self, message: &str) {
        self.report_named(Severity::Warning, &[message]);
    }

    /// Reports that this value is empty: an error if it is required, else a warning.
    pub fn empty(&self, what: &str, how: &str) {
        if self.required {
            self.report_named(Severity::Error, &[what, ", but it is required; ", how]);
        } else {
            self.report_named(Severity::Warning, &[what, "; ", how, ", or leave it out"]);
        }
    }

    /// Warns that the name of this value is unknown, and suggests a known one that may be meant.
    #[inline(never)]
    pub fn unknown(&self, kind: &str, known: &[&'static str]) {
        if self.context.is_full() {
            return self.warn("");
        }
        let (or, known) = match nearest(self.segment.field(), known) {
            Some(known) => ("; did you mean `", sentence(&[known, "`?"])),
            None => ("", String::new()),
        };
        self.report_named(Severity::Warning, &["is an unknown ", kind, ", which is ignored", or, &known]);
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
            Json::List(list) if list.is_empty() => "[ ]".into(),
            Json::List(_) => "[ … ]".into(),
            Json::Object(_) => "{ … }".into(),
            Json::Number(number) => cut(number),
            Json::Text(text) => sentence(&["\"", &cut(text), "\""]),
        }
    }

    /// The fields of this object; reports a problem if it is none.
    pub fn fields(&'a self) -> Option<Fields<'a>> {
        match self.value {
            Json::Object(list) => Some(Fields::new(self, list)),
            _ => {
                self.invalid(&["fields between { and }"]);
                None
            }
        }
    }

    /// Visits the entries of this list, except `null`, which counts as absent; reports a problem if it is no list.
    /// Returns whether there are any.
    #[inline(never)]
    pub fn each(&self, visit: &mut dyn FnMut(&Node)) -> Option<bool> {
        let Json::List(list) = self.value else {
            self.invalid(&["entries between [ and ]"]);
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
            self.empty("is empty", "list at least one");
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
