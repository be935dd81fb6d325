//! What may be shown of the figures: statistical disclosure control, for all that the section says at once.
//!
//! *Primary suppression* hides a row that would tell of few people. *Complementary suppression* hides more, or leaves rows
//! out of the overall figure, where what is shown would let an attacker work a hidden row out by subtraction: one who knows
//! how many people each group has, and these rules. Nothing else in the section looks at a figure before it has been here.

use super::last_year;
use super::{Chart, Figure, Order, Uptake, rule};
use crate::config::{Percent, Text};

/// All that the section may say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosed<'a> {
    /// The figure for the whole organisation, where there is one.
    pub overall: Option<Overall<'a>>,
    /// The rows of each chart, in the order in which they are drawn.
    pub charts: Vec<Vec<Row<'a>>>,
}

/// The figure for the whole organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overall<'a> {
    /// The figure; `None` where it is suppressed.
    pub figure: Option<Figure>,
    /// Last year's share, where that tells of nobody.
    pub previous: Option<Percent>,
    /// Whether it leaves out the groups that are too few to show.
    pub leaves_out_few: bool,
    /// The names of the groups that it is without because their figures could not be read.
    pub without: &'a [Option<Text>],
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Its label.
    pub name: &'a Text,
    /// Its figure; `None` where it is suppressed.
    pub figure: Option<Figure>,
    /// Last year's share, where that tells of nobody.
    pub previous: Option<Percent>,
}

/// A figure as an attacker sees it. No number is above [`MOST_PEOPLE`](super::MOST_PEOPLE), and so no sum overflows.
/// Where the people are not known, both numbers are 0, which is never few.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: u64,
    total: u64,
    /// Hidden for its own sake.
    is_sensitive: bool,
    is_hidden: bool,
}

impl Cell {
    fn of(figure: Figure, small: u64) -> Self {
        let (count, total) = match figure {
            Figure::Counts { count, total } | Figure::PercentOf { count, total, .. } => (count, total),
            Figure::Percent(_) => (0, 0),
        };
        let is_sensitive = is_few(count, total, small);
        Self { count, total, is_sensitive, is_hidden: is_sensitive }
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
fn sum(cells: &[Cell], is_hidden: bool) -> (u64, u64) {
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

/// Whether nobody can work out a hidden cell who knows the sum of all: at least three values are possible for each that is
/// hidden for its own sake, and all of them together are not few.
#[inline(never)]
fn is_protected(cells: &[Cell], small: u64) -> bool {
    let (count, total) = sum(cells, true);
    let (mut least, mut most) = (0_u64, 0_u64);
    for cell in cells.iter().filter(|cell| cell.is_hidden) {
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
            && cells.iter().all(|cell| !cell.is_sensitive || is_open(cell)))
}

/// What may be shown of `uptake`.
pub fn disclose(uptake: &Uptake) -> Disclosed<'_> {
    let small = uptake.small_numbers;
    let mut charts: Vec<Vec<Cell>> = Vec::new();
    for chart in &uptake.charts {
        charts.push(chart.groups.iter().map(|group| Cell::of(group.figure, small)).collect());
    }
    let given = uptake.overall.or(uptake.charts.first().and_then(|chart| chart.whole));
    let given_total = given.map_or(0, |figure| Cell::of(figure, small).total);
    // The totals of all charts: those of the same people give each other's sum away.
    let mut totals: Vec<u64> = Vec::new();
    for cells in &charts {
        let ((_, shown), (_, hidden)) = (sum(cells, false), sum(cells, true));
        let is_known = cells.iter().all(|cell| cell.total > 0);
        totals.push(if is_known { shown + hidden } else { 0 });
    }
    // Totals whose people nothing may tell of: a chart of them is hidden as a whole, and would still be given away.
    let mut exposed: Vec<u64> = Vec::new();
    for (index, cells) in charts.iter_mut().enumerate() {
        let total = totals.get(index).copied().unwrap_or_default();
        let same = totals.iter().filter(|other| **other == total).count();
        if total > 0 && (same > 1 || index > 0 && total == given_total) {
            while !is_protected(cells, small) {
                let shown = cells.iter_mut().filter(|cell| !cell.is_hidden);
                match shown.min_by_key(|cell| cell.total) {
                    Some(smallest) => smallest.is_hidden = true,
                    None => {
                        exposed.push(total);
                        break;
                    }
                }
            }
        }
    }
    for (cells, total) in charts.iter_mut().zip(&totals) {
        for cell in cells {
            cell.is_hidden |= exposed.contains(total);
        }
    }
    let suppressed = Overall { figure: None, previous: None, leaves_out_few: false, without: &[] };
    let mut overall = match (uptake.charts.first(), charts.first()) {
        _ if exposed.iter().any(|total| totals.first() == Some(total) || given_total == *total) => Some(suppressed),
        (Some(first), Some(cells)) => overall(given, cells, small).map(|(figure, leaves_out_few)| {
            // What was given is the whole, whatever became of the rows.
            let without = if given.is_none() { first.left_out.as_slice() } else { &[] };
            Overall { figure, leaves_out_few, without, ..suppressed }
        }),
        _ => given.map(|figure| Overall { figure: whole(figure, small), ..suppressed }),
    };
    let charts: Vec<Vec<Row>> =
        uptake.charts.iter().zip(&charts).map(|(chart, cells)| ordered(chart, cells, small)).collect();
    if let Some(overall) = &mut overall {
        overall.previous = last_year::of_all(uptake, overall, &charts);
    }
    Disclosed { overall, charts }
}

/// The figure for the whole organisation: as given, or the sum of the first chart where that has all counts. Where it would
/// give a hidden row away, that of the rows that are shown; and whether it is that.
fn overall(given: Option<Figure>, cells: &[Cell], small: u64) -> Option<(Option<Figure>, bool)> {
    let (shown, hidden) = (sum(cells, false), sum(cells, true));
    let is_any_hidden = hidden.1 > 0;
    let is_countable = cells.iter().all(|cell| cell.total > 0);
    let all = (shown.0 + hidden.0, shown.1 + hidden.1);
    let known = given.map(|figure| Cell::of(figure, small));
    let is_whole_safe = match known {
        // The sum of all rows tells the sum of the hidden ones.
        None => is_protected(cells, small),
        Some(whole) if whole.total > 0 && is_countable && whole.count >= shown.0 && whole.total >= shown.1 => {
            // The remainder: the hidden rows, and people who are in none. It is a row as well.
            let (count, total) = (whole.count - shown.0, whole.total - shown.1);
            let others = (count.saturating_sub(hidden.0), total.saturating_sub(hidden.1));
            if others.1 == 0 {
                is_protected(cells, small)
            } else {
                let is_covered = others.0 > small && others.1.saturating_sub(others.0) > small;
                !is_few(count, total, small) && (!is_any_hidden || is_covered)
            }
        }
        Some(_) => !is_any_hidden,
    };
    let counts = |(count, total)| Figure::Counts { count, total };
    match given {
        Some(figure) if is_whole_safe => Some((whole(figure, small), false)),
        None if !is_countable || cells.is_empty() => None,
        None if is_whole_safe => Some((whole(counts(all), small), false)),
        _ if shown.1 > 0 => Some((Some(counts(shown)), true)),
        _ => Some((None, false)),
    }
}

fn whole(figure: Figure, small: u64) -> Option<Figure> {
    Some(figure).filter(|figure| !Cell::of(*figure, small).is_sensitive)
}

/// The rows in the order in which they are drawn. Ordered charts end with what is suppressed, so that the place in the order
/// tells nothing.
fn ordered<'a>(chart: &'a Chart, cells: &[Cell], small: u64) -> Vec<Row<'a>> {
    // In ten-billionths, which is exact to far below what is shown.
    let rank = |row: &Row| match (chart.order, row.figure) {
        (Order::Given, _) => 0,
        (_, None) => i64::MAX,
        (order, Some(figure)) => {
            let rank = rule::share_in_billionths(figure);
            if order == Order::LowestFirst { rank } else { -rank }
        }
    };
    let mut ordered: Vec<Row> = Vec::new();
    for (group, cell) in chart.groups.iter().zip(cells) {
        let figure = if cell.is_hidden { None } else { Some(group.figure) };
        let row = Row { name: &group.name, figure, previous: last_year::of_group(group, figure, small) };
        // Put in its place at once: the standard library's sort would weigh 4 KB.
        let key = rank(&row);
        let at = ordered.partition_point(|before| rank(before) <= key);
        ordered.insert(at, row);
    }
    ordered
}
