//! What every section gets to draw with, besides its part of the campaign.

use crate::calendar::Instant;
use crate::elements::{Element, el};
use crate::signals::{PackedSignal, SharedValue};
use crate::words::Lang;

/// What a section draws with.
#[derive(Clone, Copy)]
pub(crate) struct RenderContext {
    /// The moment to show, to the second.
    pub now: PackedSignal<Instant>,
    /// The language to speak.
    pub lang: Lang,
    /// The heading level of a section, 3 where the portlet's title is a level 2.
    pub level: u8,
    /// Whether people asked for less motion.
    pub reduced_motion: bool,
    /// Whether CSV files are still under way: what they will fill keeps its room.
    pub awaits_files: bool,
    /// What the page is told.
    pub callbacks: SharedValue<HostCallbacks>,
}

impl RenderContext {
    /// In the place of what a CSV file says: room for it as long as the file is under way, and then a sentence.
    pub fn missing(&self, sentence: &str) -> Element {
        if self.awaits_files { el("div", "cp-awaited") } else { el("p", "cp-note").text(sentence) }
    }
}

/// What the portlet tells the page that it is on.
pub struct HostCallbacks {
    /// Fetch the config again.
    pub retry: Box<dyn Fn()>,
    /// The campaign has ended, while someone was looking.
    pub ended: Box<dyn Fn()>,
    /// Someone has chosen a language.
    pub language_chosen: Box<dyn Fn(Lang)>,
}
