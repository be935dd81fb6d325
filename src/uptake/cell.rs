//! A figure as an attacker sees it, and whether those that are hidden are safe.

use super::Figure;

/// How many are counted, and of how many; both 0 where it is not known.
pub(super) type Sum = (u64, u64);

/// A figure as an attacker sees it. No number is above [`MOST_PEOPLE`](super::MOST_PEOPLE), and so no sum overflows.
/// Where the people are not known, both numbers are 0, which is never few.
#[derive(Clone, Copy, Default)]
pub(super) struct Cell {
    pub(super) count: u64,
    pub(super) total: u64,
    /// Hidden for its own sake.
    pub(super) is_sensitive: bool,
    pub(super) is_hidden: bool,
    /// Whether it must not be worked out though it is not few: it is hidden in another chart, and protects what is few there.
    pub(super) is_linked: bool,
    /// Whether another chart has a row with the same figure: to hide it here alone protects nothing.
    pub(super) is_shared: bool,
}

impl Cell {
    pub(super) fn of(figure: Figure, small: u64) -> Self {
        let (count, total) = match figure {
            Figure::Counts { count, total } | Figure::PercentOf { count, total, .. } => (count, total),
            Figure::Percent(_) => (0, 0),
        };
        let is_sensitive = is_few(count, total, small);
        Self { count, total, is_sensitive, is_hidden: is_sensitive, ..Self::default() }
    }

    pub(super) fn sum(&self) -> Sum {
        (self.count, self.total)
    }

    /// Between which numbers an attacker has to look for it, on the side on which it is few.
    fn bounds(&self, small: u64) -> (u64, u64) {
        // Small groups are hidden with all or none as well.
        let edge = u64::from(self.total > all_or_none(small));
        if !self.is_sensitive {
            (0, self.total)
        } else if self.count <= small {
            (edge, small.min(self.total))
        } else {
            (self.total.saturating_sub(small), self.total.saturating_sub(edge))
        }
    }
}

/// Whether 1 to `small` people are counted, or are not; or everyone or no one is, of so few that it tells of each.
pub(super) fn is_few(count: u64, total: u64, small: u64) -> bool {
    let rest = total - count.min(total);
    let few = |people: u64| 0 < people && people <= small;
    few(count) || few(rest) || (total > 0 && (count == 0 || rest == 0) && total <= all_or_none(small))
}

/// Up to this many people, that all of them or none are counted tells of each.
fn all_or_none(small: u64) -> u64 {
    3 * small
}

/// The sum of those cells that are hidden, or of those that are not: counts and totals; both 0 where one is unknown.
#[inline(never)]
pub(super) fn sum(cells: &[Cell], is_hidden: bool) -> Sum {
    let (mut count, mut total, mut is_known) = (0_u64, 0_u64, true);
    for cell in cells {
        if cell.is_hidden == is_hidden {
            count += cell.count;
            total += cell.total;
            is_known &= cell.total > 0;
        }
    }
    if is_known { (count, total) } else { (0, 0) }
}

/// The sum of all cells.
pub(super) fn whole(cells: &[Cell]) -> Sum {
    let (shown, hidden) = (sum(cells, false), sum(cells, true));
    if cells.iter().all(|cell| cell.total > 0) { (shown.0 + hidden.0, shown.1 + hidden.1) } else { (0, 0) }
}

/// Whether nobody can work out a hidden cell who knows the sum of all, and of `others` who are in none: at least three values
/// are possible for each that is hidden for its own sake, and all of them together are not few.
#[inline(never)]
pub(super) fn is_protected(cells: &[Cell], others: Option<Cell>, small: u64) -> bool {
    let (mut count, mut total) = sum(cells, true);
    if let Some(others) = others {
        (count, total) = (count + others.count, total + others.total);
    }
    let cells = || cells.iter().chain(others.as_ref());
    let (mut least, mut most) = (0_u64, 0_u64);
    for cell in cells().filter(|cell| cell.is_hidden) {
        let (low, high) = cell.bounds(small);
        least += low;
        most += high;
    }
    let is_open = |cell: &Cell| {
        let (low, high) = cell.bounds(small);
        let lowest = low.max((count + high).saturating_sub(most));
        let highest = high.min((count + low).saturating_sub(least));
        highest >= lowest + 2
    };
    total == 0
        || (count > small
            && total.saturating_sub(count) > small
            && cells().all(|cell| !(cell.is_sensitive || cell.is_linked) || is_open(cell)))
}

/// The people who are in `whole` and not in `part`, where the part is one of it and they are few: a row as well, though no
/// chart has it.
pub(super) fn remainder(whole: Sum, part: Sum, small: u64) -> Option<Cell> {
    let count = whole.0.checked_sub(part.0)?;
    let total = whole.1.checked_sub(part.1).filter(|total| part.1 > 0 && *total > 0)?;
    let few = Cell { count, total, is_sensitive: true, is_hidden: true, ..Cell::default() };
    (count <= total && is_few(count, total, small)).then_some(few)
}
