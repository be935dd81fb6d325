//! Makes the snippet of a config in the browser, for the preview page to copy.

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
    /// Reads the config that came from `address`; `None` if it has no campaign.
    pub fn read(text: &str, address: String) -> Option<SnippetMaker> {
        let campaign = config::check_text(text, address).campaign?;
        Some(SnippetMaker { campaign })
    }

    /// The addresses of the CSV files that it names.
    pub fn files(&self) -> Vec<String> {
        self.campaign.csv_links().iter().map(|link| link.to_string()).collect()
    }

    /// Applies a CSV file.
    pub fn apply_csv(&mut self, file: &str, text: &str) {
        let _ = config::apply_csv(&mut self.campaign, file, text);
    }

    /// The snippet, with links to the live portlet; `None` if the campaign is not visible now.
    pub fn html(&self, live: &str) -> Option<String> {
        let now = Instant::from_epoch_seconds((js_sys::Date::now() / 1000.0).floor() as i64);
        snippet(&self.campaign, now, SnippetOptions { live: Some(live), ..SnippetOptions::default() })
    }

    /// The snippet as light DOM content of the element that loads `config`.
    pub fn element(&self, live: &str, config: &str, script: &str) -> Option<String> {
        Some(element(&self.html(live)?, config, script, SnippetOptions::default()))
    }
}
