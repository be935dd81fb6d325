//! The component: a campaign or the reason why there is none, and the sections in their order.

use crate::calendar::{Instant, to_plain};
use crate::campaign::{Campaign, Link, Section, SectionName};
use crate::countdown::countdown_section;
use crate::elements::{Element, STILL, el, heading, live_link, quiet_button, spoken, texted};
use crate::live::{Kept, Live, derived};
use crate::locations::locations_section;
use crate::stage::{Calls, Stage};
use crate::uptake::uptake_section;
use crate::words::{Lang, date_and_time, fill};
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
pub struct Manner {
    /// The level of the title's heading, 2 to 6.
    pub heading_level: Live<i64>,
    /// Whether the person asked for less motion.
    pub calm: bool,
}

/// Where the portlet finds what to show, and learns that it has changed.
#[derive(Clone, Copy)]
pub struct Source {
    state: Kept<State>,
    edition: Live<i64>,
    stale: Live<Option<Instant>>,
    trying: Live<bool>,
}

impl Source {
    /// A source that has `state`.
    pub fn new(state: State) -> Self {
        Self { state: Kept::new(state), edition: Live::new(0), stale: Live::new(None), trying: Live::new(false) }
    }

    /// Shows something else.
    pub fn set(self, state: State) {
        self.state.set(state);
        self.edition.set(self.edition.peek() + 1);
    }

    /// Says that a download has ended, and since when what is shown is not up to date, if it is not.
    pub fn settle(self, stale: Option<Instant>) {
        self.stale.set(stale);
        self.trying.set(false);
    }

    /// Since when what is shown is not up to date, if it is not.
    pub fn stale(self) -> Option<Instant> {
        self.stale.peek()
    }

    /// What is shown just now.
    pub fn peek(self) -> Rc<State> {
        self.state.get()
    }

    fn get(self) -> Rc<State> {
        self.edition.get();
        self.state.get()
    }
}

/// The portlet.
#[component]
pub fn Portlet(
    /// What there is to show.
    source: Source,
    /// The language that is spoken.
    lang: Live<Lang>,
    /// The moment to show, to the second.
    now: Live<Instant>,
    /// How the host wants it.
    manner: Manner,
    /// What the page is told.
    calls: Calls,
) -> Element {
    let calls = Kept::new(calls);
    let visible = derived(move || match &*source.get() {
        State::Ready(campaign) => campaign.is_visible(now.get()),
        State::Failed => true,
    });
    let content = move || {
        let state = source.get();
        let level = manner.heading_level.get() as u8 + 1;
        let awaits_files = matches!(&*state, State::Ready(campaign) if campaign.awaits_files);
        let stage = Stage { now, lang: lang.get(), level, calm: manner.calm, awaits_files, calls };
        Some(match &*state {
            State::Ready(campaign) => campaign_view(campaign, source, stage),
            State::Failed => failure_view(source, stage),
        })
    };
    el("div", "").live(move || visible().then(|| frame(&source.get(), lang, calls).live(content)))
}

/// The portlet's own element, its colours, and the language switch.
fn frame(state: &State, lang: Live<Lang>, calls: Kept<Calls>) -> Element {
    let frame = el("div", "cp-portlet").part("portlet").live_attr("lang", move || lang.get().tag().to_owned());
    let State::Ready(campaign) = state else {
        return frame;
    };
    let frame = match campaign.accent {
        Some(accent) => frame.style("--cp-accent", &accent.css()).style("--cp-on-accent", accent.text_on_it()),
        None => frame,
    };
    if !campaign.bilingual {
        return frame;
    }
    frame.maybe(if STILL { language_link(lang.peek()) } else { Some(language_switch(lang, calls)) })
}

/// A button in the other language that switches to it. It stays while the content changes, and so keeps the focus.
fn language_switch(lang: Live<Lang>, calls: Kept<Calls>) -> Element {
    let switch = move |_| {
        lang.set(lang.peek().other());
        (calls.get().spoken)(lang.peek());
    };
    quiet_button("cp-button cp-switch", switch)
        .part("language")
        .live_attr("lang", move || lang.get().other().tag().to_owned())
        .live_text(move || lang.get().other().words().language_name.to_owned())
}

/// Where nothing answers: a link to where the campaign is live in the other language.
fn language_link(lang: Lang) -> Option<Element> {
    let other = lang.other();
    let link = live_link("cp-button cp-switch", Some(other))?;
    Some(link.attr("lang", other.tag()).text(other.words().language_name))
}

fn campaign_view(campaign: &Campaign, source: Source, stage: Stage) -> Element {
    let sections = campaign.sections.iter().map(|section| section_view(campaign, section, stage));
    let zone = campaign.time_zone.clone();
    let stale = move || {
        let at = to_plain(zone.as_ref(), source.stale.get()?);
        let sentence = fill(stage.lang.words().last_good, &[&date_and_time(stage.lang, at)]);
        Some(el("p", "cp-stale").part("stale").text(&sentence))
    };
    el("div", "").live(stale).child(header(campaign, stage)).child(el("div", "cp-sections").children(sections))
}

fn section_view(campaign: &Campaign, section: &Section, stage: Stage) -> Element {
    let zone = || campaign.time_zone.clone();
    match section {
        Section::Countdown(countdown) => countdown_section(countdown.clone(), zone(), stage),
        Section::Uptake(uptake) => uptake_section(uptake, stage),
        Section::Locations(locations) => locations_section(locations.clone(), zone(), campaign.title.clone(), stage),
        Section::Unusable(name) => unusable_view(*name, stage),
    }
}

/// A notice in the place of a section, under our own name for it.
fn unusable_view(name: SectionName, stage: Stage) -> Element {
    let words = stage.lang.words();
    let title = match name {
        SectionName::Countdown => words.milestones,
        SectionName::Uptake => words.uptake,
        SectionName::Locations => words.where_to_go,
    };
    el("section", "cp-section")
        .child(heading(stage.level, "cp-heading", None, title, stage.lang))
        .child(el("p", "cp-note").text(words.section_missing))
}

/// The title; where nothing answers, it leads to where the campaign is live.
fn title(campaign: &Campaign, stage: Stage) -> Element {
    let level = stage.level - 1;
    match live_link("", None) {
        Some(link) => {
            let (words, marked) = spoken(&campaign.title, stage.lang);
            heading(level, "cp-title", None, "", stage.lang).lang(marked).child(link.text(words))
        }
        None => heading(level, "cp-title", Some(&campaign.title), "", stage.lang),
    }
}

/// Picture, title, organisation, summary and calls to action.
fn header(campaign: &Campaign, stage: Stage) -> Element {
    let lang = stage.lang;
    let image = campaign.image.as_ref().map(|image| {
        let (alt, marked) = spoken(&image.alt, lang);
        el("img", "cp-image").part("image").attr("src", &image.src).attr("alt", alt).lang(marked)
    });
    // No <header>: on a page without a <main> around us it would be the banner of the page.
    el("div", "cp-header")
        .part("header")
        .maybe(image)
        .child(title(campaign, stage))
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

/// One calm sentence, and a way on.
fn failure_view(source: Source, stage: Stage) -> Element {
    let words = stage.lang.words();
    let again = move |_| {
        source.trying.set(true);
        (stage.calls.get().retry)();
    };
    let sentence = move || if source.trying.get() { words.trying } else { words.cannot_show }.to_owned();
    el("div", "cp-section")
        .part("failure")
        .child(el("p", "").attr("role", "status").live_text(sentence))
        .child(quiet_button("cp-main-link", again).part("retry").text(words.try_again))
}
