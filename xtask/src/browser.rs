//! Finds the Chromium that the browser tests drive, or installs Debian's. Only the tests need one.

use crate::{apt, run::Result};
use std::env;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// `CHROMIUM`, or the first that is on the PATH.
pub fn find() -> Option<String> {
    if let Ok(named) = env::var("CHROMIUM")
        && !named.is_empty()
    {
        return Some(named);
    }
    let path = env::var_os("PATH")?;
    let mut places = NAMES.iter().flat_map(|name| env::split_paths(&path).map(move |dir| dir.join(name)));
    places.find(|place| place.is_file()).map(|place| place.to_string_lossy().into_owned())
}

pub fn install() -> Result {
    if find().is_some() {
        return Ok(());
    }
    if !apt::is_possible() {
        return Err("the browser tests need Chromium: install it (on Debian: apt-get install chromium), \
             or set CHROMIUM to its path, or leave them out with: cargo xtask test --host"
            .into());
    }
    apt::install(&["chromium"])
}
