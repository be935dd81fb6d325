//! The part of the preview page that makes snippets: a wasm of its own, which no embedding page ever asks for.

use crate::{
    files,
    run::{self, Result},
    toolchain,
};
use std::{fs, path::Path};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Builds it into `staging`, and tells the script that copies where it is. What it is made of has been compiled for the
/// bundle with the same options, and so only the library itself is compiled again.
pub fn build(staging: &Path) -> Result {
    let mut cargo = toolchain::tool("cargo");
    cargo.args(["build", "--release", "--locked", "--quiet", "--package", "campaign-preview", "--target", TARGET]);
    succeed(cargo, "the wasm that makes snippets could not be built")?;
    let built = run::root().join("target").join(TARGET).join("release/campaign_preview.wasm");
    let mut bindgen = toolchain::tool("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "snippet", "--out-dir"]).args([staging, &built]);
    succeed(bindgen, "wasm-bindgen failed: cargo xtask tools installs it")?;
    let glue = files::hashed(staging, "snippet.js", "snippet-", ".js")?;
    let wasm = files::hashed(staging, "snippet_bg.wasm", "snippet-", "_bg.wasm")?;
    let script = staging.join("snippets.js");
    let source = fs::read_to_string(&script)?;
    fs::write(script, files::named(&source, &[("__SNIPPET__", &glue), ("__SNIPPET_WASM__", &wasm)])?)?;
    Ok(())
}

fn succeed(mut command: std::process::Command, otherwise: &str) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(otherwise.into()),
        Err(error) => Err(format!("{otherwise} ({error})").into()),
    }
}
