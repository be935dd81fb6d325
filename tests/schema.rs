//! The committed JSON Schema: up to date, with the names that the reader knows, and true of what the reader takes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use campaign_portlet::campaign::{fields_asked_for, json_schema};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use support::{Host, checked, json_files, listed};

#[test]
fn the_committed_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("campaign.schema.json");
    support::assert_golden(&path, &format!("{:#}\n", json_schema()));
}

#[test]
fn valid_fixtures_are_valid_by_the_schema_too() {
    let schema = jsonschema::validator_for(&json_schema()).unwrap();
    for file in json_files("valid") {
        let config: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&config).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0], "{}", file.display());
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = jsonschema::validator_for(&json_schema()).unwrap();
    for wrong in [
        json!({}),
        json!({ "title": "T", "colour": "red" }),
        json!({ "title": "T", "formatVersion": 2 }),
        json!({ "title": "T", "countdown": {} }),
        json!({ "title": "T", "countdown": { "ends": "18/12/2026" } }),
        json!({ "title": "T", "countdown": { "ends": "2026-12-18", "units": ["weeks"] } }),
        json!({ "title": "T", "uptake": { "charts": [{ "title": "C" }] } }),
        json!({ "title": "T", "uptake": { "charts": [{ "title": "C", "groups": [{ "name": "N", "count": 1 }] }] } }),
        json!({ "title": "T", "uptake": { "charts": [{ "title": "C", "groups": [{ "name": "N", "percent": 101 }] }] } }),
        json!({ "title": "T", "theme": { "accent": "blue" } }),
        json!({ "title": "T", "lang": "fr" }),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
        assert_ne!(listed(&checked(&wrong.to_string())), "", "{wrong}");
    }
}

/// Every property of the schema, filled with anything, is one that the reader asks for; every other is unknown to it.
#[test]
fn the_reader_knows_the_properties_of_the_schema_and_no_others() {
    let schema = json_schema();
    let filled = fill(&schema, &schema, true);
    assert_eq!(unknown(&filled), Vec::<String>::new());
    // One name too many in each object: that the objects above were all read is seen from each being noticed.
    let spoiled = fill(&schema, &schema, false);
    let objects = spoiled.to_string().matches("zzzzzzzz").count();
    assert_eq!(unknown(&spoiled).len(), objects);
    assert_eq!(objects, 17, "one for each kind of object, and place of it");
}

/// The other way round: every field that the reader asks for is a property of the schema.
#[test]
fn the_schema_has_all_fields_that_the_reader_asks_for() {
    fn walk(value: &Value, path: &str, all: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(name, value)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(value, &path, all);
                all.insert(path);
            }),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(at, value)| walk(value, &format!("{path}[{at}]"), all))
            }
            _ => {}
        }
    }
    let schema = json_schema();
    let filled = fill(&schema, &schema, true);
    let mut properties = BTreeSet::new();
    walk(&filled, "", &mut properties);
    assert_eq!(fields_asked_for(&filled.to_string(), &Host), properties);
}

/// Each property that has a description is one that an editor can explain.
#[test]
fn every_property_is_described() {
    fn walk(schema: &Value, path: &str) {
        let Value::Object(map) = schema else { return };
        for (name, property) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
            assert!(property.get("description").is_some(), "{path}.{name}");
        }
        map.iter().for_each(|(name, value)| walk(value, &format!("{path}.{name}")));
    }
    walk(&json_schema(), "");
}

fn unknown(config: &Value) -> Vec<String> {
    let problems = checked(&config.to_string()).problems;
    problems
        .into_iter()
        .filter(|problem| problem.message.contains("unknown field"))
        .map(|problem| problem.path)
        .collect()
}

/// A value with every property of the schema.
fn fill(schema: &Value, root: &Value, known: bool) -> Value {
    if let Some(pointer) = schema.get("$ref").and_then(Value::as_str) {
        return fill(root.pointer(pointer.trim_start_matches('#')).unwrap(), root, known);
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let mut object: Map<String, Value> =
            properties.iter().map(|(name, property)| (name.clone(), fill(property, root, known))).collect();
        object.insert("formatVersion".into(), json!(1));
        let is_root = schema == root;
        if !is_root {
            object.remove("formatVersion");
        }
        if !known {
            object.insert("zzzzzzzz".into(), json!(1));
        }
        return Value::Object(object);
    }
    // Of a value alone or as an object, the object.
    let choices = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    if let Some(object) = { choices }.find(|choice| choice.get("$ref").is_some()) {
        return fill(object, root, known);
    }
    match schema.get("items") {
        Some(items) => json!([fill(items, root, known)]),
        None => schema.get("default").cloned().unwrap_or(json!("2026-10-10")),
    }
}
