//! The kinds of section. This file lists them all; other places match on them exhaustively, so the compiler finds
//! those.

use crate::config::csv::Usability;
use crate::config::keywords;
use crate::config::read::{Context, Node};
use crate::countdown::{self, Countdown};
use crate::locations::{self, Locations};
use crate::uptake::{self, Uptake};
use std::rc::Rc;

/// One part of the portlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// The time that is left.
    Countdown(Countdown),
    /// Charts of how many took part.
    Uptake(Rc<Uptake>),
    /// Where to go, and when.
    Locations(Locations),
    /// A section that is in the config but cannot be shown.
    Unusable(SectionName),
}

/// The name of a section, as `sections` lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", inline))]
pub enum SectionName {
    /// `"countdown"`
    Countdown,
    /// `"uptake"`
    Uptake,
    /// `"locations"`
    Locations,
}

keywords!(SectionName: Countdown = "countdown", Uptake = "uptake", Locations = "locations");

impl Section {
    /// Reads the section of that name; [`Self::Unusable`] if it cannot be shown.
    pub(super) fn check(name: SectionName, node: &Node) -> Self {
        let section = match name {
            SectionName::Countdown => countdown::check(node).map(Self::Countdown),
            SectionName::Uptake => uptake::check(node).map(Rc::new).map(Self::Uptake),
            SectionName::Locations => locations::check(node).map(Self::Locations),
        };
        section.unwrap_or(Self::Unusable(name))
    }

    /// Adds the addresses of the CSV files that it names.
    pub(super) fn add_csv_links(&self, links: &mut Vec<Rc<str>>) {
        match self {
            Self::Uptake(uptake) => uptake.add_csv_links(links),
            Self::Locations(locations) => locations.add_csv_links(links),
            Self::Countdown(_) | Self::Unusable(_) => {}
        }
    }

    /// Applies the CSV file that the context is for, if the section names it.
    pub(super) fn with_csv(&mut self, text: &str, context: &mut Context) -> Usability {
        match self {
            Self::Uptake(uptake) => Rc::make_mut(uptake).with_csv(text, context),
            Self::Locations(locations) => locations.with_csv(text, context),
            Self::Countdown(_) | Self::Unusable(_) => Usability::Used,
        }
    }
}
