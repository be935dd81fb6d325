//! The tools that come from npm: wasm-opt, the minifier, and the browser tests. None of it reaches a page.

use crate::{
    run::{self, Result},
    toolchain,
};
use std::fs;

/// Runs `npm ci`, unless it has run for this very lock file.
pub fn install() -> Result {
    let lock = fs::read(run::root().join("package-lock.json"))?;
    let stamp = run::root().join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = run::output(toolchain::tool("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        let found = if version.is_empty() { "none".to_owned() } else { version };
        return Err(
            format!("Node 20 or later is needed, with npm (found: {found}). Get it from https://nodejs.org").into()
        );
    }
    let mut npm = toolchain::tool("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::quietly("npm ci", "some seconds, once", &mut npm)?;
    fs::write(stamp, lock)?;
    Ok(())
}
