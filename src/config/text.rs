//! Texts that a config gives in one language or in several.

use crate::words::Lang;
use std::rc::Rc;

/// Plain text in one language or two; at least one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The English text.
    pub en: Option<Rc<str>>,
    /// The Welsh text.
    pub cy: Option<Rc<str>>,
}

impl Text {
    /// The text in `lang`, or else in the other language; and the language that it is in.
    pub fn in_language(&self, lang: Lang) -> (&str, Lang) {
        let (first, second, other) = match lang {
            Lang::En => (&self.en, &self.cy, Lang::Cy),
            Lang::Cy => (&self.cy, &self.en, Lang::En),
        };
        match (first, second) {
            (Some(text), _) => (text, lang),
            (None, Some(text)) => (text, other),
            (None, None) => ("", lang),
        }
    }
}
