//! What `dist/` holds: a trust uploads all of it, so nothing may get in by accident.

use crate::run::Result;
use std::{fs, io, path::Path};

/// What an embedding page downloads.
pub const LOADER: &str = "campaign-portlet.js";
pub const WASM: &str = "campaign-portlet-*_bg.wasm";

/// What wasm-bindgen makes, and the loader takes in.
pub const GLUE: &str = "campaign-portlet-*.js";

/// For those who pin a version.
pub const INTEGRITY: &str = "integrity.json";

const REQUIRED: [&str; 23] = [
    LOADER,
    WASM,
    "campaign-portlet.js.br",
    "campaign-portlet.js.gz",
    "campaign-portlet-*_bg.wasm.br",
    "campaign-portlet-*_bg.wasm.gz",
    INTEGRITY,
    "embed.html",
    "embed-page.js",
    "origins.js",
    "embed.css",
    "index.html",
    "preview-*.css",
    "preview.js",
    "download.js",
    "snippets.js",
    "moments.js",
    "lines.js",
    "findings.js",
    "snippet-*.js",
    "snippet-*_bg.wasm",
    "campaign.schema.json",
    "custom-elements.json",
];

/// Configs to start from, with the files that they name.
const OPTIONAL: [&str; 3] = ["examples/*.json", "examples/*.csv", "examples/*.svg"];

/// Says what is missing, and what should not be there.
pub fn check(dir: &Path) -> Result {
    let files = list(dir)?;
    let mut wrong = Vec::new();
    for pattern in REQUIRED {
        match files.iter().filter(|file| matches(file, pattern)).count() {
            1 => {}
            0 => wrong.push(format!("{pattern} is missing")),
            more => wrong.push(format!("{pattern} is there {more} times")),
        }
    }
    for file in &files {
        if !REQUIRED.iter().chain(&OPTIONAL).any(|pattern| matches(file, pattern)) {
            wrong.push(format!("{file} is not expected: leave it out, or list it in xtask/src/files.rs"));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("dist/ is not what a trust uploads: {}", wrong.join("; ")).into())
    }
}

/// The one file that a pattern names.
pub fn find(dir: &Path, pattern: &str) -> Result<String> {
    let file = list(dir)?.into_iter().find(|file| matches(file, pattern));
    file.ok_or_else(|| format!("{} has no {pattern}: build it first, with cargo xtask dist", dir.display()).into())
}

/// All files below a folder, by their path from there, in order.
pub fn list(dir: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            files.extend(list(&entry.path())?.into_iter().map(|below| format!("{name}/{below}")));
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

/// Names a file by what is in it. Trunk hashes what wasm-bindgen wrote; a page gets what wasm-opt and terser made of it, which
/// another version of them, or another option, makes differently under the same name.
pub fn hashed(dir: &Path, old: &str, start: &str, end: &str) -> Result<String> {
    let new = format!("{start}{:016x}{end}", hash(&fs::read(dir.join(old))?));
    fs::rename(dir.join(old), dir.join(&new))?;
    Ok(new)
}

/// A script with the names of other files in the places of their placeholders.
pub fn named(script: &str, names: &[(&str, &str)]) -> Result<String> {
    if let Some((placeholder, _)) = names.iter().find(|(placeholder, _)| !script.contains(placeholder)) {
        return Err(format!("a script has lost its placeholder {placeholder}").into());
    }
    Ok(names.iter().fold(script.to_owned(), |text, (placeholder, file)| text.replace(placeholder, file)))
}

/// FNV-1a: it tells versions of one file apart, and guards against nothing.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// `*` stands for anything but a slash.
fn matches(file: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => file == pattern,
        Some((before, after)) => {
            let middle = file.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            middle.is_some_and(|middle| !middle.is_empty() && !middle.contains('/'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_placeholder_that_is_lost_is_missed() {
        assert_eq!(named("import('A') B", &[("A", "a.js"), ("B", "b")]).ok().as_deref(), Some("import('a.js') b"));
        assert!(named("import('A')", &[("A", "a.js"), ("B", "b")]).is_err());
    }

    #[test]
    fn a_star_stays_in_its_folder() {
        assert!(matches("examples/flu.json", "examples/*.json"));
        assert!(!matches("examples/old/flu.json", "examples/*.json"));
        assert!(!matches(LOADER, GLUE));
        assert!(matches("campaign-portlet-0a1b.js", GLUE));
        assert!(!matches("campaign-portlet-0a1b.js", WASM));
    }
}
