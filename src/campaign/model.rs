//! What a config means once it has been checked: only what can be shown, with every default and link resolved.

use crate::calendar::{Instant, PlainDate, PlainTime, TimeZone, Weekdays};
use crate::words::Lang;
use std::rc::Rc;

/// Plain text in one language or two; at least one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The English text.
    pub en: Option<Rc<str>>,
    /// The Welsh text.
    pub cy: Option<Rc<str>>,
}

impl Text {
    /// The text in `lang`, or else in the other language; and the language that it is in.
    pub fn in_language(&self, lang: Lang) -> (&str, Lang) {
        let (first, second, other) = match lang {
            Lang::En => (&self.en, &self.cy, Lang::Cy),
            Lang::Cy => (&self.cy, &self.en, Lang::En),
        };
        match (first, second) {
            (Some(text), _) => (text, lang),
            (None, Some(text)) => (text, other),
            (None, None) => ("", lang),
        }
    }
}

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
    /// Whether any text has both languages, so that a switch makes sense.
    pub bilingual: bool,
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
    /// The one colour of the theme, where it is not the default.
    pub accent: Option<Colour>,
}

impl Campaign {
    /// Whether it is to be seen at `now`: from `visibleFrom` on, until `visibleTo`.
    pub fn is_visible(&self, now: Instant) -> bool {
        self.visible_from.is_none_or(|from| now >= from) && self.visible_to.is_none_or(|to| now < to)
    }
}

/// One part of the portlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// The time that is left.
    Countdown(Countdown),
    /// Charts of how many took part.
    Uptake(Uptake),
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

/// A colour as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What the countdown counts down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Heading while the campaign runs.
    pub heading: Option<Text>,
    /// When the campaign starts.
    pub starts: Option<Instant>,
    /// When it ends.
    pub ends: Instant,
    /// Whether `ends` was given as a bare date, so that the words can leave out the midnight that closes it.
    pub ends_is_date: bool,
    /// Heading before `starts`.
    pub before: Option<Text>,
    /// What replaces the timer from `ends` on.
    pub after: Option<Text>,
    /// Other dates that matter, in order of time.
    pub milestones: Vec<Milestone>,
    /// Which units are shown; at least one.
    pub units: Units,
}

/// A date that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// What happens then.
    pub label: Text,
    /// When.
    pub at: Instant,
    /// Whether it was given as a bare date: then it lasts all that day.
    pub at_is_date: bool,
}

/// The units of a countdown that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units {
    /// Days of 24 hours.
    pub days: bool,
    /// Hours.
    pub hours: bool,
    /// Minutes.
    pub minutes: bool,
    /// Seconds.
    pub seconds: bool,
}

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
    /// At most three marks, the one to reach first of all at the front.
    pub targets: Vec<Target>,
    /// The figure for the whole organisation, where it is given.
    pub overall: Option<Figure>,
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
    /// Where it stands.
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
    /// The absolute address of a CSV file that holds its groups, where it names one.
    pub csv: Option<Rc<str>>,
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
    /// People: `count` of `total`, with `count <= total`, `total > 0` and both at most [`MOST_PEOPLE`](super::MOST_PEOPLE).
    Counts {
        /// How many did.
        count: u64,
        /// How many could.
        total: u64,
    },
    /// Only a share is known.
    Percent(Percent),
}

/// A percentage from 0 to 100, held exactly to six decimals as millionths of one percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u32);

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locations {
    /// The section's heading.
    pub heading: Option<Text>,
    /// One sentence above the list.
    pub note: Option<Text>,
    /// The places.
    pub places: Vec<Place>,
    /// The absolute address of a CSV file with sessions, where it names one.
    pub csv: Option<Rc<str>>,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// Street address.
    pub address: Option<Text>,
    /// Anything else people need to find it.
    pub details: Option<Text>,
    /// Postcode.
    pub postcode: Option<Rc<str>>,
    /// Telephone number as people read it.
    pub telephone: Option<Rc<str>>,
    /// Email address.
    pub email: Option<Rc<str>>,
    /// Where to book or read more.
    pub url: Option<Rc<str>>,
    /// A map.
    pub map: Option<Rc<str>>,
    /// Whether people can come without an appointment.
    pub walk_in: Option<bool>,
    /// Weekly hours.
    pub opening_hours: Vec<OpeningHours>,
    /// Dated sessions.
    pub sessions: Vec<Session>,
}

/// Hours that come back every week, or every so many weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    /// On which days; at least one.
    pub days: Weekdays,
    /// From when.
    pub opens: PlainTime,
    /// Until when; at or before `opens` it is on the next day.
    pub closes: PlainTime,
    /// The first day on which they hold.
    pub valid_from: Option<PlainDate>,
    /// The last day on which they hold.
    pub valid_through: Option<PlainDate>,
    /// 1 for every week, 2 for every other week from the week (Monday to Sunday) of `valid_from`, and so on; from 1 to
    /// 520, and 1 where there is no `valid_from`.
    pub every_weeks: u32,
    /// Anything else to know.
    pub details: Option<Text>,
}

/// One dated session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The day it opens.
    pub date: PlainDate,
    /// From when.
    pub opens: PlainTime,
    /// Until when; at or before `opens` it is on the next day.
    pub closes: PlainTime,
    /// Anything else to know.
    pub details: Option<Text>,
}
