//! Installs Debian's packages, where that is possible.

use crate::{
    run::{self, Result},
    toolchain,
};
use std::process::Command;

/// Whether this machine has Debian's packages, and this user may install them.
pub fn is_possible() -> bool {
    run::output(toolchain::tool("apt-get").arg("--version")).is_some() && (is_root() || may_sudo())
}

/// `before` runs when the lists of packages are up to date.
pub fn install(packages: &[&str], before: impl FnOnce() -> Result) -> Result {
    run::quietly("apt-get update", "some seconds", &mut apt(&["update"]))?;
    before()?;
    let mut install = apt(&["install", "-y", "--no-install-recommends"]);
    install.args(packages);
    run::quietly(&format!("apt-get install {}", packages.join(" ")), "a minute or two, once", &mut install)
}

/// Runs `program` as root.
pub fn run(program: &str, arguments: &[&str]) -> Result {
    run::quietly(program, "no time", as_root(program).args(arguments))
}

fn as_root(program: &str) -> Command {
    if is_root() {
        return toolchain::tool(program);
    }
    let mut command = toolchain::tool("sudo");
    command.args(["-n", program]);
    command
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = as_root("apt-get");
    // Someone else may be installing just now.
    command.args(["-o", "DPkg::Lock::Timeout=600"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    run::output(toolchain::tool("id").arg("-u")).as_deref() == Some("0")
}

fn may_sudo() -> bool {
    run::output(toolchain::tool("sudo").args(["-n", "true"])).is_some()
}
