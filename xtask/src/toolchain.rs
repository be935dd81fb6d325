//! The pinned Rust. It is not pinned by a `rust-toolchain.toml`: where rustup may not install by itself, such a file makes
//! every cargo command fail until the toolchain is there, `cargo xtask` too, which is what installs it.

use crate::run::{self, Result};
use std::{env, ffi::OsStr, path::PathBuf, process::Command, sync::OnceLock};

pub const VERSION: &str = "1.99.1";

const TARGET: &str = "wasm32-unknown-unknown";
const COMPONENTS: [&str; 3] = ["clippy", "rustfmt", "rust-src"];

static BIN: OnceLock<PathBuf> = OnceLock::new();

/// Where the pinned cargo and rustc are, once they are installed.
pub fn bin_dir() -> Option<PathBuf> {
    if BIN.get().is_none() {
        let cargo = run::output(rustup().args(["which", "cargo", "--toolchain", VERSION]))?;
        let _ = BIN.set(PathBuf::from(cargo).parent()?.to_owned());
    }
    BIN.get().cloned()
}

/// `program` in the top folder. All programs are made here, so that each sees the pinned toolchain and the project's own
/// tools first, and none sees what `cargo run` tells xtask about itself.
pub fn tool(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    let mut path = vec![run::tools_dir().join("bin"), run::root().join("node_modules/.bin")];
    path.extend(bin_dir());
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    command.current_dir(run::root()).env("PATH", env::join_paths(path).unwrap_or_default());
    command.env("RUSTUP_TOOLCHAIN", VERSION);
    // What `cargo run` sets for xtask is wrong for another cargo.
    for (key, _) in env::vars_os() {
        let name = key.to_string_lossy();
        if name == "CARGO"
            || name == "LD_LIBRARY_PATH"
            || ["CARGO_MANIFEST_", "CARGO_PKG_"].iter().any(|p| name.starts_with(p))
        {
            command.env_remove(&key);
        }
    }
    // Trunk's hook uses this build of xtask in place of compiling another.
    if let Ok(this) = env::current_exe() {
        command.env("XTASK", this);
    }
    command
}

/// Installs the pinned toolchain with all that the project needs of it.
pub fn install() -> Result {
    if run::output(rustup().arg("--version")).is_none() {
        return Err("rustup is missing: it installs the Rust that this project is built with. \
             Get it from https://rustup.rs, or on Debian 13 and later with: apt-get install rustup"
            .into());
    }
    if complete() {
        return Ok(());
    }
    let mut command = rustup();
    command.args(["toolchain", "install", VERSION, "--profile", "minimal", "--no-self-update", "--target", TARGET]);
    for component in COMPONENTS {
        command.args(["--component", component]);
    }
    run::quietly(&format!("Rust {VERSION}"), "about half a minute, once", &mut command)?;
    if bin_dir().is_none() {
        return Err(format!("rustup has installed Rust {VERSION}, but cannot say where its cargo is").into());
    }
    Ok(())
}

fn complete() -> bool {
    let Some(bin) = bin_dir() else { return false };
    let rustlib = bin.with_file_name("lib").join("rustlib");
    rustlib.join(TARGET).join("lib").is_dir()
        && rustlib.join("src").is_dir()
        && ["cargo-clippy", "cargo-fmt"]
            .iter()
            .all(|program| bin.join(program).with_extension(env::consts::EXE_EXTENSION).is_file())
}

fn rustup() -> Command {
    let mut command = Command::new("rustup");
    // Left over from the toolchain that runs xtask.
    command.env_remove("RUSTUP_TOOLCHAIN").current_dir(run::root());
    command
}
