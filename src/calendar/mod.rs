//! Instants, civil dates and times, a time zone's offsets as a trait, and weekly hours. The names are Temporal's.

mod date;
mod instant;
mod moment;
mod time;
mod zone;

pub use date::{PlainDate, Weekday, Weekdays};
pub use instant::Instant;
pub use moment::{Edge, Moment};
pub use time::{PlainDateTime, PlainTime};
pub use zone::{CachedZone, TimeZone, to_instant, to_plain};
