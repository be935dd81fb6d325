//! Finds the values in a text that is JSON, or was so once.

use std::ops::Range;

/// A value, with its name if it has one.
#[derive(Clone)]
pub struct Item {
    pub whole: Range<usize>,
    pub value: Range<usize>,
}

impl Item {
    /// The name, with its quotation marks; empty if it has none.
    pub fn name_span(&self, text: &[u8]) -> Range<usize> {
        let start = self.whole.start;
        start..if start == self.value.start { start } else { end_of_text(text, start) }
    }

    pub fn name<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.get(self.name_span(text.as_bytes()))?.strip_prefix('"')?.strip_suffix('"')
    }
}

/// All values, inner ones before those around them.
pub fn items(text: &[u8]) -> Vec<Item> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut name: Option<usize> = None;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            b'{' | b'[' => {
                open.push((name.take().unwrap_or(at), at));
                at += 1;
            }
            b'}' | b']' => {
                at += 1;
                name = None;
                if let Some((start, value)) = open.pop() {
                    found.push(Item { whole: start..at, value: value..at });
                }
            }
            b',' | b':' => at += 1,
            byte if byte.is_ascii_whitespace() => at += 1,
            b'"' if name.is_none() && is_name(text, end_of_text(text, at)) => {
                name = Some(at);
                at = end_of_text(text, at);
            }
            byte => {
                let end = if *byte == b'"' { end_of_text(text, at) } else { end_of_word(text, at) };
                found.push(Item { whole: name.take().unwrap_or(at)..end, value: at..end });
                at = end;
            }
        }
    }
    found
}

fn is_name(text: &[u8], end: usize) -> bool {
    text[end..].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

fn end_of_text(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

fn end_of_word(text: &[u8], start: usize) -> usize {
    let ends = |byte: &u8| b"{}[],:\"".contains(byte) || byte.is_ascii_whitespace();
    text[start..].iter().position(ends).map_or(text.len(), |length| start + length.max(1))
}
