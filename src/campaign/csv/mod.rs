//! CSV files that a config names: text in, groups or places and all [`Problem`]s out. Pure.
//!
//! A row becomes an object of the config's own format, so that one set of rules judges both; only dates, times and
//! numbers may also be written as a spreadsheet shows them.
//!
//! ```text
//!  text ──records──► cells ──table──► rows by name ──check──► groups, places
//!                                └────────────────────────────► Problems
//! ```

mod groups;
mod places;

use super::{Campaign, Section, check};
use crate::config::json::Json;
use crate::config::read::{Context, Node};
use crate::config::{Problem, Severity, Surroundings};
use crate::text::{digits, sentence};
use std::rc::Rc;

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
    /// a chart, sessions beside those of the places. What cannot be used leaves what was there. Relative links are those
    /// that `surroundings` resolve: against the file's own address. To be called once for each file: a second time adds
    /// the same sessions again.
    pub fn with_csv(&mut self, file: &str, text: &str, surroundings: &dyn Surroundings) -> Vec<Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut context = Context::new(surroundings);
        context.lang.set(self.lang);
        context.file = Some(file);
        let is_here = |link: &Option<Rc<str>>| link.as_deref() == Some(file);
        for section in &mut self.sections {
            match section {
                Section::Uptake(uptake) => {
                    let mut groups = None;
                    for chart in &mut uptake.charts {
                        if is_here(&chart.csv) {
                            let groups = groups.get_or_insert_with(|| groups::groups(text, &context));
                            if !groups.is_empty() {
                                chart.groups = groups.clone();
                            }
                        }
                    }
                    if uptake.charts.first().is_some_and(|first| is_here(&first.csv)) {
                        context.file = None;
                        check::compare(&Node::root(&Json::Null, &context).child("uptake"), uptake);
                        context.file = Some(file);
                    }
                }
                Section::Locations(locations) if is_here(&locations.csv) => {
                    places::places(text, &context, &mut locations.places);
                }
                _ => {}
            }
        }
        problems(context)
    }
}

fn add(links: &mut Vec<Rc<str>>, link: &Option<Rc<str>>) {
    if let Some(link) = link
        && !links.contains(link)
    {
        links.push(link.clone());
    }
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
