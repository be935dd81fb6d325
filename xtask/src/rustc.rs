//! Stands between cargo and rustc while the bundle is built. cargo is told `RUSTC_BOOTSTRAP=1`, so that it compiles the
//! standard library, and hands it on to every rustc; here it is taken from all that compile for this machine: build
//! scripts, macros and what they are made of. It is left to what is compiled for the browser, and to the standard
//! library's own build scripts, which cargo compiles with the unstable option `STD`. While it fuzzes, some crates get options
//! that cargo would give to all.

use crate::{fuzz, page::TARGET, run::Result};
use std::{ffi::OsString, path::Path, process::Command};

/// The option by which cargo marks each crate of the standard library.
const STD: &str = "force-unstable-if-unmarked";

/// Whether cargo calls this program in rustc's place: then the first argument is the path of rustc.
pub fn is_asked_for(arguments: &[OsString]) -> bool {
    arguments.first().is_some_and(|first| Path::new(first).file_stem().is_some_and(|name| name == "rustc"))
}

/// Runs rustc, and gives its exit code.
pub fn run(arguments: &[OsString]) -> Result<u8> {
    let Some((rustc, arguments)) = arguments.split_first() else { return Err("there is no rustc to run".into()) };
    let mut command = Command::new(rustc);
    command.args(arguments).args(fuzz::coverage(arguments));
    if !may_be_unstable(arguments) {
        command.env_remove("RUSTC_BOOTSTRAP");
    }
    let code = command.status()?.code();
    Ok(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

fn may_be_unstable(arguments: &[OsString]) -> bool {
    let unstable = [["--target", TARGET], ["-Z", STD]];
    arguments.windows(2).any(|pair| unstable.iter().any(|option| pair == option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_bundle_and_the_standard_library_may_use_unstable_options() {
        let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        for unstable in [
            "--crate-name serde --target wasm32-unknown-unknown -C opt-level=z",
            "--crate-name build_script_build --edition=2024 -Z force-unstable-if-unmarked",
        ] {
            assert!(may_be_unstable(&arguments(unstable)), "{unstable}");
        }
        for host in ["--crate-name syn --edition 2021", "-vV", "--target x86_64-unknown-linux-gnu", "--target"] {
            assert!(!may_be_unstable(&arguments(host)), "{host}");
        }
        assert!(is_asked_for(&arguments("rustc-1.99/bin/rustc -vV")));
        assert!(!is_asked_for(&arguments("dist")) && !is_asked_for(&[]));
    }
}
