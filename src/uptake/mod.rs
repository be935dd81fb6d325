//! Charts of how many took part.

mod row;
pub mod rule;
mod view;

pub(crate) use view::uptake_section;
