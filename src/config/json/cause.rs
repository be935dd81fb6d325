//! Why a file is not JSON, and where.
//!
//! `serde_json` reports where it stopped and what it expected. People who edit by hand need the cause, such as a curly
//! quote or a comma too many. So this checks the text around that position for the most common mistakes.

use super::before::Before;
use super::{digits, place, sentence};

/// The byte at which the cause is, and a sentence about it.
pub fn cause(text: &str, error: &serde_json::Error) -> (usize, String) {
    let bytes = text.as_bytes();
    let mut at = if error.is_eof() { text.len() } else { offset(bytes, error.line(), error.column()) };
    let mut before = Before::new(bytes.get(..at).unwrap_or_default());
    let rest = text.get(at..).unwrap_or_default();
    if let Some(quote) = before.quote {
        return in_text(text.get(quote..at).unwrap_or_default(), quote, rest);
    }
    if rest.bytes().next().is_some_and(is_word) {
        // `serde_json` stops inside a word, at the first byte that cannot continue the literal.
        let word = bytes.get(..at).unwrap_or_default();
        at = word.iter().rposition(|byte| !is_word(*byte)).map_or(0, |before| before + 1);
        before = Before::new(bytes.get(..at).unwrap_or_default());
    }
    unexpected(text, at, &before)
}

/// The byte offset of a line and a column, both counted from 1 and in bytes.
fn offset(bytes: &[u8], line: usize, column: usize) -> usize {
    let mut line_start = 0;
    let mut lines = 1;
    for (at, byte) in bytes.iter().enumerate() {
        if lines == line {
            break;
        }
        if *byte == b'\n' {
            lines += 1;
            line_start = at + 1;
        }
    }
    (line_start + column).saturating_sub(1)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_.+-".contains(&byte)
}

/// A string that is not closed, or a character that is not allowed in one.
fn in_text(text: &str, quote: usize, rest: &str) -> (usize, String) {
    let here = quote + text.len();
    let (at, message) = match rest.bytes().next() {
        Some(b'\n' | b'\r') if !ends_on_this_line(rest) => {
            (here, "a text cannot go on to the next line; join the lines, or write \\n")
        }
        None | Some(b'\n' | b'\r') if text.contains(['“', '”', '„']) => {
            (quote, "this text has a curly quote, as Word writes it, where it should end; JSON needs the straight \"")
        }
        None | Some(b'\n' | b'\r') => (quote, "this text is not closed; a \" is missing at its end"),
        Some(byte) if byte < b' ' => {
            (here, "here is a tab or another invisible character inside a text; write a space")
        }
        _ => (here, "a backslash inside a text is written twice: \\\\ (only \\n, \\\" and the like go alone)"),
    };
    (at, message.into())
}

/// Whether the string was meant to end before this line break: only JSON's own signs come before the next quote.
fn ends_on_this_line(rest: &str) -> bool {
    rest.bytes().take_while(|byte| *byte != b'"').all(|byte| b" \t\r\n{}[],:".contains(&byte))
}

fn is_curly(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’')
}

/// An unexpected character outside strings.
fn unexpected(text: &str, at: usize, before: &Before) -> (usize, String) {
    let rest = text.get(at..).unwrap_or_default();
    let Some(letter) = rest.chars().next() else {
        return (before.behind, at_end(text, before));
    };
    let word = rest.bytes().take_while(|byte| is_word(*byte)).count();
    let word = rest.get(..word).unwrap_or_default();
    let digit = matches!(letter, '0'..='9' | '-' | '+' | '.');
    let closes = matches!(letter, ']' | '}');
    let mut place = at;
    let message = if is_curly(letter) {
        "this is a curly quote, as Word writes it; JSON needs the straight \""
    } else if matches!(letter, '\'' | '`') {
        "this is a single quote; JSON needs the double quote \""
    } else if matches!(letter, '/' | '#') {
        "this is a comment; JSON has none, so take it out"
    } else if matches!(letter, '\u{a0}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}') {
        "here is an invisible special character, as Word or a web page makes it; replace it by a plain space"
    } else if before.last != 0 && before.open.is_empty() {
        "the JSON has ended before this; take out what follows, or the bracket that ends it too early"
    } else if closes && before.last == b',' {
        place = before.behind - 1;
        "this comma is the last thing before a closing bracket; take it out"
    } else if before.has_name() {
        place = before.behind;
        "a colon is missing here, between the field's name and its value"
    } else if closes && before.last != b':' && (letter == ']') != (before.bracket() == b'[') {
        "this does not close the bracket that is open; another closing bracket is missing before it"
    } else if letter == ',' && (before.wants_name() || before.wants_value()) {
        "here is a comma with nothing before it; take it out"
    } else if letter == '%' {
        "a number has no sign behind it; write 45, not 45%"
    } else if before.wants_name() && digit {
        "here must be a field's name; a number has no comma in it: write 2140, not 2,140"
    } else if before.wants_name() && !word.is_empty() {
        return (at, sentence(&[word, " needs double quotes around it: \"", word, "\""]));
    } else if before.wants_name() {
        "here must be a field's name in double quotes"
    } else if before.wants_value() && digit {
        return (at, sentence(&[word, " is not a number of JSON; write digits alone, such as 2140 or 0.5"]));
    } else if before.wants_value() && !word.is_empty() {
        return (
            at,
            sentence(&[word, " needs double quotes around it; only numbers, true, false and null go without"]),
        );
    } else if before.wants_value() && matches!(letter, '[' | '{') {
        "lists and objects are nested too deeply; take some away"
    } else if before.wants_value() {
        "a value is missing before this"
    } else if before.last == b'"' && before.behind == at {
        "the text ended before this; write \\\" for a quotation mark inside a text, or add the missing comma"
    } else if !word.is_empty() || matches!(letter, '"' | '[' | '{') {
        place = before.behind;
        "a comma is missing here"
    } else {
        "this cannot be here; behind a value come a comma or a closing bracket"
    };
    (place, message.into())
}

/// The message for a file that ends too early.
fn at_end(text: &str, before: &Before) -> String {
    let Some((at, bracket)) = before.open.last() else {
        return "the file ends too early".into();
    };
    let (open, close) = if *bracket == b'{' { ("{", "}") } else { ("[", "]") };
    let (line, column) = place(text, *at);
    sentence(&[
        "the file ends, but the ",
        open,
        " of line ",
        &digits(line),
        ", column ",
        &digits(column),
        " is never closed; add a ",
        close,
    ])
}
