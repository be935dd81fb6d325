//! A trust's web server as the checker sees it: every IANA zone, and links beside one config.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses a part of it"
)]

pub mod html;
pub mod ics;
pub mod told;

use campaign_portlet::calendar::{Instant, TimeZone};
use campaign_portlet::campaign::{Campaign, Checked, check};
use campaign_portlet::config::{Environment, Problem, Severity};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The address of every config in the tests.
pub const CONFIG: &str = "https://trust.example/portlet/flu.json";

/// The environment of the tests.
pub struct Host;

struct Zone(jiff::tz::TimeZone);

impl TimeZone for Zone {
    fn offset_at(&self, instant: Instant) -> i32 {
        // Beyond the years that jiff knows, the offset is that of its last year.
        let (least, most) = (jiff::Timestamp::MIN.as_second(), jiff::Timestamp::MAX.as_second());
        let timestamp =
            jiff::Timestamp::from_second(instant.epoch_seconds().clamp(least, most)).expect("within bounds");
        self.0.to_offset(timestamp).seconds()
    }
}

/// The zone of an IANA name, from the database that the tests carry with them.
pub fn zone(name: &str) -> Option<Rc<dyn TimeZone>> {
    let zone = jiff::tz::TimeZone::get(name).ok()?;
    Some(Rc::new(Zone(zone)))
}

impl Environment for Host {
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>> {
        zone(name)
    }

    fn resolve(&self, link: &str) -> Option<String> {
        let base = url::Url::parse(CONFIG).expect("an address");
        base.join(link).ok().map(String::from)
    }
}

/// The config as the tests' server would have it checked.
pub fn checked(text: &str) -> Checked {
    check(text, &Host)
}

/// The campaign of a config that is right.
pub fn campaign(text: &str) -> Campaign {
    let checked = checked(text);
    assert_eq!(checked.problems, [], "the config should have no problems");
    checked.campaign.expect("a campaign")
}

/// The campaign of `tests/fixtures/valid/NAME.json`.
pub fn fixture(name: &str) -> Campaign {
    campaign(&std::fs::read_to_string(fixtures("valid").join(format!("{name}.json"))).expect("a fixture"))
}

/// A folder of `tests/fixtures`.
pub fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

/// The JSON files of a folder of `tests/fixtures`, in order of name.
pub fn json_files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(fixtures(folder)).expect("the folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "no JSON in {folder}");
    files
}

/// As the loader does it in the browser, where the encoding standard is built in.
pub fn decode(bytes: &[u8]) -> String {
    let decoded = |chunk: std::str::Utf8Chunk| {
        let (windows, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        [chunk.valid(), &windows].concat()
    };
    bytes.utf8_chunks().map(decoded).collect()
}

/// All problems, one a line, as the golden files hold them: with the path, and then as people read them.
pub fn listed(checked: &Checked) -> String {
    let mut lines = String::new();
    if checked.campaign.is_none() {
        lines.push_str("nothing is shown\n");
    }
    for problem in &checked.problems {
        lines.push_str(&line(problem));
    }
    lines
}

/// A problem in one line.
pub fn line(Problem { severity, path, place, message, .. }: &Problem) -> String {
    let severity = if *severity == Severity::Error { "error" } else { "warning" };
    let place = if place == path { String::new() } else { format!("{place}: ") };
    format!("{severity} | {path} | {}{message}\n", place.trim_start_matches(": "))
}

/// Compares with a committed file, or rewrites it where `UPDATE=1` is set.
pub fn assert_golden(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, actual).expect("writable");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(expected == actual, "{} differs; UPDATE=1 rewrites it. Now:\n{actual}", path.display());
}
