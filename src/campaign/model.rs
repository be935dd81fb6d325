//! A checked config: only what can be shown, with defaults applied and links resolved.

use super::Section;
use crate::calendar::{Instant, TimeZone};
use crate::config::{Colour, Text};
use crate::words::{Lang, Languages};
use std::rc::Rc;

/// A whole campaign.
#[derive(Clone)]
pub struct Campaign {
    /// The portlet's heading.
    pub title: Text,
    /// Whose campaign it is.
    pub organisation: Option<Text>,
    /// One or two sentences under the title.
    pub summary: Option<Text>,
    /// The language shown first.
    pub lang: Lang,
    /// The languages of the texts that have more than one: those that the language switch offers.
    pub languages: Languages,
    /// The zone of every wall-clock time.
    pub time_zone: Rc<dyn TimeZone>,
    /// The IANA name of that zone.
    pub time_zone_name: Rc<str>,
    /// Before this instant the portlet shows nothing.
    pub visible_from: Option<Instant>,
    /// From this instant on the portlet shows nothing.
    pub visible_to: Option<Instant>,
    /// Minutes between two fetches of the config, at least 1.
    pub refresh_minutes: u32,
    /// The sections to show, in their order.
    pub sections: Vec<Section>,
    /// A picture above the title.
    pub image: Option<Image>,
    /// Calls to action, the main one first.
    pub links: Vec<Link>,
    /// Whether CSV files that it names are still being fetched.
    pub awaits_files: bool,
    /// The accent colour, if it is not the default.
    pub accent: Option<Colour>,
}

impl Campaign {
    /// Whether it is visible at `now`: from `visibleFrom` inclusive to `visibleTo` exclusive.
    pub fn is_visible(&self, now: Instant) -> bool {
        self.visible_from.is_none_or(|from| now >= from) && self.visible_to.is_none_or(|to| now < to)
    }

    /// Whether it has ended at `now`, by its countdown.
    pub fn has_ended(&self, now: Instant) -> bool {
        let is_over = |section: &Section| matches!(section, Section::Countdown(countdown) if countdown.ends <= now);
        self.sections.iter().any(is_over)
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Absolute address.
    pub src: Rc<str>,
    /// Text alternative; empty for decoration.
    pub alt: Text,
}

/// A link; if its address was invalid, only the label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The label.
    pub label: Text,
    /// Absolute address, of an allowed scheme.
    pub url: Option<Rc<str>>,
}
