//! What Trunk leaves to its hook: the loader that hosts put on their pages has a stable name, holds the glue, and names the
//! wasm, which carries the hash of what is in it, so that either can be cached and neither can be stale.

use crate::{
    budget, compress, files, glue, integrity, page,
    run::{self, Result},
    toolchain,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// In the order in which they run.
const LOADER_PARTS: [&str; 9] = [
    "download.js",
    "clock.js",
    "store.js",
    "inside.js",
    "bundle.js",
    "host.js",
    "keys.js",
    "element.js",
    "script-tag.js",
];

pub fn finish() -> Result {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").ok_or("finish is called by Trunk, at the end of: cargo xtask dist")?;
    let staging = PathBuf::from(staging);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let glue = staging.join(files::find(&staging, files::GLUE)?);
    let mut wasm = files::find(&staging, files::WASM)?;
    if release {
        shrink(&glue, &staging.join(&wasm))?;
        wasm = files::hashed(&staging, &wasm, "campaign-portlet-", "_bg.wasm")?;
    }
    loader(&staging, &glue, &wasm)?;
    fs::remove_file(glue)?;
    if release {
        minify(&staging.join(files::LOADER))?;
    }
    integrity::publish(&staging, &wasm)?;
    for file in [files::LOADER, &wasm] {
        compress::beside(&staging.join(file))?;
    }
    page::build(&staging)?;
    examples(&staging)?;
    files::check(&staging)?;
    if release { budget::of_dist(&staging) } else { Ok(()) }
}

/// Puts the glue and the parts of the loader into one function, so that a page sees none of their names.
fn loader(staging: &Path, glue: &Path, wasm: &str) -> Result {
    let mut source = String::from("(() => {\n\"use strict\";\n");
    source += &glue::as_function(&fs::read_to_string(glue)?)?;
    for part in LOADER_PARTS {
        source += &fs::read_to_string(run::root().join("src/embed").join(part))?;
    }
    source += "})();\n";
    let integrity = integrity::of(&staging.join(wasm))?;
    let cannot_show = sentences("cannot_show")?;
    let values = [("__WASM__", wasm), ("__INTEGRITY__", &integrity), ("__CANNOT_SHOW__", &cannot_show)];
    Ok(fs::write(staging.join(files::LOADER), files::named(&source, &values)?)?)
}

/// The examples are fixtures, which name the schema by where it is in the project; beside them it is one folder up.
fn examples(staging: &Path) -> Result {
    let folder = staging.join("examples");
    for file in files::list(&folder)?.iter().filter(|file| file.ends_with(".json")) {
        let path = folder.join(file);
        let text = fs::read_to_string(&path)?;
        fs::write(path, text.replace("\"../../../campaign.schema.json\"", "\"../campaign.schema.json\""))?;
    }
    Ok(())
}

/// A sentence of the portlet's in every language, `en: "…", cy: "…"`, from where it says it itself: the loader says it where
/// the wasm that has it did not come.
fn sentences(name: &str) -> Result<String> {
    let mut all = Vec::new();
    for file in files::list(&run::root().join("src/words"))? {
        let words = fs::read_to_string(run::root().join("src/words").join(&file))?;
        if let Some((_, rest)) = words.split_once(&format!("\n    {name}: \""))
            && let Some((sentence, _)) = rest.split_once('"')
        {
            all.push(format!("{}: \"{sentence}\"", file.trim_end_matches(".rs")));
        }
    }
    if all.is_empty() { Err(format!("no language in src/words has {name}").into()) } else { Ok(all.join(", ")) }
}

/// See `shrink.mjs`: Node has a WebAssembly parser, and the tools that it calls are npm's.
fn shrink(glue: &Path, wasm: &Path) -> Result {
    let status = toolchain::tool("node").arg("xtask/shrink.mjs").args([glue, wasm]).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("the glue and the wasm could not be made smaller".into()),
        Err(error) => Err(format!("cannot run node ({error})").into()),
    }
}

fn minify(path: &Path) -> Result {
    let mut terser = toolchain::tool("terser");
    terser.arg(path).args(["--ecma", "2020", "--compress", "passes=3", "--mangle", "--output"]).arg(path);
    match terser.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("terser could not minify {}", path.display()).into()),
        Err(error) => Err(format!("cannot run terser ({error}): cargo xtask tools installs it").into()),
    }
}
