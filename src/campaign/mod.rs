//! The config and what it means: text in, a [`Campaign`] and all [`Problem`]s out. Pure.

mod colour;
mod model;
mod problem;

pub use model::*;
pub use problem::{Problem, Severity};

use crate::calendar::TimeZone;
use std::rc::Rc;

/// What the checker asks of the place it runs in, because no time zone database and no URL parser are in the bundle.
pub trait Surroundings {
    /// The zone of an IANA name; `None` where there is no such zone.
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>>;

    /// A link made absolute against the address of the config file; `None` where it is no address.
    fn resolve(&self, link: &str) -> Option<String>;
}

/// What became of a config: the campaign, if there is enough of one, and all problems.
pub struct Checked {
    /// The campaign.
    pub campaign: Option<Campaign>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// Checks a config.
pub fn check(_text: &str, _surroundings: &dyn Surroundings) -> Checked {
    Checked { campaign: None, problems: Vec::new() }
}
