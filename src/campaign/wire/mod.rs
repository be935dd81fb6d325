//! Exactly the fields of the JSON, and what each of them says as far as it can be read. The JSON Schema is derived from
//! these types, and their comments are its descriptions.
//!
//! `None` is a field that is absent, or that could not be read and is a problem already. Nested parts are still
//! unread nodes: `check` goes on from there.

mod countdown;
mod locations;
mod uptake;

pub use countdown::{Countdown, Milestone, UNITS};
pub use locations::{DAYS, Locations, OpeningHours, Place, Session};
pub use uptake::{Chart, Figure, Group, Target, Uptake};

use super::read::{Node, Object};
use super::{Colour, Text};
#[cfg(feature = "schema")]
use super::{SectionName, schema};

use crate::calendar::{Edge, Instant};
use std::rc::Rc;

/// The latest version of the format that this code knows.
pub const FORMAT_VERSION: u64 = 1;

/// The words of `sections`.
pub const SECTIONS: [&str; 3] = ["countdown", "uptake", "locations"];

/// One staff campaign: a countdown, uptake by group, and where to go. Every text is plain text: one string, or one for
/// each language.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Campaign<'a> {
    /// The portlet's heading.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub title: Option<Text>,
    /// Whose campaign it is; shown with the title.
    pub organisation: Option<Text>,
    /// One or two sentences under the title.
    pub summary: Option<Text>,
    /// Before this moment the portlet shows nothing and takes no space. A bare date means its start.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::DateTime>"))]
    pub visible_from: Option<Instant>,
    /// From this moment on the portlet shows nothing and takes no space. A bare date means its end.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::DateTime>"))]
    pub visible_to: Option<Instant>,
    /// How many minutes until the config and its CSV files are fetched again while the page is open.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Minutes>", extend("default" = 15)))]
    pub refresh_minutes: Option<u32>,
    /// Which sections are shown, and in which order. Without it all that are present: countdown, uptake, locations.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<SectionName>>", extend("uniqueItems" = true)))]
    pub sections: Option<Vec<Node<'a>>>,
    /// A picture above the title.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Image>"))]
    pub image: Option<Node<'a>>,
    /// Calls to action: book, read more. The first is the main one.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Link>>"))]
    pub links: Option<Vec<Node<'a>>>,
    /// The portlet's one colour.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Theme>"))]
    pub theme: Option<Node<'a>>,
    /// The time that is left. Not shown where absent.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Countdown<'static>>"))]
    pub countdown: Option<Node<'a>>,
    /// Charts of how many took part. Not shown where absent.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Uptake<'static>>"))]
    pub uptake: Option<Node<'a>>,
    /// Where to go, and when. Not shown where absent.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Locations<'static>>"))]
    pub locations: Option<Node<'a>>,
}

impl<'a> Campaign<'a> {
    /// All but [`Basics`].
    pub fn read(object: &Object<'a>) -> Self {
        Self {
            title: object.need("title").and_then(|node| node.text()),
            organisation: object.get("organisation").and_then(|node| node.text()),
            summary: object.get("summary").and_then(|node| node.text()),
            visible_from: object.get("visibleFrom").and_then(|node| node.instant(Edge::Start)),
            visible_to: object.get("visibleTo").and_then(|node| node.instant(Edge::End)),
            refresh_minutes: object.get("refreshMinutes").and_then(|node| node.minutes()),
            sections: object.get("sections").and_then(|node| node.list()),
            image: object.get("image"),
            links: object.get("links").and_then(|node| node.list()),
            theme: object.get("theme"),
            countdown: object.get("countdown"),
            uptake: object.get("uptake"),
            locations: object.get("locations"),
        }
    }
}

/// The top-level fields on which the meaning of all others depends; so they are read first.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Basics {
    /// Ignored; lets an editor complete and check the file.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema", with = "Option<schema::Link>"))]
    pub _schema: (),
    /// The version of this format. A later one than the portlet knows is refused.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1), extend("default" = 1)))]
    pub format_version: Option<u64>,
    /// The language of plain strings, and the one shown first: "en", "cy" or a regional form.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Language>", extend("default" = "en-GB")))]
    pub lang: Option<Rc<str>>,
    /// The IANA name of the zone of every wall-clock time.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("default" = "Europe/London")))]
    pub time_zone: Option<Rc<str>>,
}

impl Basics {
    /// Reads these fields alone.
    pub fn read(object: &Object) -> Self {
        Self {
            _schema: drop(object.get("$schema")),
            format_version: object.get("formatVersion").and_then(|node| node.whole(1, u64::MAX)),
            lang: object.get("lang").and_then(|node| node.plain()),
            time_zone: object.get("timeZone").and_then(|node| node.plain()),
        }
    }
}

/// A picture.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Image {
    /// Its address, absolute or relative to this file.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Link"))]
    pub src: Option<Rc<str>>,
    /// What it shows. Empty marks it as decoration.
    pub alt: Option<Text>,
}

impl Image {
    /// An empty `alt` has a meaning, so it is no problem.
    pub fn read(object: &Object) -> Self {
        Self {
            src: object.need("src").and_then(|node| node.file()),
            alt: object.get("alt").filter(|node| !node.is_blank()).and_then(|node| node.text()),
        }
    }
}

/// A call to action.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Link {
    /// Its words.
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub label: Option<Text>,
    /// Where it leads: https:, http:, mailto:, tel:, or relative to this file.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Link"))]
    pub url: Option<Rc<str>>,
}

impl Link {
    /// Reads both fields.
    pub fn read(object: &Object) -> Self {
        Self {
            label: object.need("label").and_then(|node| node.text()),
            url: object.need("url").and_then(|node| node.link()),
        }
    }
}

/// The portlet's colours.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Theme {
    /// The one colour; text on it is black or white, whichever reads better.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::HexColour>", extend("default" = "#005eb8")))]
    pub accent: Option<Colour>,
}

impl Theme {
    /// Reads the one field.
    pub fn read(object: &Object) -> Self {
        Self { accent: object.get("accent").and_then(|node| node.colour()) }
    }
}
