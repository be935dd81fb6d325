//! A campaign as one block of plain HTML and CSS, to be pasted where no script may run: the same views, drawn by
//! the other kind of element.

mod css;

use crate::calendar::{Instant, to_plain};
use crate::campaign::Campaign;
use crate::elements::{Making, escaped};
use crate::live::Live;
use crate::portlet::{Manner, Portlet, PortletProps, Source, State};
use crate::stage::Calls;
use crate::style::STYLE;
use crate::words::Lang;
use leptos::prelude::{Owner, provide_context, untrack};
use std::rc::Rc;

/// What only a snippet needs.
const OWN: &str = include_str!("../../style/snippet.css");

/// How a snippet is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The language that it speaks, where that is not the campaign's.
    pub lang: Option<Lang>,
    /// The level of the title's heading, 2 to 6.
    pub heading_level: u8,
    /// The address of a page where the campaign is live.
    pub live: Option<&'a str>,
}

impl Default for Wanted<'_> {
    fn default() -> Self {
        Self { lang: None, heading_level: 2, live: None }
    }
}

/// The campaign as it is at `now`; nothing where it is not to be seen then.
pub fn snippet(campaign: &Campaign, now: Instant, wanted: Wanted) -> Option<String> {
    if !campaign.is_visible(now) {
        return None;
    }
    let on = to_plain(campaign.time_zone.as_ref(), now).date;
    let making = Making { on, live: wanted.live.map(String::from), lang: wanted.lang };
    let (rules, html) = Owner::new().with(|| {
        // Nothing follows the signals that views read.
        untrack(|| {
            provide_context(making);
            let portlet = Portlet(PortletProps {
                source: Source::new(State::Ready(Rc::new(campaign.clone()))),
                lang: Live::new(wanted.lang.unwrap_or(campaign.lang)),
                now: Live::new(now),
                manner: Manner { heading_level: Live::new(wanted.heading_level.clamp(2, 6).into()), calm: true },
                calls: Calls { retry: Box::new(|| {}), ended: Box::new(|| {}), spoken: Box::new(|_| {}) },
            });
            portlet.finish()
        })
    });
    let style = css::scoped(&[STYLE, OWN, &rules].concat());
    Some(["<div class=\"", css::ROOT, "\">\n<style>\n", &style, "</style>\n", &html, "\n</div>\n"].concat())
}

/// A snippet inside the element that shows the config at that address, with the script that brings it to life. It paints at
/// once, goes live where scripts run, and stays where they are stripped.
pub fn element(snippet: &str, config: &str, script: &str, wanted: Wanted) -> String {
    let lang = wanted.lang.map(|lang| [" lang=\"", lang.tag(), "\""].concat()).unwrap_or_default();
    let level = wanted.heading_level;
    let level = if level == 2 { String::new() } else { [" heading-level=\"", &level.to_string(), "\""].concat() };
    let open = ["<campaign-portlet config=\"", &escaped(config), "\"", &lang, &level, ">\n"].concat();
    let close = ["</campaign-portlet>\n<script src=\"", &escaped(script), "\" async></script>\n"].concat();
    [&open, snippet, &close].concat()
}
