//! A patch for another version than the one that is asked for is no error to cargo: it takes the crate from the registry
//! beside it. The bundle then has what the patch was to keep out.

use crate::run::{self, Result};
use std::fs;

/// Fails where a package that `Cargo.toml` patches is locked from a registry, or its patch is locked as unused.
pub fn are_used() -> Result {
    let read = |file| fs::read_to_string(run::root().join(file));
    let (manifest, lock) = (read("Cargo.toml")?, read("Cargo.lock")?);
    match patched(&manifest).find(|name| !is_used(&lock, name)) {
        None => Ok(()),
        Some(name) => Err(format!(
            "the patch of {name} is for another version than Cargo.lock has: bring the one in patches/ to that, or take \
             it out of Cargo.toml"
        )
        .into()),
    }
}

/// The packages of a manifest's `[patch]` tables.
fn patched(manifest: &str) -> impl Iterator<Item = &str> {
    let tables = manifest.split("\n[").filter(|table| table.starts_with("patch."));
    let lines = tables.flat_map(|table| table.lines().skip(1)).filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim()))
}

/// Whether a package is locked, and nowhere from a registry.
fn is_used(lock: &str, name: &str) -> bool {
    let name = format!("name = \"{name}\"");
    let mut tables = lock.split("\n[[").filter(|table| table.lines().any(|line| line == name)).peekable();
    tables.peek().is_some()
        && tables
            .all(|table| table.starts_with("package]]") && !table.lines().any(|line| line.starts_with("source = ")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    const PATCHED: &str = "\n[[package]]\nname = \"streams\"\nversion = \"0.5.0\"\ndependencies = [\n \"web\",\n]\n";
    const FETCHED: &str = "\n[[package]]\nname = \"streams\"\nversion = \"0.6.0\"\nsource = \"registry+https://x\"\n";
    const OTHER: &str =
        "\n[[package]]\nname = \"streams-more\"\nversion = \"1.0.0\"\nsource = \"registry+https://x\"\n";

    #[test]
    fn patches_are_those_of_the_manifest() {
        let manifest = "[dependencies]\na = \"1\"\n\n[patch.crates-io]\n# Why.\nb = { path = \"b\" }\nc = { git = \"c\" }\n\n[x]\nd = 1";
        assert_eq!(patched(manifest).collect::<Vec<_>>(), ["b", "c"]);
        let own = fs::read_to_string(run::root().join("Cargo.toml")).unwrap();
        assert_eq!(patched(&own).collect::<Vec<_>>(), ["wasm-streams"]);
    }

    #[test]
    fn a_patch_is_unused_where_the_registry_has_the_package() {
        assert!(is_used(&[PATCHED, OTHER].concat(), "streams"));
        assert!(
            !is_used(&[PATCHED, FETCHED, OTHER].concat(), "streams"),
            "both: the patch is a member of the workspace"
        );
        assert!(!is_used(&[FETCHED, OTHER].concat(), "streams"));
        assert!(!is_used(&[OTHER, &PATCHED.replace("[[package]]", "[[patch.unused]]")].concat(), "streams"));
        assert!(!is_used(OTHER, "streams"));
    }
}
