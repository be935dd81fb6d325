//! One portlet on a page, from its first download to its removal.

use super::clock::{self, Watch};
use super::host::{Download, Host, Refusal};
use super::load::{self, LoadedCampaign, Loading};
use super::mounted::Mounted;
use super::schedule::Schedule;
use crate::calendar::Instant;
use crate::config::Problem;
use crate::effect::Effect;
use crate::portlet::State;
use crate::render::HostCallbacks;
use js_sys::Promise;
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The refresh interval while there is no campaign.
const MINUTES_AFTER_FAILURE: u32 = 2;

/// After so many seconds, 30 days, what was last known is of no use any more.
const LONGEST: i64 = 2_592_000;

/// All resources of one portlet. Callbacks hold it weakly, so that nothing outlives it.
pub(super) struct PortletInstance {
    host: Host,
    /// Declared, and so dropped, before the reactive owner of the view.
    mounted: RefCell<Option<Mounted>>,
    owner: Owner,
    watch: Watch,
    /// The number of the current refresh; results of earlier ones are discarded.
    refresh: Cell<u32>,
    /// When the config is to be fetched again.
    pub(super) schedule: Schedule,
    /// When the content was last known to be up to date.
    good_at: Cell<Option<Instant>>,
    /// Whether an error was reported, with no `ready` event since.
    is_faulty: Cell<bool>,
    /// The effect that checks the schedule at each tick; dropping it ends it.
    timer: RefCell<Option<Effect>>,
}

/// Awaits a download and shows its result, if the portlet still exists and no other refresh has started.
fn handle_answer(instance: &Rc<PortletInstance>, download: Promise) {
    let (weak, host) = (Rc::downgrade(instance), instance.host.clone());
    let refresh = instance.refresh.get();
    let current = move || weak.upgrade().filter(|instance| instance.refresh.get() == refresh);
    spawn_local(async move {
        let answer = JsFuture::from(download).await;
        let Some(is_first) = current().map(|instance| instance.mounted.borrow().is_none()) else { return };
        let (problems, pause) = match &answer {
            Ok(config) => {
                let config: &Download = config.unchecked_ref();
                let off = clock::set_by(config.ahead());
                let is_same = config.is_same() && current().is_some_and(|instance| instance.confirm());
                match if is_same { Err(Vec::new()) } else { Loading::start(&host, config, off) } {
                    Ok(loading) => {
                        if is_first
                            && let Some(loaded) = loading.first_look().await
                            && let Some(instance) = current()
                        {
                            instance.show(loaded, config);
                        }
                        let loaded = loading.whole().await;
                        let pause = loaded.pause;
                        if let Some(instance) = current() {
                            instance.show(loaded, config);
                        }
                        (Vec::new(), pause)
                    }
                    Err(problems) => (problems, 0.0),
                }
            }
            Err(error) => (vec![load::refused(error, None)], error.unchecked_ref::<Refusal>().retry_after()),
        };
        if let Some(instance) = current() {
            if !problems.is_empty() {
                instance.fail(&problems);
            }
            let age = answer.map_or(0.0, |config| config.unchecked_ref::<Download>().age());
            instance.plan_refresh(pause, age);
        }
    });
}

/// Fetches the config again; an earlier refresh is aborted.
fn start_refresh(weak: &Weak<PortletInstance>) {
    if let Some(instance) = weak.upgrade() {
        instance.refresh.set(instance.refresh.get().wrapping_add(1));
        handle_answer(&instance, instance.host.refresh());
    }
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
        handle_answer(&instance, first);
        instance.refresh_when_due();
        instance
    }

    pub(super) fn follow_attributes(&self) {
        if let Some(mounted) = &*self.mounted.borrow() {
            mounted.follow_attributes(&self.host);
        }
    }

    /// Whether something is shown, without a fault since the last refresh; if so, it is good as of now. If the same files
    /// have come again, nothing has to be read.
    fn confirm(&self) -> bool {
        match &*self.mounted.borrow() {
            Some(mounted) if !self.is_faulty.get() => {
                self.good_at.set(Some(clock::now()));
                mounted.model.settle(None);
                true
            }
            _ => false,
        }
    }

    fn show(self: &Rc<Self>, loaded: LoadedCampaign, config: &Download) {
        let LoadedCampaign { campaign, problems, refused, content, stale, .. } = loaded;
        if !campaign.awaits_files {
            let now = clock::now();
            self.good_at.set(stale.or(Some(now)));
            self.host.keep(&self.host.config(), now, &config.url(), &config.text());
        }
        let was_faulty = self.is_faulty.replace(!refused.is_empty());
        if let Some(mounted) = self.mounted.borrow().as_ref().filter(|mounted| mounted.content == content) {
            mounted.model.settle(stale);
            // The content is unchanged, so report only that files have failed, or that they are available again.
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

    /// Reports the problems, and shows the best available: the mounted view, or the last good copy, or the light DOM
    /// content inside the element, or else one plain sentence.
    fn fail(self: &Rc<Self>, problems: &[Problem]) {
        let is_over = self.host.is_withheld(&self.host.config())
            || self.good_at.get().is_some_and(|at| at.seconds_until(clock::now()) > LONGEST);
        let model = self.mounted.borrow().as_ref().map(|mounted| mounted.model);
        if let Some(model) = model.filter(|_| !is_over) {
            model.settle(self.good_at.get());
        } else if let Some((kept_at, campaign)) = load::last_good(&self.host) {
            self.good_at.set(Some(kept_at));
            self.set(State::Ready(Rc::new(campaign)), String::new(), Some(kept_at));
        } else {
            self.good_at.set(None);
            self.set(State::Failed, String::new(), None);
        }
        self.is_faulty.set(true);
        self.host.dispatch("error", problems);
    }

    fn set(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) {
        let is_ready = matches!(state, State::Ready(_));
        let mut mounted = self.mounted.borrow_mut();
        match mounted.as_mut() {
            Some(mounted) => mounted.update(&self.host, state, content, stale),
            None => {
                // A signal that is made outside its owner stays for ever.
                let mount = || Mounted::new(&self.host, self.watch.now(), self.callbacks(), state, content, stale);
                *mounted = Some(self.owner.with(mount));
            }
        }
        if is_ready {
            self.host.reveal();
        }
    }

    fn callbacks(self: &Rc<Self>) -> HostCallbacks {
        let (weak, host, page) = (Rc::downgrade(self), self.host.clone(), self.host.clone());
        HostCallbacks {
            retry: Box::new(move || start_refresh(&weak)),
            ended: Box::new(move || page.dispatch("ended", &[])),
            language_chosen: Box::new(move |lang| host.set_language(lang.tag())),
        }
    }

    fn plan_refresh(&self, pause: f64, age: f64) {
        let state = self.mounted.borrow().as_ref().and_then(|mounted| mounted.model.peek());
        let minutes = match state.as_deref() {
            Some(State::Ready(campaign)) => campaign.refresh_minutes,
            _ => MINUTES_AFTER_FAILURE,
        };
        self.schedule.plan(minutes, pause, age);
    }

    /// Fetches when the schedule is due. The clock stops while the page is hidden, so a hidden tab sends no requests.
    fn refresh_when_due(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let now = self.owner.with(|| self.watch.now());
        let timer = self.owner.with(|| {
            Effect::new(Box::new(move || {
                let now = now.get();
                if weak.upgrade().is_some_and(|instance| instance.schedule.take_due(now)) {
                    start_refresh(&weak);
                }
            }))
        });
        self.timer.replace(Some(timer));
    }
}
