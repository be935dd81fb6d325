//! One bar of a chart, in words and as a length.

use super::rule::{Change, Gap, Share, change, gap, share};
use super::{Figure, Target};
use crate::config::Percent;
use crate::elements::{Element, add_spoken, el};
use crate::text::{digits, joined, sentence};
use crate::words::{Lang, fill, grouped, tenths};

/// What all rows of the section share.
#[derive(Clone, Copy)]
pub(super) struct RowContext<'a> {
    pub lang: Lang,
    /// What is counted, and its `lang`.
    pub measure: (&'a str, Option<&'static str>),
    pub targets: &'a [Target],
}

/// A figure that may be shown, and its text.
pub(super) struct FigureText<'a> {
    figure: Figure,
    previous: Option<Percent>,
    context: RowContext<'a>,
}

impl<'a> FigureText<'a> {
    /// The text for `figure`, also compared with last year's share.
    pub(super) fn new(figure: Figure, previous: Option<Percent>, context: RowContext<'a>) -> Self {
        Self { figure, previous, context }
    }

    /// The share as it is shown. One that would round up to a target that is not reached is rounded down.
    fn share(&self) -> Share {
        let is_short = |tenths: u32| {
            let reads_as = |target: &Target| u64::from(tenths) * 100_000 >= target.percent.0.into();
            let mut targets = self.context.targets.iter();
            targets.any(|target| reads_as(target) && gap(self.figure, target.percent) != Gap::Reached)
        };
        match share(self.figure) {
            Share::Tenths(tenths) if is_short(tenths) => Share::Tenths(tenths.saturating_sub(1)),
            share => share,
        }
    }

    /// "49.7%"
    pub(super) fn percent(&self) -> String {
        let words = self.context.lang.words();
        match self.share() {
            Share::None => "0%".to_owned(),
            Share::UnderOneTenth => fill(words.under_percent, &["0.1%"]),
            Share::Tenths(share) => sentence(&[&tenths(share), "%"]),
            Share::OverLastTenth => fill(words.over_percent, &["99.9%"]),
            Share::All => "100%".to_owned(),
        }
    }

    /// Adds "2,140 of 4,310 vaccinated"; "vaccinated" if only the share is known. What is counted comes last.
    pub(super) fn counts(&self, line: Element) -> Element {
        let line = match self.figure {
            Figure::Counts { count, total } => {
                line.text(&fill(self.context.lang.words().count_of_total, &[&grouped(count), &grouped(total), ""]))
            }
            Figure::Percent(_) | Figure::PercentOf { .. } => line,
        };
        add_spoken(line, self.context.measure)
    }

    /// The text after the counts, while the campaign runs or after it has ended.
    pub(super) fn sentences(&self, ended: bool) -> String {
        let words = self.context.lang.words();
        let mut sentences = Vec::new();
        if let Some(target) = self.context.targets.first() {
            let percent = target_percent(target.percent);
            sentences.push(match gap(self.figure, target.percent) {
                Gap::Reached => fill(words.target_reached, &[&percent]),
                Gap::People(people) => {
                    let sentence = if ended { words.short_of } else { words.more_to_reach };
                    fill(sentence, &[&grouped(people), &percent])
                }
                Gap::Points(points) => {
                    let sentence = if ended { words.points_short_of } else { words.points_to_reach };
                    fill(sentence, &[&tenths(points), &percent])
                }
            });
        }
        if let Some(previous) = self.previous {
            sentences.push(match change(self.figure, previous) {
                Change::Up(by) => fill(words.up_on_last_year, &[&tenths(by)]),
                Change::Down(by) => fill(words.down_on_last_year, &[&tenths(by)]),
                Change::Same => words.same_as_last_year.to_owned(),
            });
        }
        joined(&sentences, ". ")
    }

    /// The bar with its marks. It repeats the text, so it is hidden from screen readers.
    pub(super) fn bar(&self) -> Element {
        let targets = self.context.targets;
        let reached = targets.first().is_some_and(|target| gap(self.figure, target.percent) == Gap::Reached);
        let class = if reached { "cp-bar cp-bar-reached" } else { "cp-bar" };
        let mark =
            |target: &Target| el("i", "cp-mark").style("left", &sentence(&[&tenths(target.percent.0 / 100_000), "%"]));
        el("span", class)
            .part("bar")
            .attr("aria-hidden", "true")
            .child(el("i", "cp-fill").style("width", &sentence(&[&tenths(self.share().tenths()), "%"])))
            .children(targets.iter().map(mark))
    }
}

/// A target as text: "75%", "62.5%".
pub(super) fn target_percent(percent: Percent) -> String {
    let shown = share(Figure::Percent(percent)).tenths();
    let number = if shown.is_multiple_of(10) { digits(u64::from(shown) / 10) } else { tenths(shown) };
    sentence(&[&number, "%"])
}
