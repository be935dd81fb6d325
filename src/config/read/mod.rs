//! Walks a JSON tree: every value knows its path, and whatever is wrong becomes a problem there. A row of a CSV file is
//! walked as if it were an object.

mod address;
mod cell;
mod fields;
mod leaf;
mod names;
mod nearest;
mod node;
mod number;
mod time;

pub use fields::Fields;
pub use names::Names;
pub use node::{Node, PathSegment, cut};

use super::{Environment, Problem, Severity};
use crate::calendar::{Instant, TimeZone};
use crate::words::{Lang, Languages};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What every value of one file shares.
pub struct Context<'a> {
    /// Where the checker runs.
    pub environment: &'a dyn Environment,
    /// The address of the file, where it is not the config but CSV.
    pub file: Option<&'a str>,
    /// The language of plain strings.
    pub lang: Cell<Lang>,
    /// The zone of wall-clock times.
    pub zone: RefCell<Rc<dyn TimeZone>>,
    /// The languages of those texts that are in more than one.
    pub languages: Cell<Languages>,
    /// Everything that is wrong so far.
    pub problems: RefCell<Vec<Problem>>,
    /// Whether the columns of a CSV file are being learnt: then nothing is told.
    pub learning: Cell<bool>,
    /// Its columns: the fields that were asked for meanwhile.
    pub columns: RefCell<Vec<&'static str>>,
    /// The paths of all fields asked for.
    #[cfg(feature = "schema")]
    pub asked: RefCell<std::collections::BTreeSet<String>>,
}

impl<'a> Context<'a> {
    /// Nothing is known yet: plain strings are English, and the zone is UTC.
    pub fn new(environment: &'a dyn Environment) -> Self {
        Self {
            environment,
            file: None,
            lang: Cell::default(),
            zone: RefCell::new(Rc::new(Utc)),
            languages: Cell::default(),
            problems: RefCell::default(),
            learning: Cell::default(),
            columns: RefCell::default(),
            #[cfg(feature = "schema")]
            asked: RefCell::default(),
        }
    }

    #[inline(never)]
    fn report(&self, severity: Severity, path: String, message: String) {
        if self.learning.get() {
            return;
        }
        let file = self.file.map(String::from);
        self.problems.borrow_mut().push(Problem { severity, file, path, message });
    }
}

/// The zone until the config's own is known.
struct Utc;

impl TimeZone for Utc {
    fn offset_at(&self, _: Instant) -> i32 {
        0
    }
}
