//! The grammar of JSON, walked without recursion to find the first place that breaks it and to say why.
//!
//! `serde_json` reads values but tells only what it expected. People who edit by hand need the cause: a curly quote, a
//! comma too many. So this knows the same grammar, and the commonest ways to miss it.

use super::Fault;
use super::cursor::{Cursor, Place};
use std::collections::BTreeSet;

mod text;

/// How deeply `serde_json` lets lists and objects nest.
const DEEPEST: usize = 127;

/// A bracket that is still open.
struct Open<'a> {
    bracket: char,
    place: Place,
    /// The names so far, as they are written.
    names: BTreeSet<&'a str>,
}

/// What the grammar wants next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Value,
    FirstValueOrClose,
    FirstNameOrClose,
    Name,
    Colon,
    CommaOrClose,
    Nothing,
}

struct Scanner<'a> {
    cursor: Cursor<'a>,
    open: Vec<Open<'a>>,
    wanted: Wanted,
    /// Just behind the last token, and whether that was a text.
    behind: Place,
    behind_text: bool,
    comma: Place,
    repeated: Vec<Fault>,
}

/// Finds the first fault; or, in sound JSON, the names that an object has twice.
pub fn scan(text: &str) -> Result<Vec<Fault>, Fault> {
    let mut scanner = Scanner {
        cursor: Cursor::new(text),
        open: Vec::new(),
        wanted: Wanted::Value,
        behind: Place::START,
        behind_text: false,
        comma: Place::START,
        repeated: Vec::new(),
    };
    scanner.run()?;
    Ok(scanner.repeated)
}

impl Scanner<'_> {
    fn run(&mut self) -> Result<(), Fault> {
        loop {
            self.cursor.take_while(|character| matches!(character, ' ' | '\t' | '\n' | '\r'));
            let place = self.cursor.place;
            let Some(character) = self.cursor.peek() else {
                return self.at_end();
            };
            let is_text = self.token(character, place)?;
            self.behind = self.cursor.place;
            self.behind_text = is_text;
        }
    }

    /// Takes one token; tells whether it was a text.
    fn token(&mut self, character: char, place: Place) -> Result<bool, Fault> {
        use Wanted::*;
        match (self.wanted, character) {
            (Value | FirstValueOrClose, '{' | '[') => {
                if self.open.len() >= DEEPEST {
                    return fault(
                        place,
                        format!("lists and objects are nested more than {DEEPEST} deep; take some away"),
                    );
                }
                self.cursor.bump();
                self.open.push(Open { bracket: character, place, names: BTreeSet::new() });
                self.wanted = if character == '{' { FirstNameOrClose } else { FirstValueOrClose };
            }
            (Value | FirstValueOrClose, '"') => {
                self.text(place)?;
                self.value_done();
                return Ok(true);
            }
            (Name | FirstNameOrClose, '"') => {
                let name = self.text(place)?;
                if self.open.last_mut().is_some_and(|open| !open.names.insert(name)) {
                    let message = format!("\"{name}\" is given twice in the same object; the last one counts");
                    self.repeated.push(Fault { place, message });
                }
                self.wanted = Colon;
                return Ok(true);
            }
            (Value | FirstValueOrClose, '-' | '0'..='9') => {
                self.number(place)?;
                self.value_done();
            }
            (Value | FirstValueOrClose, 't' | 'f' | 'n') => {
                let word = self.cursor.clone().take_while(char::is_alphanumeric);
                if !matches!(word, "true" | "false" | "null") {
                    return fault(place, unexpected_word(word));
                }
                self.cursor.take_while(char::is_alphanumeric);
                self.value_done();
            }
            (Colon, ':') => {
                self.cursor.bump();
                self.wanted = Value;
            }
            (CommaOrClose, ',') => {
                self.cursor.bump();
                self.comma = place;
                let in_object = self.open.last().is_some_and(|open| open.bracket == '{');
                self.wanted = if in_object { Name } else { Value };
            }
            (CommaOrClose | FirstValueOrClose | FirstNameOrClose, ']' | '}') => {
                self.close(character, place)?;
                self.cursor.bump();
                self.value_done();
            }
            _ => return self.unexpected(character, place),
        }
        Ok(false)
    }

    fn value_done(&mut self) {
        self.wanted = if self.open.is_empty() { Wanted::Nothing } else { Wanted::CommaOrClose };
    }

    fn close(&mut self, bracket: char, place: Place) -> Result<(), Fault> {
        let matches = |open: &Open| (open.bracket == '{') == (bracket == '}');
        match self.open.pop() {
            Some(open) if !matches(&open) => {
                let right = if bracket == '}' { ']' } else { '}' };
                let (opened, line) = (open.bracket, open.place.line);
                fault(
                    place,
                    format!("{bracket} does not close the {opened} of line {line}; a {right} is missing before it"),
                )
            }
            _ => Ok(()),
        }
    }

    fn number(&mut self, place: Place) -> Result<(), Fault> {
        let number = self.cursor.take_while(|next| next.is_ascii_alphanumeric() || matches!(next, '.' | '+' | '-'));
        if is_number(number) {
            return Ok(());
        }
        fault(
            place,
            format!("{number} is not a number of JSON; write digits alone, such as 2140 or 42.5, or put it in quotes"),
        )
    }

    fn at_end(&self) -> Result<(), Fault> {
        match self.open.last() {
            Some(open) => {
                let (bracket, Place { line, column }) = (open.bracket, open.place);
                let right = if bracket == '{' { '}' } else { ']' };
                fault(
                    self.behind,
                    format!(
                        "the file ends, but the {bracket} of line {line}, column {column} is never closed; add a {right}"
                    ),
                )
            }
            None => Ok(()),
        }
    }

    /// Says why `character` cannot be here.
    fn unexpected(&mut self, character: char, place: Place) -> Result<bool, Fault> {
        use Wanted::*;
        let starts_value = matches!(character, '"' | '{' | '[' | '-') || character.is_alphanumeric();
        let message = match (self.wanted, character) {
            (_, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’') => {
                "this is a curly quote, as Word writes it; JSON needs the straight \"".into()
            }
            (_, '\'' | '`') => "this is a single quote; JSON needs the double quote \"".into(),
            (_, '/' | '#') => "this is a comment; JSON has none, so take it out".into(),
            (_, '\u{a0}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}') => {
                "here is an invisible special character, as Word or a web page makes it; replace it by a plain space"
                    .into()
            }
            (Nothing, _) => {
                "the JSON has ended before this; take out what follows, or the bracket that ends it too early".into()
            }
            (Value | Name, ']' | '}') if self.comma == self.last_token() => {
                return fault(self.comma, format!("this comma is the last thing before {character}; take it out"));
            }
            (Value | Name | FirstValueOrClose | FirstNameOrClose, ',') => {
                "here is a comma with nothing before it; take it out".into()
            }
            (CommaOrClose, _) if starts_value => {
                let message = if self.behind_text && place == self.behind {
                    "the text ended before this; write \\\" for a quotation mark inside a text, or add the missing comma"
                } else {
                    "a comma is missing here"
                };
                return fault(self.behind, message.into());
            }
            (Colon, _) => {
                return fault(self.behind, "a colon is missing here, between the field's name and its value".into());
            }
            (Name | FirstNameOrClose, '0'..='9') => {
                "here must be a field's name; a number has no comma in it: write 2140, not 2,140".into()
            }
            (Name | FirstNameOrClose, _) if character.is_alphanumeric() || character == '_' => {
                let name = self.cursor.take_while(|next| next.is_alphanumeric() || next == '_');
                format!("{name} needs double quotes around it, as every field's name does: \"{name}\"")
            }
            (Value | FirstValueOrClose, _) if character.is_alphabetic() => {
                unexpected_word(self.cursor.take_while(char::is_alphanumeric))
            }
            (Value, ']' | '}') => "a value is missing before this".into(),
            (Value | FirstValueOrClose, '.' | '+') => "a number starts with a digit: write 0.5 or 5".into(),
            (Name | FirstNameOrClose, _) => {
                format!("here must be a field's name in double quotes, but there is {character}")
            }
            (CommaOrClose, '%') => "a number has no sign behind it; write 45, not 45%".into(),
            (CommaOrClose, _) => format!("here must be a comma or a closing bracket, but there is {character}"),
            (Value | FirstValueOrClose, _) => format!("here must be a value, but there is {character}"),
        };
        fault(place, message)
    }

    /// Where the last token started, if it was one character long.
    fn last_token(&self) -> Place {
        Place { column: self.behind.column.saturating_sub(1), ..self.behind }
    }
}

fn fault<T>(place: Place, message: String) -> Result<T, Fault> {
    Err(Fault { place, message })
}

fn unexpected_word(word: &str) -> String {
    format!("{word} needs double quotes around it: \"{word}\"; only numbers, true, false and null go without")
}

/// Whether this is a number by the grammar of JSON.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (text, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && digits(exponent) && (whole == "0" || !whole.starts_with('0'))
}
