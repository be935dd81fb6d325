//! What may be shown of the figures: statistical disclosure control, for all that the section says at once.
//!
//! *Primary suppression* hides a row that would tell of few people. *Complementary suppression* hides more, or leaves rows
//! out of the overall figure, where what is shown would let an attacker work a hidden row out by subtraction: one who knows
//! how many people each group has, and these rules. Nothing else in the section looks at a figure before it has been here.

use super::cell::{Cell, Sum, is_few, is_protected, sum};
use super::protect::{protect, remainder};
use super::{Chart, Figure, Order, Uptake, last_year, rule};
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
    /// The names of the groups whose second rows it is without.
    pub without_second: &'a [Option<Text>],
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

/// What may be shown of `uptake`.
pub fn disclose(uptake: &Uptake) -> Disclosed<'_> {
    let small = uptake.small_numbers;
    let given = uptake.overall.or(uptake.charts.first().and_then(|chart| chart.whole));
    let mut cells: Vec<Cell> = Vec::new();
    let mut wholes: Vec<Sum> = Vec::new();
    for (index, chart) in uptake.charts.iter().enumerate() {
        for group in &chart.groups {
            cells.push(Cell::new(index, group.figure, small));
        }
        wholes.push(all(&cells, index));
    }
    let given_cell = given.map(|figure| Cell::new(wholes.len(), figure, small));
    cells.extend(given_cell);
    wholes.push(given_cell.map_or((0, 0), |cell| cell.sum()));
    let is_exposed = protect(&mut cells, &wholes, small);
    let suppressed = Overall { figure: None, previous: None, leaves_out_few: false, without: &[], without_second: &[] };
    let mut overall = match uptake.charts.first() {
        _ if is_exposed => Some(suppressed),
        Some(first) => overall(given, &cells, &wholes, small).map(|(figure, leaves_out_few)| {
            // What was given is the whole, whatever became of the rows.
            let (without, without_second) =
                if given.is_none() { (&*first.left_out, &*first.twice) } else { (&[][..], &[][..]) };
            Overall { figure, leaves_out_few, without, without_second, ..suppressed }
        }),
        None => given.map(|figure| Overall { figure: whole(figure, small), ..suppressed }),
    };
    let mut charts: Vec<Vec<Row>> = Vec::new();
    let mut cells = cells.iter();
    for chart in &uptake.charts {
        charts.push(ordered(chart, &mut cells, small));
    }
    if let Some(overall) = &mut overall {
        overall.previous = last_year::of_all(uptake, overall, &charts);
    }
    Disclosed { overall, charts }
}

/// The figure for the whole organisation: as given, or the sum of the first chart where that has all counts. Where it would
/// give a hidden row away, that of the rows that are shown; and whether it is that.
fn overall(given: Option<Figure>, cells: &[Cell], wholes: &[Sum], small: u64) -> Option<(Option<Figure>, bool)> {
    let (shown, hidden, all) = (sum(cells, 0, false), sum(cells, 0, true), all(cells, 0));
    let is_any_hidden = hidden.1 > 0;
    let is_countable = all.1 > 0;
    let is_whole_safe = match given.map(|figure| Cell::new(0, figure, small)) {
        // The sum of all rows tells the sum of the hidden ones, and of those who are only in other charts.
        None => is_protected(cells, 0, small) && !wholes.iter().any(|whole| remainder(0, *whole, all, small).is_some()),
        Some(whole) if whole.total > 0 && is_countable && whole.count >= shown.0 && whole.total >= shown.1 => {
            // The remainder: the hidden rows, and people who are in none. It is a row as well.
            let (count, total) = (whole.count - shown.0, whole.total - shown.1);
            let others = (count.saturating_sub(hidden.0), total.saturating_sub(hidden.1));
            if others.1 == 0 {
                is_protected(cells, 0, small)
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
        None if !is_countable => None,
        None if is_whole_safe => Some((whole(counts(all), small), false)),
        _ if shown.1 > 0 => Some((Some(counts(shown)), true)),
        _ => Some((None, false)),
    }
}

fn whole(figure: Figure, small: u64) -> Option<Figure> {
    Some(figure).filter(|figure| !Cell::new(0, *figure, small).is_sensitive)
}

/// The sum of all rows of a chart; both 0 where one is unknown.
fn all(cells: &[Cell], chart: usize) -> Sum {
    let (shown, hidden) = (sum(cells, chart, false), sum(cells, chart, true));
    let is_known = cells.iter().all(|cell| cell.chart != chart || cell.total > 0);
    if is_known { (shown.0 + hidden.0, shown.1 + hidden.1) } else { (0, 0) }
}

/// The rows in the order in which they are drawn. Ordered charts end with what is suppressed, so that the place in the order
/// tells nothing.
fn ordered<'a>(chart: &'a Chart, cells: &mut dyn Iterator<Item = &Cell>, small: u64) -> Vec<Row<'a>> {
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
