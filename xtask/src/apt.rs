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

pub fn install(packages: &[&str]) -> Result {
    run::quietly("apt-get update", "some seconds", &mut apt(&["update"]))?;
    let mut install = apt(&["install", "-y", "--no-install-recommends"]);
    install.args(packages);
    run::quietly(&format!("apt-get install {}", packages.join(" ")), "a minute or two, once", &mut install)
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = toolchain::tool(if is_root() { "apt-get" } else { "sudo" });
    if !is_root() {
        command.args(["-n", "apt-get"]);
    }
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
