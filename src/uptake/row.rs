//! One bar of a chart, in words and as a length.

use super::rule::{Change, Gap, Share, change, gap, share};
use super::{Figure, Target};
use crate::config::Percent;
use crate::elements::{Element, add_spoken, el};
use crate::text::{digits, joined, sentence};
use crate::words::{Lang, fill, grouped, in_full, tenths};

/// What all rows of the section share.
#[derive(Clone, Copy)]
pub(super) struct RowContext<'a> {
    pub lang: Lang,
    /// What is counted, and its `lang`.
    pub measure: (&'a str, Option<&'static str>),
    pub targets: &'a [Target],
    /// From the end of the campaign on a row is short of a target, and nobody is to reach it any more.
    pub ended: bool,
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
            Figure::Counts { count, total } => line.text(&in_full(&self.count_of_total(count, total))),
            Figure::Percent(_) | Figure::PercentOf { .. } => line,
        };
        add_spoken(line, self.context.measure)
    }

    /// "2,140 of 4,310 [vaccinated]", without what is counted.
    pub(super) fn count_of_total(&self, count: u64, total: u64) -> String {
        fill(self.context.lang.words().count_of_total, &[&grouped(count), &grouped(total), ""])
    }

    /// Whether the first target is reached.
    pub(super) fn is_reached(&self) -> bool {
        self.context.targets.first().is_some_and(|target| gap(self.figure, target.percent) == Gap::Reached)
    }

    /// How far the first target is.
    pub(super) fn gap(&self) -> Option<String> {
        let ended = self.context.ended;
        let words = self.context.lang.words();
        let target = self.context.targets.first()?;
        let percent = target_percent(target.percent);
        Some(match gap(self.figure, target.percent) {
            Gap::Reached => fill(words.target_reached, &[&percent]),
            Gap::People(people) => {
                let sentence = if ended { words.short_of } else { words.more_to_reach };
                fill(sentence, &[&grouped(people), &percent])
            }
            Gap::Points(points) => {
                let sentence = if ended { words.points_short_of } else { words.points_to_reach };
                fill(sentence, &[&tenths(points), &percent])
            }
        })
    }

    /// How it compares with last year.
    pub(super) fn change(&self) -> Option<String> {
        let words = self.context.lang.words();
        Some(match change(self.figure, self.previous?) {
            Change::Up(by) => fill(words.up_on_last_year, &[&tenths(by)]),
            Change::Down(by) => fill(words.down_on_last_year, &[&tenths(by)]),
            Change::Same => words.same_as_last_year.to_owned(),
        })
    }

    /// The text after the counts.
    pub(super) fn sentences(&self) -> String {
        let mut sentences = Vec::new();
        sentences.extend(self.gap());
        sentences.extend(self.change());
        joined(&sentences, ", ")
    }

    /// The bar with its marks, at the first of all with their percentages. It repeats the text, so it is hidden from screen
    /// readers.
    pub(super) fn bar(&self, is_first: bool) -> Element {
        let targets = self.context.targets;
        let class = if is_first { "cp-bar cp-first-bar" } else { "cp-bar" };
        let marks = targets.iter().enumerate().map(|(index, target)| {
            let before = targets.get(..index).unwrap_or_default();
            let mark = el("i", "cp-mark").style("--cp-at", &sentence(&[&tenths(target.percent.0 / 100_000), "%"]));
            if is_first && has_room(target, before) {
                mark.attr("data-at", &target_percent(target.percent))
            } else {
                mark
            }
        });
        el("span", class)
            .part("bar")
            .attr("aria-hidden", "true")
            .child(el("i", "cp-fill").style("width", &sentence(&[&tenths(self.share().tenths()), "%"])))
            .children(marks)
    }
}

/// Whether the percentage of a mark stands clear of those before it, on a bar of a phone's width. The key has it anyway.
fn has_room(target: &Target, before: &[Target]) -> bool {
    const ROOM: u32 = 20_000_000;
    before.iter().all(|other| other.percent.0.abs_diff(target.percent.0) >= ROOM)
}

/// A target as text: "75%", "62.5%".
pub(super) fn target_percent(percent: Percent) -> String {
    let shown = share(Figure::Percent(percent)).tenths();
    let number = if shown.is_multiple_of(10) { digits(u64::from(shown) / 10) } else { tenths(shown) };
    sentence(&[&number, "%"])
}
