//! The time that is left.

mod announcer;
pub mod rule;
mod timer;
mod view;

pub(crate) use view::countdown_section;

use crate::calendar::TimeZone;
use crate::campaign::Countdown;
use crate::live::Kept;
use std::rc::Rc;

/// What the parts of the section share.
type Given = Kept<(Countdown, Rc<dyn TimeZone>)>;
