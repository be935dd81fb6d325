//! Downloaded text to a campaign, with the browser's time zones and URL parser.

use super::zone;
use crate::calendar::TimeZone;
use crate::campaign::{Campaign, Checked, check};
use crate::config::{Environment, Problem, Usability};
use std::rc::Rc;
use web_sys::Url;

/// The browser as the checker's environment: relative links are resolved against `base`.
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

/// Applies a CSV file to a campaign. Its relative links are resolved against the file's own address.
pub(super) fn apply_csv(campaign: &mut Campaign, file: &str, text: &str) -> (Usability, Vec<Problem>) {
    campaign.with_csv(file, text, &Browser { base: file.to_owned() })
}
