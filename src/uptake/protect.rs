//! Complementary suppression: which rows of the charts are hidden so that nobody works out another.

use super::cell::{Cell, Sum, is_few, is_protected, sum};

/// So many rows at most are tried for others' sake; then all are hidden. To go on in a chart of ten thousand would take long.
const MOST_TRIED: usize = 200;

/// Hides the next smallest rows of each chart whose sum is known from elsewhere, until that gives no row away. `wholes` are the
/// sums of the charts, and the overall figure. Tells whether nothing may be said of all people of the first chart: then it is
/// hidden as a whole, and would still be given away.
pub(super) fn protect(cells: &mut Vec<Cell>, wholes: &[Sum], small: u64) -> bool {
    // Totals of such charts.
    let mut exposed: Vec<u64> = Vec::new();
    let mut left = MOST_TRIED;
    let mut has_changed = true;
    while has_changed && left > 0 {
        has_changed = false;
        for (chart, own) in wholes.iter().enumerate().take(wholes.len() - 1) {
            let (is_known, few) = known(cells, wholes, chart, small);
            while own.1 > 0
                && left > 0
                && !exposed.contains(&own.1)
                && is_given_away(cells, chart, is_known, &few, small)
            {
                has_changed = true;
                left -= 1;
                if !hide_next(cells, chart) {
                    exposed.push(own.1);
                }
            }
        }
        // Rows that are hidden with their chart are hidden wherever they are, and may be worked out nowhere.
        let mut gone: Vec<Sum> = Vec::new();
        for cell in cells.iter() {
            if wholes.get(cell.chart).is_some_and(|whole| exposed.contains(&whole.1)) {
                gone.push(cell.sum());
            }
        }
        if gone.len() > MOST_TRIED {
            left = 0;
        }
        for cell in cells.iter_mut() {
            if left == 0 || !cell.is_linked && (exposed.contains(&cell.total) || gone.contains(&cell.sum())) {
                (cell.is_hidden, cell.is_linked, has_changed) = (true, true, true);
            }
        }
    }
    let is_exposed = |whole: Option<&Sum>| whole.is_some_and(|whole| whole.1 > 0 && exposed.contains(&whole.1));
    left == 0 || is_exposed(wholes.first()) || is_exposed(wholes.last())
}

fn is_given_away(cells: &mut Vec<Cell>, chart: usize, is_known: bool, few: &[Cell], small: u64) -> bool {
    let mut is_safe = !is_known || is_protected(cells, chart, small);
    for few in few {
        cells.push(*few);
        is_safe &= is_protected(cells, chart, small);
        cells.pop();
    }
    !is_safe
}

/// Hides the smallest row of a chart that no other chart has as well; `false` if there is none.
fn hide_next(cells: &mut [Cell], chart: usize) -> bool {
    let mut smallest: Option<(usize, Cell)> = None;
    for (at, cell) in cells.iter().enumerate() {
        let is_smaller = smallest.is_none_or(|(_, smallest)| cell.total < smallest.total);
        if cell.chart == chart && !cell.is_hidden && !cell.is_shared && is_smaller {
            smallest = Some((at, *cell));
        }
    }
    let Some((at, smallest)) = smallest else { return false };
    let is_shared = cells.iter().any(|cell| cell.chart != chart && cell.sum() == smallest.sum());
    if let Some(cell) = cells.get_mut(at) {
        (cell.is_shared, cell.is_hidden) = (is_shared, !is_shared);
    }
    true
}

/// Whether a chart's sum is known from elsewhere: another chart is of as many people, or a row is that the chart splits, or the
/// overall figure. And few people together with whom it is known, of another chart that is seen as a whole.
fn known(cells: &[Cell], wholes: &[Sum], chart: usize, small: u64) -> (bool, Vec<Cell>) {
    let own = wholes.get(chart).copied().unwrap_or_default();
    let given = wholes.len() - 1;
    let (mut is_known, mut few) = (false, Vec::new());
    for cell in cells {
        // The overall figure gives way to the first chart.
        is_known |= cell.chart != chart && cell.total == own.1 && (chart > 0 || cell.chart != given);
    }
    for (other, whole) in wholes.iter().enumerate() {
        if other == chart || other == given && chart == 0 {
            continue;
        }
        is_known |= whole.1 == own.1;
        // The headline is the sum of the first chart, where that gives nothing away.
        let is_headline = other == 0 && wholes.last() == Some(&(0, 0)) && is_protected(cells, 0, small);
        if is_headline || sum(cells, other, true).1 == 0 {
            few.extend(remainder(chart, *whole, own, small));
        }
    }
    (is_known, few)
}

/// The people who are in `whole` and not in `part`, where the part is one of it and they are few: a row as well, though no
/// chart has it.
pub(super) fn remainder(chart: usize, whole: Sum, part: Sum, small: u64) -> Option<Cell> {
    let (count, total) = (whole.0.checked_sub(part.0)?, whole.1.checked_sub(part.1)?);
    let is_row = part.1 > 0 && total > 0 && count <= total && is_few(count, total, small);
    is_row.then_some(Cell {
        chart,
        count,
        total,
        is_sensitive: true,
        is_hidden: true,
        is_linked: false,
        is_shared: false,
    })
}
