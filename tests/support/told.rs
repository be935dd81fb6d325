//! What every problem that is told has to be, whatever the file.

use campaign_portlet::campaign::Checked;
use campaign_portlet::config::{Problem, Severity, tell};
use serde_json::Value;

/// What holds for every config.
pub fn assert_checked(text: &str, checked: &Checked) {
    assert_told(&checked.problems);
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    assert!(
        checked.campaign.is_some() || checked.problems.iter().any(|p| is_error(&p)),
        "refused without an error: {text}"
    );
    // JSON is what serde_json says it is, but for the one name that it keeps for itself.
    if !text.contains("$serde_json") {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let broken = checked.problems.iter().filter(is_error).any(|problem| problem.path.starts_with("line "));
        assert_eq!(broken, serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
}

/// Each is one line, not longer than a person reads, and only so many are told.
pub fn assert_told(problems: &[Problem]) {
    let mut told = 0;
    tell(problems, &mut |_| told += 1);
    assert!(told <= 101, "{told}");
    for Problem { path, place, message, .. } in problems {
        // Beyond a thousand, they are only counted.
        assert!(!message.trim().is_empty() || problems.len() > 1000, "{path}");
        for text in [path, place, message] {
            assert!(!text.contains(['\n', '\r']), "{text:?}");
            assert!(text.chars().count() < 1000, "{text}");
        }
    }
}
