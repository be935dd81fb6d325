//! What may be shown of last year's shares.

use super::cell::is_few;
use super::disclose::{Overall, Row};
use super::{Figure, Group, Uptake, rule};
use crate::config::Percent;

/// A group's, unless its row is hidden, or it tells of few people itself: their number was about the same.
pub fn of_group(group: &Group, figure: Option<Figure>, small: u64) -> Option<Percent> {
    let (_, total) = figure?.people();
    group.previous.filter(|previous| !is_few(rule::part_of(total, *previous), total, small))
}

/// The organisation's: it gives a group's away where those of all others are known. So it is shown where each row of a chart
/// shows its own, or no group of that chart has one; and nothing where a figure is hidden.
pub fn of_all(uptake: &Uptake, overall: &Overall, charts: &[Vec<Row>]) -> Option<Percent> {
    let small = uptake.small_numbers;
    let (_, total) = overall.figure?.people();
    let mut is_safe = !overall.leaves_out_few;
    for (chart, rows) in uptake.charts.iter().zip(charts) {
        // A file that is still to come may have any.
        is_safe &= !rows.is_empty();
        let any = chart.groups.iter().any(|group| group.previous.is_some());
        for row in rows {
            is_safe &= row.figure.is_some() && row.previous.is_some() == any;
        }
    }
    uptake.previous.filter(|previous| is_safe && !is_few(rule::part_of(total, *previous), total, small))
}
