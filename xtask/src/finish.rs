//! What Trunk leaves to its hook: the loader that hosts put on their pages has a stable name, and names the other two
//! files, which carry the hash of what is in them, so that any of them can be cached and none can be stale.

use crate::{
    budget, files,
    run::{self, Result},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// In the order in which they run.
const LOADER_PARTS: [&str; 4] = ["download.js", "bundle.js", "element.js", "place.js"];

pub fn finish() -> Result {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").ok_or("finish is called by Trunk, at the end of: cargo xtask dist")?;
    let staging = PathBuf::from(staging);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let mut glue = files::find(&staging, files::GLUE)?;
    let mut wasm = files::find(&staging, files::WASM)?;
    if release {
        shrink(&staging.join(&glue), &staging.join(&wasm))?;
        minify(&staging.join(&glue), &["--module"])?;
        glue = rename(&staging, &glue, ".js")?;
        wasm = rename(&staging, &wasm, "_bg.wasm")?;
    }
    loader(&staging, &glue, &wasm, release)?;
    files::check(&staging)?;
    if release { budget::of_dist(&staging) } else { Ok(()) }
}

/// Puts the parts of the loader into one function, so that a page sees none of their names.
fn loader(staging: &Path, glue: &str, wasm: &str, release: bool) -> Result {
    let mut source = String::from("(() => {\n\"use strict\";\n");
    for part in LOADER_PARTS {
        source += &fs::read_to_string(run::root().join("src/embed").join(part))?;
    }
    source += "})();\n";
    let (en, cy) = (sentence("en", "cannot_show")?, sentence("cy", "cannot_show")?);
    let values = [("__GLUE__", glue), ("__WASM__", wasm), ("__CANNOT_SHOW_EN__", &en), ("__CANNOT_SHOW_CY__", &cy)];
    if let Some((name, _)) = values.iter().find(|(name, _)| !source.contains(name)) {
        return Err(format!("src/embed/ has lost its placeholder {name}").into());
    }
    let loader = values.iter().fold(source, |text, (name, value)| text.replace(name, value));
    let path = staging.join(files::LOADER);
    fs::write(&path, loader)?;
    if release { minify(&path, &[]) } else { Ok(()) }
}

/// A sentence of the portlet's, from where it says it itself: the loader says it where the wasm that has it did not come.
fn sentence(lang: &str, name: &str) -> Result<String> {
    let words = fs::read_to_string(run::root().join(format!("src/words/{lang}.rs")))?;
    let sentence = words.split_once(&format!("    {name}: \"")).and_then(|(_, rest)| rest.split_once('"'));
    let (sentence, _) = sentence.ok_or_else(|| format!("src/words/{lang}.rs has no {name}"))?;
    Ok(sentence.to_owned())
}

/// See `shrink.mjs`: Node has a WebAssembly parser, and the tools that it calls are npm's.
fn shrink(glue: &Path, wasm: &Path) -> Result {
    let status = run::tool("node").arg("xtask/shrink.mjs").args([glue, wasm]).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("the glue and the wasm could not be made smaller".into()),
        Err(error) => Err(format!("cannot run node ({error})").into()),
    }
}

fn minify(path: &Path, options: &[&str]) -> Result {
    let mut terser = run::tool("terser");
    terser.arg(path).args(options).args(["--ecma", "2020", "--compress", "passes=3", "--mangle", "--output"]).arg(path);
    match terser.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("terser could not minify {}", path.display()).into()),
        Err(error) => Err(format!("cannot run terser ({error}): cargo xtask tools installs it").into()),
    }
}

/// Trunk hashes what wasm-bindgen wrote. A page gets what wasm-opt and terser made of it, which another version of them, or
/// another option, makes differently under the same name: so the name says what is in the file as it is served.
fn rename(staging: &Path, old: &str, ending: &str) -> Result<String> {
    let new = format!("campaign-portlet-{:016x}{ending}", hash(&fs::read(staging.join(old))?));
    fs::rename(staging.join(old), staging.join(&new))?;
    Ok(new)
}

/// FNV-1a: it tells versions of one file apart, and guards against nothing.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
