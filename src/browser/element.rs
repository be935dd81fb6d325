//! One portlet on a page, from its first download to its removal.

use super::clock::{self, Watch};
use super::host::{Download, Host, Refusal};
use super::load::{self, LoadedCampaign, Loading};
use crate::calendar::Instant;
use crate::config::Problem;
use crate::live::Live;
use crate::portlet::{Manner, Portlet as View, PortletProps, Source, State};
use crate::stage::Calls;
use crate::style::MINIFIED;
use crate::words::Lang;
use js_sys::Promise;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// After a first download that failed: how long until the next.
const MINUTES_AFTER_FAILURE: u32 = 2;

/// For how many seconds the next download may be put off: a day.
const LONGEST_PAUSE: f64 = 86_400.0;

/// A portlet on the page. Freeing it takes it down: its view, its timers and its part in the clock.
#[wasm_bindgen]
pub struct Portlet {
    instance: Rc<PortletInstance>,
}

/// Everything that must stop when the portlet goes. Callbacks hold it weakly, so that nothing outlives it.
struct PortletInstance {
    host: Host,
    /// Dropped before the owner of all that it shows.
    mounted: RefCell<Option<Mounted>>,
    owner: Owner,
    watch: Watch,
    /// Which refresh is under way: what an earlier one still brings is of no use.
    refresh: Cell<u32>,
    /// When the config is to be fetched again.
    due: Cell<Option<Instant>>,
    /// Before this moment the server does not want to be asked, unless a person asks.
    not_before: Cell<Option<Instant>>,
    /// When what is shown was last known to be up to date.
    good_at: Cell<Option<Instant>>,
    /// Whether the page was told of an error, and not yet that it is over.
    is_faulty: Cell<bool>,
    /// Looks at the clock for that; dropping it ends it.
    timer: RefCell<Option<RenderEffect<()>>>,
}

/// What is on the page once the first download has ended, well or not.
struct Mounted {
    source: Source,
    lang: Live<Lang>,
    level: Live<i64>,
    /// What it was made of, so that an unchanged download changes nothing.
    content: String,
    /// Dropping it unmounts the view. Its type cannot be named.
    _view: Box<dyn Any>,
}

#[wasm_bindgen]
impl Portlet {
    /// Shows the campaign in the config of `host`. `first` is the first download of it, already under way.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, first: Promise) -> Portlet {
        // Leptos' effects need it; where another portlet was first, it is there already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let instance = Rc::new(PortletInstance {
            host,
            owner: Owner::new(),
            watch: Watch::new(),
            mounted: RefCell::default(),
            refresh: Cell::default(),
            due: Cell::new(None),
            not_before: Cell::new(None),
            good_at: Cell::new(None),
            is_faulty: Cell::new(false),
            timer: RefCell::default(),
        });
        handle_answer(&instance, first);
        instance.refresh_when_due();
        Portlet { instance }
    }

    /// Asks for the config and its files as soon as someone looks and the server wants to be asked, where they may have
    /// changed or can be had again.
    pub fn refresh(&self) {
        let PortletInstance { due, not_before, .. } = &*self.instance;
        due.set(Some(clock::now()).max(not_before.get()));
    }

    /// Follows the attributes `lang` and `heading-level`, one of which has changed.
    pub fn configure(&self) {
        if let Some(Mounted { source, lang, level, .. }) = &*self.instance.mounted.borrow() {
            lang.set(self.instance.first_language(&source.peek()));
            level.set(self.instance.heading_level());
        }
    }
}

/// Waits for a download and shows what it brings, if the portlet is still there by then and no other refresh has begun.
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
                match Loading::start(&host, config) {
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

fn start_refresh(weak: &Weak<PortletInstance>) {
    if let Some(instance) = weak.upgrade() {
        instance.refresh.set(instance.refresh.get().wrapping_add(1));
        handle_answer(&instance, instance.host.refresh());
    }
}

impl PortletInstance {
    fn show(self: &Rc<Self>, loaded: LoadedCampaign, config: &Download) {
        let LoadedCampaign { campaign, problems, refused, content, stale, .. } = loaded;
        if !campaign.awaits_files {
            let now = clock::now();
            self.good_at.set(stale.or(Some(now)));
            self.host.keep(&self.host.config(), now, &config.url(), &config.text());
        }
        let was_faulty = self.is_faulty.replace(!refused.is_empty());
        if let Some(mounted) = self.mounted.borrow().as_ref().filter(|mounted| mounted.content == content) {
            mounted.source.settle(stale);
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
    /// copy, or what stands inside the element, or else one calm sentence.
    fn fail(self: &Rc<Self>, problems: &[Problem]) {
        let source = self.mounted.borrow().as_ref().map(|mounted| mounted.source);
        if let Some(source) = source {
            source.settle(self.good_at.get());
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
                mounted.source.set(state);
                mounted.source.settle(stale);
            }
            None => *mounted = Some(self.mount(state, content, stale)),
        }
        if is_ready {
            self.host.reveal();
        }
    }

    /// Puts the view in the place of the script's placeholder.
    fn mount(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) -> Mounted {
        let stage = self.host.stage(MINIFIED);
        self.owner.with(|| {
            let lang = Live::new(self.first_language(&state));
            let level = Live::new(self.heading_level());
            let manner = Manner { heading_level: level, calm: self.host.is_calm() };
            let source = Source::new(state);
            source.settle(stale);
            let now = self.watch.now();
            let (again, over, host) = (Rc::downgrade(self), Rc::downgrade(self), self.host.clone());
            let calls = Calls {
                retry: Box::new(move || start_refresh(&again)),
                ended: Box::new(move || tell_end(&over)),
                spoken: Box::new(move |lang| host.set_language(lang.tag())),
            };
            let view = mount_to_renderer(&stage, move || View(PortletProps { source, lang, now, manner, calls }));
            Mounted { source, lang, level, content, _view: Box::new(view) }
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

    /// Plans the next fetch, spread by a random tenth so that a trust's whole staff do not ask at once; not before the
    /// server wants to be asked again, in `pause` seconds. An answer that had been kept is `age` seconds old.
    fn plan_refresh(&self, pause: f64, age: f64) {
        let minutes = match self.mounted.borrow().as_ref().map(|mounted| mounted.source.peek()).as_deref() {
            Some(State::Ready(campaign)) => campaign.refresh_minutes,
            _ => MINUTES_AFTER_FAILURE,
        };
        // NaN is not the larger one.
        let pause = 0.0_f64.max(pause).min(LONGEST_PAUSE);
        let seconds = (f64::from(minutes) * 60.0).max(pause) * (0.95 + js_sys::Math::random() / 10.0);
        let now = clock::now();
        self.not_before.set(Some(now.plus_seconds(pause as i64)));
        self.due.set(Some(now.plus_seconds((seconds - age).max(pause) as i64)));
    }

    /// Fetches when the clock says so. It stands still while nobody looks, so that a hidden tab asks for nothing.
    fn refresh_when_due(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let now = self.owner.with(|| self.watch.now());
        let timer = self.owner.with(|| {
            RenderEffect::new(move |_| {
                let now = now.get();
                if let Some(instance) = weak.upgrade()
                    && instance.due.get().is_some_and(|due| now >= due)
                {
                    instance.due.set(None);
                    start_refresh(&weak);
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
