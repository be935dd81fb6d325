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
