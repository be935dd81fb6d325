//! Reads all sections, and selects those that are shown.

use super::{Section, SectionName};
use crate::config::Keyword;
use crate::config::read::{Fields, Node};
use crate::words::Languages;

/// A section, and the languages that its texts are in.
type Read = (Section, Languages);

/// The sections to show. All are read, also those that `sections` leaves out, so that their problems are reported.
pub fn sections(fields: &mut Fields) -> Vec<Section> {
    let mut all = [const { None }; SectionName::ALL.len()];
    for (section, name) in all.iter_mut().zip(SectionName::ALL) {
        *section = fields.field(name.keyword(), false).map(|node| read(&node, *name));
    }
    let mut shown = Vec::new();
    if let Some(names) = fields.field("sections", false) {
        let mut usable = 0;
        let any = names.each(&mut |node| {
            if let Some(index) = node.word(SectionName::WORDS) {
                usable += 1;
                show(node, &mut all, index, &mut shown);
            }
        });
        if any == Some(false) {
            names.warn("is empty, so no section is shown; leave it out to show all");
        }
        if usable > 0 || any == Some(false) {
            return shown;
        }
    }
    // Without a list, or if none of its names is valid, all are shown.
    for read in &mut all {
        take(fields.node, read, &mut shown);
    }
    shown
}

fn show(node: &Node, all: &mut [Option<Read>], index: usize, shown: &mut Vec<Section>) {
    if !all.get_mut(index).is_some_and(|read| take(node, read, shown)) {
        node.warn("is not in the config, or is listed twice");
    }
}

/// Moves a section to `shown`; returns whether there was one.
fn take(node: &Node, read: &mut Option<Read>, shown: &mut Vec<Section>) -> bool {
    let Some((section, of_section)) = read.take() else { return false };
    let languages = &node.context.languages;
    languages.set(languages.get().union(of_section));
    shown.push(section);
    true
}

/// Reads a section and collects its languages separately: they count only if it is shown.
#[inline(never)]
fn read(node: &Node, name: SectionName) -> Read {
    let languages = &node.context.languages;
    let before = languages.take();
    let section = Section::check(name, node);
    (section, languages.replace(before))
}
