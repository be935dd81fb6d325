//! The JSON Schema of the config, for editors: what they complete, explain and underline.

use super::wire::{self, DAYS, UNITS};
use super::{Percent, Text};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The whole schema.
pub fn json_schema() -> Value {
    let generator = || SchemaSettings::draft2020_12().into_generator();
    let basics = generator().into_root_schema_for::<wire::Basics>();
    let mut schema = generator().into_root_schema_for::<wire::Campaign<'static>>();
    if let (Some(all), Some(first)) = (
        schema.get_mut("properties").and_then(Value::as_object_mut),
        basics.get("properties").and_then(Value::as_object),
    ) {
        all.extend(first.clone());
    }
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

/// Values that JSON knows only as strings or numbers.
macro_rules! leaf {
    ($type:ident, $schema:tt) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

/// A moment.
pub struct DateTime;
/// A day.
pub struct Date;
/// A time of day.
pub struct Time;
/// An address, absolute or relative.
pub struct Link;
/// A language tag.
pub struct Language;
/// A number of minutes.
pub struct Minutes;
/// A colour.
pub struct HexColour;
/// One of the countdown's units.
pub struct Unit;
/// One day of the week, or several.
pub struct DaysOfWeek;

leaf!(Text, {
    "anyOf": [
        { "type": "string" },
        {
            "type": "object",
            "properties": {
                "en": { "type": "string", "description": "English" },
                "cy": { "type": "string", "description": "Welsh" }
            },
            "additionalProperties": false,
            "minProperties": 1
        }
    ]
});
leaf!(Percent, { "type": "number", "minimum": 0, "maximum": 100 });
leaf!(DateTime, {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?$",
    "examples": ["2026-12-18", "2026-12-18T17:00"]
});
leaf!(Date, { "type": "string", "format": "date", "examples": ["2026-11-23"] });
leaf!(Time, { "type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$", "examples": ["09:00", "17:30"] });
leaf!(Link, { "type": "string", "format": "uri-reference" });
leaf!(Language, { "type": "string", "pattern": "^([Ee][Nn]|[Cc][Yy])(-.*)?$", "examples": ["en-GB", "cy"] });
leaf!(Minutes, { "type": "number", "minimum": 1 });
leaf!(HexColour, { "type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "examples": ["#005eb8"] });
leaf!(Unit, { "enum": UNITS });
leaf!(DaysOfWeek, {
    "anyOf": [{ "enum": DAYS }, { "type": "array", "items": { "enum": DAYS }, "minItems": 1, "uniqueItems": true }]
});
