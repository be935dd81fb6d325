//! Texts that a config gives in one language or in several.

use crate::words::Lang;
use std::rc::Rc;

/// Plain text in at least one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text([Option<Rc<str>>; Lang::ALL.len()]);

impl Text {
    /// The same text, with `words` for `lang`.
    #[must_use]
    pub fn with(mut self, lang: Lang, words: Rc<str>) -> Self {
        if let Some(entry) = self.0.get_mut(lang as usize) {
            *entry = Some(words);
        }
        self
    }

    /// The text in `lang`.
    #[inline(never)]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.get(lang as usize)?.as_deref()
    }

    /// The text by language; `None` if it is not in that one.
    pub fn all(&self) -> &[Option<Rc<str>>] {
        &self.0
    }

    /// The text in `lang`, or else in the first other language that it has; and that language.
    pub fn in_language(&self, lang: Lang) -> (&str, Lang) {
        let mut found = lang;
        for other in &Lang::ALL {
            if self.get(found).is_none() {
                found = *other;
            }
        }
        match self.get(found) {
            Some(text) => (text, found),
            None => ("", lang),
        }
    }
}
