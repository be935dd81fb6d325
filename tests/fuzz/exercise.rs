//! What is done with an input, by the fuzz target and by the test that replays the kept ones: all that becomes of a config
//! and its CSV files, once. Nothing may panic, and all that comes out is held to the rules that the other tests have for
//! it.

use crate::support::{Host, checked, html, ics, told};
use campaign_portlet::calendar::{Edge, Instant, Moment};
use campaign_portlet::campaign::Campaign;
use campaign_portlet::snippet::{ColorScheme, SnippetOptions, snippet};
use campaign_portlet::words::Lang;
use std::borrow::Cow;

/// A Monday morning in November 2026.
const MONDAY: i64 = 1_795_424_390;
const LIVE: &str = "https://files.trust.example/campaign/embed.html?config=flu.json";

/// Stands between a config and the CSV files that it names, in their order. No text has it in UTF-8.
pub const BETWEEN: u8 = 0xff;

pub fn exercise(data: &[u8]) {
    let texts: Vec<Cow<str>> = data.split(|byte| *byte == BETWEEN).map(String::from_utf8_lossy).collect();
    let (config, files) = texts.split_first().unwrap();
    let checked = checked(config);
    told::assert_checked(config, &checked);
    let Some(mut campaign) = checked.campaign else { return };
    for (link, file) in campaign.csv_links().iter().zip(files.iter().cycle()) {
        told::assert_told(&campaign.with_csv(link, file, &Host).1);
    }
    // One of all that could be drawn: which, depends on every byte, so that what is like an input gets the others.
    let mut any = Any(data.iter().fold(0, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into())));
    let options = SnippetOptions {
        lang: any.of(&[None, Some(Lang::En), Some(Lang::Cy)]),
        heading_level: any.of(&[2, 2, 5]),
        live: any.of(&[None, Some(LIVE)]),
        color_scheme: any.of(&[None, None, Some(ColorScheme::Auto)]),
    };
    let now = any.of(&moments(&texts, &campaign));
    let Some(block) = snippet(&campaign, now, options) else { return };
    html::assert_harmless(&block);
    for file in ics::linked(&block) {
        ics::assert_one_event(&file);
    }
}

/// When something may change: the first, the middle and the last of all moments that stand in the texts, and a Monday.
fn moments(texts: &[Cow<str>], campaign: &Campaign) -> Vec<Instant> {
    let zone = campaign.time_zone.as_ref();
    let written = texts.iter().flat_map(|text| text.split(['"', ',', '\n'])).filter_map(Moment::parse);
    let mut all: Vec<Instant> =
        written.flat_map(|moment| [Edge::Start, Edge::End].map(|edge| moment.resolve(zone, edge))).collect();
    all.sort_unstable();
    let some = [all.first(), all.get(all.len() / 2), all.last()];
    some.into_iter().flatten().copied().chain([Instant::from_epoch_seconds(MONDAY)]).collect()
}

struct Any(usize);

impl Any {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        let chosen = all[self.0 % all.len()];
        self.0 /= all.len();
        chosen
    }
}
