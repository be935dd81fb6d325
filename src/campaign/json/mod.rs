//! Config text to a JSON value, or a sentence that says where it is broken and how to mend it.

mod cursor;
mod scan;

use super::problem::{Problem, Severity};
use cursor::Place;
use serde_json::Value;

/// What is wrong, and where.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    place: Place,
    message: String,
}

impl Fault {
    fn problem(self, severity: Severity) -> Problem {
        let path = format!("line {}, column {}", self.place.line, self.place.column);
        Problem { severity, file: None, path, message: self.message }
    }
}

/// Reads the whole text. Names given twice are only told, into `problems`: the last one counts.
pub fn parse(text: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let scanned = match not_json(text) {
        Some(message) => Err(Fault { place: Place::START, message: message.into() }),
        None => scan::scan(text),
    };
    let repeated = match scanned {
        Ok(repeated) => repeated,
        Err(fault) => {
            problems.push(fault.problem(Severity::Error));
            return None;
        }
    };
    problems.extend(repeated.into_iter().map(|fault| fault.problem(Severity::Warning)));
    match serde_json::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            // The scan knows all of JSON, so this is only for what it might have missed.
            let place = Place { line: error.line(), column: error.column() };
            problems.push(Fault { place, message: format!("this is not JSON: {error}") }.problem(Severity::Error));
            None
        }
    }
}

/// Files that were never meant to be JSON.
fn not_json(text: &str) -> Option<&'static str> {
    if text.trim().is_empty() {
        Some("the file is empty; it must hold one JSON object, from { to }")
    } else if text.contains('\0') {
        Some("the file is saved as UTF-16 or is no text; save it as UTF-8 (in Notepad: Save as, Encoding)")
    } else if text.trim_start().starts_with('<') {
        Some(
            "this is a web page, not JSON; often it is a sign-in or an error page: the address must give the file \
             itself, to everyone, without signing in",
        )
    } else if text.starts_with('\u{fffd}') || text.starts_with("PK\u{3}") {
        Some("the file is no plain text; save it as a text file in UTF-8, not as a document")
    } else {
        None
    }
}
