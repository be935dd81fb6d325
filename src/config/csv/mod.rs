//! CSV text to rows whose cells are keyed by column name.
//!
//! A row becomes an object in the config's own format, so that the same rules check both; only dates, times and numbers
//! may also be in the formats of a spreadsheet.
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

/// How far a file can be used, the better first. This alone determines whether it replaces its last good copy; problems
/// are only reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usability {
    /// All of it: it becomes the last good copy.
    #[default]
    Used,
    /// Some rows are left out.
    Partly,
    /// No row can be used, or a missing quotation mark has merged rows: its last good copy is better.
    Unusable,
}

/// Adds the address of a file, unless it is there already.
pub fn add_link(links: &mut Vec<Rc<str>>, link: &Option<Rc<str>>) {
    if let Some(link) = link
        && !links.contains(link)
    {
        links.push(link.clone());
    }
}

/// The problems reported, truncated because one mistake may be in every row.
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
