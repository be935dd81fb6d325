//! Scalar values: text, keywords, booleans, colours.

use super::Node;
use crate::config::json::Json;
use crate::config::{Colour, Keyword, Severity, Text};
use crate::text::sentence;
use crate::words::{Lang, Languages};
use std::rc::Rc;

impl Node<'_> {
    /// Plain text that is not empty, the same in every language. A number is accepted, with a warning.
    #[inline(never)]
    pub fn required_text(&self) -> Option<Rc<str>> {
        let text = match self.value {
            Json::Text(text) => {
                if has_html(text) {
                    self.warn("has HTML, which is shown as it is written; write & for &amp; and leave out the tags");
                }
                text.trim_ascii()
            }
            Json::Number(number) => {
                let shown = self.shown();
                let message = ["is the number ", &shown, "; write it in quotes: \"", &shown, "\""];
                self.report_named(Severity::Warning, &message);
                number
            }
            _ => {
                self.invalid(&["text in quotes"]);
                return None;
            }
        };
        if text.is_empty() {
            self.empty("is empty", "write something");
            return None;
        }
        Some(text.into())
    }

    /// Text in one language or two. One that is in one language is reported if the campaign has two.
    pub fn text(&self) -> Option<Text> {
        self.text_in(true)
    }

    /// Text in one language or two that may be the same in both: the name of a place or of an organisation.
    pub fn proper_name(&self) -> Option<Text> {
        self.text_in(false)
    }

    #[inline(never)]
    fn text_in(&self, is_translated: bool) -> Option<Text> {
        let mut text = Text::default();
        let mut languages = Languages::default();
        match self.value {
            Json::Object(_) => {
                let mut fields = self.fields()?;
                for lang in &Lang::ALL {
                    if let Some(words) = fields.get(lang.code(), Node::required_text) {
                        text = text.with(*lang, words);
                        languages = languages.with(*lang);
                    }
                }
                fields.done();
                if languages == Languages::default() {
                    self.empty("has no text", "give it \"en\", \"cy\" or both");
                    return None;
                }
            }
            Json::Text(_) | Json::Number(_) => {
                text = text.with(self.context.lang.get(), self.required_text()?);
            }
            _ => {
                self.invalid(&["text in quotes, or { \"en\": \"…\", \"cy\": \"…\" }"]);
                return None;
            }
        }
        if languages.has_several() {
            self.context.languages.set(self.context.languages.get().union(languages));
        } else if is_translated && self.context.lacks_translation(self.segment.field()) {
            self.warn("is in one language, and others are in two; write {\"en\": \"…\", \"cy\": \"…\"}");
        }
        Some(text)
    }

    /// `true` or `false`; as a string with a warning.
    pub fn yes_or_no(&self) -> Option<bool> {
        let text = self.raw_string();
        let is = match self.value {
            Json::Bool(is) => return Some(*is),
            _ if text.eq_ignore_ascii_case("true") => true,
            _ if text.eq_ignore_ascii_case("false") => false,
            _ => {
                self.invalid(&["true or false, without quotes"]);
                return None;
            }
        };
        self.warn("is text; write it without quotes");
        Some(is)
    }

    /// The string, trimmed; empty for any other value.
    #[inline(never)]
    pub fn raw_string(&self) -> &str {
        match self.value {
            Json::Text(text) => text.trim_ascii(),
            _ => "",
        }
    }

    /// The value of this keyword.
    pub fn keyword<T: Keyword>(&self) -> Option<T> {
        T::ALL.get(self.word(T::WORDS)?).copied()
    }

    /// The index in `words`, in any letter case, abbreviated or in the plural, or as a schema.org address; with a warning if it is not
    /// spelt exactly so.
    #[inline(never)]
    pub fn word(&self, words: &[&str]) -> Option<usize> {
        const SHORTEST: usize = 3;
        let written = self.raw_string();
        let address = written.strip_prefix("https://schema.org/").or(written.strip_prefix("http://schema.org/"));
        let word = address.unwrap_or(written);
        // "Weds", "Thurs." and "Mondays" are days, too.
        let word = word.strip_suffix('.').unwrap_or(word);
        let word = word.strip_suffix('s').unwrap_or(word);
        let mut rule = String::new();
        for (index, known) in words.iter().enumerate() {
            let start = known.get(..word.len().max(SHORTEST));
            if start.is_some_and(|start| start.eq_ignore_ascii_case(word)) {
                if !written.ends_with(known) {
                    self.report_named(Severity::Warning, &["is ", &self.shown(), "; write \"", known, "\""]);
                }
                return Some(index);
            }
            rule = sentence(&[&rule, if index == 0 { "one of \"" } else { "\", \"" }, known]);
        }
        self.invalid(&[&rule, "\""]);
        None
    }

    /// A colour, `#005eb8` or `#05b`.
    pub fn colour(&self) -> Option<Colour> {
        let colour = hex(self.raw_string());
        if colour.is_none() {
            self.invalid(&["a colour such as \"#005eb8\""]);
        }
        colour
    }
}

/// Whether it has a character reference such as `&amp;`, or a tag such as `<br>`.
fn has_html(text: &str) -> bool {
    let (mut open, mut letters) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b'&' | b'<' => (open, letters) = (byte, 0),
            b';' if open == b'&' && letters > 1 => return true,
            b'>' if open == b'<' && letters > 0 => return true,
            b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'#' => letters += 1,
            b'0'..=b'9' if letters > 0 => letters += 1,
            // A tag has attributes, which an email address in angle brackets has not.
            _ if open == b'<' && letters > 0 && byte != b'@' => {}
            _ => open = 0,
        }
    }
    false
}

fn hex(text: &str) -> Option<Colour> {
    let mut all = 0;
    for letter in text.strip_prefix('#')?.chars().take(7) {
        all = all << 4 | letter.to_digit(16)?;
        if text.len() == 4 {
            all = all << 4 | all & 15;
        }
    }
    let [_, r, g, b] = u32::to_be_bytes(all);
    if matches!(text.len(), 4 | 7) { Some(Colour(r, g, b)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_html() {
        for html in
            ["Flu &amp; COVID", "a<br>b", "<b>Flu</b>", "a<br />", "<a href=\"x\">", "</p>", "&#39;", "?a&amp;b"]
        {
            assert!(has_html(html), "{html}");
        }
        for text in ["Flu & COVID; RSV", "<5 and >3", "Flu <flu@trust.example>", "a < b > c", "A&E; R&D;", "&;", "<>"] {
            assert!(!has_html(text), "{text}");
        }
    }

    #[test]
    fn reads_colours_of_three_and_six_digits() {
        assert_eq!(hex("#005eb8"), Some(Colour(0, 0x5e, 0xb8)));
        assert_eq!(hex("#05B"), Some(Colour(0, 0x55, 0xbb)));
        for wrong in ["", "#", "#05", "#0055", "005eb8", "#005eb", "#005eb80", "#00eé", "#xyz", "##05"] {
            assert_eq!(hex(wrong), None, "{wrong}");
        }
    }
}
