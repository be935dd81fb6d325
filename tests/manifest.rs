//! `custom-elements.json` and the README name exactly what hosts can reach: attributes, events, parts, custom properties.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn attributes_are_those_that_the_script_observes() {
    let script = read("src/embed/element.js");
    let list = between(&script, "const ATTRIBUTES = [", "]");
    let observed = quoted(list, '"');
    assert_eq!(names("attributes"), observed);
    let table = between(&readme(), "| --- | --- | --- |", "\n\n").to_owned();
    assert_eq!(table.lines().filter_map(|row| after(row, "| `", "`")).collect::<BTreeSet<_>>(), observed);

    // On the script tag, which takes them from the same list, and in the frame's address.
    let of_script = between(&readme(), "On the script tag they are ", ".").to_owned();
    let of_script = quoted(&of_script, '`').into_iter().map(|name| name.replace("data-", "")).collect::<BTreeSet<_>>();
    assert_eq!(of_script, observed);
    assert!(read("src/embed/script-tag.js").contains("for (const name of ATTRIBUTES)"));
    assert!(read("pages/embed-page.js").contains("of portlet.constructor.observedAttributes"));

    // The options of a snippet, and the element that it is made into.
    let options = read("snippet/src/options.rs");
    let element = read("src/snippet/mod.rs");
    for name in observed {
        assert!(name == "config" || options.contains(&format!("\"--{name}\"")), "the command has no --{name}");
        assert!(element.contains(&format!(" {name}=\\\"")), "the element in a snippet never has {name}");
    }
}

#[test]
fn events_are_those_that_are_dispatched() {
    let by_rust = all("src", "rs").into_iter().flat_map(|text| found(&text, ".dispatch(\"", "\""));
    let by_script = all("src/embed", "js").into_iter().flat_map(|text| found(&text, ".dispatch(\"", "\""));
    let dispatched: BTreeSet<String> =
        by_rust.chain(by_script).map(|name| format!("campaign-portlet-{name}")).collect();
    assert_eq!(names("events"), dispatched);
    let told = found(between(&readme(), "**Events**", "\n\n"), "`campaign-portlet-", "`");
    assert_eq!(told.into_iter().map(|name| format!("campaign-portlet-{name}")).collect::<BTreeSet<_>>(), dispatched);
}

#[test]
fn parts_are_those_that_the_views_name() {
    let named = all("src", "rs").into_iter().flat_map(|text| found(&text, ".part(\"", "\")"));
    let named: BTreeSet<String> =
        named.flat_map(|names| names.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(names("cssParts"), named);
    let readme = readme();
    assert_eq!(quoted(between(&readme, "`campaign-portlet::part(name)` with", ".\n"), '`'), named);
}

#[test]
fn custom_properties_are_those_that_the_style_reads_with_their_defaults() {
    let styles = all("style", "css").concat();
    let read: BTreeSet<String> =
        found(&styles, "var(--campaign-", ",").into_iter().filter(|name| !name.contains(')')).collect();
    let declared = declaration()["cssProperties"].as_array().unwrap().clone();
    for property in &declared {
        let (name, default) = (property["name"].as_str().unwrap(), property["default"].as_str().unwrap());

        // Behind the comma stands the default, or what a config or the text's own background may say before it.
        let values = found(&styles, &format!("var({name}, "), ";");
        let last = format!(", {default}");
        let is_default =
            |value: &String| value.trim_end_matches(')') == default || value.trim_end_matches(')').ends_with(&last);
        assert!(values.iter().any(is_default), "{name} is not {default} without a host's own");
    }
    let named = |name: &str| name.trim_start_matches("--campaign-").to_owned();
    assert_eq!(names("cssProperties").iter().map(|name| named(name)).collect::<BTreeSet<_>>(), read);
    let told = found(between(&readme(), "**Look**", "\n\n"), "`--campaign-", "`");
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), read);
}

/// An event's `detail`, and each of its problems, has exactly these fields, from the script and from the wasm.
#[test]
fn events_have_the_fields_that_are_told() {
    // Both tell through the same two lines.
    let host = read("src/embed/host.js");
    let objects = [between(&host, "this.#problems.push({ ", " })"), between(&host, "const detail = { ", " }")];
    let names = objects.iter().flat_map(|object| object.split(", ")).map(|field| field.split(':').next().unwrap());
    let set: BTreeSet<String> = names.map(str::to_owned).collect();
    let fields = |text: &str| -> BTreeSet<String> {
        let names = text.split(['{', ',', ';']).filter_map(|part| part.split_once(':'));
        names.map(|(name, _)| name.trim().to_owned()).collect()
    };
    for event in declaration()["events"].as_array().unwrap() {
        let text = event["type"]["text"].as_str().unwrap();
        assert_eq!(fields(text), set);
    }
    let readme = readme();
    let told = between(&readme, "**Events**", "\n\n");
    assert!(told.contains("`config`") && told.contains("`problems`"));
    let names = between(told, "`{ ", " }`").split(", ").chain(["config", "problems"]);
    assert_eq!(names.map(str::to_owned).collect::<BTreeSet<_>>(), set);
}

/// The limits in the code, as `docs/config.md` tells them.
#[test]
fn limits_are_told() {
    let sources = [all("src", "rs"), all("src", "js")].concat().concat();
    let docs = read("docs/config.md");
    let table = between(&docs, "## Limits", "## ").to_owned();
    for (constant, value, told) in [
        ("MOST_BYTES", "2_000_000", "| 2 MB, "),
        ("SECONDS_FOR_A_FILE", "10", "2 MB, 10 seconds |"),
        ("SECONDS_FOR_THE_BUNDLE", "30", "| 30 seconds |"),
        ("MOST_ROWS", "10_000", "| 10,000 |"),
        ("MOST_LETTERS", "2_000", "| 2,000 characters |"),
        ("MOST_PEOPLE", "1_000_000_000", "| 1,000,000,000 |"),
        ("MOST_WEEKS", "520", "| 520 |"),
        ("LONGEST_PAUSE", "86_400.0", "| 1,440, a day |"),
    ] {
        let declared = found(&sources, &format!("const {constant}"), ";");
        let values: BTreeSet<&str> = declared.iter().filter_map(|rest| Some(rest.split_once("= ")?.1)).collect();
        assert_eq!(values, BTreeSet::from([value]), "{constant}");
        assert!(table.contains(told), "docs/config.md does not tell {told}");
    }
    for (file, value, told) in [
        ("src/uptake/check.rs", "3", "| `targets` | 3 |"),
        ("src/locations/static_html.rs", "100", "| places in a snippet | 100 |"),
    ] {
        assert_eq!(after(&read(file), "const MOST: usize = ", ";").as_deref(), Some(value), "{file}");
        assert!(table.contains(told), "docs/config.md does not tell {told}");
    }
}

#[test]
fn everything_is_described_and_named_once() {
    for list in ["attributes", "events", "slots", "cssParts", "cssProperties"] {
        let entries = declaration()[list].as_array().unwrap().clone();
        assert_eq!(entries.len(), names(list).len(), "{list} names one twice");
        let described = |entry: &Value| entry["description"].as_str().is_some_and(|text| text.ends_with('.'));
        assert!(entries.iter().all(described), "{list}");
    }
}

fn declaration() -> Value {
    let manifest: Value = serde_json::from_str(&read("custom-elements.json")).unwrap();
    manifest["modules"][0]["declarations"][0].clone()
}

fn names(list: &str) -> BTreeSet<String> {
    let entries = declaration()[list].as_array().unwrap().clone();
    entries.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn readme() -> String {
    read("README.md").replace("\r\n", "\n")
}

/// The texts of all files with that ending, below a folder.
fn all(folder: &str, ending: &str) -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                texts.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    texts
}

/// What stands between the first `start` and the `end` after it.
fn after(text: &str, start: &str, end: &str) -> Option<String> {
    Some(text.split_once(start)?.1.split_once(end)?.0.to_owned())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let found = text.split_once(start).and_then(|(_, rest)| rest.split_once(end));
    found.unwrap_or_else(|| panic!("nothing between {start} and {end}")).0
}

/// All that stands between a `start` and the `end` after it.
fn found(text: &str, start: &str, end: &str) -> Vec<String> {
    let pieces = text.split(start).skip(1);
    pieces.filter_map(|piece| piece.split_once(end)).map(|(name, _)| name.to_owned()).collect()
}

/// What stands in quotes of that kind.
fn quoted(text: &str, mark: char) -> BTreeSet<String> {
    text.split(mark).skip(1).step_by(2).map(str::to_owned).collect()
}
