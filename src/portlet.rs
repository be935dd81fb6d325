//! The component: a campaign's header and sections in their order, or the failure message.

use crate::calendar::{Instant, to_plain};
use crate::campaign::{Campaign, Link, Section, SectionName};
use crate::countdown::countdown_section;
use crate::elements::{Element, IS_STATIC, el, heading, live_link, quiet_button, spoken, texted};
use crate::locations::locations_section;
use crate::render::{HostCallbacks, ReaderState, RenderContext};
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
    /// No campaign, and no last good copy.
    Failed,
}

/// Options from the host element.
#[derive(Clone, Copy)]
pub struct HostOptions {
    /// The level of the title's heading, 2 to 6.
    pub heading_level: PackedSignal<i64>,
    /// Whether the user prefers reduced motion.
    pub reduced_motion: bool,
    /// Whether the page is being printed.
    pub on_paper: PackedSignal<bool>,
}

/// What the portlet shows, and since when that is out of date.
#[derive(Clone, Copy)]
pub struct PortletModel {
    state: SharedValue<State>,
    stale: PackedSignal<Option<Instant>>,
    retrying: PackedSignal<bool>,
}

impl PortletModel {
    /// A model with `state`.
    pub fn new(state: State) -> Self {
        Self { state: SharedValue::new(state), stale: PackedSignal::new(None), retrying: PackedSignal::new(false) }
    }

    /// Replaces the state.
    pub fn set(self, state: State) {
        self.state.set(state);
    }

    /// Ends a retry, and sets since when the content is out of date; `None` if it is up to date.
    #[inline(never)]
    pub fn settle(self, stale: Option<Instant>) {
        self.stale.set(stale);
        self.retrying.set(false);
    }

    /// The state, without a subscription.
    pub fn peek(self) -> Option<Rc<State>> {
        self.state.peek()
    }
}

/// The portlet.
#[component]
pub fn Portlet(
    /// What there is to show.
    model: PortletModel,
    /// The language to show.
    lang: PackedSignal<Lang>,
    /// The time to show, to the second.
    now: PackedSignal<Instant>,
    /// Options from the host element.
    options: HostOptions,
    /// The callbacks to the host.
    callbacks: HostCallbacks,
) -> Element {
    let callbacks = SharedValue::new(callbacks);
    let reader = ReaderState::new(options.on_paper);
    let visible = derived(move || match model.state.get().as_deref() {
        Some(State::Ready(campaign)) => campaign.is_visible(now.get()),
        Some(State::Failed) => true,
        None => false,
    });
    let content = move || {
        let state = model.state.get()?;
        let level = options.heading_level.get() as u8 + 1;
        let awaits_files = matches!(&*state, State::Ready(campaign) if campaign.awaits_files);
        let ended = matches!(&*state, State::Ready(campaign) if campaign.has_ended(now.peek()));
        let render = RenderContext {
            now,
            ended: PackedSignal::new(ended),
            lang: lang.get(),
            level,
            reduced_motion: options.reduced_motion,
            awaits_files,
            callbacks,
            reader,
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

/// A button in the other language that switches to it. It is not redrawn with the content, and so keeps focus.
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

/// In static HTML: a link to the live portlet in the other language.
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
    el("div", "cp-campaign")
        .dynamic_child(stale)
        .child(header(campaign, render))
        .child(el("div", "cp-sections").children(sections))
}

fn section_view(campaign: &Campaign, section: &Section, render: RenderContext) -> Element {
    let zone = || campaign.time_zone.clone();
    match section {
        Section::Countdown(countdown) => countdown_section(countdown.clone(), zone(), render),
        Section::Uptake(uptake) => uptake_section(uptake.clone(), render),
        Section::Locations(locations) => locations_section(locations.clone(), zone(), campaign.title.clone(), render),
        Section::Unusable(name) => unusable_view(*name, render),
    }
}

/// A notice in place of a section that cannot be shown, under our default heading.
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

/// The title; in static HTML it links to the live portlet.
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
    // No <header>: on a page without a <main> around us it would be the page's `banner` landmark.
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
            let link = texted("a", class, &link.label, lang).part("link").attr("href", url);
            el("p", "").key(url).child(link)
        }
        None => texted("p", "", &link.label, lang),
    }
}

/// One plain sentence, and a button to try again.
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
        // It takes the focus of a campaign that is taken down.
        .child(el("p", "").attr("role", "status").attr("tabindex", "-1").dynamic_text(sentence))
        .child(quiet_button("cp-main-link", again).part("retry").text(words.try_again))
}
