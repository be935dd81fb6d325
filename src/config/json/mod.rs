//! Config text to a JSON tree, or a message that says where it is malformed and how to fix it.

mod before;
mod cause;
mod parse;
mod spot;

use super::{Problem, Severity};
use crate::text::{digits, sentence};

/// Any value of JSON.
pub enum Json {
    /// Counts as absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object's fields in their order, duplicates included.
    Object(Vec<(String, Json)>),
}

/// Parses the whole text, after a byte order mark if there is one.
pub fn parse(text: &str) -> Result<Json, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let how_to_save = "plain text in UTF-8 (in Notepad: Save as, Encoding)";
    let (at, message) = match not_text(text, "JSON", "a config begins with { and ends with }", how_to_save) {
        Some(message) => (0, message),
        None => match parse::parse(text) {
            Ok(json) => return Ok(json),
            Err(at) => cause::cause(text, at),
        },
    };
    let (line, column) = place(text, at);
    let path = sentence(&["line ", &digits(line), ", column ", &digits(column)]);
    Err(Problem { severity: Severity::Error, file: None, place: path.clone(), path, message })
}

/// The message for a file that is empty, or clearly not of this `kind`.
pub fn not_text(text: &str, kind: &str, rule: &str, how_to_save: &str) -> Option<String> {
    let start = text.trim_ascii_start();
    let starts_with = |signs: &[&str]| signs.iter().any(|sign| start.starts_with(sign));
    let bytes = text.as_bytes();
    // Text of UTF-16 that is read as UTF-8 or Windows-1252: a byte order mark, or a NUL beside the first letter.
    let is_wide = starts_with(&["ÿþ", "þÿ"]) || bytes.iter().take(2).any(|byte| *byte == 0);
    if start.is_empty() {
        Some(sentence(&["the file is empty; ", rule]))
    } else if is_wide {
        Some(sentence(&["the file is saved as UTF-16; save it as ", how_to_save]))
    } else if bytes.contains(&0) || starts_with(&["PK\u{3}", "%PDF", "{\\rtf", "ÐÏ\u{11}"]) {
        let how =
            ["this is not a plain text file (perhaps a Word document, a workbook or a PDF); save it as ", how_to_save];
        Some(sentence(&how))
    } else if start.starts_with('<') {
        let how = "; often it is a sign-in or an error page: the address must give the file itself, to everyone, \
                   without signing in";
        Some(sentence(&["this is a web page, not ", kind, how]))
    } else {
        None
    }
}

/// The line and the column of a byte, as an editor shows them: from 1, in characters.
fn place(text: &str, at: usize) -> (u64, u64) {
    let (mut line, mut column) = (1, 1);
    for byte in text.bytes().take(at) {
        if byte == b'\n' {
            (line, column) = (line + 1, 1);
        } else if byte & 0xc0 != 0x80 {
            // Not a UTF-8 continuation byte.
            column += 1;
        }
    }
    (line, column)
}
