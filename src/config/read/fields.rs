//! Reads the fields of an object by name. The requested names are the known ones, so there is no list to keep in step.

use super::Node;
use super::node::cut;
use crate::config::Severity;
use crate::config::json::Json;

/// The fields of a JSON object, and which of them were requested.
pub struct Fields<'a> {
    /// The object itself.
    pub node: &'a Node<'a>,
    list: &'a [(String, Json)],
    asked: Vec<&'static str>,
    lacking: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn new(node: &'a Node<'a>, list: &'a [(String, Json)]) -> Self {
        Self { node, list, asked: Vec::new(), lacking: false }
    }

    /// The value of a field; `None` if it is absent, `null` or invalid.
    #[inline(always)]
    pub fn get<T>(&mut self, name: &'static str, read: fn(&Node<'a>) -> Option<T>) -> Option<T> {
        self.read(name, false, read)
    }

    /// The value of a required field: without it, a problem is reported and the object cannot be shown.
    #[inline(always)]
    pub fn need<T>(&mut self, name: &'static str, read: fn(&Node<'a>) -> Option<T>) -> Option<T> {
        self.read(name, true, read)
    }

    #[inline(never)]
    fn read<T>(&mut self, name: &'static str, required: bool, read: fn(&Node<'a>) -> Option<T>) -> Option<T> {
        let value = match self.field(name, required) {
            Some(node) => read(&node),
            None => None,
        };
        self.lacking |= required && value.is_none();
        value
    }

    /// The field; `None` if it is absent or `null`.
    #[inline(never)]
    pub fn field(&mut self, name: &'static str, required: bool) -> Option<Node<'a>> {
        self.asked.push(name);
        if self.node.context.learning.get() {
            self.node.context.columns.borrow_mut().push(name);
        }
        #[cfg(feature = "schema")]
        self.node.context.asked.borrow_mut().insert(self.child(name).path());
        let Some(value) = self.value(name) else {
            if required {
                self.error(name, &["is missing; it is required"]);
            }
            return None;
        };
        Some(Node { value, required, ..self.child(name) })
    }

    /// If a name is given twice, the last value counts.
    #[inline(never)]
    fn value(&self, name: &str) -> Option<&'a Json> {
        let (_, value) = self.list.iter().rev().find(|(known, _)| known == name)?;
        if matches!(value, Json::Null) { None } else { Some(value) }
    }

    /// Whether the field is present, valid or not.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// Whether the field is a list without entries.
    pub fn has_empty_list(&self, name: &str) -> bool {
        matches!(self.value(name), Some(Json::List(list)) if list.is_empty())
    }

    /// Warns of fields that are given twice and of those that were not requested; the columns of CSV are reported once
    /// for the whole file instead. To be called once all are read; returns whether all required fields could be read.
    #[inline(never)]
    pub fn done(&self) -> bool {
        // A wrong file may have a hundred thousand fields, too many to compare each with all others.
        const MOST: usize = 300;
        let fields = if self.node.is_csv() { &[] } else { self.list };
        for (index, (name, _)) in fields.iter().enumerate() {
            if fields.iter().take(MOST).skip(index + 1).any(|(later, _)| later == name) {
                self.child(&cut(name)).warn("is given twice in the same object; the last one counts");
            } else if !self.asked.contains(&name.as_str()) {
                self.child(&cut(name)).unknown("field", &self.asked);
            }
        }
        !self.lacking
    }

    /// A node at which to report problems of one field that concern more than it.
    pub fn child<'n>(&self, name: &'n str) -> Node<'n>
    where
        'a: 'n,
    {
        self.node.child(name)
    }

    /// An error at one field, for rules that concern more than it; the sentence starts with the field's name.
    #[inline(never)]
    pub fn error(&self, name: &str, message: &[&str]) {
        self.child(name).report_named(Severity::Error, message);
    }

    /// A warning at one field, for rules that concern more than it; the sentence starts with the field's name.
    #[inline(never)]
    pub fn warn(&self, name: &str, message: &str) {
        self.child(name).warn(message);
    }
}
