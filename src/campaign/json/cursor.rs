//! Walks a text character by character and knows the line and the column.

use std::iter::Peekable;
use std::str::CharIndices;

/// Where a character is, as an editor shows it: lines and columns from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Place {
    /// The first character.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// A text and the place reached in it.
#[derive(Clone)]
pub struct Cursor<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    /// The place of the next character.
    pub place: Place,
}

impl<'a> Cursor<'a> {
    /// At the first character.
    pub fn new(text: &'a str) -> Self {
        Self { text, rest: text.char_indices().peekable(), place: Place::START }
    }

    /// The next character, which stays the next one.
    pub fn peek(&mut self) -> Option<char> {
        self.rest.peek().map(|(_, character)| *character)
    }

    /// Takes the next character.
    pub fn bump(&mut self) -> Option<char> {
        let (_, character) = self.rest.next()?;
        if character == '\n' {
            self.place = Place { line: self.place.line + 1, column: 1 };
        } else {
            self.place.column += 1;
        }
        Some(character)
    }

    /// Takes characters as long as they are `wanted`, and gives them.
    pub fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let start = self.offset();
        while self.peek().is_some_and(&wanted) {
            self.bump();
        }
        self.since(start)
    }

    /// How many bytes are behind.
    pub fn offset(&mut self) -> usize {
        self.rest.peek().map_or(self.text.len(), |(offset, _)| *offset)
    }

    /// The text from a byte offset to here.
    pub fn since(&mut self, start: usize) -> &'a str {
        let end = self.offset();
        self.text.get(start..end).unwrap_or_default()
    }

    /// All that is still to come.
    pub fn ahead(&mut self) -> &'a str {
        let start = self.offset();
        self.text.get(start..).unwrap_or_default()
    }
}
