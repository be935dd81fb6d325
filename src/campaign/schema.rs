//! The JSON Schema of the config, for editors: what they complete, explain and underline.
//!
//! It is derived from the types in here and in the `schema` of each section, which only say what a file looks like; their
//! comments are its descriptions. The reader knows nothing of them: a test holds the names in both against each other.
#![expect(dead_code, reason = "no value of these types is ever made")]

use super::SectionName;
use crate::config::Text;
use crate::config::schema::{self, Address, DateTime, HexColour, Language, Minutes};
use crate::countdown::schema::Countdown;
use crate::locations::schema::Locations;
use crate::uptake::schema::Uptake;
use schemars::JsonSchema;
use serde_json::Value;

/// The whole schema.
pub fn json_schema() -> Value {
    schema::of::<Campaign>("Campaign config, format version 1")
}

/// One staff campaign: a countdown, uptake by group, and where to go. Every text is plain text: one string, or one for
/// each language.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Campaign {
    /// Ignored; lets an editor complete and check the file.
    #[schemars(rename = "$schema")]
    pub _schema: Option<Address>,
    /// The version of this format. A later one than the portlet knows is refused.
    #[schemars(range(min = 1, max = 1), extend("default" = 1))]
    pub format_version: Option<u64>,
    /// The language of plain strings, and the one shown first: "en", "cy" or a regional form.
    #[schemars(extend("default" = "en-GB"))]
    pub lang: Option<Language>,
    /// The IANA name of the zone of every wall-clock time.
    #[schemars(extend("default" = "Europe/London"))]
    pub time_zone: Option<String>,
    /// The portlet's heading.
    pub title: Text,
    /// Whose campaign it is; shown with the title.
    pub organisation: Option<Text>,
    /// One or two sentences under the title.
    pub summary: Option<Text>,
    /// Before this moment the portlet shows nothing and takes no space. A bare date means its start.
    pub visible_from: Option<DateTime>,
    /// From this moment on the portlet shows nothing and takes no space. A bare date means its end.
    pub visible_to: Option<DateTime>,
    /// How many minutes until the config and its CSV files are fetched again while the page is open.
    #[schemars(extend("default" = 15))]
    pub refresh_minutes: Option<Minutes>,
    /// Which sections are shown, and in which order. Without it all that are present: countdown, uptake, locations.
    #[schemars(extend("uniqueItems" = true))]
    pub sections: Option<Vec<SectionName>>,
    /// A picture above the title.
    pub image: Option<Image>,
    /// Calls to action: book, read more. The first is the main one.
    pub links: Option<Vec<Link>>,
    /// The portlet's one colour.
    pub theme: Option<Theme>,
    /// The time that is left. Not shown where absent.
    pub countdown: Option<Countdown>,
    /// Charts of how many took part. Not shown where absent.
    pub uptake: Option<Uptake>,
    /// Where to go, and when. Not shown where absent.
    pub locations: Option<Locations>,
}

/// A picture.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Image {
    /// Its address, absolute or relative to this file.
    pub src: Address,
    /// What it shows. Empty marks it as decoration.
    pub alt: Option<Text>,
}

/// A call to action.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Link {
    /// Its words.
    pub label: Text,
    /// Where it leads: https:, http:, mailto:, tel:, or relative to this file.
    pub url: Address,
}

/// The portlet's colours.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Theme {
    /// The one colour; text on it is black or white, whichever reads better.
    #[schemars(extend("default" = "#005eb8"))]
    pub accent: Option<HexColour>,
}
