//! One portlet on a page, from its first download to its removal.

use super::clock::{self, Watch};
use super::host::{Download, Host};
use super::load::{self, LoadedCampaign};
use super::refresh;
use super::schedule::Schedule;
use crate::calendar::Instant;
use crate::config::Problem;
use crate::portlet::{HostOptions, Portlet, PortletModel, PortletProps, State};
use crate::render::HostCallbacks;
use crate::signals::PackedSignal;
use crate::style::MINIFIED;
use crate::words::Lang;
use js_sys::Promise;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// After a first download that failed: how long until the next.
const MINUTES_AFTER_FAILURE: u32 = 2;

/// Everything that must stop when the portlet goes. Callbacks hold it weakly, so that nothing outlives it.
pub(super) struct PortletInstance {
    pub(super) host: Host,
    /// Dropped before the owner of all that it shows.
    pub(super) mounted: RefCell<Option<Mounted>>,
    owner: Owner,
    watch: Watch,
    /// Which refresh is under way: what an earlier one still brings is of no use.
    pub(super) refresh: Cell<u32>,
    /// When the config is to be fetched again.
    pub(super) schedule: Schedule,
    /// When what is shown was last known to be up to date.
    good_at: Cell<Option<Instant>>,
    /// Whether the page was told of an error, and not yet that it is over.
    is_faulty: Cell<bool>,
    /// Looks at the clock for the schedule; dropping it ends it.
    timer: RefCell<Option<RenderEffect<()>>>,
}

/// What is on the page once the first download has ended, well or not.
pub(super) struct Mounted {
    model: PortletModel,
    lang: PackedSignal<Lang>,
    level: PackedSignal<i64>,
    /// What it was made of, so that an unchanged download changes nothing.
    content: String,
    /// Dropping it unmounts the view. Its type cannot be named.
    _view: Box<dyn Any>,
}

impl PortletInstance {
    pub(super) fn start(host: Host, first: Promise) -> Rc<Self> {
        let instance = Rc::new(Self {
            host,
            owner: Owner::new(),
            watch: Watch::new(),
            mounted: RefCell::default(),
            refresh: Cell::default(),
            schedule: Schedule::default(),
            good_at: Cell::new(None),
            is_faulty: Cell::new(false),
            timer: RefCell::default(),
        });
        refresh::handle_answer(&instance, first);
        instance.refresh_when_due();
        instance
    }

    pub(super) fn follow_attributes(&self) {
        if let Some(Mounted { model, lang, level, .. }) = &*self.mounted.borrow()
            && let Some(state) = model.peek()
        {
            lang.set(self.first_language(&state));
            level.set(self.heading_level());
        }
    }

    pub(super) fn show(self: &Rc<Self>, loaded: LoadedCampaign, config: &Download) {
        let LoadedCampaign { campaign, problems, refused, content, stale, .. } = loaded;
        if !campaign.awaits_files {
            let now = clock::now();
            self.good_at.set(stale.or(Some(now)));
            self.host.keep(&self.host.config(), now, &config.url(), &config.text());
        }
        let was_faulty = self.is_faulty.replace(!refused.is_empty());
        if let Some(mounted) = self.mounted.borrow().as_ref().filter(|mounted| mounted.content == content) {
            mounted.model.settle(stale);
            // The page shows what it did, and so only what could not be had is news, and that it can be had again.
            if !refused.is_empty() {
                self.host.dispatch("error", &refused);
            } else if was_faulty {
                self.host.dispatch("ready", &problems);
            }
            return;
        }
        self.set(State::Ready(Rc::new(campaign)), content, stale);
        self.host.dispatch("ready", &problems);
    }

    /// Reports what is wrong, and shows the best that is still true: the campaign that is on the page, or the last good
    /// copy, or what stands inside the element, or else one reduced_motion sentence.
    pub(super) fn fail(self: &Rc<Self>, problems: &[Problem]) {
        let model = self.mounted.borrow().as_ref().map(|mounted| mounted.model);
        if let Some(model) = model {
            model.settle(self.good_at.get());
        } else if let Some((kept_at, campaign)) = load::last_good(&self.host) {
            self.good_at.set(Some(kept_at));
            self.set(State::Ready(Rc::new(campaign)), String::new(), Some(kept_at));
        } else {
            self.set(State::Failed, String::new(), None);
        }
        self.is_faulty.set(true);
        self.host.dispatch("error", problems);
    }

    fn set(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) {
        let is_ready = matches!(state, State::Ready(_));
        let mut mounted = self.mounted.borrow_mut();
        match mounted.as_mut() {
            Some(mounted) => {
                mounted.content = content;
                mounted.model.set(state);
                mounted.model.settle(stale);
            }
            None => *mounted = Some(self.mount(state, content, stale)),
        }
        if is_ready {
            self.host.reveal();
        }
    }

    /// Puts the view in the place of the script's placeholder.
    fn mount(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) -> Mounted {
        let mount_point = self.host.mount_point(MINIFIED);
        self.owner.with(|| {
            let lang = PackedSignal::new(self.first_language(&state));
            let level = PackedSignal::new(self.heading_level());
            let options = HostOptions { heading_level: level, reduced_motion: self.host.prefers_reduced_motion() };
            let model = PortletModel::new(state);
            model.settle(stale);
            let now = self.watch.now();
            let (again, over, host) = (Rc::downgrade(self), Rc::downgrade(self), self.host.clone());
            let callbacks = HostCallbacks {
                retry: Box::new(move || refresh::start(&again)),
                ended: Box::new(move || tell_end(&over)),
                language_chosen: Box::new(move |lang| host.set_language(lang.tag())),
            };
            let view =
                mount_to_renderer(&mount_point, move || Portlet(PortletProps { model, lang, now, options, callbacks }));
            Mounted { model, lang, level, content, _view: Box::new(view) }
        })
    }

    /// The language that the person chose before, or that of the `lang` attribute, or else of the config.
    fn first_language(&self, state: &State) -> Lang {
        let asked = self.host.attribute("lang").and_then(|tag| Lang::parse(&tag));
        let own = match state {
            State::Ready(campaign) => campaign.lang,
            State::Failed => Lang::default(),
        };
        match state {
            State::Ready(campaign) if campaign.bilingual => Lang::parse(&self.host.language()).or(asked).unwrap_or(own),
            _ => asked.unwrap_or(own),
        }
    }

    fn heading_level(&self) -> i64 {
        let asked = self.host.attribute("heading-level").and_then(|level| level.trim_ascii().parse().ok());
        asked.unwrap_or(2).clamp(2, 6)
    }

    pub(super) fn plan_refresh(&self, pause: f64, age: f64) {
        let state = self.mounted.borrow().as_ref().and_then(|mounted| mounted.model.peek());
        let minutes = match state.as_deref() {
            Some(State::Ready(campaign)) => campaign.refresh_minutes,
            _ => MINUTES_AFTER_FAILURE,
        };
        self.schedule.plan(minutes, pause, age);
    }

    /// Fetches when the clock says so. It stands still while nobody looks, so that a hidden tab asks for nothing.
    fn refresh_when_due(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let now = self.owner.with(|| self.watch.now());
        let timer = self.owner.with(|| {
            RenderEffect::new(move |_| {
                let now = now.get();
                if weak.upgrade().is_some_and(|instance| instance.schedule.take_due(now)) {
                    refresh::start(&weak);
                }
            })
        });
        self.timer.replace(Some(timer));
    }
}

/// Tells the page that the campaign has ended.
fn tell_end(weak: &Weak<PortletInstance>) {
    if let Some(instance) = weak.upgrade() {
        instance.host.dispatch("ended", &[]);
    }
}
