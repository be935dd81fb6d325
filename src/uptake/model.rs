//! The data types of the figures.

use crate::calendar::PlainDate;
use crate::config::{Percent, Text, keywords};
use std::rc::Rc;

/// More people than any organisation has; with it products and sums of figures stay far from 64 bits.
pub const MOST_PEOPLE: u64 = 1_000_000_000;

/// How many took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uptake {
    /// The section's heading.
    pub heading: Option<Text>,
    /// What is counted, such as "vaccinated".
    pub measure: Option<Text>,
    /// The day the figures were taken.
    pub as_of: Option<PlainDate>,
    /// Where the figures come from.
    pub source: Option<Text>,
    /// At most three targets, the first to reach at the front.
    pub targets: Vec<Target>,
    /// The figure for the whole organisation, if it is given.
    pub overall: Option<Figure>,
    /// Its share at the same point last year.
    pub previous: Option<Percent>,
    /// Up to this many people are too few to show; 0 shows all.
    pub small_numbers: u64,
    /// The charts.
    pub charts: Vec<Chart>,
}

/// A mark across every bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its name.
    pub label: Text,
    /// Its position.
    pub percent: Percent,
}

/// One bar chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its caption.
    pub title: Text,
    /// The order of its bars.
    pub order: Order,
    /// Its bars.
    pub groups: Vec<Group>,
    /// The absolute address of a CSV file that holds its groups, if it names one.
    pub csv: Option<Rc<str>>,
    /// Its row of totals, which is not drawn as a bar.
    pub whole: Option<Figure>,
    /// The names of rows that were left out because their figures could not be read; `None` for a row without a name.
    pub left_out: Vec<Option<Text>>,
    /// The names of rows that were left out because an earlier one has the same name.
    pub twice: Vec<Option<Text>>,
}

/// The order of a chart's bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", inline))]
pub enum Order {
    /// As given.
    #[default]
    Given,
    /// The smallest share first.
    LowestFirst,
    /// The largest share first.
    HighestFirst,
}

keywords!(Order: Given = "given", LowestFirst = "lowestFirst", HighestFirst = "highestFirst");

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its label, in full.
    pub name: Text,
    /// How many took part.
    pub figure: Figure,
    /// The share at the same point last year.
    pub previous: Option<Percent>,
}

/// How many took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// People: `count` of `total`, with `count <= total`, `total > 0` and both at most [`MOST_PEOPLE`].
    Counts {
        /// How many did.
        count: u64,
        /// How many could.
        total: u64,
    },
    /// Only a share is known.
    Percent(Percent),
    /// A share, and a count or a total from which the number of people follows: that determines whether it may be
    /// shown.
    PercentOf {
        /// The share.
        percent: Percent,
        /// How many did, about.
        count: u64,
        /// How many could, about.
        total: u64,
    },
}

impl Figure {
    /// How many did, and how many could; both 0 where only a share is known.
    pub fn people(self) -> (u64, u64) {
        match self {
            Self::Counts { count, total } | Self::PercentOf { count, total, .. } => (count, total),
            Self::Percent(_) => (0, 0),
        }
    }
}
