//! What `locations` means.

use super::place::place;
use crate::campaign::{Locations, Place, Section};
use crate::config::Severity;
use crate::config::read::{Names, Node};

/// The section; unusable where places are given and none can be used.
pub fn locations(node: &Node) -> Option<Section> {
    let mut fields = node.fields()?;
    let locations = Locations {
        heading: fields.get("heading", Node::text),
        note: fields.get("note", Node::text),
        places: fields.get("places", places).unwrap_or_default(),
        csv: fields.get("csv", Node::file),
    };
    fields.done();
    if locations.places.is_empty() && locations.csv.is_none() {
        if fields.has("csv") || (fields.has("places") && !fields.has_empty_list("places")) {
            return None;
        }
        node.tell(Severity::Warning, &["there is nothing to list; give it places or csv, or leave out locations"]);
    }
    Some(Section::Locations(locations))
}

fn places(node: &Node) -> Option<Vec<Place>> {
    let (mut places, mut names) = (Vec::new(), Names::default());
    node.each(&mut |node| {
        if let Some(place) = place(node, "name") {
            names.add(node, &place.name);
            places.push(place);
        }
    })?;
    Some(places)
}
