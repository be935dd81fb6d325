//! The component: a campaign or the reason why there is none, and the sections in their order.

use crate::calendar::Instant;
use crate::campaign::{Campaign, Colour, Link, Section};
use crate::countdown::CountdownSection;
use crate::elements::{Stage, heading, spoken, texted, worded};
use crate::locations::LocationsSection;
use crate::uptake::UptakeSection;
use crate::words::{Lang, Words};
use leptos::prelude::*;
use std::rc::Rc;

/// What there is to show.
#[derive(Clone)]
pub enum State {
    /// A campaign.
    Ready(Rc<Campaign>),
    /// None, and none that was good before.
    Failed,
}

/// How the host wants the portlet.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The level of the title's heading, 2 to 6.
    pub heading_level: u8,
    /// Whether the person asked for less motion.
    pub calm: bool,
}

/// The portlet.
#[component]
pub fn Portlet(
    /// What there is to show.
    state: RwSignal<State, LocalStorage>,
    /// The language that is spoken.
    lang: RwSignal<Lang>,
    /// The moment to show, to the second.
    #[prop(into)]
    now: Signal<Instant>,
    /// How the host wants it.
    manner: Manner,
    /// Fetches the config again.
    #[prop(into)]
    retry: UnsyncCallback<()>,
) -> impl IntoView {
    let bilingual = move || state.with(|state| matches!(state, State::Ready(campaign) if campaign.bilingual));
    let visible = Memo::new(move |_| {
        state.with(|state| match state {
            State::Ready(campaign) => is_visible(campaign, now.get()),
            State::Failed => true,
        })
    });
    let content = move || {
        let stage = Stage { now, lang: lang.get(), level: manner.heading_level + 1, calm: manner.calm };
        state.with(|state| match state {
            State::Ready(campaign) => campaign_view(campaign, stage),
            State::Failed => failure_view(stage.lang.words(), retry),
        })
    };
    move || {
        visible.get().then(|| {
            let colours = state.with(|state| match state {
                State::Ready(campaign) => campaign.accent,
                State::Failed => None,
            });
            view! {
                <div
                    class="cp-portlet"
                    part="portlet"
                    lang=move || lang.get().tag()
                    style:--cp-accent=colours.map(|accent| accent.to_string())
                    style:--cp-on-accent=colours.map(Colour::text_on_it)
                >
                    {move || bilingual().then(|| view! { <LanguageSwitch lang/> })}
                    {content}
                </div>
            }
        })
    }
}

/// Whether the campaign is within `visibleFrom` and `visibleTo`.
fn is_visible(campaign: &Campaign, now: Instant) -> bool {
    campaign.visible_from.is_none_or(|from| now >= from) && campaign.visible_to.is_none_or(|to| now < to)
}

/// A button in the other language that switches to it. It stays while the content changes, and so keeps the focus.
#[component]
fn LanguageSwitch(lang: RwSignal<Lang>) -> impl IntoView {
    let other = move || lang.get().other();
    view! {
        <button
            type="button"
            class="cp-button cp-switch"
            part="language"
            lang=move || other().tag()
            on:click=move |_| lang.update(|lang| *lang = lang.other())
        >
            {move || other().words().language_name}
        </button>
    }
}

fn campaign_view(campaign: &Campaign, stage: Stage) -> AnyView {
    let sections = campaign.sections.iter().map(|section| section_view(campaign, section, stage)).collect_view();
    view! {
        {header(campaign, stage)}
        <div class="cp-sections">{sections}</div>
    }
    .into_any()
}

fn section_view(campaign: &Campaign, section: &Section, stage: Stage) -> AnyView {
    match section {
        Section::Countdown(countdown) => {
            let (countdown, zone) = (countdown.clone(), campaign.time_zone.clone());
            view! { <CountdownSection countdown zone stage/> }.into_any()
        }
        Section::Uptake(uptake) => view! { <UptakeSection uptake=uptake.clone() stage/> }.into_any(),
        Section::Locations(locations) => {
            let (locations, zone) = (locations.clone(), campaign.time_zone.clone());
            view! { <LocationsSection locations zone title=campaign.title.clone() stage/> }.into_any()
        }
        Section::Unusable(_) => {
            let notice = worded("p", "cp-notice", stage.lang.words().section_missing);
            view! { <section class="cp-section">{notice}</section> }.into_any()
        }
    }
}

/// Picture, organisation, title, summary and calls to action.
fn header(campaign: &Campaign, stage: Stage) -> AnyView {
    let lang = stage.lang;
    let image = campaign.image.as_ref().map(|image| {
        let (alt, marked) = spoken(&image.alt, lang);
        view! { <img class="cp-image" part="image" src=image.src.to_string() alt=alt lang=marked/> }
    });
    let organisation = campaign.organisation.as_ref().map(|text| texted("p", "cp-organisation", text, lang));
    let summary = campaign.summary.as_ref().map(|text| texted("p", "cp-summary", text, lang));
    let links = campaign.links.iter().enumerate().map(|(index, link)| link_view(link, index == 0, lang)).collect_view();
    view! {
        <header class="cp-header" part="header">
            {image}
            {heading(stage.level - 1, "cp-title", Some(&campaign.title), "", lang)}
            {organisation}
            {summary}
            {links}
        </header>
    }
    .into_any()
}

/// The main link looks like a button, the others like links.
fn link_view(link: &Link, main: bool, lang: Lang) -> AnyView {
    let (label, marked) = spoken(&link.label, lang);
    let class = if main { "cp-main-link" } else { "cp-link" };
    match &link.url {
        Some(url) => {
            view! { <p><a class=class part="link" href=url.to_string() lang=marked>{label}</a></p> }.into_any()
        }
        None => view! { <p lang=marked>{label}</p> }.into_any(),
    }
}

/// One calm sentence, and a way on.
fn failure_view(words: &'static Words, retry: UnsyncCallback<()>) -> AnyView {
    let trying = RwSignal::new(false);
    let again = move |_| {
        trying.set(true);
        retry.run(());
    };
    view! {
        <div class="cp-section cp-failure" part="failure">
            <p role="status">{move || if trying.get() { words.trying } else { words.cannot_show }}</p>
            <button type="button" class="cp-main-link" part="retry" on:click=again>{words.try_again}</button>
        </div>
    }
    .into_any()
}
