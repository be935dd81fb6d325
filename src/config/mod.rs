//! Code for any config file, independent of campaigns. Pure.
//!
//! ```text
//!  JSON ──json──► a tree ──read──► fields with their paths ──► what a section or the campaign is made of
//!  CSV  ──csv───► rows by column ──┘            └────────────► Problems
//! ```

mod colour;
mod contact;
pub(crate) mod csv;
mod decimal;
mod environment;
mod fold;
pub(crate) mod json;
mod keyword;
mod problem;
pub(crate) mod read;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod text;

pub use colour::Colour;
pub(crate) use contact::{addressed, dialled};
pub use csv::Usability;
pub use decimal::{Decimal, Percent};
pub use environment::Environment;
pub(crate) use fold::fold;
pub(crate) use keyword::{Keyword, keywords};
pub use problem::{Problem, Severity, tell};
pub use text::Text;
