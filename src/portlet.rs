//! The component: a campaign or the reason why there is none, and the sections in their order.

use crate::calendar::{Instant, to_plain};
use crate::campaign::{Campaign, Link, Section, SectionName};
use crate::countdown::countdown_section;
use crate::elements::{Element, IS_STATIC, el, heading, live_link, quiet_button, spoken, texted};
use crate::locations::locations_section;
use crate::render::{HostCallbacks, RenderContext};
use crate::signals::{PackedSignal, SharedValue, derived};
use crate::uptake::uptake_section;
use crate::words::{Lang, Languages, date_and_time, fill};
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
#[derive(Clone, Copy)]
pub struct HostOptions {
    /// The level of the title's heading, 2 to 6.
    pub heading_level: PackedSignal<i64>,
    /// Whether the person asked for less motion.
    pub reduced_motion: bool,
}

/// What the portlet shows, and how up to date it is.
#[derive(Clone, Copy)]
pub struct PortletModel {
    state: SharedValue<State>,
    stale: PackedSignal<Option<Instant>>,
    retrying: PackedSignal<bool>,
}

impl PortletModel {
    /// A model that has `state`.
    pub fn new(state: State) -> Self {
        Self { state: SharedValue::new(state), stale: PackedSignal::new(None), retrying: PackedSignal::new(false) }
    }

    /// Shows something else.
    pub fn set(self, state: State) {
        self.state.set(state);
    }

    /// Says that a download has ended, and since when what is shown is not up to date, if it is not.
    pub fn settle(self, stale: Option<Instant>) {
        self.stale.set(stale);
        self.retrying.set(false);
    }

    /// What is shown just now.
    pub fn peek(self) -> Option<Rc<State>> {
        self.state.peek()
    }
}

/// The portlet.
#[component]
pub fn Portlet(
    /// What there is to show.
    model: PortletModel,
    /// The language that is spoken.
    lang: PackedSignal<Lang>,
    /// The moment to show, to the second.
    now: PackedSignal<Instant>,
    /// How the host wants it.
    options: HostOptions,
    /// What the page is told.
    callbacks: HostCallbacks,
) -> Element {
    let callbacks = SharedValue::new(callbacks);
    let visible = derived(move || match model.state.get().as_deref() {
        Some(State::Ready(campaign)) => campaign.is_visible(now.get()),
        Some(State::Failed) => true,
        None => false,
    });
    let content = move || {
        let state = model.state.get()?;
        let level = options.heading_level.get() as u8 + 1;
        let awaits_files = matches!(&*state, State::Ready(campaign) if campaign.awaits_files);
        let render = RenderContext {
            now,
            lang: lang.get(),
            level,
            reduced_motion: options.reduced_motion,
            awaits_files,
            callbacks,
        };
        Some(match &*state {
            State::Ready(campaign) => campaign_view(campaign, model, render),
            State::Failed => failure_view(model, render),
        })
    };
    el("div", "").dynamic_child(move || {
        if visible() { Some(frame(&*model.state.get()?, lang, callbacks).dynamic_child(content)) } else { None }
    })
}

/// The portlet's own element, its colours, and the language switch.
fn frame(state: &State, lang: PackedSignal<Lang>, callbacks: SharedValue<HostCallbacks>) -> Element {
    let frame = el("div", "cp-portlet").part("portlet").dynamic_attr("lang", move || lang.get().tag().to_owned());
    let State::Ready(campaign) = state else {
        return frame;
    };
    let frame = match campaign.accent {
        Some(accent) => frame.style("--cp-accent", &accent.css()).style("--cp-on-accent", accent.text_on_it()),
        None => frame,
    };
    let languages = campaign.languages;
    if !languages.has_several() {
        return frame;
    }
    frame.maybe(if IS_STATIC {
        language_link(languages.after(lang.peek()))
    } else {
        Some(language_switch(lang, languages, callbacks))
    })
}

/// A button in the other language that switches to it. It stays while the content changes, and so keeps the focus.
fn language_switch(lang: PackedSignal<Lang>, languages: Languages, callbacks: SharedValue<HostCallbacks>) -> Element {
    let switch = move |_| {
        lang.set(languages.after(lang.peek()));
        if let Some(callbacks) = callbacks.peek() {
            (callbacks.language_chosen)(lang.peek());
        }
    };
    quiet_button("cp-button cp-switch", switch)
        .part("language")
        .dynamic_attr("lang", move || languages.after(lang.get()).tag().to_owned())
        .dynamic_text(move || languages.after(lang.get()).words().language_name.to_owned())
}

/// Where nothing answers: a link to where the campaign is live in the other language.
fn language_link(other: Lang) -> Option<Element> {
    let link = live_link("cp-button cp-switch", Some(other))?;
    Some(link.attr("lang", other.tag()).text(other.words().language_name))
}

fn campaign_view(campaign: &Campaign, model: PortletModel, render: RenderContext) -> Element {
    let sections = campaign.sections.iter().map(|section| section_view(campaign, section, render));
    let zone = campaign.time_zone.clone();
    let stale = move || {
        let at = to_plain(zone.as_ref(), model.stale.get()?);
        let sentence = fill(render.lang.words().last_good, &[&date_and_time(render.lang, at)]);
        Some(el("p", "cp-stale").part("stale").text(&sentence))
    };
    el("div", "")
        .dynamic_child(stale)
        .child(header(campaign, render))
        .child(el("div", "cp-sections").children(sections))
}

fn section_view(campaign: &Campaign, section: &Section, render: RenderContext) -> Element {
    let zone = || campaign.time_zone.clone();
    match section {
        Section::Countdown(countdown) => countdown_section(countdown.clone(), zone(), render),
        Section::Uptake(uptake) => uptake_section(uptake, render),
        Section::Locations(locations) => locations_section(locations.clone(), zone(), campaign.title.clone(), render),
        Section::Unusable(name) => unusable_view(*name, render),
    }
}

/// A notice in the place of a section, under our own name for it.
fn unusable_view(name: SectionName, render: RenderContext) -> Element {
    let words = render.lang.words();
    let title = match name {
        SectionName::Countdown => words.milestones,
        SectionName::Uptake => words.uptake,
        SectionName::Locations => words.where_to_go,
    };
    el("section", "cp-section")
        .child(heading(render.level, "cp-heading", None, title, render.lang))
        .child(el("p", "cp-note").text(words.section_missing))
}

/// The title; where nothing answers, it leads to where the campaign is live.
fn title(campaign: &Campaign, render: RenderContext) -> Element {
    let level = render.level - 1;
    match live_link("", None) {
        Some(link) => {
            let (words, marked) = spoken(&campaign.title, render.lang);
            heading(level, "cp-title", None, "", render.lang).lang(marked).child(link.text(words))
        }
        None => heading(level, "cp-title", Some(&campaign.title), "", render.lang),
    }
}

/// Picture, title, organisation, summary and calls to action.
fn header(campaign: &Campaign, render: RenderContext) -> Element {
    let lang = render.lang;
    let image = campaign.image.as_ref().map(|image| {
        let (alt, marked) = spoken(&image.alt, lang);
        el("img", "cp-image").part("image").attr("src", &image.src).attr("alt", alt).lang(marked)
    });
    // No <header>: on a page without a <main> around us it would be the banner of the page.
    el("div", "cp-header")
        .part("header")
        .maybe(image)
        .child(title(campaign, render))
        .maybe(campaign.organisation.as_ref().map(|text| texted("p", "cp-organisation", text, lang)))
        .maybe(campaign.summary.as_ref().map(|text| texted("p", "cp-summary", text, lang)))
        .children(campaign.links.iter().enumerate().map(|(index, link)| link_view(link, index == 0, lang)))
}

/// The main link looks like a button, the others like links.
fn link_view(link: &Link, main: bool, lang: Lang) -> Element {
    match &link.url {
        Some(url) => {
            let class = if main { "cp-main-link" } else { "" };
            el("p", "").child(texted("a", class, &link.label, lang).part("link").attr("href", url))
        }
        None => texted("p", "", &link.label, lang),
    }
}

/// One plain sentence, and a way on.
fn failure_view(model: PortletModel, render: RenderContext) -> Element {
    let words = render.lang.words();
    let again = move |_| {
        model.retrying.set(true);
        if let Some(callbacks) = render.callbacks.peek() {
            (callbacks.retry)();
        }
    };
    let sentence = move || if model.retrying.get() { words.trying } else { words.cannot_show }.to_owned();
    el("div", "cp-section")
        .part("failure")
        .child(el("p", "").attr("role", "status").dynamic_text(sentence))
        .child(quiet_button("cp-main-link", again).part("retry").text(words.try_again))
}
