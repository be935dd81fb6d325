//! From the text that was downloaded to a campaign, with the browser's zones and its URL parser.

use super::zone;
use crate::calendar::TimeZone;
use crate::campaign::{Campaign, Checked, check};
use crate::config::{Problem, Severity, Surroundings};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Url;

#[wasm_bindgen]
extern "C" {
    /// What the script's `download` resolves to.
    pub(super) type Download;

    /// The address that answered, after redirects.
    #[wasm_bindgen(method, getter)]
    pub(super) fn url(this: &Download) -> String;

    /// What it says.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Download) -> String;

    /// By how many milliseconds the server's clock is ahead of this device's; not a number where it does not say.
    #[wasm_bindgen(method, getter)]
    pub(super) fn ahead(this: &Download) -> f64;

    /// What the script's `download` throws.
    pub(super) type Refusal;

    /// A sentence for whoever runs the page.
    #[wasm_bindgen(method, getter)]
    pub(super) fn message(this: &Refusal) -> Option<String>;

    /// For how many seconds the server does not want to be asked again; not a number where it does not say.
    #[wasm_bindgen(method, getter, js_name = retryAfter)]
    pub(super) fn retry_after(this: &Refusal) -> f64;
}

/// The browser, as the checker sees it: relative links are resolved against the config's own address.
struct Browser {
    base: String,
}

impl Surroundings for Browser {
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>> {
        zone::time_zone(name)
    }

    fn resolve(&self, link: &str) -> Option<String> {
        Url::new_with_base(link, &self.base).ok().map(|url| url.href())
    }
}

/// Checks a config that came from `base`.
pub(super) fn check_text(text: &str, base: String) -> Checked {
    check(text, &Browser { base })
}

/// Puts what a CSV file says into a campaign. Its links are relative to the file itself.
pub(super) fn take_csv(campaign: &mut Campaign, file: &str, text: &str) -> Vec<Problem> {
    campaign.with_csv(file, text, &Browser { base: file.to_owned() })
}

/// A download that failed, as a problem with the whole file: the config, or the CSV file that is named.
pub(super) fn refused(error: &JsValue, file: Option<String>) -> Problem {
    let message = error.unchecked_ref::<Refusal>().message().unwrap_or_default();
    Problem { severity: Severity::Error, file, path: String::new(), message }
}
