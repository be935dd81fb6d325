//! Computes what the countdown shows at an instant.

use super::{Countdown, Milestone, Unit, Units};
use crate::calendar::Instant;
use crate::config::Keyword;

/// The phase of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not begun: counts down to the start.
    Before,
    /// Running: counts down to the end.
    Running,
    /// Over.
    Ended,
}

/// How much of each unit is left, in their order; `None` for a unit that is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Remaining([Option<u64>; Unit::ALL.len()]);

impl Remaining {
    /// How much of `unit` is left, if it is shown, beyond what larger shown units count.
    pub fn of(&self, unit: Unit) -> Option<u64> {
        self.0.get(unit as usize).copied().flatten()
    }
}

/// A time left that is announced to screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// One day is left.
    OneDay,
    /// One hour is left.
    OneHour,
    /// Ten minutes are left.
    TenMinutes,
}

/// The phase at `now`. A campaign whose end is not after its start goes straight from before to ended.
pub fn phase_at(countdown: &Countdown, now: Instant) -> Phase {
    if now >= countdown.ends {
        Phase::Ended
    } else if countdown.starts.is_some_and(|starts| now < starts && starts < countdown.ends) {
        Phase::Before
    } else {
        Phase::Running
    }
}

/// The instant that is counted down to; `None` once the campaign has ended.
pub fn target_at(countdown: &Countdown, now: Instant) -> Option<Instant> {
    match phase_at(countdown, now) {
        Phase::Before => countdown.starts,
        Phase::Running => Some(countdown.ends),
        Phase::Ended => None,
    }
}

/// Splits `seconds` into the shown units. The largest shown one takes the rest.
///
/// Zeros alone would read as the end. So if less than the smallest shown unit is left, hours or minutes take the place of
/// all; and without seconds, the last minute is a minute, as nothing is to tick.
pub fn remaining(units: Units, seconds: i64) -> Remaining {
    const HOUR: u64 = Unit::Hours.seconds();
    let mut rest = u64::try_from(seconds).unwrap_or(0);
    if !units.contains(Unit::Seconds) {
        rest = rest.max(Unit::Minutes.seconds());
    }
    let mut remaining = Remaining::default();
    let mut largest = 0;
    for (value, unit) in remaining.0.iter_mut().zip(Unit::ALL) {
        if units.contains(*unit) {
            let number = rest / unit.seconds();
            *value = Some(number);
            largest = largest.max(number);
            rest %= unit.seconds();
        }
    }
    if largest == 0 && rest > 0 {
        let smaller = if rest < HOUR { Unit::Minutes } else { Unit::Hours };
        return self::remaining(Units::default().with(smaller), seconds);
    }
    remaining
}

/// The units without seconds, for reduced motion; seconds are kept if they are the only unit.
pub fn with_reduced_motion(units: Units) -> Units {
    let reduced_motion = units.without(Unit::Seconds);
    if reduced_motion.is_empty() { units } else { reduced_motion }
}

/// The threshold passed between two ticks, the last if there were several (after the tab was suspended). `None` before
/// the start, when nothing is "left" yet.
pub fn threshold_passed(phase: Phase, seconds_before: i64, seconds_now: i64) -> Option<Threshold> {
    let running = phase == Phase::Running && seconds_now > 0;
    let passed = |limit: i64| running && seconds_before > limit && seconds_now <= limit;
    if passed(600) {
        Some(Threshold::TenMinutes)
    } else if passed(3_600) {
        Some(Threshold::OneHour)
    } else if passed(86_400) {
        Some(Threshold::OneDay)
    } else {
        None
    }
}

/// Whether a half minute of the countdown has ended between two ticks. The announcement is then cleared: a screen
/// reader that reads the page later would find "1 day left" beside a countdown of five hours.
pub fn is_old(seconds_before: i64, seconds_now: i64) -> bool {
    let half_minute = |seconds: i64| seconds.saturating_sub(1) / 30;
    half_minute(seconds_before) != half_minute(seconds_now)
}

/// The milestones that have not passed.
pub fn milestones_at(countdown: &Countdown, now: Instant) -> impl Iterator<Item = &Milestone> {
    countdown.milestones.iter().filter(move |milestone| milestone.at > now)
}
