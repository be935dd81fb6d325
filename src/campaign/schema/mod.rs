//! The JSON Schema of the config, for editors: what they complete, explain and underline.
//!
//! It is derived from the types in here, which only say what a file looks like; their comments are its descriptions. The
//! reader knows nothing of them: a test holds the names in both against each other.
#![expect(dead_code, reason = "no value of these types is ever made")]

mod campaign;
mod countdown;
mod locations;
mod uptake;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Value, json};

/// The whole schema.
pub fn json_schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<campaign::Campaign>();
    schema.insert("title".into(), "Campaign config, format version 1".into());
    RecursiveTransform(without_null).transform(&mut schema);
    schema.to_value()
}

/// `null` means "absent" to the reader, but nobody should be offered it.
fn without_null(schema: &mut Schema) {
    if let Some(types) = schema.get_mut("type")
        && let Some([only]) =
            types.as_array().map(|list| list.iter().filter(|name| *name != "null").collect::<Vec<_>>()).as_deref()
    {
        *types = (*only).clone();
    }
    let null = json!({ "type": "null" });
    let Some(choices) = schema.get("anyOf").and_then(Value::as_array) else { return };
    if let [only, last] = choices.as_slice()
        && *last == null
        && let Value::Object(only) = only.clone()
    {
        schema.remove("anyOf");
        for (key, value) in only {
            if schema.get(&key).is_none() {
                schema.insert(key, value);
            }
        }
    }
}

/// A figure has counts or a percentage.
pub fn either_counts_or_percent(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["count", "total"] }, { "required": ["percent"] }]));
}

/// A chart has its groups, or a file with them.
pub fn either_groups_or_csv(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["groups"] }, { "required": ["csv"] }]));
}
