//! Finds the entry of a list by its name, and duplicate names.

use super::{Node, cut};
use crate::config::fold::{clean, fold};
use crate::config::{Severity, Text};
use crate::text::hash;

/// How many chains the names are spread over: in a file of as many rows as it may have, each is of ten.
const CHAINS: usize = 1024;

/// The names in a list so far, each with the number of its entry. Names that people write alike are the same. They are
/// hashed: to compare thousands of places pairwise would be slow.
pub struct Names {
    /// For each hash, the index of the last name with it.
    last: [usize; CHAINS],
    list: Vec<Name>,
}

impl Default for Names {
    fn default() -> Self {
        Self { last: [usize::MAX; CHAINS], list: Vec::new() }
    }
}

struct Name {
    folded: String,
    number: usize,
    /// The index of the name before it with the same hash.
    before: usize,
}

impl Names {
    /// The number of the entry with this name. If there is none, it is added as `number`.
    #[inline(never)]
    pub fn number(&mut self, name: &str, number: usize) -> usize {
        let folded = fold(&clean(name));
        let Some(last) = self.last.get_mut(hash(&folded) as usize % CHAINS) else { return number };
        let mut at = *last;
        while let Some(known) = self.list.get(at) {
            if known.folded == folded {
                return known.number;
            }
            at = known.before;
        }
        let before = std::mem::replace(last, self.list.len());
        self.list.push(Name { folded, number, before });
        number
    }

    /// Adds the name of an entry; if an earlier one has the same, reports that and returns false. It is an error where the entry
    /// is then left out.
    #[inline(never)]
    pub fn add(&mut self, node: &Node, name: &Text, severity: Severity) -> bool {
        let (shown, _) = name.in_language(node.context.lang.get());
        let next = self.list.len();
        let is_new = self.number(shown, next) == next;
        if !is_new {
            let so = if severity == Severity::Error { ", so the second is left out" } else { "" };
            let message = ["\"", &cut(shown), "\" is in the list twice", so, "; take one out, or give it another name"];
            node.report(severity, &message);
        }
        is_new
    }
}
