//! From the fields as written to what they mean: defaults, and the rules that concern more than one field.

mod countdown;
mod locations;
mod place;
mod uptake;

use super::read::{Node, Object};
use super::wire::{self, SECTIONS};
use super::{Campaign, Image, Link, Section, SectionName, Text, bilingual};
use crate::words::Lang;

/// What the whole config means.
pub fn campaign(root: &Node) -> Option<Campaign> {
    let object = root.object()?;
    let basics = wire::Basics::read(&object);
    if let Some(version) = basics.format_version.filter(|version| *version > wire::FORMAT_VERSION) {
        object.error_at(
            "formatVersion",
            format!(
                "formatVersion is {version}, but this portlet knows only up to {}; put up the newer campaign-portlet \
                 files, or write the config in the older format",
                wire::FORMAT_VERSION
            ),
        );
        return None;
    }
    let lang = language(&object, &basics);
    root.context.lang.set(lang);
    let time_zone_name = zone(&object, &basics);

    let written = wire::Campaign::read(&object);
    object.finish();
    let image = written.image.and_then(|node| image(&node));
    let links = entries(written.links.as_deref(), link);
    let accent = written.theme.and_then(|node| {
        let theme = node.object()?;
        let accent = wire::Theme::read(&theme).accent;
        theme.finish();
        accent
    });
    // All sections are read, also those that `sections` leaves out, so that their problems are told.
    let countdown = written.countdown.map(|node| countdown::countdown(&node));
    let uptake = written.uptake.map(|node| uptake::uptake(&node));
    let locations = written.locations.map(|node| locations::locations(&node));

    if let (Some(from), Some(to)) = (written.visible_from, written.visible_to)
        && to <= from
    {
        object.warn_at("visibleTo", "visibleTo is not after visibleFrom, so the portlet never shows anything");
    }
    if let (Some(to), Some(Section::Countdown(countdown))) = (written.visible_to, &countdown)
        && to < countdown.ends
    {
        object.warn_at(
            "visibleTo",
            "visibleTo is before countdown.ends, so the portlet disappears before the campaign ends",
        );
    }

    let mut campaign = Campaign {
        title: written.title?,
        organisation: written.organisation,
        summary: written.summary,
        lang,
        bilingual: false,
        time_zone: root.context.zone.borrow().clone(),
        time_zone_name: time_zone_name.into(),
        visible_from: written.visible_from,
        visible_to: written.visible_to,
        refresh_minutes: written.refresh_minutes.unwrap_or(15),
        sections: in_order(written.sections.as_deref(), [countdown, uptake, locations], &object),
        image,
        links,
        accent,
    };
    campaign.bilingual = bilingual::is_bilingual(&campaign);
    Some(campaign)
}

fn language(object: &Object, basics: &wire::Basics) -> Lang {
    let Some(tag) = &basics.lang else { return Lang::default() };
    Lang::parse(tag).unwrap_or_else(|| {
        object.error_at(
            "lang",
            format!("lang is \"{tag}\"; it must be \"en\", \"cy\" or a form of them such as \"en-GB\""),
        );
        Lang::default()
    })
}

/// Puts the zone of wall-clock times into the context, and gives its name.
fn zone<'a>(object: &Object, basics: &'a wire::Basics) -> &'a str {
    const DEFAULT: &str = "Europe/London";
    let context = object.node.context;
    if let Some(name) = &basics.time_zone {
        if let Some(zone) = context.surroundings.time_zone(name) {
            context.zone.replace(zone);
            return name;
        }
        object.error_at(
            "timeZone",
            format!("timeZone is \"{name}\", which is no time zone; {DEFAULT} is used. Write an IANA name such as \"{DEFAULT}\""),
        );
    }
    match context.surroundings.time_zone(DEFAULT) {
        Some(zone) => {
            context.zone.replace(zone);
            DEFAULT
        }
        None => {
            object.error_at("timeZone", format!("{DEFAULT} is not known here; all times are taken as UTC"));
            "UTC"
        }
    }
}

fn image(node: &Node) -> Option<Image> {
    let object = node.object()?;
    let image = wire::Image::read(&object);
    object.finish();
    if !object.has("alt") {
        object.warn_at("alt", "alt is missing, so the picture counts as decoration; say what it shows, or write \"\"");
    }
    Some(Image { src: image.src?, alt: image.alt.unwrap_or_default() })
}

/// A link whose address is refused keeps its words; one that has none is of no use.
fn link(node: &Node) -> Option<Link> {
    let object = node.object()?;
    let link = wire::Link::read(&object);
    object.finish();
    let label = link.label?;
    if object.has("url") { Some(Link { label, url: link.url }) } else { None }
}

/// The sections to show: those that `names` lists, or else all that are there.
fn in_order(names: Option<&[Node]>, mut all: [Option<Section>; 3], object: &Object) -> Vec<Section> {
    let Some(names) = names else {
        return all.into_iter().flatten().collect();
    };
    if names.is_empty() {
        object.warn_at("sections", "sections is empty, so no section is shown; leave it out to show all");
    }
    let listed: Vec<(usize, &Node)> = names.iter().filter_map(|node| Some((node.word(&SECTIONS)?, node))).collect();
    if listed.is_empty() && !names.is_empty() {
        // None of the names can be used, so it is as if there were no list.
        return all.into_iter().flatten().collect();
    }
    let mut seen = [false; 3];
    let mut shown = Vec::new();
    for (index, node) in listed {
        let (Some(section), Some(seen), Some(name)) = (all.get_mut(index), seen.get_mut(index), SECTIONS.get(index))
        else {
            continue;
        };
        if *seen {
            node.warn(format!("{name} is listed twice; it is shown once"));
        } else if section.is_none() {
            node.warn(format!("{name} is listed, but there is no {name} in the config"));
        }
        *seen = true;
        shown.extend(section.take());
    }
    shown
}

/// What each entry means; those that cannot be used are left out and are problems already.
fn entries<T>(nodes: Option<&[Node]>, read: fn(&Node) -> Option<T>) -> Vec<T> {
    nodes.unwrap_or_default().iter().filter_map(read).collect()
}

/// A section, or the notice in its place.
fn section(node: &Node, name: SectionName, read: impl Fn(&Object) -> Option<Section>) -> Section {
    node.object().and_then(|object| read(&object)).unwrap_or(Section::Unusable(name))
}

/// Warns of each name that an entry before it has too.
fn warn_of_repeated(entries: &[(Text, Node)]) {
    for (index, (name, node)) in entries.iter().enumerate() {
        if entries.iter().take(index).any(|(before, _)| before == name) {
            let (shown, _) = name.in_language(node.context.lang.get());
            node.warn(format!("\"{shown}\" is in the list twice; take one out, or give it another name"));
        }
    }
}
