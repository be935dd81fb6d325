//! Assembles a campaign and its CSV files from downloads and last good copies.

use super::clock;
use super::config;
use super::host::{Download, Host, Refusal};
use crate::calendar::Instant;
use crate::campaign::{Campaign, Checked};
use crate::config::{Problem, Severity, Usability};
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// In seconds.
const A_WEEK: f64 = 604_800.0;

/// A campaign with the files received so far.
pub(super) struct LoadedCampaign {
    pub(super) campaign: Campaign,
    pub(super) problems: Vec<Problem>,
    /// The errors of files that could not be fetched or used; they are in `problems` as well.
    pub(super) refused: Vec<Problem>,
    /// The config and the texts of its CSV files: if equal, the view is not redrawn. Empty while files are still being
    /// fetched.
    pub(super) content: String,
    /// When the oldest last good copy that replaces a file was stored; `None` if none does.
    pub(super) stale: Option<Instant>,
    /// The longest `Retry-After` of its files, in seconds.
    pub(super) pause: f64,
}

/// A config with a campaign, and the pending downloads of its files.
pub(super) struct Loading<'a> {
    host: &'a Host,
    config: &'a Download,
    campaign: Campaign,
    problems: Vec<Problem>,
    files: Vec<(Rc<str>, Promise)>,
}

impl<'a> Loading<'a> {
    /// Checks a config, and starts to fetch its CSV files in parallel. Without a campaign it returns the problems. `off`
    /// is that of the clock.
    pub(super) fn start(host: &'a Host, config: &'a Download, off: Option<Problem>) -> Result<Self, Vec<Problem>> {
        let Checked { campaign, mut problems } = config::check_text(&config.text(), config.url());
        problems.extend(off);
        let Some(campaign) = campaign else { return Err(problems) };
        let links = campaign.csv_links();
        let files = links.into_iter().map(|link| (link.clone(), host.download(&link))).collect();
        Ok(Self { host, config, campaign, problems, files })
    }

    /// The campaign with the files received within two seconds and last good copies; `None` if all were received.
    pub(super) async fn first_look(&self) -> Option<LoadedCampaign> {
        let mut answers = Vec::new();
        for (_, answer) in &self.files {
            let answer = JsFuture::from(self.host.soon(answer)).await;
            answers.push(Some(answer).filter(|answer| answer != &Ok(JsValue::UNDEFINED)));
        }
        if answers.iter().all(Option::is_some) {
            return None;
        }
        let Checked { campaign, problems } = config::check_text(&self.config.text(), self.config.url());
        let mut loaded = LoadedCampaign::new(campaign?, problems);
        for ((link, _), answer) in self.files.iter().zip(&answers) {
            match answer {
                Some(answer) => loaded.handle_response(self.host, link, answer),
                None => drop(loaded.apply_last_good(self.host, link)),
            }
        }
        loaded.campaign.awaits_files = true;
        loaded.content.clear();
        Some(loaded)
    }

    /// The campaign, once the download of each file has succeeded or failed.
    pub(super) async fn whole(self) -> LoadedCampaign {
        let mut loaded = LoadedCampaign::new(self.campaign, self.problems);
        loaded.content = self.config.text();
        for (link, answer) in self.files {
            loaded.handle_response(self.host, &link, &JsFuture::from(answer).await);
        }
        loaded
    }
}

impl LoadedCampaign {
    fn new(campaign: Campaign, problems: Vec<Problem>) -> Self {
        Self { campaign, problems, refused: Vec::new(), content: String::new(), stale: None, pause: 0.0 }
    }

    /// Applies a CSV file to the campaign, or its last good copy if it could not be fetched or used.
    fn handle_response(&mut self, host: &Host, link: &str, answer: &Result<JsValue, JsValue>) {
        let (usability, problems) = match answer {
            Ok(answer) => {
                let answer: &Download = answer.unchecked_ref();
                let text = answer.text();
                let (usability, problems) = config::apply_csv(&mut self.campaign, link, &text);
                if usability != Usability::Unusable {
                    // A partly usable file does not replace a last good copy that is less than a week old.
                    let has_younger = || host.last_good(link).is_some_and(|copy| copy.age() < A_WEEK);
                    if usability == Usability::Used || !has_younger() {
                        host.keep(link, clock::now(), &answer.url(), &text);
                    }
                    self.content.push_str(&text);
                }
                (usability, problems)
            }
            Err(error) => {
                // `max` ignores NaN.
                self.pause = self.pause.max(error.unchecked_ref::<Refusal>().retry_after());
                (Usability::Unusable, vec![refused(error, Some(link.to_owned()))])
            }
        };
        if usability == Usability::Unusable {
            self.refused.extend(problems.iter().filter(|problem| problem.severity == Severity::Error).cloned());
            if let Some(kept_at) = self.apply_last_good(host, link) {
                self.stale = Some(self.stale.map_or(kept_at, |before| before.min(kept_at)));
            }
        }
        self.problems.extend(problems);
    }

    /// Applies the last good copy of a CSV file, and returns when it was stored. Its problems were reported then.
    fn apply_last_good(&mut self, host: &Host, link: &str) -> Option<Instant> {
        let copy = host.last_good(link)?;
        let text = copy.text();
        let _ = config::apply_csv(&mut self.campaign, link, &text);
        self.content.push_str(&text);
        Some(copy.kept_at())
    }
}

/// A failed download as a problem with the whole file: the config, or the CSV file that is named.
pub(super) fn refused(error: &JsValue, file: Option<String>) -> Problem {
    let message = error.unchecked_ref::<Refusal>().message().unwrap_or_default();
    Problem::of_file(Severity::Error, file, message)
}

/// The last good copy of the campaign with those of its files, and when it was stored.
pub(super) fn last_good(host: &Host) -> Option<(Instant, Campaign)> {
    let copy = host.last_good(&host.config())?;
    let campaign = config::check_text(&copy.text(), copy.url()).campaign?;
    let links = campaign.csv_links();
    let mut loaded = LoadedCampaign::new(campaign, Vec::new());
    for link in links {
        loaded.apply_last_good(host, &link);
    }
    Some((copy.kept_at(), loaded.campaign))
}
