//! What the place that the checker runs in has to know.

use crate::calendar::TimeZone;
use std::rc::Rc;

/// What the checker asks of the place it runs in, because no time zone database and no URL parser are in the bundle.
pub trait Environment {
    /// The zone of an IANA name; `None` where there is no such zone.
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>>;

    /// A link made absolute against the address of the config file; `None` where it is no address.
    fn resolve(&self, link: &str) -> Option<String>;
}
