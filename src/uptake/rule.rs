//! What a chart shows: shares, how far the targets are, and what is too few to show.

use super::{Chart, Figure, Group, Order, Uptake};
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
    /// So many tenths of a point, where only a share is known.
    Points(u32),
}

/// How a group stands against last year, in tenths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More than last year.
    Up(u32),
    /// Less than last year.
    Down(u32),
    /// The same, to the tenth.
    Same,
}

/// A figure as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosed {
    /// So few people that a figure could tell of one of them.
    Suppressed,
    /// The figure.
    Figure(Figure),
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
        Figure::Percent(Percent(millionths)) => (millionths.into(), 100_000_000),
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
        Figure::Percent(_) => Gap::Points(u32::try_from(short.div_ceil(100_000)).unwrap_or(u32::MAX)),
    }
}

/// How `figure` stands against last year, from the two shares as they are shown.
pub fn change(figure: Figure, previous: Percent) -> Change {
    let (now, then) = (share(figure).tenths(), share(Figure::Percent(previous)).tenths());
    match now.checked_sub(then) {
        Some(0) => Change::Same,
        Some(up) => Change::Up(up),
        None => Change::Down(then.saturating_sub(now)),
    }
}

/// What of a figure may be shown: with 1 to `small` people on either side, nothing.
pub fn disclose(figure: Figure, small: u64) -> Disclosed {
    match figure {
        Figure::Counts { count, total } if is_small(count, small) || is_small(total.saturating_sub(count), small) => {
            Disclosed::Suppressed
        }
        _ => Disclosed::Figure(figure),
    }
}

fn is_small(people: u64, small: u64) -> bool {
    people > 0 && people <= small
}

/// The groups of a chart in the order in which they are drawn. Ordered charts end with what is too few to show, so that
/// the place in the order tells nothing.
pub fn ordered(chart: &Chart, small: u64) -> Vec<&Group> {
    // In ten-billionths, which is exact to far below what is shown.
    let rank = |group: &Group| match (chart.order, disclose(group.figure, small)) {
        (Order::Given, _) => 0,
        (_, Disclosed::Suppressed) => i64::MAX,
        (order, Disclosed::Figure(figure)) => {
            let (part, whole) = parts(figure);
            let rank = i64::try_from(part.saturating_mul(1_000_000_000) / whole.max(1)).unwrap_or(i64::MAX);
            if order == Order::LowestFirst { rank } else { -rank }
        }
    };
    let mut ordered: Vec<&Group> = Vec::new();
    for group in &chart.groups {
        // Put in its place at once: the standard library's sort would weigh 4 KB.
        let key = rank(group);
        let at = ordered.partition_point(|before| rank(before) <= key);
        ordered.insert(at, group);
    }
    ordered
}

/// The figure for the whole organisation: as given, or the sum of the first chart where that has all counts.
///
/// `groups` are the first chart's. Where the figure would give away what a row hides, it is hidden too.
pub fn overall(uptake: &Uptake, groups: &[Group]) -> Option<Disclosed> {
    let sum = sum(groups);
    let figure = uptake.overall.or(sum.map(|(count, total)| Figure::Counts { count, total }))?;
    if matches!(figure, Figure::Counts { .. }) && gives_away(groups, uptake.small_numbers) {
        return Some(Disclosed::Suppressed);
    }
    Some(disclose(figure, uptake.small_numbers))
}

fn sum(groups: &[Group]) -> Option<(u64, u64)> {
    if groups.is_empty() {
        return None;
    }
    groups.iter().try_fold((0_u64, 0_u64), |(counts, totals), group| match group.figure {
        Figure::Counts { count, total } => Some((counts.checked_add(count)?, totals.checked_add(total)?)),
        Figure::Percent(_) => None,
    })
}

/// Whether the whole less the rows that are shown tells the rows that are not: one row alone, or several that are few
/// even together.
fn gives_away(groups: &[Group], small: u64) -> bool {
    let (mut hidden, mut counts, mut rests) = (0, 0_u64, 0_u64);
    for group in groups {
        if let Figure::Counts { count, total } = group.figure
            && disclose(group.figure, small) == Disclosed::Suppressed
        {
            hidden += 1;
            counts = counts.saturating_add(count);
            rests = rests.saturating_add(total.saturating_sub(count));
        }
    }
    match hidden {
        0 => false,
        1 => true,
        _ => is_small(counts, small) || is_small(rests, small),
    }
}
