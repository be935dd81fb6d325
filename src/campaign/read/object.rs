//! Reads the fields of an object by name. The names asked for are the names known: no list of them can fall behind.

use super::{Node, cut, nearest};
use serde_json::{Map, Value};
use std::cell::RefCell;

/// A JSON object, and which of its fields were asked for.
pub struct Object<'a> {
    map: &'a Map<String, Value>,
    /// The object as a value.
    pub node: Node<'a>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Object<'a> {
    pub(super) fn new(map: &'a Map<String, Value>, node: Node<'a>) -> Self {
        Self { map, node, asked: RefCell::default() }
    }

    /// The field, where it is there and not `null`.
    pub fn get(&self, name: &'static str) -> Option<Node<'a>> {
        self.asked.borrow_mut().push(name);
        let value = self.map.get(name).filter(|value| !value.is_null())?;
        Some(Node { value, path: self.path_of(name), required: false, context: self.node.context })
    }

    /// The field, or a problem: the object cannot be shown without it.
    pub fn need(&self, name: &'static str) -> Option<Node<'a>> {
        let Some(mut node) = self.get(name) else {
            self.error_at(name, format!("{name} is missing; {} cannot be shown without it", self.node.name()));
            return None;
        };
        node.required = true;
        Some(node)
    }

    /// Whether the field is there, however wrong its value.
    pub fn has(&self, name: &str) -> bool {
        self.map.get(name).is_some_and(|value| !value.is_null())
    }

    /// Warns of all fields that nothing asked for. To be called once all are read.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.map.iter().filter(|(name, _)| !asked.contains(&name.as_str())) {
            let shown = cut(name, 60);
            let mut message = format!("unknown field `{shown}`, which is ignored");
            if let Some(known) = nearest::nearest(name, &asked) {
                message = format!("{message}; did you mean `{known}`?");
            }
            self.node.context.tell(super::Severity::Warning, &self.path_of(&shown), message);
        }
    }

    /// An error at one field, for rules that concern more than it.
    pub fn error_at(&self, name: &str, message: impl Into<String>) {
        self.node.context.tell(super::Severity::Error, &self.path_of(name), message.into());
    }

    /// A warning at one field, for rules that concern more than it.
    pub fn warn_at(&self, name: &str, message: impl Into<String>) {
        self.node.context.tell(super::Severity::Warning, &self.path_of(name), message.into());
    }

    fn path_of(&self, name: &str) -> String {
        if self.node.path.is_empty() { name.into() } else { format!("{}.{name}", self.node.path) }
    }
}
