//! A figure as an attacker sees it, and whether those that are hidden are safe.

use super::Figure;

/// How many are counted, and of how many; both 0 where it is not known.
pub(super) type Sum = (u64, u64);

/// A figure as an attacker sees it. No number is above [`MOST_PEOPLE`](super::MOST_PEOPLE), and so no sum overflows.
/// Where the people are not known, both numbers are 0, which is never few.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// The index of its chart; one more than the last for the overall figure.
    pub(super) chart: usize,
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
    pub(super) fn new(chart: usize, figure: Figure, small: u64) -> Self {
        let (count, total) = figure.people();
        let few = is_few(count, total, small);
        Self { chart, count, total, is_sensitive: few, is_hidden: few, is_linked: false, is_shared: false }
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

/// The sum of a chart's cells that are hidden, or of those that are not: counts and totals; both 0 where one is unknown.
#[inline(never)]
pub(super) fn sum(cells: &[Cell], chart: usize, is_hidden: bool) -> Sum {
    let (mut count, mut total) = (0, 0);
    for cell in cells {
        if cell.chart == chart && cell.is_hidden == is_hidden {
            if cell.total == 0 {
                return (0, 0);
            }
            count += cell.count;
            total += cell.total;
        }
    }
    (count, total)
}

/// Whether nobody can work out a hidden cell of a chart who knows the sum of all: at least three values are possible for each
/// that is hidden for its own sake, and all of them together are not few.
#[inline(never)]
pub(super) fn is_protected(cells: &[Cell], chart: usize, small: u64) -> bool {
    let (count, total) = sum(cells, chart, true);
    let (mut least, mut most) = (0, 0);
    for cell in cells {
        if cell.chart == chart && cell.is_hidden {
            let (low, high) = cell.bounds(small);
            least += low;
            most += high;
        }
    }
    for cell in cells {
        if cell.chart == chart && (cell.is_sensitive || cell.is_linked) {
            let (low, high) = cell.bounds(small);
            let lowest = low.max((count + high).saturating_sub(most));
            let highest = high.min((count + low).saturating_sub(least));
            if total > 0 && highest < lowest + 2 {
                return false;
            }
        }
    }
    total == 0 || count > small && total.saturating_sub(count) > small
}
