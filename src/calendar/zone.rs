//! A time zone is a function from instants to offsets; everything else follows from that.

use super::{Instant, PlainDateTime};
use std::cell::RefCell;

/// A time zone: the offset of its wall clocks from UTC.
pub trait TimeZone {
    /// Seconds by which wall clocks are ahead of UTC at `instant`.
    fn offset_at(&self, instant: Instant) -> i32;
}

/// What wall clocks in `zone` show at `instant`.
pub fn to_plain(zone: &dyn TimeZone, instant: Instant) -> PlainDateTime {
    PlainDateTime::from_utc_seconds(instant.epoch_seconds().saturating_add(zone.offset_at(instant).into()))
}

/// The instant at which wall clocks in `zone` show `plain`.
///
/// As Temporal's `disambiguation: "compatible"`: of a time that a clock change repeats, the first occurrence; a time
/// that one skips is moved forward by the length of the gap.
pub fn to_instant(zone: &dyn TimeZone, plain: PlainDateTime) -> Instant {
    const DAY: i64 = 86_400;
    let utc = plain.utc_seconds();
    // No zone changes twice within two days, so these two offsets are all that can apply.
    let before = i64::from(zone.offset_at(Instant::from_epoch_seconds(utc - DAY)));
    let after = i64::from(zone.offset_at(Instant::from_epoch_seconds(utc + DAY)));
    let with_before = Instant::from_epoch_seconds(utc - before);
    let with_after = Instant::from_epoch_seconds(utc - after);
    if i64::from(zone.offset_at(with_before)) == before {
        return with_before;
    }
    if i64::from(zone.offset_at(with_after)) == after {
        return with_after;
    }
    // In a gap the offset from before the change leads to the later, compatible, wall-clock time.
    with_before
}

/// Caches the offsets of a zone, because calls to the browser's `Intl` are slow.
///
/// It queries the offset at each end of a UTC day, and searches for the change only on days on which they differ.
pub struct CachedZone<Z> {
    zone: Z,
    /// The offset at the start of a day, by the day.
    day_starts: RefCell<Memory>,
    /// The second at which the offset changes on a day, by the day.
    changes: RefCell<Memory>,
}

impl<Z: TimeZone> CachedZone<Z> {
    /// A cache of the offsets of `zone`.
    pub fn new(zone: Z) -> Self {
        Self { zone, day_starts: RefCell::default(), changes: RefCell::default() }
    }

    fn at_day_start(&self, day: i64) -> i64 {
        self.day_starts.borrow_mut().recall(day, || self.ask(day.saturating_mul(86_400)))
    }

    fn ask(&self, epoch_seconds: i64) -> i64 {
        self.zone.offset_at(Instant::from_epoch_seconds(epoch_seconds)).into()
    }

    /// The first second of `day` that has the offset of the day's end, by bisection.
    fn change_on(&self, day: i64, offset_before: i64) -> i64 {
        self.changes.borrow_mut().recall(day, || {
            let (mut low, mut high) = (day.saturating_mul(86_400), day.saturating_add(1).saturating_mul(86_400));
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if self.ask(middle) == offset_before { low = middle } else { high = middle }
            }
            high
        })
    }
}

impl<Z: TimeZone> TimeZone for CachedZone<Z> {
    fn offset_at(&self, instant: Instant) -> i32 {
        let seconds = instant.epoch_seconds();
        let day = seconds.div_euclid(86_400);
        let start = self.at_day_start(day);
        let end = self.at_day_start(day.saturating_add(1));
        let offset = if start == end || seconds < self.change_on(day, start) { start } else { end };
        i32::try_from(offset).unwrap_or(0)
    }
}

/// A cache by day, in a sorted list: a map would add 3 KB.
#[derive(Default)]
struct Memory(Vec<(i64, i64)>);

impl Memory {
    fn recall(&mut self, day: i64, ask: impl FnOnce() -> i64) -> i64 {
        let at = self.0.partition_point(|(before, _)| *before < day);
        match self.0.get(at) {
            Some((known, answer)) if *known == day => *answer,
            _ => {
                let answer = ask();
                self.0.insert(at, (day, answer));
                answer
            }
        }
    }
}
