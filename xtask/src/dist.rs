//! Builds `dist/`.

use crate::{
    patches,
    run::{self, Result},
    toolchain, tools,
};
use std::{env, fs, path::PathBuf};

pub fn dist() -> Result {
    tools::install(tools::For::Bundle)?;
    build()
}

/// Trunk compiles and collects; its hook (see Trunk.toml) comes back to [`crate::finish`].
pub fn build() -> Result {
    patches::are_used()?;
    let mut trunk = toolchain::tool("trunk");
    // Trunk reads NO_COLOR as true or false, and fails where it is 1, as is usual.
    trunk.args(["build", "--release", "--log", "warn"]).env_remove("NO_COLOR");
    // The standard library compiled with the bundle, for size and without the texts of panics that nobody reads: an
    // eighth of the bundle. Cargo calls this unstable, so it wants to be asked; the compiler itself is the pinned one.
    trunk.env("RUSTC_BOOTSTRAP", "1");
    // Only for what goes into the bundle: see crate::rustc.
    trunk.env("RUSTC_WRAPPER", env::current_exe()?);
    trunk.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    trunk.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    let flags =
        format!("-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none {}", remap());
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    run::step("dist", &mut trunk)
}

/// Panics name the source file that they are in. Without this the bundle would publish the home folder of whoever built it,
/// and differ from one machine to the next.
fn remap() -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten().flatten();
    let mut folders: Vec<String> = registries.map(|entry| entry.path().display().to_string()).collect();
    folders.sort();
    // A folder with a space in it would be read as two flags.
    folders.retain(|folder| !folder.contains(' '));
    folders.iter().map(|folder| format!("--remap-path-prefix={folder}/=")).collect::<Vec<_>>().join(" ")
}
