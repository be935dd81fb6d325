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
}

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
