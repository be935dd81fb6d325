//! The mounted view of a portlet, from the end of the first download, whether it succeeded or failed.

use super::host::Host;
use crate::calendar::Instant;
use crate::elements::Root;
use crate::portlet::{HostOptions, Portlet, PortletModel, PortletProps, State};
use crate::render::HostCallbacks;
use crate::signals::PackedSignal;
use crate::style::MINIFIED;
use crate::words::{Lang, Languages};

/// A view that is mounted.
pub(super) struct Mounted {
    pub(super) model: PortletModel,
    lang: PackedSignal<Lang>,
    level: PackedSignal<i64>,
    /// Whether the page is being printed.
    on_paper: PackedSignal<bool>,
    /// The downloaded texts that it shows, so that an unchanged download does not redraw it.
    pub(super) content: String,
    _view: Root,
}

impl Mounted {
    /// Mounts the view, in place of the loader's placeholder.
    pub(super) fn new(
        host: &Host,
        now: PackedSignal<Instant>,
        callbacks: HostCallbacks,
        state: State,
        content: String,
        stale: Option<Instant>,
    ) -> Self {
        let mount_point = host.mount_point(MINIFIED);
        let lang = PackedSignal::new(first_language(host, &state));
        let level = PackedSignal::new(heading_level(host));
        let on_paper = PackedSignal::new(false);
        let options = HostOptions { heading_level: level, reduced_motion: host.prefers_reduced_motion(), on_paper };
        let model = PortletModel::new(state);
        model.settle(stale);
        let view = Portlet(PortletProps { model, lang, now, options, callbacks });
        Self { model, lang, level, on_paper, content, _view: Root::mount(view, &mount_point) }
    }

    /// Replaces the state. The language stays, unless the campaign no longer has it.
    pub(super) fn update(&mut self, host: &Host, state: State, content: String, stale: Option<Instant>) {
        self.content = content;
        if matches!(&state, State::Ready(campaign) if !campaign.languages.contains(self.lang.peek())) {
            self.lang.set(first_language(host, &state));
        }
        self.model.set(state);
        self.model.settle(stale);
    }

    /// Applies the attributes `lang` and `heading-level`.
    pub(super) fn follow_attributes(&self, host: &Host) {
        if let Some(state) = self.model.peek() {
            self.lang.set(first_language(host, &state));
            self.level.set(heading_level(host));
            self.on_paper.set(host.on_paper());
        }
    }
}

/// The user's earlier choice, or the `lang` attribute, or else the config's language.
fn first_language(host: &Host, state: &State) -> Lang {
    let (own, languages) = match state {
        State::Ready(campaign) => (campaign.lang, campaign.languages),
        State::Failed => (Lang::default(), Languages::default()),
    };
    let chosen = Lang::parse(&host.language()).filter(|lang| languages.contains(*lang));
    chosen.or_else(|| Lang::parse(&host.attribute("lang")?)).unwrap_or(own)
}

fn heading_level(host: &Host) -> i64 {
    let asked = host.attribute("heading-level").and_then(|level| level.trim_ascii().parse().ok());
    asked.unwrap_or(2).clamp(2, 6)
}
