//! The position at which malformed JSON goes wrong, and the text around it.

use super::before::Before;
use crate::config::read::cut;
use crate::text::sentence;

/// A position in malformed JSON.
pub struct Spot<'a> {
    text: &'a str,
    at: usize,
    /// What is before it.
    pub before: Before,
    /// The text from it on.
    pub rest: &'a str,
    /// The character at it, or NUL at the end.
    pub letter: char,
    /// The text from it on that was meant as one value or name: up to the next sign of JSON or the end of the line.
    pub bare: &'a str,
    /// The last character of the string before it, white space aside; the opening quotation mark if it is empty.
    pub string_end: u8,
    /// Whether a value can be here.
    pub wants_value: bool,
    /// Whether the name of a field can be here.
    pub wants_name: bool,
    /// Whether it is a closing bracket.
    pub closes: bool,
}

impl<'a> Spot<'a> {
    /// The byte that cannot be there, or the start of the value on its line that it is in.
    pub fn new(text: &'a str, at: usize) -> Self {
        let spot = Self::at(text, at);
        let begun = text.get(spot.before.behind_sign..at).unwrap_or_default().trim_ascii_start();
        if spot.before.in_text
            || spot.is_invisible()
            || matches!(spot.letter, '\0' | '"' | '[' | ']' | '{' | '}' | ';' | '=')
            || begun.bytes().any(|byte| matches!(byte, b'"' | b'\r' | b'\n'))
        {
            return spot;
        }
        Self::at(text, at - begun.len())
    }

    #[inline(never)]
    fn at(text: &'a str, at: usize) -> Self {
        let (passed, rest) = text.split_at_checked(at).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b',' | b'[' | b']' | b'{' | b'}' | b'"' | b'\r' | b'\n');
        let end = rest.as_bytes().iter().position(is_end).unwrap_or(rest.len());
        let before = Before::new(passed.as_bytes());
        let string = passed.as_bytes().get(before.quote..before.last_at()).unwrap_or_default();
        let letter = rest.chars().next().unwrap_or_default();
        let is_in_list = before.bracket() == b'[';
        Self {
            text,
            at,
            rest,
            letter,
            bare: rest.get(..end).unwrap_or_default().trim_ascii_end(),
            string_end: string.trim_ascii_end().last().copied().unwrap_or_default(),
            wants_value: matches!(before.last, 0 | b':' | b'[') || (before.last == b',' && is_in_list),
            wants_name: before.last == b'{' || (before.last == b',' && !is_in_list),
            closes: matches!(letter, ']' | '}'),
            before,
        }
    }

    /// The position itself.
    pub fn here(&self) -> usize {
        self.at
    }

    /// The first character of the file.
    pub fn start(&self) -> usize {
        self.text.len() - self.text.trim_ascii_start().len()
    }

    /// The position after the last thing before it.
    pub fn behind(&self) -> usize {
        self.before.behind
    }

    /// The last byte before it that is no white space.
    pub fn last(&self) -> usize {
        self.before.last_at()
    }

    /// The start of the last string before it.
    pub fn quote(&self) -> usize {
        self.before.quote
    }

    /// The bracket that is still open, or the end of the file.
    pub fn bracket(&self) -> usize {
        self.before.open.last().map_or(self.at, |(at, _)| *at)
    }

    /// Whether the last thing was the name of a field.
    pub fn has_name(&self) -> bool {
        self.before.last == b'"' && self.before.bracket() == b'{' && matches!(self.before.sign, b'{' | b',')
    }

    /// Whether the string before it touches it.
    pub fn touches(&self) -> bool {
        self.before.last == b'"' && self.before.behind == self.at
    }

    /// Whether it is something that an editor does not show.
    pub fn is_invisible(&self) -> bool {
        matches!(self.letter, '\u{a0}' | '\u{feff}' | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{3000}')
    }

    /// Whether a comment begins here. `#005eb8` in the place of a value is none, nor is `/flu.html`.
    pub fn is_comment(&self) -> bool {
        let next = self.bare.as_bytes().get(1).copied().unwrap_or(b' ');
        match self.letter {
            '#' => !self.wants_value || next == b' ',
            '/' => matches!(next, b'/' | b'*'),
            '<' => next == b'!',
            _ => false,
        }
    }

    /// Whether this is meant as a number, and not as a telephone number, a date or a time.
    pub fn is_number(&self) -> bool {
        let (mut digits, mut points, mut hyphens) = (0, 0, 0);
        for byte in self.bare.bytes() {
            match byte {
                b'0'..=b'9' => digits += 1,
                b'.' => points += 1,
                b'-' => hyphens += 1,
                // Also the pound sign, which is two bytes.
                b' ' | b'+' | b'_' | b'%' | 0x80.. => {}
                _ => return false,
            }
        }
        let is_dialled = digits > 9 || digits > 5 && matches!(self.letter, '0' | '+');
        digits > 0 && points < 2 && hyphens < 2 && !is_dialled
    }

    /// Whether this is meant as a word of JSON.
    pub fn is_keyword(&self) -> bool {
        ["true", "false", "null", "yes", "no", "none"].iter().any(|word| self.bare.eq_ignore_ascii_case(word))
    }

    /// Whether the string was meant to end before this line break: only JSON's own signs come before the next quote.
    pub fn ends_on_this_line(&self) -> bool {
        self.rest.bytes().take_while(|byte| *byte != b'"').all(|byte| b" \t\r\n{}[],:".contains(&byte))
    }

    /// The sentence with [`Self::bare`], shortened, in the place of `~`.
    pub fn fill(&self, text: &str) -> String {
        match text.split_once('~') {
            Some((before, after)) => sentence(&[before, &cut(self.bare), after]),
            None => text.into(),
        }
    }
}
