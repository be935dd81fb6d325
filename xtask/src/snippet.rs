//! Prints a campaign as plain HTML. The program that does it has the whole portlet in it, and whoever only wants to build
//! should not wait for that: so it is a crate of its own, which is compiled when it is asked for.

use crate::{
    run::{self, Failure, Result},
    toolchain,
};
use std::env;

pub fn snippet(arguments: &[String]) -> Result {
    toolchain::install()?;
    let mut cargo = toolchain::tool("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "campaign-snippet", "--manifest-path"]);
    cargo.arg(run::root().join("Cargo.toml")).arg("--").args(arguments);
    // Files are named from where the person is.
    cargo.current_dir(env::current_dir()?);
    let status = cargo.status()?;
    if status.success() {
        return Ok(());
    }
    Err(Failure { message: "there is no snippet".into(), code: 1 })
}
