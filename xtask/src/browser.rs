//! Finds the browsers that the tests drive, or installs Debian's. Only the tests need them.

use crate::{apt, run::Result};
use std::{env, path::PathBuf};

/// A program that the tests run.
struct Program {
    /// Debian's package with it.
    package: &'static str,
    /// Where someone says which one to take, and where the tests are told which one was found.
    variable: &'static str,
    /// What it may be called on the PATH.
    names: &'static [&'static str],
}

const PROGRAMS: [Program; 4] = [
    Program {
        package: "chromium",
        variable: "CHROMIUM",
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    },
    Program { package: "firefox-esr", variable: "FIREFOX", names: &["firefox-esr"] },
    Program { package: "webkit2gtk-driver", variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
    // WebKit needs a screen.
    Program { package: "xvfb", variable: "XVFB", names: &["Xvfb"] },
];

/// Each program that is there, by its variable.
pub fn found() -> impl Iterator<Item = (&'static str, PathBuf)> {
    PROGRAMS.iter().filter_map(|program| Some((program.variable, program.find()?)))
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable).filter(|named| !named.is_empty()) {
            return Some(named.into());
        }
        let path = env::var_os("PATH")?;
        let mut places = self.names.iter().flat_map(|name| env::split_paths(&path).map(move |dir| dir.join(name)));
        places.find(|place| place.is_file())
    }
}

pub fn install() -> Result {
    let missing: Vec<&Program> = PROGRAMS.iter().filter(|program| program.find().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    if apt::is_possible() {
        return apt::install(&packages, || Ok(()));
    }
    let packages = packages.join(" ");
    let variables = missing.iter().map(|program| program.variable).collect::<Vec<_>>().join(", ");
    Err(format!(
        "the browser tests miss programs: install them (on Debian: apt-get install {packages}), \
         or say where they are, in {variables}, or leave these tests out with: cargo xtask test --host"
    )
    .into())
}
