//! Finds duplicate names in a list.

use super::{Node, cut};
use crate::config::{Severity, Text};
use std::rc::Rc;

/// The names in a list so far, sorted: to compare thousands of places pairwise would be slow.
#[derive(Default)]
pub struct Names(Vec<Rc<str>>);

impl Names {
    /// Adds the name of an entry; if an earlier one has the same, warns and returns false.
    #[inline(never)]
    pub fn add(&mut self, node: &Node, name: &Text) -> bool {
        let (shown, _) = name.in_language(node.context.lang.get());
        match self.0.binary_search_by(|known| (**known).cmp(shown)) {
            Ok(_) => {
                let message = ["\"", &cut(shown), "\" is in the list twice; take one out, or give it another name"];
                node.report(Severity::Warning, &message);
                false
            }
            Err(at) => {
                self.0.insert(at, shown.into());
                true
            }
        }
    }
}
