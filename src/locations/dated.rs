//! The dated sessions that are still to come.

use super::Opening;
use crate::calendar::{Instant, PlainDate, TimeZone};
use crate::campaign::{Session, Text};

/// A dated session that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedSession<'a> {
    /// When it is.
    pub opening: Opening,
    /// Whether it is going on.
    pub open_now: bool,
    /// Anything else to know.
    pub details: Option<&'a Text>,
    /// Its place in the config's list.
    pub index: usize,
}

/// The sessions that are not over at `now`, the soonest first. None that opened before `first` can be among them.
pub fn to_come<'a>(
    sessions: &'a [Session],
    zone: &dyn TimeZone,
    now: Instant,
    first: PlainDate,
) -> Vec<DatedSession<'a>> {
    let mut to_come: Vec<_> = sessions
        .iter()
        .enumerate()
        .filter(|(_, session)| session.date >= first)
        .map(|(index, session)| {
            let opening = Opening::on(zone, session.date, session.opens, session.closes);
            DatedSession { opening, open_now: opening.is_open(now), details: session.details.as_ref(), index }
        })
        .filter(|session| !session.opening.is_over(now))
        .collect();
    to_come.sort_by_key(|session| (session.opening.opens, session.opening.closes));
    to_come
}
