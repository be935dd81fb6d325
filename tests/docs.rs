//! The tables of fields in `docs/config.md` are those of the schema: names, types, defaults.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use campaign_portlet::campaign::json_schema;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The heading over each table, and the definition in the schema that it tells of; the first is the whole config.
const TABLES: [(&str, &str); 9] = [
    ("## Top level", ""),
    ("## `countdown`", "Countdown"),
    ("## `uptake`", "Uptake"),
    ("### A chart", "Chart"),
    ("### A group", "Group"),
    ("## `locations`", "Locations"),
    ("### A place", "Place"),
    ("### Opening hours", "OpeningHours"),
    ("### A session", "Session"),
];

#[test]
fn the_tables_are_those_of_the_schema() {
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/config.md")).unwrap();
    let schema = serde_json::to_value(json_schema()).unwrap();
    for (heading, name) in TABLES {
        let definition = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let mut fields = definition["properties"].as_object().unwrap().clone();
        for [field, type_words, default, meaning] in rows(&docs, heading) {
            let field = field.trim_matches('`');
            let place = format!("docs/config.md, {heading}, {field}");
            let property = fields.remove(field).unwrap_or_else(|| panic!("{place}: there is no such field"));
            assert_eq!(type_words, in_words(&property, &schema), "{place}: type");
            let is_required = definition["required"].as_array().is_some_and(|names| names.contains(&field.into()));
            match property.get("default") {
                _ if is_required => assert_eq!(default, "**required**", "{place}"),
                Some(value) => assert_eq!(default, format!("`{value}`"), "{place}"),
                None => assert!(!default.starts_with(['`', '*']), "{place}: the schema has no such default"),
            }
            assert!(!meaning.is_empty(), "{place}: what does it mean?");
        }
        assert!(fields.is_empty(), "docs/config.md, {heading}, lacks {:?}", fields.keys());
    }
    let told: BTreeMap<_, _> = TABLES.into_iter().map(|(heading, name)| (name, heading)).collect();
    for name in schema["$defs"].as_object().unwrap().keys() {
        let is_inline = INLINE.contains(&name.as_str());
        assert!(told.contains_key(name.as_str()) || is_inline, "docs/config.md has no table for {name}");
    }
}

/// Those that are so small that they stand within the table of what they belong to.
const INLINE: [&str; 7] = ["ClosedDay", "Image", "Link", "Milestone", "Overall", "Target", "Theme"];

/// A type as the documents name it.
fn in_words(property: &Value, schema: &Value) -> String {
    if let Some(reference) = property["$ref"].as_str() {
        let name = reference.trim_start_matches("#/$defs/");
        return if INLINE.contains(&name) { object(&schema["$defs"][name]) } else { link(name) };
    }
    let words = |list: &Value| -> String {
        let all: Vec<String> = list.as_array().unwrap().iter().map(|word| format!("`{word}`")).collect();
        all.join(", ")
    };
    if let Some(choices) = property["anyOf"].as_array() {
        // A value alone or as an object with more, a text, or one value or a list of them.
        if let Some(choice) = choices.iter().find(|choice| choice["$ref"].is_string()) {
            return format!("{}, or {}", in_words(&choices[0], schema), in_words(choice, schema));
        }
        let is_text = choices.iter().any(|choice| choice["type"] == "object");
        return if is_text { "text".into() } else { format!("{}, or a list of them", in_words(&choices[0], schema)) };
    }
    if let Some(choices) = property["oneOf"].as_array() {
        return words(&choices.iter().map(|choice| choice["const"].clone()).collect());
    }
    if property["enum"].is_array() {
        return words(&property["enum"]);
    }
    let number = |name: &str| match (property["minimum"].as_u64(), property["maximum"].as_u64()) {
        (Some(least), Some(most)) if least == most => format!("`{least}`"),
        (Some(least), Some(1_000_000_000)) => format!("{name}, {least} to 1,000,000,000"),
        (Some(least), Some(most)) => format!("{name}, {least} to {most}"),
        (Some(least), None) => format!("{name}, {least} or more"),
        _ => name.into(),
    };
    let example = property["examples"][0].as_str().unwrap_or_default();
    match (property["type"].as_str().unwrap(), property["format"].as_str()) {
        ("array", _) => format!("list of {}", in_words(&property["items"], schema)),
        ("boolean", _) => "true or false".into(),
        ("string", Some("uri-reference")) => "link".into(),
        ("string", Some("email")) => "email address".into(),
        ("string", Some("date")) => "date".into(),
        ("string", _) if property["pattern"].is_string() && example.contains(':') => "time".into(),
        ("string", _) if property["pattern"].is_string() && example.starts_with("20") => "date-time".into(),
        ("string", _) if example.starts_with('#') => "colour".into(),
        ("string", _) => "string".into(),
        (name, _) => number(name),
    }
}

/// `{ "label": text, "at": date-time }`
fn object(definition: &Value) -> String {
    let properties = definition["properties"].as_object().unwrap();
    let required = definition["required"].as_array().cloned().unwrap_or_default();
    let required: Vec<&str> = required.iter().filter_map(Value::as_str).collect();
    let optional = properties.keys().filter(|name| !required.contains(&name.as_str())).map(|name| (name.as_str(), "?"));
    let fields: Vec<String> = (required.iter().map(|name| (*name, "")).chain(optional))
        .map(|(name, mark)| format!("\"{name}\"{mark}: {}", in_words(&properties[name], definition)))
        .collect();
    format!("`{{ {} }}`", fields.join(", "))
}

/// The table that tells of it.
fn link(name: &str) -> String {
    let (heading, _) = TABLES.iter().find(|(_, known)| *known == name).unwrap_or_else(|| panic!("no table of {name}"));
    let text = heading.trim_start_matches(['#', ' ']).to_lowercase();
    let words = text.trim_start_matches("a ").trim_matches('`');
    format!("[{words}](#{})", text.replace('`', "").replace(' ', "-"))
}

/// The four cells of each row of the first table below a heading.
fn rows(docs: &str, heading: &str) -> Vec<[String; 4]> {
    let (_, below) =
        docs.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("docs/config.md lacks {heading}"));
    let lines = below.lines().skip_while(|line| !line.starts_with("| ---")).skip(1);
    let table = lines.take_while(|line| line.starts_with('|'));
    let rows = table.map(|line| {
        let cells: Vec<String> = line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().unwrap_or_else(|cells| panic!("{heading}: not four cells: {cells:?}"))
    });
    rows.collect()
}
