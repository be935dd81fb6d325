//! The fields of `uptake`.

use crate::calendar::PlainDate;
use crate::campaign::read::{MOST_PEOPLE, Node, Object};
#[cfg(feature = "schema")]
use crate::campaign::{Order, schema};
use crate::campaign::{Percent, Text};
use std::rc::Rc;

/// The words of `order`.
pub const ORDERS: [&str; 3] = ["given", "lowestFirst", "highestFirst"];

/// Charts of how many took part.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Uptake<'a> {
    /// The section's heading.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "Uptake")))]
    pub heading: Option<Text>,
    /// What is counted, as in "2,140 of 4,310 vaccinated"; "responded" for a survey.
    #[cfg_attr(feature = "schema", schemars(extend("default" = "vaccinated")))]
    pub measure: Option<Text>,
    /// The day the figures were taken.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Date>"))]
    pub as_of: Option<PlainDate>,
    /// Where the figures come from.
    pub source: Option<Text>,
    /// Marks across every bar. Each bar tells how many more reach the first one.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Target>>", length(max = 3)))]
    pub targets: Option<Vec<Node<'a>>>,
    /// The figure for the whole organisation: `count` and `total`, or `percent`. Without it the sum of the first chart,
    /// where that has all counts.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Figure>"))]
    pub overall: Option<Node<'a>>,
    /// A group in which 1 to this many people are counted, or are not, shows "too few to show" in place of its figures.
    /// 0 turns this off.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000), extend("default" = 7)))]
    pub small_numbers: Option<u64>,
    /// One chart each: by staff group, by site.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Chart<'static>>"))]
    pub charts: Option<Vec<Node<'a>>>,
}

impl<'a> Uptake<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            heading: object.get("heading").and_then(|node| node.text()),
            measure: object.get("measure").and_then(|node| node.text()),
            as_of: object.get("asOf").and_then(|node| node.date()),
            source: object.get("source").and_then(|node| node.text()),
            targets: object.get("targets").and_then(|node| node.list()),
            overall: object.get("overall"),
            small_numbers: object.get("smallNumbers").and_then(|node| node.whole(0, MOST_PEOPLE)),
            charts: object.need("charts").and_then(|node| node.list()),
        }
    }
}

/// A mark across every bar.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Target {
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub label: Option<Text>,
    /// Where it stands, from 0 to 100.
    #[cfg_attr(feature = "schema", schemars(with = "Percent"))]
    pub percent: Option<Percent>,
}

impl Target {
    /// Reads both fields.
    pub fn read(object: &Object) -> Self {
        Self {
            label: object.need("label").and_then(|node| node.text()),
            percent: object.need("percent").and_then(|node| node.percent()),
        }
    }
}

/// How many took part: either `count` and `total`, or `percent`.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(transform = schema::either_counts_or_percent))]
pub struct Figure {
    /// How many people did: a whole number, at most `total`.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub count: Option<u64>,
    /// How many people could: a whole number, 1 or more.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000_000)))]
    pub total: Option<u64>,
    /// The share, from 0 to 100, where the numbers are not known.
    pub percent: Option<Percent>,
}

impl Figure {
    /// Reads all fields.
    pub fn read(object: &Object) -> Self {
        Self {
            count: object.get("count").and_then(|node| node.whole(0, MOST_PEOPLE)),
            total: object.get("total").and_then(|node| node.whole(1, MOST_PEOPLE)),
            percent: object.get("percent").and_then(|node| node.percent()),
        }
    }
}

/// One chart: a `title`, and either `groups` or `csv`.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(transform = schema::either_groups_or_csv))]
pub struct Chart<'a> {
    /// Its caption.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub title: Option<Text>,
    /// The order of its bars.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Order>", extend("default" = "given")))]
    pub order: Option<usize>,
    /// Its bars.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Group>>", length(min = 1)))]
    pub groups: Option<Vec<Node<'a>>>,
    /// A CSV file with the columns name, count, total, percent, previous.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Link>"))]
    pub csv: Option<Rc<str>>,
}

impl<'a> Chart<'a> {
    /// Reads all fields.
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            title: object.need("title").and_then(|node| node.text()),
            order: object.get("order").and_then(|node| node.word(&ORDERS)),
            groups: object.get("groups").and_then(|node| node.list()),
            csv: object.get("csv").and_then(|node| node.file()),
        }
    }
}

/// One bar: a `name`, and either `count` and `total`, or `percent`.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Group {
    /// Its label, in full.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub name: Option<Text>,
    /// How many took part.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub figure: Figure,
    /// The share at the same point last year, from 0 to 100.
    pub previous: Option<Percent>,
}

impl Group {
    /// Reads all fields.
    pub fn read(object: &Object) -> Self {
        Self {
            name: object.need("name").and_then(|node| node.text()),
            figure: Figure::read(object),
            previous: object.get("previous").and_then(|node| node.percent()),
        }
    }
}
