//! Every check, in the order in which a fault is cheapest to find. CI runs this and nothing else.

use crate::{
    browser, dist, fonts,
    run::{self, Result},
    toolchain, tools, watch,
};
use std::{path::Path, time::Instant};

pub fn test(arguments: &[String]) -> Result {
    let mut parts = arguments.splitn(2, |argument| argument == "--");
    let (own, playwright) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let host_only = match own {
        [] => false,
        [option] if option == "--host" => true,
        other => return Err(format!("test takes only --host and -- …, but got {}", other.join(" ")).into()),
    };
    let start = Instant::now();
    tools::install(if host_only { tools::For::Bundle } else { tools::For::Everything })?;

    cargo("format", "fmt --all --check")?;
    cargo("format, fuzz target", "fmt --manifest-path tests/fuzz/Cargo.toml --check")?;
    cargo("clippy, host", "clippy --locked --workspace --all-targets --features schema -- -D warnings")?;
    // One at a time: together, cargo would give both the features of both.
    for package in ["campaign-portlet", "campaign-preview"] {
        let wasm = format!("clippy --locked --package {package} --lib --target wasm32-unknown-unknown -- -D warnings");
        cargo(&format!("clippy, wasm of {package}"), &wasm)?;
    }
    let host_tests = "test --locked --workspace --features schema".split(' ');
    // As if far from the author's machine; the browser tests are as well (tests/browser/engines/elsewhere.mjs).
    let elsewhere = [("TZ", "Pacific/Auckland"), ("LANG", "C"), ("LC_ALL", "C")];
    run::step("tests, host", toolchain::tool("cargo").args(host_tests).envs(elsewhere))?;
    dist::build()?;
    if !host_only {
        in_browser(playwright)?;
        // What narrows the browser tests down means one of those.
        if playwright.is_empty() {
            going_live()?;
            in_engines(&[])?;
            with_faults()?;
            on_real_servers()?;
        }
    }
    println!("── all checks passed, {}", run::took(start));
    Ok(())
}

fn cargo(label: &str, arguments: &str) -> Result {
    run::step(label, toolchain::tool("cargo").args(arguments.split(' ')))
}

fn in_browser(arguments: &[String]) -> Result {
    let folder = Path::new("tests/browser");
    let names = ["playwright.config.ts", "playwright.config.mjs", "playwright.config.js"];
    let Some(config) = names.iter().map(|name| folder.join(name)).find(|config| run::root().join(config).is_file())
    else {
        println!("── tests, browser: there are none");
        return Ok(());
    };
    let mut playwright = toolchain::tool("playwright");
    playwright.args(["test", "--config"]).arg(config).args(arguments).envs(browser::found()).envs(fonts::found());
    run::step("tests, browser", &mut playwright)
}

/// `[ENGINE] [CASE]`: the host pages alone, in one engine or `all`, with the cases whose names have that text in them.
pub fn hosts(arguments: &[String]) -> Result {
    tools::install(tools::For::Everything)?;
    if !watch::Watched::new().is_built_into(&run::root().join("dist/index.html")) {
        dist::build()?;
    }
    in_engines(arguments)
}

fn in_engines(arguments: &[String]) -> Result {
    let mut node = toolchain::tool("node");
    node.arg("tests/browser/hosts/run.mjs").args(arguments).envs(browser::found());
    run::step("tests, host pages in three engines", &mut node)
}

/// Snippets go live where nothing may move, with each of two fonts.
fn going_live() -> Result {
    let mut node = toolchain::tool("node");
    node.arg("tests/browser/going-live/run.mjs").envs(browser::found()).envs(fonts::found());
    run::step("tests, going live in three engines", &mut node)
}

/// Everything that can go wrong with a file on its way.
fn with_faults() -> Result {
    let mut node = toolchain::tool("node");
    node.arg("tests/faults/run.mjs").envs(browser::found());
    run::step("tests, faults in three engines", &mut node)
}

/// nginx, Apache and WordPress, as `docs/hosting/` sets them up.
fn on_real_servers() -> Result {
    let mut playwright = toolchain::tool("playwright");
    playwright.args(["test", "--config", "tests/hosting/playwright.config.mjs"]).envs(browser::found());
    run::step("tests, real servers", &mut playwright)
}
