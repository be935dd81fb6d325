//! What `locations` means.

use super::place::place;
use super::{section, warn_of_repeated};
use crate::campaign::read::Node;
use crate::campaign::wire;
use crate::campaign::{Locations, Section, SectionName};

/// The section; unusable where places are given and none can be used.
pub fn locations(node: &Node) -> Section {
    section(node, SectionName::Locations, |object| {
        let written = wire::Locations::read(object);
        object.finish();
        let mut names = Vec::new();
        let mut places = Vec::new();
        for node in written.places.iter().flatten() {
            if let Some(place) = place(node) {
                names.push((place.name.clone(), node.clone()));
                places.push(place);
            }
        }
        warn_of_repeated(&names);
        if places.is_empty() && written.csv.is_none() {
            let is_empty = |list: &Vec<Node>| list.is_empty();
            if object.has("csv") || (object.has("places") && !written.places.as_ref().is_some_and(is_empty)) {
                return None;
            }
            node.warn("there is nothing to list; give it places or csv, or leave out locations");
        }
        Some(Section::Locations(Locations { heading: written.heading, note: written.note, places, csv: written.csv }))
    })
}
