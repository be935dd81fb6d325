//! Code for any config file, independent of campaigns. Pure.
//!
//! ```text
//!  JSON ──json──► a tree ──read──► fields with their paths ──► what a section or the campaign is made of
//!  CSV  ──csv───► rows by column ──┘            └────────────► Problems
//! ```

mod colour;
pub(crate) mod csv;
mod decimal;
mod email;
mod environment;
mod fold;
pub(crate) mod json;
mod keyword;
mod problem;
pub(crate) mod read;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod telephone;
mod text;

pub use colour::Colour;
pub use csv::Usability;
pub use decimal::{Decimal, Percent};
pub(crate) use email::addressed;
pub use environment::Environment;
pub(crate) use fold::fold;
pub(crate) use keyword::{Keyword, keywords};
pub use problem::{Problem, Severity, tell};
pub(crate) use telephone::dialled;
pub use text::Text;
