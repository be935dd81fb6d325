//! The time that is left.

mod announcer;
pub mod rule;
mod timer;
mod view;

pub(crate) use view::countdown_section;

use crate::calendar::TimeZone;
use crate::campaign::Countdown;
use leptos::prelude::{LocalStorage, StoredValue};
use std::rc::Rc;

/// What the parts of the section share. Leptos wants closures that are `Send`; this handle is.
type Given = StoredValue<(Countdown, Rc<dyn TimeZone>), LocalStorage>;
