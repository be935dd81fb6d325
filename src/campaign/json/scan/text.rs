//! Texts: where one should have ended, and what may not stand in it.

use super::super::Fault;
use super::super::cursor::{Cursor, Place};
use super::{Scanner, fault};

impl<'a> Scanner<'a> {
    /// Takes a text from its opening quote to its closing one; gives what is between, as it is written.
    pub(super) fn text(&mut self, opened: Place) -> Result<&'a str, Fault> {
        self.cursor.bump();
        let start = self.cursor.offset();
        loop {
            let place = self.cursor.place;
            match self.cursor.peek() {
                None => return fault(opened, unclosed(self.cursor.since(start))),
                Some('"') => {
                    let text = self.cursor.since(start);
                    self.cursor.bump();
                    return Ok(text);
                }
                Some('\r' | '\n') => {
                    let line = self.cursor.since(start);
                    if ends_on_this_line(self.cursor.ahead()) {
                        return fault(opened, unclosed(line));
                    }
                    return fault(place, "a text cannot go on to the next line; join the lines, or write \\n".into());
                }
                Some('\t') => return fault(place, "here is a tab inside a text; write a space".into()),
                Some(character) if character < ' ' => {
                    return fault(place, "here is an invisible control character inside a text; take it out".into());
                }
                Some('\\') => {
                    self.cursor.bump();
                    if !escape(&mut self.cursor) {
                        let message =
                            "a backslash inside a text is written twice: \\\\ (only \\n, \\\" and the like go alone)";
                        return fault(place, message.into());
                    }
                }
                Some(_) => {
                    self.cursor.bump();
                }
            }
        }
    }
}

/// Whether the text was meant to end before this line break: up to the next quote is nothing but JSON's own signs.
fn ends_on_this_line(ahead: &str) -> bool {
    let until_quote = ahead.split('"').next().unwrap_or_default();
    until_quote.chars().all(|next| next.is_whitespace() || "{}[],:".contains(next))
}

fn unclosed(text: &str) -> String {
    if text.contains(['“', '”', '„']) {
        "this text has a curly quote, as Word writes it, where it should end; JSON needs the straight \"".into()
    } else {
        "this text is not closed; a \" is missing at its end".into()
    }
}

/// Takes what is behind a backslash; false where JSON knows no such escape.
fn escape(cursor: &mut Cursor) -> bool {
    match cursor.bump() {
        Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => true,
        Some('u') => match unit(cursor) {
            // Two units together make one character above U+FFFF; neither may stand alone.
            Some(0xd800..0xdc00) => {
                cursor.bump() == Some('\\')
                    && cursor.bump() == Some('u')
                    && matches!(unit(cursor), Some(0xdc00..0xe000))
            }
            Some(0xdc00..0xe000) | None => false,
            Some(_) => true,
        },
        _ => false,
    }
}

/// Four hexadecimal digits.
fn unit(cursor: &mut Cursor) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit * 16 + cursor.bump()?.to_digit(16)?;
    }
    Some(unit)
}
