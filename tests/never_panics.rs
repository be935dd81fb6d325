//! Nothing that anyone can write makes the checker panic, and what it says never depends on chance.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};
use support::told::assert_checked;
use support::{checked, json_files, listed};

/// What holds for every text.
fn holds(text: &str) {
    let first = checked(text);
    assert_checked(text, &first);
    assert_eq!(listed(&first), listed(&checked(text)));
}

fn sound() -> Vec<String> {
    json_files("valid").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Values that are likely to be wrong somewhere.
fn odd_value() -> impl Strategy<Value = Value> {
    let number = |text: &str| serde_json::from_str(text).unwrap();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
            number("1e999999999"),
            number("-0.0"),
            number("100.0000001"),
            number("99999999999999999999")
        ]),
        ".{0,12}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?)?".prop_map(Value::from),
        prop::sample::select(vec![
            "0001-01-01",
            "9999-12-31",
            "0001-01-01T00:00+23:59",
            "9999-12-31T23:59-23:59",
            "24:00",
            "-1",
            "www.é",
            "#ééé",
            "Mon",
            "é"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let name = prop_oneof![
            "[a-z]{0,6}",
            prop::sample::select(vec!["title", "ends", "charts", "groups", "en", "cy", "places", "uptake", "$schema"])
                .prop_map(String::from),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// All values within a value, by pointer.
fn pointers(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| pointers(value, format!("{here}/{at}"), all))
        }
        Value::Object(map) => map.iter().for_each(|(name, value)| pointers(value, format!("{here}/{name}"), all)),
        _ => {}
    }
    all.push(here);
}

/// Changes one value: replaced, taken away, or put into a text, a list or an object.
fn mutate(config: &mut Value, which: Index, how: u8, new: Value) {
    let mut all = Vec::new();
    pointers(config, String::new(), &mut all);
    let Some(target) = config.pointer_mut(which.get(&all)) else { return };
    match how {
        0 => *target = new,
        1 => *target = Value::Null,
        2 => *target = Value::from(target.to_string()),
        3 => *target = json!([target.take()]),
        4 => *target = json!({ "en": target.take(), "fr": new }),
        _ => match target {
            Value::Array(list) => list.push(new),
            Value::Object(map) => {
                map.insert("titel".into(), new);
            }
            _ => *target = new,
        },
    }
}

/// What fails is written down beside this file, and tried first from then on: commit it.
fn keeping() -> ProptestConfig {
    let kept = FileFailurePersistence::WithSource("proptest-regressions");
    ProptestConfig { cases: 1500, failure_persistence: Some(Box::new(kept)), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(keeping())]

    #[test]
    fn any_text(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn anything_like_json(text in "[\\[\\]{}:,\"'“”\\\\/ \n\r\ttruefalsn0-9eE+.u-]{0,40}") {
        holds(&text);
    }

    #[test]
    fn any_json(value in odd_value()) {
        holds(&value.to_string());
    }

    #[test]
    fn any_section(countdown in odd_value(), uptake in odd_value(), locations in odd_value()) {
        holds(&json!({ "title": "T", "countdown": countdown, "uptake": uptake, "locations": locations }).to_string());
    }

    #[test]
    fn sound_configs_with_values_changed(
        which in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), 0..6_u8, odd_value()), 1..5),
    ) {
        let configs = sound();
        let mut config = serde_json::from_str(which.get(&configs)).unwrap();
        for (which, how, new) in changes {
            mutate(&mut config, which, how, new);
        }
        holds(&config.to_string());
    }

    #[test]
    fn sound_configs_with_bytes_changed(
        which in any::<Index>(),
        flips in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        kept in any::<Index>(),
    ) {
        let configs = sound();
        let mut bytes = which.get(&configs).clone().into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        holds(&String::from_utf8_lossy(&bytes));
        bytes.truncate(kept.index(bytes.len()));
        holds(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn deep_nesting() {
    for depth in [126, 127, 128, 100_000] {
        holds(&format!("{{\"title\":{}{}}}", "[".repeat(depth), "]".repeat(depth)));
        holds(&"{\"a\":".repeat(depth));
    }
}
