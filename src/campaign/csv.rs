//! The CSV files that a config names.

use super::Campaign;
use crate::config::csv::Usability;
use crate::config::read::Context;
use crate::config::{Environment, Problem};
use std::rc::Rc;

impl Campaign {
    /// The addresses of all CSV files that the shown sections name, in order, without duplicates.
    pub fn csv_links(&self) -> Vec<Rc<str>> {
        let mut links = Vec::new();
        for section in &self.sections {
            section.add_csv_links(&mut links);
        }
        links
    }

    /// Applies the CSV file at the address `file` to every section that names it: groups replace those of a chart,
    /// sessions are added to those of the places. An unusable file changes nothing. `environment` must resolve relative
    /// links against the file's own address. To be called once for each file: a second call adds the same sessions
    /// again.
    pub fn with_csv(&mut self, file: &str, text: &str, environment: &dyn Environment) -> (Usability, Vec<Problem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut context = Context::new(environment);
        context.lang.set(self.lang);
        context.file = Some(file);
        let mut usability = Usability::Used;
        for section in &mut self.sections {
            usability = usability.max(section.with_csv(text, &mut context));
        }
        (usability, context.problems.into_inner())
    }
}
