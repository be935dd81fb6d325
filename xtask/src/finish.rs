//! What Trunk leaves to its hook: the loader that hosts put on their pages has a stable name, holds the glue, and names the
//! wasm, which carries the hash of what is in it, so that either can be cached and neither can be stale.

use crate::{
    budget, compress, files, integrity, page,
    run::{self, Result},
    toolchain,
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
    files::check(&staging)?;
    if release { budget::of_dist(&staging) } else { Ok(()) }
}

/// Puts the glue and the parts of the loader into one function, so that a page sees none of their names.
fn loader(staging: &Path, glue: &Path, wasm: &str) -> Result {
    let mut source = String::from("(() => {\n\"use strict\";\n");
    source += &as_function(&fs::read_to_string(glue)?)?;
    for part in LOADER_PARTS {
        source += &fs::read_to_string(run::root().join("src/embed").join(part))?;
    }
    source += "})();\n";
    let integrity = integrity::of(&staging.join(wasm))?;
    let (en, cy) = (sentence("en", "cannot_show")?, sentence("cy", "cannot_show")?);
    let values =
        [("__WASM__", wasm), ("__INTEGRITY__", &integrity), ("__CANNOT_SHOW_EN__", &en), ("__CANNOT_SHOW_CY__", &cy)];
    Ok(fs::write(staging.join(files::LOADER), files::named(&source, &values)?)?)
}

/// wasm-bindgen's module as a function in the loader: called again, it makes another copy. What its own ways to start it
/// are for, the loader does.
fn as_function(glue: &str) -> Result<String> {
    let parts = glue.split_once("\nfunction initSync(").ok_or("wasm-bindgen starts its module in an unknown way")?;
    let body = format!("\n{}", parts.0).replace("\nexport class", "\nclass");
    if ["\nexport ", "\nimport ", "import.meta"].iter().any(|word| body.contains(word)) {
        return Err("the glue can be nothing but a module".into());
    }
    let start = "const { instance, module } = await __wbg_load(await response, __wbg_get_imports());\n\
                 __wbg_finalize_init(instance, module);\nreturn Portlet;";
    Ok(format!("const instantiate = async (response, panicked) => {{{body}\n{start}\n}};\n"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_becomes_a_function() {
        let glue = "export class Portlet {\n}\nlet wasm;\nfunction initSync(module) {\n}\nexport { initSync };";
        let function = as_function(glue).unwrap_or_default();
        assert!(
            function
                .starts_with("const instantiate = async (response, panicked) => {\nclass Portlet {\n}\nlet wasm;\n")
        );
        assert!(as_function("export { initSync };").is_err());
        assert!(as_function("import * as other from 'other';\nfunction initSync(module) {}").is_err());
    }
}
