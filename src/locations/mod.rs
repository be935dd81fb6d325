//! Where to go, and when.
//!
//! ```text
//!  weekly hours ─weekly─┐  (less closed)   ┌─► status, sessions ─┐
//!                       ├─► opening(s) ────┤                     ├─► rule::places_at ─► the list, in its order
//!  dated sessions ─dated┘   as instants    └─► timetable lines ──┘
//! ```

mod check;
mod closed;
mod csv;
mod dated;
mod further;
mod ics;
mod model;
mod opening;
mod place;
mod rule;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod search;
mod session;
mod static_html;
mod status;
mod timetable;
mod view;
mod weekly;

pub(crate) use check::check;
pub use dated::DatedSession;
pub use ics::calendar_file;
pub use model::{ClosedDay, Locations, OpeningHours, Place, Session};
pub use opening::Opening;
pub use rule::{PlaceNow, next_change, place_now, places_at, shown};
pub use search::matches;
pub use status::{NextDay, Status};
pub use timetable::WeeklyLine;
pub(crate) use view::locations_section;
