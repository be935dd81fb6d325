//! From the text that was downloaded to a campaign, with the browser's zones and its URL parser.

use super::zone;
use crate::calendar::TimeZone;
use crate::campaign::{Campaign, Checked, check};
use crate::config::{Environment, Problem, Usability};
use std::rc::Rc;
use web_sys::Url;

/// The browser, as the checker sees it: relative links are resolved against the config's own address.
struct Browser {
    base: String,
}

impl Environment for Browser {
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
pub(super) fn apply_csv(campaign: &mut Campaign, file: &str, text: &str) -> (Usability, Vec<Problem>) {
    campaign.with_csv(file, text, &Browser { base: file.to_owned() })
}
