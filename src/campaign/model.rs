//! What a config means once it has been checked: only what can be shown, with every default and link resolved.

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
    /// The languages of those texts that are in more than one: what a switch leads to.
    pub languages: Languages,
    /// The zone of every wall-clock time.
    pub time_zone: Rc<dyn TimeZone>,
    /// The IANA name of that zone.
    pub time_zone_name: Rc<str>,
    /// Before this moment the portlet shows nothing.
    pub visible_from: Option<Instant>,
    /// From this moment on the portlet shows nothing.
    pub visible_to: Option<Instant>,
    /// Minutes between two fetches of the config, at least 1.
    pub refresh_minutes: u32,
    /// The sections to show, in their order.
    pub sections: Vec<Section>,
    /// A picture above the title.
    pub image: Option<Image>,
    /// Calls to action, the main one first.
    pub links: Vec<Link>,
    /// Whether CSV files that it names are still under way.
    pub awaits_files: bool,
    /// The one colour of the theme, where it is not the default.
    pub accent: Option<Colour>,
}

impl Campaign {
    /// Whether it is to be seen at `now`: from `visibleFrom` on, until `visibleTo`.
    pub fn is_visible(&self, now: Instant) -> bool {
        self.visible_from.is_none_or(|from| now >= from) && self.visible_to.is_none_or(|to| now < to)
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Absolute address.
    pub src: Rc<str>,
    /// What it shows; empty where it is decoration.
    pub alt: Text,
}

/// A link with its words. Where the address was refused only the words are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub label: Text,
    /// Absolute address, of an allowed scheme.
    pub url: Option<Rc<str>>,
}
