//! Complementary suppression: which rows of the charts are hidden so that nobody works out another.

use super::Figure;
use super::cell::{Cell, Sum, is_protected, remainder, whole};

/// The charts once enough rows are hidden.
pub(super) struct Protected {
    pub(super) charts: Vec<Vec<Cell>>,
    /// Totals whose people nothing may tell of: a chart of them is hidden as a whole, and would still be given away.
    pub(super) exposed: Vec<u64>,
    /// The sums of the charts.
    pub(super) wholes: Vec<Sum>,
}

/// So many rows at most are tried for others' sake; then all are hidden. To go on in a chart of ten thousand would take long.
const MOST_TRIED: usize = 200;

/// Hides the next smallest rows of each chart whose sum is known from elsewhere, until that gives no row away.
pub(super) fn protect(mut charts: Vec<Vec<Cell>>, given: Option<Figure>, small: u64) -> Protected {
    let given = given.map(|figure| Cell::of(figure, small).sum());
    let wholes: Vec<Sum> = charts.iter().map(|cells| whole(cells)).collect();
    let mut exposed: Vec<u64> = Vec::new();
    let mut left = MOST_TRIED;
    let mut has_changed = true;
    while has_changed && left > 0 {
        has_changed = false;
        for (index, (_, total)) in wholes.iter().enumerate() {
            let known = known(&charts, &wholes, given, index, small);
            while *total > 0 && left > 0 && !exposed.contains(total) && !known.is_safe(&charts, index, small) {
                (has_changed, left) = (true, left - 1);
                if !hide_next(&mut charts, index) {
                    exposed.push(*total);
                }
            }
        }
        // Rows that are hidden with their chart are hidden wherever they are, and may be worked out nowhere.
        let mut gone: Vec<Sum> = Vec::new();
        for cell in
            charts.iter().zip(&wholes).filter(|(_, whole)| exposed.contains(&whole.1)).flat_map(|(cells, _)| cells)
        {
            if gone.len() < MOST_TRIED {
                gone.push(cell.sum());
            } else {
                left = 0;
            }
        }
        for cell in charts.iter_mut().flatten() {
            if !cell.is_linked && (gone.contains(&cell.sum()) || exposed.contains(&cell.total)) {
                (cell.is_hidden, cell.is_linked, has_changed) = (true, true, true);
            }
        }
    }
    if left == 0 {
        charts.iter_mut().flatten().for_each(|cell| cell.is_hidden = true);
        exposed.extend(wholes.iter().map(|whole| whole.1));
    }
    Protected { charts, exposed, wholes }
}

/// Hides the smallest row of a chart that no other chart has as well; `false` if there is none.
fn hide_next(charts: &mut [Vec<Cell>], index: usize) -> bool {
    let cells = charts.get(index).into_iter().flatten().enumerate();
    let candidates = cells.filter(|(_, cell)| !cell.is_hidden && !cell.is_shared);
    let Some((at, sum)) = candidates.min_by_key(|(_, cell)| cell.total).map(|(at, cell)| (at, cell.sum())) else {
        return false;
    };
    let mut others = charts.iter().enumerate().filter(|(other, _)| *other != index).flat_map(|(_, cells)| cells);
    let is_shared = others.any(|cell| cell.sum() == sum);
    if let Some(cell) = charts.get_mut(index).and_then(|cells| cells.get_mut(at)) {
        (cell.is_shared, cell.is_hidden) = (is_shared, !is_shared);
    }
    true
}

/// What is known of a chart's sum from elsewhere.
struct Known {
    /// Whether it is known: another chart is of the same people, or a row of another is, or the overall figure.
    is_sum: bool,
    /// Few people together with whom it is known.
    with_few: Vec<Cell>,
}

impl Known {
    fn is_safe(&self, charts: &[Vec<Cell>], index: usize, small: u64) -> bool {
        let cells = charts.get(index).map(Vec::as_slice).unwrap_or_default();
        (!self.is_sum || is_protected(cells, None, small))
            && self.with_few.iter().all(|few| is_protected(cells, Some(*few), small))
    }
}

fn known(charts: &[Vec<Cell>], wholes: &[Sum], given: Option<Sum>, index: usize, small: u64) -> Known {
    let own = wholes.get(index).copied().unwrap_or_default();
    let mut known = Known { is_sum: false, with_few: Vec::new() };
    let mut learn = |whole: Sum, is_seen: bool| {
        known.is_sum |= whole.1 == own.1;
        if is_seen {
            known.with_few.extend(remainder(whole, own, small));
        }
    };
    for (other, (cells, whole)) in charts.iter().zip(wholes).enumerate() {
        if other != index {
            // The headline is the sum of the first chart, where that gives nothing away.
            let is_headline = other == 0 && given.is_none() && is_protected(cells, None, small);
            learn(*whole, is_headline || cells.iter().all(|cell| !cell.is_hidden));
            for cell in cells {
                learn(cell.sum(), false);
            }
        }
    }
    // The overall figure gives way to the first chart.
    if index > 0 {
        learn(given.unwrap_or_default(), true);
    }
    known
}
