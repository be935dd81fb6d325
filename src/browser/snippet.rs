//! What the preview page copies: the snippet of a config, made in the browser.

use super::config;
use crate::calendar::Instant;
use crate::campaign::Campaign;
use crate::snippet::{SnippetOptions, element, snippet};
use wasm_bindgen::prelude::*;

/// A config of which a snippet can be made.
#[wasm_bindgen]
pub struct SnippetMaker {
    campaign: Campaign,
}

#[wasm_bindgen]
impl SnippetMaker {
    /// Reads the config that came from `address`; nothing where it has nothing to show.
    pub fn read(text: &str, address: String) -> Option<SnippetMaker> {
        let campaign = config::check_text(text, address).campaign?;
        Some(SnippetMaker { campaign })
    }

    /// The addresses of the CSV files that it names.
    pub fn files(&self) -> Vec<String> {
        self.campaign.csv_links().iter().map(|link| link.to_string()).collect()
    }

    /// Puts in what a CSV file says.
    pub fn apply_csv(&mut self, file: &str, text: &str) {
        let _ = config::apply_csv(&mut self.campaign, file, text);
    }

    /// The snippet, with links to where it is live; nothing where the campaign is not to be seen now.
    pub fn html(&self, live: &str) -> Option<String> {
        let now = Instant::from_epoch_seconds((js_sys::Date::now() / 1000.0).floor() as i64);
        snippet(&self.campaign, now, SnippetOptions { live: Some(live), ..SnippetOptions::default() })
    }

    /// The snippet inside the element that shows the config at that address.
    pub fn element(&self, live: &str, config: &str, script: &str) -> Option<String> {
        Some(element(&self.html(live)?, config, script, SnippetOptions::default()))
    }
}
