//! A campaign: its title, links, theme, and its sections in their order. Text in, a [`Campaign`] and all [`Problem`]s
//! out. Pure.
//!
//! Code for any config is in [`config`](crate::config), code for one section in the folder of that section.

mod check;
mod csv;
mod model;
#[cfg(feature = "schema")]
mod schema;
mod section;
mod sections;

pub use model::{Campaign, Image, Link};
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use section::{Section, SectionName};

use crate::config::read::{Context, Node};
use crate::config::{Environment, Problem, json};

/// The result of checking a config.
pub struct Checked {
    /// What can be shown. `None` if the JSON is malformed, is no object, has a later version, or has no title; the
    /// problems then include that error.
    pub campaign: Option<Campaign>,
    /// All problems, in the order of reading.
    pub problems: Vec<Problem>,
}

/// Reads a config.
pub fn check(text: &str, environment: &dyn Environment) -> Checked {
    match json::parse(text) {
        Err(problem) => Checked { campaign: None, problems: vec![problem] },
        Ok(json) => {
            let context = Context::new(environment);
            let root = Node::root(&json, &context);
            let mut campaign = check::campaign(&root);
            if campaign.as_ref().is_some_and(|campaign| campaign.languages.has_several()) {
                // Now that it is known to be in two languages, texts that are in one are reported.
                context.expect_translations();
                campaign = check::campaign(&root);
            }
            Checked { campaign, problems: context.problems.into_inner() }
        }
    }
}

/// The paths of all fields that the reader requests, to compare with those of the schema.
#[cfg(feature = "schema")]
pub fn fields_asked_for(text: &str, environment: &dyn Environment) -> std::collections::BTreeSet<String> {
    let context = Context::new(environment);
    if let Ok(json) = json::parse(text) {
        check::campaign(&Node::root(&json, &context));
    }
    context.asked.into_inner()
}
