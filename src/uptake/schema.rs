//! The fields of `uptake`.
#![expect(dead_code, reason = "no value of these types is ever made")]

use super::Order;
use crate::config::schema::{Address, Date};
use crate::config::{Percent, Text};
use schemars::{JsonSchema, Schema};
use serde_json::json;

/// Charts of how many took part.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Uptake {
    /// The section's heading.
    #[schemars(extend("default" = "Uptake"))]
    pub heading: Option<Text>,
    /// What is counted, as in "2,140 of 4,310 vaccinated"; "responded" for a survey.
    #[schemars(extend("default" = "vaccinated"))]
    pub measure: Option<Text>,
    /// The day the figures were taken.
    pub as_of: Option<Date>,
    /// Where the figures come from.
    pub source: Option<Text>,
    /// Marks across every bar. Each bar tells how many more reach the first one.
    #[schemars(length(max = 3))]
    pub targets: Option<Vec<Target>>,
    /// The figure for the whole organisation: `count` and `total`, or `percent`. Without it the sum of the first chart,
    /// where that has all counts.
    pub overall: Option<Overall>,
    /// A group in which 1 to this many people are counted, or are not, shows "too few to show" in place of its figures.
    /// 0 turns this off.
    #[schemars(range(max = 1_000_000_000), extend("default" = 7))]
    pub small_numbers: Option<u64>,
    /// One chart each: by staff group, by site.
    pub charts: Vec<Chart>,
}

/// The figure for the whole organisation.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(transform = counts_percent_or_previous)]
pub struct Overall {
    /// How many took part.
    #[schemars(flatten)]
    pub figure: Figure,
    /// The share at the same point last year, from 0 to 100; also alone, beside the sum of the first chart.
    pub previous: Option<Percent>,
}

/// A mark across every bar.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Target {
    /// Its name.
    pub label: Text,
    /// Where it stands, from 0 to 100.
    pub percent: Percent,
}

/// How many took part: either `count` and `total`, or `percent`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(transform = either_counts_or_percent)]
pub struct Figure {
    /// How many people did: a whole number, at most `total`.
    #[schemars(range(max = 1_000_000_000))]
    pub count: Option<u64>,
    /// How many people could: a whole number, 1 or more.
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub total: Option<u64>,
    /// The share, from 0 to 100, where the numbers are not known.
    pub percent: Option<Percent>,
}

/// One chart: a `title`, and either `groups` or `csv`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(transform = either_groups_or_csv)]
pub struct Chart {
    /// Its caption.
    pub title: Text,
    /// The order of its bars.
    #[schemars(extend("default" = "given"))]
    pub order: Option<Order>,
    /// Its bars.
    #[schemars(length(min = 1))]
    pub groups: Option<Vec<Group>>,
    /// A CSV file with the columns name, count, total, percent, previous.
    pub csv: Option<Address>,
}

/// One bar: a `name`, and either `count` and `total`, or `percent`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Group {
    /// Its label, in full.
    pub name: Text,
    /// How many took part.
    #[schemars(flatten)]
    pub figure: Figure,
    /// The share at the same point last year, from 0 to 100.
    pub previous: Option<Percent>,
}

/// A figure has counts or a percentage.
fn either_counts_or_percent(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["count", "total"] }, { "required": ["percent"] }]));
}

/// The overall figure may be the sum of the first chart, with nothing but last year's share of its own.
fn counts_percent_or_previous(schema: &mut Schema) {
    schema.insert(
        "anyOf".into(),
        json!([{ "required": ["count", "total"] }, { "required": ["percent"] }, { "required": ["previous"] }]),
    );
}

/// A chart has its groups, or a file with them.
fn either_groups_or_csv(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["groups"] }, { "required": ["csv"] }]));
}
