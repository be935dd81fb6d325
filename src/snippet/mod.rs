//! A campaign as one block of plain HTML and CSS, for pages where no script may run: the same views, built of
//! `static_html` elements.

mod css;

use crate::calendar::{Instant, to_plain};
use crate::campaign::Campaign;
use crate::elements::{SnippetContext, escaped};
use crate::portlet::{HostOptions, Portlet, PortletModel, PortletProps, State};
use crate::render::HostCallbacks;
use crate::signals::PackedSignal;
use crate::style::STYLE;
use crate::words::Lang;
use leptos::prelude::{Owner, provide_context, untrack};
use std::rc::Rc;

/// Rules that only snippets need.
const OWN: &str = include_str!("../../style/snippet.css");

/// Options for a snippet.
#[derive(Clone, Copy, Debug)]
pub struct SnippetOptions<'a> {
    /// The snippet's language, if it is not the campaign's.
    pub lang: Option<Lang>,
    /// The level of the title's heading, 2 to 6.
    pub heading_level: u8,
    /// The address of a page with the live portlet.
    pub live: Option<&'a str>,
    /// Whether it is dark, or as the reader asks for it; light otherwise.
    pub color_scheme: Option<ColorScheme>,
}

/// Colours other than those on white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Light on dark.
    Dark,
    /// As the reader has asked for.
    Auto,
}

impl ColorScheme {
    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "dark" => Some(Self::Dark),
            "auto" => Some(Self::Auto),
            _ => None,
        }
    }
}

impl Default for SnippetOptions<'_> {
    fn default() -> Self {
        Self { lang: None, heading_level: 2, live: None, color_scheme: None }
    }
}

/// The campaign at `now`; `None` if it is not visible then.
pub fn snippet(campaign: &Campaign, now: Instant, options: SnippetOptions) -> Option<String> {
    if !campaign.is_visible(now) {
        return None;
    }
    let on = to_plain(campaign.time_zone.as_ref(), now).date;
    let context = SnippetContext { on, live: options.live.map(String::from), lang: options.lang };
    let (rules, html) = Owner::new().with(|| {
        // Views read signals without subscribing: nothing updates.
        untrack(|| {
            provide_context(context);
            let portlet = Portlet(PortletProps {
                model: PortletModel::new(State::Ready(Rc::new(campaign.clone()))),
                lang: PackedSignal::new(options.lang.unwrap_or(campaign.lang)),
                now: PackedSignal::new(now),
                options: HostOptions {
                    heading_level: PackedSignal::new(options.heading_level.clamp(2, 6).into()),
                    reduced_motion: true,
                    on_paper: PackedSignal::new(false),
                },
                callbacks: HostCallbacks {
                    retry: Box::new(|| {}),
                    ended: Box::new(|| {}),
                    language_chosen: Box::new(|_| {}),
                },
            });
            portlet.finish()
        })
    });
    let scheme = match options.color_scheme {
        Some(ColorScheme::Dark) => ".cp-portlet { color-scheme: dark }\n",
        Some(ColorScheme::Auto) => ".cp-portlet { color-scheme: light dark }\n",
        None => "",
    };
    let style = css::scoped(&[STYLE, OWN, scheme, &rules].concat());
    Some(["<div class=\"", css::ROOT, "\">\n<style>\n", &style, "</style>\n", &html, "\n</div>\n"].concat())
}

/// A snippet as light DOM content of the element that loads `config`, with the loader's script. It paints at once, is
/// replaced by the live portlet where scripts run, and remains where they are stripped.
pub fn element(snippet: &str, config: &str, script: &str, options: SnippetOptions) -> String {
    let lang = options.lang.map(|lang| [" lang=\"", lang.tag(), "\""].concat()).unwrap_or_default();
    let level = options.heading_level;
    let level = if level == 2 { String::new() } else { [" heading-level=\"", &level.to_string(), "\""].concat() };
    let scheme = match options.color_scheme {
        Some(ColorScheme::Dark) => " color-scheme=\"dark\"",
        Some(ColorScheme::Auto) => " color-scheme=\"auto\"",
        None => "",
    };
    let open = ["<campaign-portlet config=\"", &escaped(config), "\"", &lang, &level, scheme, ">\n"].concat();
    let close = ["</campaign-portlet>\n<script src=\"", &escaped(script), "\" async></script>\n"].concat();
    [&open, snippet, &close].concat()
}
