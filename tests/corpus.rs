//! The inputs that the fuzz target has found to be worth keeping: each reaches code that the others do not, or was a fault
//! once. `cargo xtask fuzz` looks for more.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may panic"
)]

#[path = "fuzz/exercise.rs"]
mod exercise;
#[path = "fuzz/mutate.rs"]
mod mutate;
mod support;
mod support_zone;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn kept() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut kept: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    kept.sort();
    kept
}

#[test]
fn every_input_that_is_kept_does_no_harm() {
    for path in kept() {
        let data = fs::read(&path).unwrap();
        let outcome = std::panic::catch_unwind(|| exercise::exercise(&data));
        assert!(outcome.is_ok(), "{}", path.display());
    }
}

#[test]
fn they_are_few_and_small() {
    let bytes: u64 = kept().iter().map(|path| fs::metadata(path).unwrap().len()).sum();
    assert!(bytes < 300_000, "{bytes} bytes");
}

#[test]
fn mutations_of_a_config_are_mostly_json() {
    let (mut sound, mut all) = (0, 0);
    for path in support::json_files("valid") {
        let config = fs::read(&path).unwrap();
        for seed in 0..60 {
            let mutant = mutate::mutated(&config, seed);
            assert_eq!(mutant, mutate::mutated(&config, seed));
            let config = mutant.split(|byte| *byte == exercise::BETWEEN).next().unwrap();
            all += 1;
            sound += usize::from(serde_json::from_slice::<Value>(config).is_ok_and(|value| value.is_object()));
        }
    }
    assert!(sound * 2 > all, "{sound} of {all}");
}

#[test]
fn mutations_stand_any_text() {
    let texts: [&[u8]; 12] = [
        b"",
        b"\xff",
        b"\xff\xff",
        b"{",
        b"{\"",
        b"{\"a\":",
        b"[,]",
        b"\"\\",
        b"a:b",
        b"}]",
        b"\xff\n",
        b"\xff,\"\n;\t\xc3",
    ];
    for text in texts {
        let mut data = text.to_vec();
        for seed in 0..300 {
            data = mutate::mutated(&data, seed);
            if data.len() > 4096 {
                data = text.to_vec();
            }
        }
    }
}
