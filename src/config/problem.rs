//! Problems of a config, described so that its author can fix them.

use crate::text::{digits, sentence};

/// How many problems are told at once: one mistake may be in every row of a file.
const MOST: usize = 100;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether something is missing from the page because of it.
    pub severity: Severity,
    /// The file, if it is not the config itself.
    pub file: Option<String>,
    /// Where, for programs: `uptake.charts[0].groups[3].total`, `line 4, column 7`, `row 12, column total`; empty for
    /// the whole file.
    pub path: String,
    /// Where, for people, who count from 1 and know names: `uptake, chart 1 ("By site"), group 4 ("Estates")`. The
    /// sentence names the field. For rows, lines and whole files it is the same as `path`.
    pub place: String,
    /// One plain sentence: the rule, the value, and how to fix it.
    pub message: String,
}

impl Problem {
    /// A problem with a whole file.
    pub fn of_file(severity: Severity, file: Option<String>, message: String) -> Self {
        Self { severity, file, path: String::new(), place: String::new(), message }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something is not shown.
    Error,
    /// It is shown, but probably not as meant.
    Warning,
}

/// Visits the first hundred problems, errors before warnings, and then one that says how many more there are.
pub fn tell(problems: &[Problem], visit: &mut dyn FnMut(&Problem)) {
    let mut told = 0;
    for severity in [Severity::Error, Severity::Warning] {
        for problem in problems {
            if problem.severity == severity && told < MOST && !problem.message.is_empty() {
                told += 1;
                visit(problem);
            }
        }
    }
    let more = problems.len() - told;
    if more > 0 {
        let message = sentence(&["and ", &digits(more as u64), " more problems; fix these first"]);
        visit(&Problem::of_file(Severity::Warning, None, message));
    }
}
