//! CSV text to rows whose cells go by the names of their columns.
//!
//! A row becomes an object of the config's own format, so that one set of rules judges both; only dates, times and
//! numbers may also be written as a spreadsheet shows them.
//!
//! ```text
//!  text ──records──► cells ──table──► rows by name
//! ```

mod records;
mod table;

pub use table::{Table, file};

use super::read::Context;
use super::{Problem, Severity};
use crate::text::{digits, sentence};
use std::rc::Rc;

/// Whether a file can be used, the better first. Only the file as a whole decides what becomes of its last good copy; the
/// problems in it are for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usability {
    /// All of it: it is the last good copy from now on.
    #[default]
    Used,
    /// Rows are left out.
    Partly,
    /// Nothing came of it, or a lost quotation mark has swallowed rows: its last good copy is better.
    Unusable,
}

/// Adds the address of a file, where it is not among them.
pub fn add_link(links: &mut Vec<Rc<str>>, link: &Option<Rc<str>>) {
    if let Some(link) = link
        && !links.contains(link)
    {
        links.push(link.clone());
    }
}

/// What was told, cut short where it is the same mistake in every row.
pub fn problems(context: Context) -> Vec<Problem> {
    const MOST: usize = 100;
    let mut problems = context.problems.into_inner();
    if problems.len() > MOST {
        let more = digits((problems.len() - MOST) as u64);
        problems.truncate(MOST);
        let message = sentence(&["there are ", &more, " more problems; mend the ones above first"]);
        let file = context.file.map(String::from);
        problems.push(Problem { severity: Severity::Warning, file, path: String::new(), message });
    }
    problems
}
