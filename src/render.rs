//! What the view of each section receives, besides its part of the campaign.

use crate::calendar::Instant;
use crate::elements::{Element, el};
use crate::signals::{PackedSignal, SharedValue};
use crate::words::Lang;

/// The inputs of a section's view.
#[derive(Clone, Copy)]
pub(crate) struct RenderContext {
    /// The time to show, to the second.
    pub now: PackedSignal<Instant>,
    /// Whether the campaign has ended: set by the countdown, if there is one.
    pub ended: PackedSignal<bool>,
    /// The language to show.
    pub lang: Lang,
    /// The heading level of a section; 3 if the portlet's title has level 2.
    pub level: u8,
    /// Whether the user prefers reduced motion.
    pub reduced_motion: bool,
    /// Whether CSV files are still being fetched: placeholders reserve the space of their content.
    pub awaits_files: bool,
    /// The callbacks to the host.
    pub callbacks: SharedValue<HostCallbacks>,
    /// What the reader has done.
    pub reader: ReaderState,
}

/// What the reader has done. It belongs to the portlet, so that it outlasts whatever is drawn anew.
#[derive(Clone, Copy)]
pub(crate) struct ReaderState {
    /// The instant at which the countdown was paused.
    pub paused_at: PackedSignal<Option<Instant>>,
    /// Whether the page is being printed: then all there is is drawn.
    pub on_paper: PackedSignal<bool>,
    /// What was done to the list of places.
    pub list: ListState,
}

/// What the reader has done to the list of places.
#[derive(Clone, Copy)]
pub(crate) struct ListState {
    /// What is searched for.
    pub query: SharedValue<String>,
    /// How many places are shown at most.
    pub limit: PackedSignal<i64>,
    /// The places whose further sessions have been unfolded at some time, as a set of 64 bits. Whether they are unfolded
    /// now is the browser's to know.
    pub unfolded: PackedSignal<i64>,
}

impl ReaderState {
    pub fn new(on_paper: PackedSignal<bool>) -> Self {
        let list = ListState {
            query: SharedValue::new(String::new()),
            limit: PackedSignal::new(FIRST),
            unfolded: PackedSignal::new(0),
        };
        Self { paused_at: PackedSignal::new(None), on_paper, list }
    }
}

/// How many places of a list are shown at first.
pub(crate) const FIRST: i64 = 3;

/// How many more at each press of the button, and how many at most that a search finds.
pub(crate) const PAGE: i64 = 20;

impl RenderContext {
    /// In place of missing CSV data: a placeholder while the file is being fetched, and then a sentence.
    pub fn missing(&self, sentence: &str) -> Element {
        if self.awaits_files { el("div", "cp-awaited") } else { el("p", "cp-note").text(sentence) }
    }
}

/// The callbacks from the view to the host.
pub struct HostCallbacks {
    /// Fetch the config again.
    pub retry: Box<dyn Fn()>,
    /// The campaign has ended while the portlet was shown.
    pub ended: Box<dyn Fn()>,
    /// The user has chosen a language.
    pub language_chosen: Box<dyn Fn(Lang)>,
}
