//! CSV files with places: one row per session. The rows of one place are merged with each other and with the config's
//! place.

use super::check::{add_session, place, session};
use super::{Locations, Place};
use crate::config::csv::{Table, Usability, add_link, file};
use crate::config::read::{Context, Names, Node, PathSegment};
use std::rc::Rc;

impl Locations {
    /// Adds the address of the file that it names.
    pub(crate) fn add_csv_links(&self, links: &mut Vec<Rc<str>>) {
        add_link(links, &self.csv);
    }

    /// Adds the file's rows to the places, if the section names the file.
    pub(crate) fn with_csv(&mut self, text: &str, context: &Context) -> Usability {
        if self.csv.as_deref() != context.file {
            return Usability::Used;
        }
        let mut places = self.places.clone();
        let usability = add_rows(text, context, &mut places);
        if usability != Usability::Unusable {
            self.places = places;
            self.csv_is_read = true;
        }
        usability
    }
}

/// Adds all usable rows to the places.
fn add_rows(text: &str, context: &Context, places: &mut Vec<Place>) -> Usability {
    let read = |row: &Node| drop((place(row, "place"), session(row)));
    let Some(mut table) = Table::open(text, context, read) else { return Usability::Unusable };
    let (mut used, mut left_out) = (0, 0);
    let has_session = table.has("date") || table.has("opens") || table.has("closes");
    let needed: &[&str] = if has_session { &["place", "date", "opens", "closes"] } else { &["place"] };
    if table.needs(needed, "place, and for sessions date, opens and closes") {
        let mut names = Names::default();
        for (number, place) in places.iter().enumerate() {
            for name in place.name.all().iter().flatten() {
                names.number(name, number);
            }
        }
        while let Some((row, cells)) = table.next_row() {
            match add(&Node { value: &cells, segment: PathSegment::Row(row), ..file(context) }, places, &mut names) {
                Some(()) => used += 1,
                None => left_out += 1,
            }
        }
    }
    table.usability(used, left_out + table.left_out())
}

/// Adds the place of a row, if it is new, and its session. Without a session the details are those of the place.
fn add(row: &Node, places: &mut Vec<Place>, names: &mut Names) -> Option<()> {
    let fields = row.fields()?;
    let has_session = fields.has("date") || fields.has("opens") || fields.has("closes");
    let mut new = place(row, "place")?;
    if has_session {
        new.details = None;
    }
    let (name, _) = new.name.in_language(row.context.lang.get());
    let number = names.number(name, places.len());
    match places.get_mut(number) {
        Some(known) => put_together(known, new, row),
        None => places.push(new),
    }
    if has_session {
        add_session(&mut places.get_mut(number)?.sessions, row)?;
    }
    Some(())
}

/// Merges two records of a place: the first value of each field counts.
fn put_together(known: &mut Place, new: Place, row: &Node) {
    // Rows have none of the fields that are ignored here.
    let Place {
        name: _,
        address,
        details,
        postcode,
        telephone,
        email,
        url,
        map,
        walk_in: _,
        opening_hours: _,
        closed_on: _,
        sessions: _,
    } = new;
    fill(&mut known.address, address, row, "address");
    fill(&mut known.details, details, row, "details");
    fill(&mut known.postcode, postcode, row, "postcode");
    fill(&mut known.telephone, telephone, row, "telephone");
    fill(&mut known.email, email, row, "email");
    fill(&mut known.url, url, row, "url");
    fill(&mut known.map, map, row, "map");
}

#[inline(never)]
fn fill<T: PartialEq>(known: &mut Option<T>, new: Option<T>, row: &Node, name: &str) {
    if known.is_none() {
        *known = new;
    } else if new.is_some() && *known != new {
        row.child(name).warn("is not what the config or an earlier row says of this place, which is shown instead");
    }
}
