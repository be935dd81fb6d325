//! Charts of how many took part.

mod cell;
mod check;
mod csv;
pub mod disclose;
mod groups;
mod last_year;
mod model;
mod protect;
mod row;
pub mod rule;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod view;

pub(crate) use check::check;
pub use model::{Chart, Figure, Group, MOST_PEOPLE, Order, Target, Uptake};
pub(crate) use view::uptake_section;
