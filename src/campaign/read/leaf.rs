//! Values that are not made of others: texts, words, yes or no.

use super::{Node, Severity};
use crate::campaign::json::Json;
use crate::campaign::sentence::sentence;
use crate::campaign::{Colour, Text};
use crate::words::Lang;
use std::rc::Rc;

impl Node<'_> {
    /// Plain text that is not empty, the same in every language. A number is taken, with a warning.
    #[inline(never)]
    pub fn plain(&self) -> Option<Rc<str>> {
        let text = match self.value {
            Json::Text(text) => text.trim_ascii(),
            Json::Number(number) => {
                let message = ["is the number ", number, "; write it in quotes: \"", number, "\""];
                self.tell_named(Severity::Warning, &message);
                number
            }
            _ => {
                self.wrong(&["text in quotes"]);
                return None;
            }
        };
        if text.is_empty() {
            self.lacks("is empty; write something, or leave it out");
            return None;
        }
        Some(text.into())
    }

    /// Text in one language or two.
    #[inline(never)]
    pub fn text(&self) -> Option<Text> {
        let mut text = Text::default();
        match self.value {
            Json::Object(_) => {
                let mut fields = self.fields()?;
                text.en = fields.get("en", Node::plain);
                text.cy = fields.get("cy", Node::plain);
                fields.done();
                if text.en.is_none() && text.cy.is_none() {
                    self.lacks("has no text; give it \"en\", \"cy\" or both");
                    return None;
                }
                if text.en.is_some() && text.cy.is_some() {
                    self.context.bilingual.set(true);
                }
            }
            Json::Text(_) | Json::Number(_) => {
                let plain = Some(self.plain()?);
                match self.context.lang.get() {
                    Lang::En => text.en = plain,
                    Lang::Cy => text.cy = plain,
                }
            }
            _ => {
                self.wrong(&["text in quotes, or an object with \"en\" and \"cy\""]);
                return None;
            }
        }
        Some(text)
    }

    /// `true` or `false`; in quotes with a warning.
    pub fn yes_or_no(&self) -> Option<bool> {
        let text = self.string();
        let is = match self.value {
            Json::Bool(is) => return Some(*is),
            _ if text.eq_ignore_ascii_case("true") => true,
            _ if text.eq_ignore_ascii_case("false") => false,
            _ => {
                self.wrong(&["true or false, without quotes"]);
                return None;
            }
        };
        self.warn("is text; write it without quotes");
        Some(is)
    }

    /// The text that this is, or an empty one.
    #[inline(never)]
    pub fn string(&self) -> &str {
        match self.value {
            Json::Text(text) => text.trim_ascii(),
            _ => "",
        }
    }

    /// Which of `words` this is, in any case, shortened, or as schema.org's address of it; not letter by letter with a
    /// warning.
    #[inline(never)]
    pub fn word(&self, words: &[&str]) -> Option<usize> {
        const SHORTEST: usize = 3;
        let written = self.string();
        let address = written.strip_prefix("https://schema.org/").or(written.strip_prefix("http://schema.org/"));
        let word = address.unwrap_or(written);
        let mut rule = String::new();
        for (index, known) in words.iter().enumerate() {
            let start = known.get(..word.len().max(SHORTEST));
            if start.is_some_and(|start| start.eq_ignore_ascii_case(word)) {
                if !written.ends_with(known) {
                    self.tell_named(Severity::Warning, &["is ", &self.shown(), "; write \"", known, "\""]);
                }
                return Some(index);
            }
            rule = sentence(&[&rule, if index == 0 { "one of \"" } else { "\", \"" }, known]);
        }
        self.wrong(&[&rule, "\""]);
        None
    }

    /// A colour, `#005eb8` or `#05b`.
    pub fn colour(&self) -> Option<Colour> {
        let mut digits = Vec::new();
        for letter in self.string().chars().skip(1) {
            digits.push(letter.to_digit(16).unwrap_or(u32::MAX));
        }
        let channel = |high: u32, low: u32| u8::try_from(high.saturating_mul(16).saturating_add(low)).ok();
        let colour = match *digits.as_slice() {
            _ if !self.string().starts_with('#') => None,
            [r, g, b] => colour(channel(r, r), channel(g, g), channel(b, b)),
            [r, s, g, h, b, c] => colour(channel(r, s), channel(g, h), channel(b, c)),
            _ => None,
        };
        if colour.is_none() {
            self.wrong(&["a colour such as \"#005eb8\""]);
        }
        colour
    }
}

fn colour(r: Option<u8>, g: Option<u8>, b: Option<u8>) -> Option<Colour> {
    Some(Colour(r?, g?, b?))
}
