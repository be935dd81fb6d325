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
