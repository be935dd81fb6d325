//! The time that is left.

mod announcer;
mod check;
mod model;
pub mod rule;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod static_html;
mod timer;
mod view;

pub(crate) use check::check;
pub use model::{Countdown, Milestone, Unit, Units};
pub(crate) use view::countdown_section;

use crate::calendar::TimeZone;
use crate::signals::{Packed, SharedValue};
use rule::Phase;
use std::rc::Rc;

/// What the parts of the section share.
type SectionData = SharedValue<(Countdown, Rc<dyn TimeZone>)>;

impl Packed for Phase {
    fn pack(self) -> i64 {
        self as i64
    }
    fn unpack(packed: i64) -> Self {
        match packed {
            0 => Phase::Before,
            1 => Phase::Running,
            _ => Phase::Ended,
        }
    }
}
