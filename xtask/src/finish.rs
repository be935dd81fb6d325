//! What Trunk leaves to its hook: the loader that hosts put on their pages has a stable name, and names the other two
//! files, which carry the hash of what is in them, so that any of them can be cached and none can be stale.

use crate::{
    budget, files, page,
    run::{self, Result},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

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
        glue = files::hashed(&staging, &glue, "campaign-portlet-", ".js")?;
        wasm = files::hashed(&staging, &wasm, "campaign-portlet-", "_bg.wasm")?;
    }
    loader(&staging, &glue, &wasm, release)?;
    page::build(&staging)?;
    files::check(&staging)?;
    if release { budget::of_dist(&staging) } else { Ok(()) }
}

fn loader(staging: &Path, glue: &str, wasm: &str, release: bool) -> Result {
    let source = fs::read_to_string(run::root().join("src/embed.js"))?;
    let loader = files::named(&source, &[("__GLUE__", glue), ("__WASM__", wasm)])?;
    let path = staging.join(files::LOADER);
    fs::write(&path, loader)?;
    if release { minify(&path, &[]) } else { Ok(()) }
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
