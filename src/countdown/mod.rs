//! The time that is left.

mod announcer;
mod check;
mod model;
pub mod rule;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod still;
mod timer;
mod view;

pub(crate) use check::check;
pub use model::{Countdown, Milestone, Unit, Units};
pub(crate) use view::countdown_section;

use crate::calendar::TimeZone;
use crate::live::{Kept, Small};
use rule::Phase;
use std::rc::Rc;

/// What the parts of the section share.
type Given = Kept<(Countdown, Rc<dyn TimeZone>)>;

impl Small for Phase {
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
