//! The dated sessions that are still to come.

use super::{Opening, Session};
use crate::calendar::{Instant, PlainDate, TimeZone};
use crate::config::Text;

/// A dated session that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedSession<'a> {
    /// When it is.
    pub opening: Opening,
    /// Whether it is going on.
    pub open_now: bool,
    /// Anything else to know.
    pub details: Option<&'a Text>,
    /// Its index in the config's list.
    pub index: usize,
}

/// The sessions that are not over at `now`, the soonest first. Those dated before `first` are skipped, as they are
/// over.
pub fn to_come<'a>(
    sessions: &'a [Session],
    zone: &dyn TimeZone,
    now: Instant,
    first: PlainDate,
) -> Vec<DatedSession<'a>> {
    let mut to_come: Vec<DatedSession> = Vec::new();
    for (index, session) in sessions.iter().enumerate().filter(|(_, session)| session.date >= first) {
        let opening = Opening::on(zone, session.date, session.opens, session.closes);
        if !opening.is_over(now) {
            // Insertion sort: the standard library's sort would add 4 KB.
            let key = (opening.opens, opening.closes);
            let at = to_come.partition_point(|before| (before.opening.opens, before.opening.closes) <= key);
            let details = session.details.as_ref();
            to_come.insert(at, DatedSession { opening, open_now: opening.is_open(now), details, index });
        }
    }
    to_come
}
