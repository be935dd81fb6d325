//! The config and what it means: text in, a [`Campaign`] and all [`Problem`]s out. Pure.
//!
//! ```text
//!  text ──json──► Value ──read──► nodes with paths ──wire──► the fields as written ──check──► Campaign
//!    └─────────────┴────────────────┴──────────────────────────┴────────────────────────────► Problems
//! ```

mod bilingual;
mod check;
mod colour;
mod json;
mod model;
mod number;
mod problem;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod wire;

pub use model::*;
pub use number::Decimal;
pub use problem::{Problem, Severity};
pub use read::MOST_PEOPLE;
#[cfg(feature = "schema")]
pub use schema::json_schema;

use crate::calendar::{Instant, TimeZone};
use crate::words::Lang;
use read::{Context, Node};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the checker asks of the place it runs in, because no time zone database and no URL parser are in the bundle.
pub trait Surroundings {
    /// The zone of an IANA name; `None` where there is no such zone.
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>>;

    /// A link made absolute against the address of the config file; `None` where it is no address.
    fn resolve(&self, link: &str) -> Option<String>;
}

/// What a config says.
pub struct Checked {
    /// All that can be shown. `None` where the JSON is broken, holds no object, is of a later version, or has no title;
    /// then one of the problems is that error.
    pub campaign: Option<Campaign>,
    /// Everything that is wrong, in the order of reading.
    pub problems: Vec<Problem>,
}

/// Reads a config.
pub fn check(text: &str, surroundings: &dyn Surroundings) -> Checked {
    let mut problems = Vec::new();
    let Some(value) = json::parse(text, &mut problems) else {
        return Checked { campaign: None, problems };
    };
    let context = Context {
        surroundings,
        lang: Cell::new(Lang::default()),
        zone: RefCell::new(Rc::new(Utc)),
        problems: RefCell::new(problems),
    };
    let campaign = check::campaign(&Node::root(&value, &context));
    Checked { campaign, problems: context.problems.into_inner() }
}

/// The zone until the config's own is known.
struct Utc;

impl TimeZone for Utc {
    fn offset_at(&self, _: Instant) -> i32 {
        0
    }
}
