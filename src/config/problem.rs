//! Problems of a config, described so that its author can fix them.

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether something is missing from the page because of it.
    pub severity: Severity,
    /// The file, if it is not the config itself.
    pub file: Option<String>,
    /// Where: `uptake.charts[0].groups[3].total`, `line 4, column 7`, `row 12, column total`; empty for the whole file.
    pub path: String,
    /// One plain sentence: the rule, the value, and how to fix it.
    pub message: String,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something is not shown.
    Error,
    /// It is shown, but probably not as meant.
    Warning,
}
