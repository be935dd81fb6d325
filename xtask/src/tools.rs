//! Installs the programs that build the bundle, into `target/tools/` and only if they are not there in the right version.
//! Compiled with the optimiser on, Trunk takes a quarter of an hour; without it, three minutes, and it is fast enough.
//!
//! They write what staff's browsers run. So each is compiled from the versions of its own lock file, whose hashes cargo
//! checks, and never taken ready-made, which nothing here could check.

use crate::{
    browser, fonts, node,
    run::{self, Result},
    servers, toolchain,
};
use std::{fs, thread, time::Instant};

const TRUNK: &str = "0.22.1";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    Bundle,
    Everything,
}

/// Side by side, since one waits for the network while the other compiles.
pub fn install(purpose: For) -> Result {
    let start = Instant::now();
    thread::scope(|scope| {
        let node = scope.spawn(node::install);
        // One after the other: packages are installed by one at a time.
        let for_tests = || browser::install().and_then(|()| fonts::install()).and_then(|()| servers::install());
        let packages = scope.spawn(move || if purpose == For::Everything { for_tests() } else { Ok(()) });
        let rust = toolchain::install().and_then(|()| wasm_bindgen()).and_then(|()| trunk());
        let ended = |outcome: thread::ScopedJoinHandle<'_, Result>| {
            outcome.join().unwrap_or_else(|_| Err("the installation has panicked".into()))
        };
        rust.and(ended(node)).and(ended(packages))
    })?;
    let _ = fs::remove_dir_all(build_dir());
    println!("── tools: ready, {}", run::took(start));
    Ok(())
}

fn trunk() -> Result {
    // One of the TLS features is compulsory.
    let options = ["trunk", "--version", TRUNK, "--no-default-features", "--features", "rustls"];
    cargo_install("trunk", TRUNK, "about 3 minutes, once", &options)
}

/// It must be of exactly the version of the library that is compiled into the bundle.
fn wasm_bindgen() -> Result {
    let lock = fs::read_to_string(run::root().join("Cargo.lock"))?;
    let version = locked(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen")?;
    let path = run::root().join("xtask/wasm-bindgen");
    cargo_install("wasm-bindgen", version, "about a minute, once", &["--path", &path.to_string_lossy()])
}

fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let after = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?.1;
    Some(after.split_once('"')?.0)
}

fn cargo_install(program: &str, version: &str, estimate: &str, options: &[&str]) -> Result {
    let there = || {
        run::output(toolchain::tool(program).arg("--version"))
            .is_some_and(|said| said == format!("{program} {version}"))
    };
    if there() {
        return Ok(());
    }
    let mut command = toolchain::tool("cargo");
    command.args(["install", "--locked", "--force", "--root"]).arg(run::tools_dir()).args(options);
    // What one compiles, the next need not. It only has to work, so nothing is optimised.
    command.env("CARGO_TARGET_DIR", build_dir());
    for (key, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("STRIP", "none")]
    {
        command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    run::quietly(&format!("{program} {version}"), estimate, &mut command)
}

fn build_dir() -> std::path::PathBuf {
    run::tools_dir().join("build")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_of_exactly_that_package() {
        let lock =
            "name = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "leptos"), None);
    }
}
