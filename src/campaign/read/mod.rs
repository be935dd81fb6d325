//! Walks a JSON value: every value knows its path, and whatever is wrong becomes a problem there.

mod address;
mod leaf;
mod nearest;
mod object;

pub use leaf::MOST_PEOPLE;
pub use object::Object;

use super::Surroundings;
use super::problem::{Problem, Severity};
use crate::calendar::TimeZone;
use crate::words::Lang;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What every value of one config shares.
pub struct Context<'a> {
    /// Where the checker runs.
    pub surroundings: &'a dyn Surroundings,
    /// The language of plain strings.
    pub lang: Cell<Lang>,
    /// The zone of wall-clock times.
    pub zone: RefCell<Rc<dyn TimeZone>>,
    /// Everything that is wrong so far.
    pub problems: RefCell<Vec<Problem>>,
}

impl Context<'_> {
    fn tell(&self, severity: Severity, path: &str, message: String) {
        self.problems.borrow_mut().push(Problem { severity, file: None, path: path.into(), message });
    }
}

/// A value that is there, and its path.
#[derive(Clone)]
pub struct Node<'a> {
    /// The value; never `null`.
    value: &'a Value,
    /// Such as `uptake.charts[0]`; empty for the whole config.
    pub path: String,
    /// Whether what it belongs to cannot be shown without it.
    required: bool,
    /// What all values share.
    pub context: &'a Context<'a>,
}

impl<'a> Node<'a> {
    /// The whole config.
    pub fn root(value: &'a Value, context: &'a Context<'a>) -> Self {
        Self { value, path: String::new(), required: true, context }
    }

    /// Something is not shown because of this value.
    pub fn error(&self, message: impl Into<String>) {
        self.context.tell(Severity::Error, &self.path, message.into());
    }

    /// This value is shown, but probably not as meant.
    pub fn warn(&self, message: impl Into<String>) {
        self.context.tell(Severity::Warning, &self.path, message.into());
    }

    /// An error that names the value and the rule that it breaks; always `None`, so that a reader can end with it.
    pub fn wrong<T>(&self, rule: &str) -> Option<T> {
        self.error(format!("{} is {}; it must be {rule}", self.name(), self.shown()));
        None
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        match self.path.rsplit('.').next() {
            None | Some("") => "the config",
            Some(name) => name,
        }
    }

    /// The value as a sentence shows it: in full only where it is short.
    pub fn shown(&self) -> String {
        const LONGEST: usize = 60;
        match self.value {
            Value::Null => "null".into(),
            Value::Bool(is) => is.to_string(),
            Value::Array(list) if list.is_empty() => "an empty list".into(),
            Value::Array(_) => "a list".into(),
            Value::Object(_) => "an object".into(),
            Value::Number(number) => cut(number.as_str(), LONGEST),
            Value::String(text) => format!("\"{}\"", cut(text, LONGEST)),
        }
    }

    /// The object that this is, or a problem.
    pub fn object(&self) -> Option<Object<'a>> {
        match self.value {
            Value::Object(map) => Some(Object::new(map, self.clone())),
            _ => self.wrong("an object, from { to }"),
        }
    }

    /// The entries of the list that this is, or a problem; `null` counts as absent.
    pub fn list(&self) -> Option<Vec<Node<'a>>> {
        match self.value {
            Value::Array(list) => Some(self.entries(list)),
            _ => self.wrong("a list, from [ to ]"),
        }
    }

    /// The entries of the list that this is, or this value alone.
    pub fn list_or_one(&self) -> Vec<Node<'a>> {
        match self.value {
            Value::Array(list) => self.entries(list),
            _ => vec![self.clone()],
        }
    }

    fn entries(&self, list: &'a [Value]) -> Vec<Node<'a>> {
        let entry = |(index, value)| Node { value, path: format!("{}[{index}]", self.path), ..self.clone() };
        list.iter().enumerate().filter(|(_, value)| !value.is_null()).map(entry).collect()
    }
}

/// The text in one line, or its beginning where it is longer than `most` characters.
fn cut(text: &str, most: usize) -> String {
    let mut shown: String =
        text.chars().take(most).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}
