//! A campaign and the CSV files that it names, put together from what comes and from what came before.

use super::clock;
use super::config::{self, Download};
use super::store;
use crate::calendar::Instant;
use crate::campaign::{Campaign, Checked};
use crate::config::{Problem, Severity};
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A campaign that has come, with all its files.
pub(super) struct Brought {
    pub(super) campaign: Campaign,
    pub(super) problems: Vec<Problem>,
    /// The files that could not be had or used; they are among the problems as well.
    pub(super) refused: Vec<Problem>,
    /// The config, as it is kept as the last good copy.
    pub(super) text: String,
    /// The config and all that its CSV files say: what makes no difference here changes nothing on the page.
    pub(super) content: String,
    /// Since when a file has not come, whose last good copy is in its place.
    pub(super) stale: Option<Instant>,
}

/// Checks a config, and asks for the CSV files that it names, side by side.
pub(super) async fn campaign(config: &Download, ask: &Function) -> Result<Brought, Vec<Problem>> {
    let text = config.text();
    let Checked { campaign, mut problems } = config::check_text(&text, config.url());
    problems.extend(clock::set_by(config.ahead()));
    let Some(campaign) = campaign else { return Err(problems) };
    let content = text.clone();
    let mut brought = Brought { campaign, problems, refused: Vec::new(), text, content, stale: None };
    let start = |link: Rc<str>| {
        let answer = ask.call1(&JsValue::UNDEFINED, &(&*link).into()).ok()?;
        Some((link, answer.unchecked_into()))
    };
    let answers: Vec<(Rc<str>, Promise)> = brought.campaign.csv_links().into_iter().filter_map(start).collect();
    for (link, answer) in answers {
        brought.take(&link, JsFuture::from(answer).await);
    }
    Ok(brought)
}

impl Brought {
    /// Puts what a CSV file says into the campaign; where it cannot be had or used, what it said the last time.
    fn take(&mut self, link: &str, answer: Result<JsValue, JsValue>) {
        let problems = match answer {
            Ok(answer) => {
                let text = answer.unchecked_ref::<Download>().text();
                let problems = config::take_csv(&mut self.campaign, link, &text);
                if problems.iter().all(is_partial) {
                    store::keep(link, &text);
                    self.content.push_str(&text);
                }
                problems
            }
            Err(error) => vec![config::refused(&error, Some(link.to_owned()))],
        };
        self.refused.extend(problems.iter().filter(|problem| !is_partial(problem)).cloned());
        if !problems.iter().all(is_partial)
            && let Some((kept_at, text)) = store::last_good(link)
        {
            // What is wrong in it was told when it came.
            config::take_csv(&mut self.campaign, link, &text);
            self.content.push_str(&text);
            self.stale = Some(self.stale.map_or(kept_at, |before| before.min(kept_at)));
        }
        self.problems.extend(problems);
    }
}

/// Whether a problem leaves a file of use.
fn is_partial(problem: &Problem) -> bool {
    problem.severity == Severity::Warning || !problem.path.is_empty()
}

/// The last good copy of the campaign at `config` with those of its files, and when it was kept.
pub(super) fn last_good(config: &str) -> Option<(Instant, Campaign)> {
    let (kept_at, text) = store::last_good(config)?;
    let mut campaign = config::check_text(&text, config.to_owned()).campaign?;
    for link in campaign.csv_links() {
        if let Some((_, text)) = store::last_good(&link) {
            config::take_csv(&mut campaign, &link, &text);
        }
    }
    Some((kept_at, campaign))
}
