//! What the checker needs from its environment.

use crate::calendar::TimeZone;
use std::rc::Rc;

/// Services that the checker needs, because no time zone database and no URL parser are in the bundle.
pub trait Environment {
    /// The zone of an IANA name; `None` if there is no such zone.
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>>;

    /// A link resolved against the address of the config file; `None` if it is not a valid URL.
    fn resolve(&self, link: &str) -> Option<String>;
}
