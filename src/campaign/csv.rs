//! The CSV files that a config names.

use super::Campaign;
use crate::config::csv::Usability;
use crate::config::read::Context;
use crate::config::{Environment, Problem, csv};
use std::rc::Rc;

impl Campaign {
    /// The address of every CSV file that a section that is shown names, once each, in their order.
    pub fn csv_links(&self) -> Vec<Rc<str>> {
        let mut links = Vec::new();
        for section in &self.sections {
            section.add_csv_links(&mut links);
        }
        links
    }

    /// Puts what the CSV file at the address `file` says wherever the config names that file: groups in place of those of
    /// a chart, sessions beside those of the places. What cannot be used leaves what was there. Relative links are those
    /// that `environment` resolves: against the file's own address. To be called once for each file: a second time adds
    /// the same sessions again.
    pub fn with_csv(&mut self, file: &str, text: &str, environment: &dyn Environment) -> (Usability, Vec<Problem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut context = Context::new(environment);
        context.lang.set(self.lang);
        context.file = Some(file);
        let mut usability = Usability::Used;
        for section in &mut self.sections {
            usability = usability.max(section.with_csv(text, &mut context));
        }
        (usability, csv::problems(context))
    }
}
