//! The JSON Schema of what any config is made of: values that JSON knows only as strings or numbers.
#![expect(dead_code, reason = "no value of these types is ever made")]

use crate::config::{Percent, Text};
use crate::words::Lang;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The whole schema of a file.
pub fn of<T: JsonSchema>(title: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
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

/// A text for each language.
fn one_for_each_language() -> Value {
    let field = |lang: Lang| {
        let name = match lang {
            Lang::En => "English",
            Lang::Cy => "Welsh",
        };
        (lang.code().to_owned(), json!({ "type": "string", "description": name }))
    };
    Value::Object(Lang::ALL.map(field).into_iter().collect())
}

/// A language tag, in any case.
fn language_pattern() -> String {
    let either_case = |letter: char| format!("[{}{letter}]", letter.to_ascii_uppercase());
    let codes = Lang::ALL.map(|lang| lang.code().chars().map(either_case).collect::<String>());
    format!("^({})(-.*)?$", codes.join("|"))
}

/// Gives a type the schema of a value that has no fields.
macro_rules! leaf {
    ($type:ident, $schema:tt) => {
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

pub(crate) use leaf;

/// A moment.
pub struct DateTime;
/// A day.
pub struct Date;
/// A time of day.
pub struct Time;
/// An address, absolute or relative.
pub struct Address;
/// A language tag.
pub struct Language;
/// A number of minutes.
pub struct Minutes;
/// A colour.
pub struct HexColour;

leaf!(Text, {
    "anyOf": [
        { "type": "string" },
        {
            "type": "object",
            "properties": one_for_each_language(),
            "additionalProperties": false,
            "minProperties": 1
        }
    ]
});
leaf!(Percent, { "type": "number", "minimum": 0, "maximum": 100 });
leaf!(DateTime, {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?$",
    "examples": ["2026-12-18", "2026-12-18T17:00"]
});
leaf!(Date, { "type": "string", "format": "date", "examples": ["2026-11-23"] });
leaf!(Time, { "type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$", "examples": ["09:00", "17:30"] });
leaf!(Address, { "type": "string", "format": "uri-reference" });
leaf!(Language, { "type": "string", "pattern": language_pattern(), "examples": ["en-GB", "cy"] });
leaf!(Minutes, { "type": "number", "minimum": 1 });
leaf!(HexColour, { "type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "examples": ["#005eb8"] });
