//! Stands between cargo and rustc while the bundle is built. cargo is told `RUSTC_BOOTSTRAP=1`, so that it compiles the
//! standard library, and hands it on to every rustc; here it is taken from all that compile for this machine: build
//! scripts, macros and what they are made of. What is compiled for the browser alone may use unstable options.

use crate::{page::TARGET, run::Result};
use std::{ffi::OsString, path::Path, process::Command};

/// Whether cargo calls this program in rustc's place: then the first argument is the path of rustc.
pub fn is_asked_for(arguments: &[OsString]) -> bool {
    arguments.first().is_some_and(|first| Path::new(first).file_stem().is_some_and(|name| name == "rustc"))
}

/// Runs rustc, and gives its exit code.
pub fn run(arguments: &[OsString]) -> Result<u8> {
    let Some((rustc, arguments)) = arguments.split_first() else { return Err("there is no rustc to run".into()) };
    let mut command = Command::new(rustc);
    command.args(arguments);
    if !is_for_browser(arguments) {
        command.env_remove("RUSTC_BOOTSTRAP");
    }
    let code = command.status()?.code();
    Ok(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

fn is_for_browser(arguments: &[OsString]) -> bool {
    let mut after = arguments.iter().skip_while(|argument| *argument != "--target").skip(1);
    after.next().is_some_and(|target| target == TARGET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_compiled_for_the_browser_may_use_unstable_options() {
        let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert!(is_for_browser(&arguments("--crate-name serde --target wasm32-unknown-unknown -C opt-level=z")));
        for host in ["--crate-name syn --edition 2021", "-vV", "--target x86_64-unknown-linux-gnu", "--target"] {
            assert!(!is_for_browser(&arguments(host)), "{host}");
        }
        assert!(is_asked_for(&arguments("/root/.rustup/toolchains/x/bin/rustc -vV")));
        assert!(!is_asked_for(&arguments("dist")) && !is_asked_for(&[]));
    }
}
