//! Reads a JSON tree: every value has its path, and problems are reported there. A row of a CSV file is read as an
//! object.

mod address;
mod cell;
mod fields;
mod leaf;
mod names;
mod nearest;
mod node;
mod number;
mod place;
mod time;

pub use fields::Fields;
pub use names::Names;
pub use node::{Node, cut};
pub use place::PathSegment;

use super::{Environment, Problem};
use crate::calendar::{Instant, TimeZone};
use crate::text::hash;
use crate::words::{Lang, Languages};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What every value of one file shares.
pub struct Context<'a> {
    /// The environment of the checker.
    pub environment: &'a dyn Environment,
    /// The address of the CSV file; `None` for the config.
    pub file: Option<&'a str>,
    /// The language of plain strings.
    pub lang: Cell<Lang>,
    /// The zone of wall-clock times.
    pub zone: RefCell<Rc<dyn TimeZone>>,
    /// The languages of the texts that have more than one.
    pub languages: Cell<Languages>,
    /// A bit for each name of a field of which a text in one language is still to be reported: once is enough for all
    /// sessions. None while it is not known that any text has two.
    untranslated: Cell<u64>,
    /// All problems so far; those after the first thousand have no text, and are only counted.
    pub problems: RefCell<Vec<Problem>>,
    /// Whether the columns of a CSV file are being recorded: problems are not reported meanwhile.
    pub learning: Cell<bool>,
    /// Its columns: the fields that were requested meanwhile.
    pub columns: RefCell<Vec<&'static str>>,
    /// Whether a percentage has a percent sign.
    pub has_percent_sign: Cell<bool>,
    /// The paths of all fields requested.
    #[cfg(feature = "schema")]
    pub asked: RefCell<std::collections::BTreeSet<String>>,
}

impl<'a> Context<'a> {
    /// The initial context: plain strings are English, and the zone is UTC.
    pub fn new(environment: &'a dyn Environment) -> Self {
        Self {
            environment,
            file: None,
            lang: Cell::default(),
            zone: RefCell::new(Rc::new(Utc)),
            languages: Cell::default(),
            untranslated: Cell::default(),
            problems: RefCell::default(),
            learning: Cell::default(),
            columns: RefCell::default(),
            has_percent_sign: Cell::default(),
            #[cfg(feature = "schema")]
            asked: RefCell::default(),
        }
    }

    /// Forgets what was read: it is read again, and texts in one language are reported.
    pub fn expect_translations(&self) {
        self.untranslated.set(u64::MAX);
        self.languages.take();
        self.problems.take();
    }

    /// Whether a text in one language is to be reported, if it has that name.
    fn lacks_translation(&self, name: &str) -> bool {
        // With this shift the names of all texts have different bits, as a test holds.
        let (bits, bit) = (self.untranslated.get(), 1 << (hash(name) >> 50 & 63));
        self.untranslated.set(bits & !bit);
        bits & bit != 0
    }

    /// Whether a further problem is only counted. A wrong file may have tens of thousands.
    fn is_full(&self) -> bool {
        const MOST: usize = 1000;
        self.problems.borrow().len() >= MOST
    }

    fn report(&self, problem: Problem) {
        if !self.learning.get() {
            self.problems.borrow_mut().push(problem);
        }
    }
}

/// The zone until the config's own is known.
struct Utc;

impl TimeZone for Utc {
    fn offset_at(&self, _: Instant) -> i32 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::hash;
    use serde_json::Value;
    use std::collections::{BTreeMap, BTreeSet};

    /// Adds the names of all fields that hold a text in one language or two.
    fn add_texts(schema: &Value, names: &mut BTreeSet<String>) {
        match schema {
            Value::Object(members) => {
                let is_text = |field: &Value| field.to_string().contains("\"cy\"");
                if let Some(Value::Object(fields)) = members.get("properties") {
                    let texts = fields.iter().filter(|(_, field)| field.get("anyOf").is_some_and(is_text));
                    names.extend(texts.map(|(name, _)| name.clone()));
                }
                members.values().for_each(|member| add_texts(member, names));
            }
            Value::Array(items) => items.iter().for_each(|item| add_texts(item, names)),
            _ => {}
        }
    }

    #[test]
    fn the_names_of_texts_have_different_bits() {
        let schema = include_str!("../../../campaign.schema.json").parse().unwrap_or_default();
        let mut names = BTreeSet::new();
        add_texts(&schema, &mut names);
        assert!(names.len() > 10, "{names:?}");
        let mut by_bit = BTreeMap::new();
        for name in names {
            let other = by_bit.insert(hash(&name) >> 50 & 63, name.clone());
            assert_eq!(other, None, "{name}");
        }
    }
}
