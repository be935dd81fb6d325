//! CSV files that a config names: bytes in, groups or places and all [`Problem`]s out. Pure.
//!
//! A row becomes an object of the config's own format, so that one set of rules judges both; only dates, times and
//! numbers may also be written as a spreadsheet shows them.
//!
//! ```text
//!  bytes ──decode──► text ──records──► cells ──table──► rows by name ──check──► groups, places
//!                                                 └────────────────────────────► Problems
//! ```

mod decode;
mod groups;
mod places;
mod records;
mod table;

use super::json::Json;
use super::read::{Context, Node};
use super::sentence::{digits, sentence};
use super::{Campaign, Group, Place, Problem, Section, Severity, Surroundings, check};
use crate::words::Lang;
use std::rc::Rc;

/// The groups of a chart, from the CSV file at the address `file`; its plain text is in `lang`.
#[inline(never)]
pub fn read_groups(
    bytes: &[u8],
    file: &str,
    lang: Lang,
    surroundings: &dyn Surroundings,
) -> (Vec<Group>, Vec<Problem>) {
    let context = context(file, lang, surroundings);
    let groups = groups::groups(&decode::decode(bytes), &context);
    (groups, problems(context))
}

/// Adds the places and sessions of the CSV file at the address `file` to those that the config has itself. Relative links
/// in it are those that `surroundings` resolve: against the file's own address.
#[inline(never)]
pub fn read_places(
    bytes: &[u8],
    file: &str,
    lang: Lang,
    surroundings: &dyn Surroundings,
    places: &mut Vec<Place>,
) -> Vec<Problem> {
    let context = context(file, lang, surroundings);
    places::places(&decode::decode(bytes), &context, places);
    problems(context)
}

impl Campaign {
    /// The address of every CSV file that a section that is shown names, once each, in their order.
    pub fn csv_links(&self) -> Vec<Rc<str>> {
        let mut links = Vec::new();
        for section in &self.sections {
            match section {
                Section::Uptake(uptake) => {
                    for chart in &uptake.charts {
                        add(&mut links, &chart.csv);
                    }
                }
                Section::Locations(locations) => add(&mut links, &locations.csv),
                _ => {}
            }
        }
        links
    }

    /// Puts what the CSV file at the address `file` says wherever the config names that file: groups in place of those of
    /// a chart, sessions beside those of the places. What cannot be used leaves what was there. To be called once for
    /// each file: a second time adds the same sessions again.
    #[inline(never)]
    pub fn with_csv(&mut self, file: &str, bytes: &[u8], surroundings: &dyn Surroundings) -> Vec<Problem> {
        let mut problems = Vec::new();
        for section in &mut self.sections {
            match section {
                Section::Uptake(uptake) => {
                    let (mut groups, mut is_first) = (None, false);
                    for (index, chart) in uptake.charts.iter_mut().enumerate() {
                        if chart.csv.as_deref() != Some(file) {
                            continue;
                        }
                        is_first |= index == 0;
                        let groups = groups.get_or_insert_with(|| {
                            let (groups, found) = read_groups(bytes, file, self.lang, surroundings);
                            problems.extend(found);
                            groups
                        });
                        if !groups.is_empty() {
                            chart.groups = groups.clone();
                        }
                    }
                    if is_first {
                        let context = Context::new(surroundings);
                        check::compare(&Node::root(&Json::Null, &context).child("uptake"), uptake);
                        problems.extend(context.problems.into_inner());
                    }
                }
                Section::Locations(locations) if locations.csv.as_deref() == Some(file) => {
                    problems.extend(read_places(bytes, file, self.lang, surroundings, &mut locations.places));
                }
                _ => {}
            }
        }
        problems
    }
}

fn add(links: &mut Vec<Rc<str>>, link: &Option<Rc<str>>) {
    if let Some(link) = link
        && !links.contains(link)
    {
        links.push(link.clone());
    }
}

fn context<'a>(file: &'a str, lang: Lang, surroundings: &'a dyn Surroundings) -> Context<'a> {
    let context = Context { file: Some(file), ..Context::new(surroundings) };
    context.lang.set(lang);
    context
}

/// What was told, cut short where it is the same mistake in every row.
fn problems(context: Context) -> Vec<Problem> {
    const MOST: usize = 100;
    let mut problems = context.problems.into_inner();
    if problems.len() > MOST {
        let more = digits((problems.len() - MOST) as u64);
        problems.truncate(MOST);
        let message = sentence(&["there are ", &more, " more problems; mend the ones above first"]);
        let file = context.file.map(String::from);
        problems.push(Problem { severity: Severity::Warning, file, path: String::new(), message });
    }
    problems
}
