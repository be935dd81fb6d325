//! Computes a figure's share, its gap to a target, and its change on last year.

use super::Figure;
use crate::config::Percent;

/// A share as it is shown, to one decimal of a percent; "100%" and "0%" only where they are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Nobody.
    None,
    /// More than nobody, but it would round to 0.0%.
    UnderOneTenth,
    /// Tenths of a percent, 1 to 999.
    Tenths(u32),
    /// Less than everyone, but it would round to 100.0%.
    OverLastTenth,
    /// Everyone.
    All,
}

impl Share {
    /// Tenths of a percent, for the length of a bar.
    pub fn tenths(self) -> u32 {
        match self {
            Share::None => 0,
            Share::UnderOneTenth => 1,
            Share::Tenths(tenths) => tenths,
            Share::OverLastTenth => 999,
            Share::All => 1000,
        }
    }
}

/// How far a group is from a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// At or above it.
    Reached,
    /// So many more people.
    People(u64),
    /// So many tenths of a point, if only a share is known.
    Points(u32),
}

/// How a group compares with last year, in tenths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More than last year.
    Up(u32),
    /// Less than last year.
    Down(u32),
    /// The same, to the tenth.
    Same,
}

/// The share of a figure, rounded half up.
pub fn share(figure: Figure) -> Share {
    let (part, whole) = parts(figure);
    let whole = whole.max(1);
    if part == 0 {
        return Share::None;
    }
    if part >= whole {
        return Share::All;
    }
    match u32::try_from((part.saturating_mul(2000).saturating_add(whole)) / whole.saturating_mul(2)).unwrap_or(1000) {
        0 => Share::UnderOneTenth,
        tenths @ 1..=999 => Share::Tenths(tenths),
        _ => Share::OverLastTenth,
    }
}

/// The figure as part and whole.
fn parts(figure: Figure) -> (u64, u64) {
    match figure {
        Figure::Counts { count, total } => (count, total),
        Figure::Percent(Percent(millionths)) | Figure::PercentOf { percent: Percent(millionths), .. } => {
            (millionths.into(), 100_000_000)
        }
    }
}

/// How far `figure` is from `target`.
pub fn gap(figure: Figure, target: Percent) -> Gap {
    let (part, whole) = parts(figure);
    // No config has more than a billion people, so that nothing overflows here.
    let needed = whole.saturating_mul(target.0.into()).div_ceil(100_000_000);
    let short = needed.saturating_sub(part);
    match figure {
        _ if short == 0 => Gap::Reached,
        Figure::Counts { .. } => Gap::People(short),
        // Rounded up, so that the points named are enough to reach the target.
        Figure::Percent(_) | Figure::PercentOf { .. } => {
            Gap::Points(u32::try_from(short.div_ceil(100_000)).unwrap_or(u32::MAX))
        }
    }
}

/// How `figure` compares with last year, from the two shares as they are shown.
pub fn change(figure: Figure, previous: Percent) -> Change {
    let (now, then) = (share(figure).tenths(), share(Figure::Percent(previous)).tenths());
    match now.checked_sub(then) {
        Some(0) => Change::Same,
        Some(up) => Change::Up(up),
        None => Change::Down(then.saturating_sub(now)),
    }
}

/// The share of a figure in billionths: exact to far below what is shown.
pub fn share_in_billionths(figure: Figure) -> i64 {
    let (part, whole) = parts(figure);
    i64::try_from(part.saturating_mul(1_000_000_000) / whole.max(1)).unwrap_or(i64::MAX)
}

/// How many people of `total` a share is, about.
pub fn part_of(total: u64, Percent(millionths): Percent) -> u64 {
    (total.saturating_mul(millionths.into()).saturating_add(50_000_000)) / 100_000_000
}
