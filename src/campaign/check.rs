//! Reads the whole config: defaults, and the rules that concern more than one field.

use super::sections::sections;
use super::{Campaign, Image, Link, Section};
use crate::config::json::Json;
use crate::config::read::{Fields, Node};
use crate::config::{Colour, Decimal, Severity, Text};
use crate::words::{Lang, Languages};
use std::rc::Rc;

/// The latest version of the format that this code knows.
const FORMAT_VERSION: u64 = 1;

/// Reads the root object. `None` if it is no object, has a later version, or has no title.
pub fn campaign(root: &Node) -> Option<Campaign> {
    let mut fields = root.fields()?;
    // First the fields that determine how all others are read.
    fields.field("$schema", false);
    if fields.get("formatVersion", is_later) == Some(true) {
        return None;
    }
    let lang = fields.get("lang", lang).unwrap_or_default();
    root.context.lang.set(lang);
    let time_zone_name = match fields.get("timeZone", zone) {
        Some(name) => name,
        None => default_zone(&fields),
    };

    let mut campaign = Campaign {
        title: fields.need("title", Node::text).unwrap_or_default(),
        organisation: fields.get("organisation", Node::proper_name),
        summary: fields.get("summary", Node::text),
        lang,
        languages: Languages::default(),
        time_zone: root.context.zone.borrow().clone(),
        time_zone_name,
        visible_from: fields.get("visibleFrom", Node::start),
        visible_to: fields.get("visibleTo", |node| Some(node.end()?.0)),
        refresh_minutes: fields.get("refreshMinutes", Node::minutes).unwrap_or(15),
        sections: Vec::new(),
        image: fields.get("image", image),
        links: fields.get("links", |node| node.list(link)).unwrap_or_default(),
        awaits_files: false,
        accent: fields.get("theme", theme),
    };
    campaign.sections = sections(&mut fields);
    campaign.languages = root.context.languages.get();

    if let (Some(from), Some(to)) = (campaign.visible_from, campaign.visible_to)
        && to <= from
    {
        fields.warn("visibleTo", "is not after visibleFrom, so the portlet never shows anything");
    }
    for section in &campaign.sections {
        if let (Some(to), Section::Countdown(countdown)) = (campaign.visible_to, section)
            && to < countdown.ends
        {
            fields.warn("visibleTo", "is before countdown.ends, so the portlet disappears before the campaign ends");
        }
    }
    if fields.done() { Some(campaign) } else { None }
}

/// Whether it is a version that this portlet does not know yet.
fn is_later(node: &Node) -> Option<bool> {
    let version = node.decimal().and_then(Decimal::whole);
    let is_later = version.is_some_and(|version| version > FORMAT_VERSION);
    if is_later {
        let message =
            "is later than this portlet knows; set it to 1, or ask your web team to install the newer version";
        node.report_named(Severity::Error, &[message]);
    } else if version != Some(FORMAT_VERSION) {
        node.invalid(&["1"]);
    }
    Some(is_later)
}

fn lang(node: &Node) -> Option<Lang> {
    let lang = Lang::parse(&node.required_text()?);
    if lang.is_none() {
        node.invalid(&["\"en\", \"cy\" or a form of them such as \"en-GB\""]);
    }
    lang
}

const DEFAULT_ZONE: &str = "Europe/London";

/// Sets the context's zone for wall-clock times, and returns its name.
fn zone(node: &Node) -> Option<Rc<str>> {
    let name = node.required_text()?;
    // Abbreviations are ambiguous: Chromium takes "BST" for Bangladesh, "GMT" has no summer time, and the sign of
    // "Etc/GMT+1" is inverted. Region names mean the same everywhere.
    let is_region = name.contains('/') && !name.starts_with("Etc/") || &*name == "UTC";
    let zone = if is_region { node.context.environment.time_zone(&name) } else { None };
    let Some(zone) = zone else {
        // A browser that knows no zone says nothing about the name; that is reported once, for the one used instead.
        if node.context.environment.time_zone(DEFAULT_ZONE).is_some() {
            node.invalid(&[
                "the name of a region, such as \"",
                DEFAULT_ZONE,
                "\", which knows summer time and is used instead, or \"UTC\"",
            ]);
        }
        return None;
    };
    node.context.zone.replace(zone);
    Some(name)
}

fn default_zone(fields: &Fields) -> Rc<str> {
    let context = fields.node.context;
    match context.environment.time_zone(DEFAULT_ZONE) {
        Some(zone) => {
            context.zone.replace(zone);
            DEFAULT_ZONE.into()
        }
        None => {
            fields
                .child("timeZone")
                .report(Severity::Error, &["this browser does not know ", DEFAULT_ZONE, ", so times are shown in UTC"]);
            "UTC".into()
        }
    }
}

fn image(node: &Node) -> Option<Image> {
    let mut fields = node.fields()?;
    let src = fields.need("src", Node::file);
    // An empty `alt` marks decoration, so it is not a problem.
    let alt = fields.get("alt", |node| if is_blank(node) { Some(Text::default()) } else { node.text() });
    if !fields.has("alt") {
        fields.warn("alt", "is missing, so the picture counts as decoration; say what it shows, or write \"\"");
    }
    fields.done();
    Some(Image { src: src?, alt: alt.unwrap_or_default() })
}

fn is_blank(node: &Node) -> bool {
    matches!(node.value, Json::Text(text) if text.trim_ascii().is_empty())
}

/// A link with an invalid address keeps its label; one without an address is dropped.
fn link(node: &Node) -> Option<Link> {
    let mut fields = node.fields()?;
    let label = fields.need("label", Node::text);
    let url = fields.need("url", Node::link);
    fields.done();
    if fields.has("url") { Some(Link { label: label?, url }) } else { None }
}

fn theme(node: &Node) -> Option<Colour> {
    let mut fields = node.fields()?;
    let accent = fields.get("accent", Node::colour);
    fields.done();
    accent
}
