//! One portlet on a page, from its first download to its removal.

use super::clock::{self, Watch};
use super::config::{self, Refusal};
use super::read::{self, Brought};
use super::{report, store, style};
use crate::calendar::Instant;
use crate::config::Problem;
use crate::live::Live;
use crate::portlet::{Manner, Portlet as View, Source, State};
use crate::stage::Calls;
use crate::words::Lang;
use js_sys::{Function, Promise};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, ShadowRoot};

/// After a first download that failed: how long until the next.
const MINUTES_AFTER_FAILURE: u32 = 2;

/// For how many seconds the next download may be put off: a day.
const LONGEST_PAUSE: f64 = 86_400.0;

/// A portlet on the page. Freeing it takes it down: its view, its timers and its part in the clock.
#[wasm_bindgen]
pub struct Portlet {
    life: Rc<Life>,
}

/// Everything that must stop when the portlet goes. Callbacks hold it weakly, so that nothing outlives it.
struct Life {
    host: HtmlElement,
    shadow: ShadowRoot,
    config: String,
    download: Function,
    /// Dropped before the owner of all that it shows.
    shown: RefCell<Option<Shown>>,
    owner: Owner,
    watch: Watch,
    /// When the config is to be fetched again.
    due: Cell<Option<Instant>>,
    /// Looks at the clock for that; dropping it ends it.
    refresh: RefCell<Option<RenderEffect<()>>>,
}

/// What is on the page once the first download has ended, well or not.
struct Shown {
    source: Source,
    /// What it was made of, so that an unchanged download changes nothing.
    content: String,
    /// Dropping it unmounts the view. Its type cannot be named.
    _mount: Box<dyn Any>,
}

#[wasm_bindgen]
impl Portlet {
    /// Shows the campaign in `config` in the shadow root of `host`. `first` is the first download of it, already under
    /// way; `download` starts another.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, shadow: ShadowRoot, config: String, first: Promise, download: Function) -> Portlet {
        // Leptos' effects need it; where another portlet was first, it is there already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let life = Rc::new(Life {
            host,
            shadow,
            config,
            download,
            owner: Owner::new(),
            watch: Watch::new(),
            shown: RefCell::default(),
            due: Cell::new(None),
            refresh: RefCell::default(),
        });
        take_in(&life, first);
        life.refresh_when_due();
        Portlet { life }
    }

    /// Asks for the config and its files as soon as someone looks, where they may have changed or can be had again.
    pub fn refresh(&self) {
        self.life.due.set(Some(clock::now()));
    }
}

/// Waits for a download and shows what it brings, if the portlet is still there by then.
fn take_in(life: &Rc<Life>, download: Promise) {
    let weak = Rc::downgrade(life);
    let ask = life.download.clone();
    spawn_local(async move {
        let (brought, pause) = match JsFuture::from(download).await {
            Ok(answer) => (read::campaign(answer.unchecked_ref(), &ask).await, 0.0),
            Err(error) => (Err(vec![config::refused(&error, None)]), error.unchecked_ref::<Refusal>().retry_after()),
        };
        if let Some(life) = weak.upgrade() {
            match brought {
                Ok(brought) => life.show(brought),
                Err(problems) => life.fail(&problems),
            }
            life.plan_refresh(pause);
        }
    });
}

fn start_download(weak: &Weak<Life>) {
    if let Some(life) = weak.upgrade()
        && let Ok(promise) = life.download.call0(&JsValue::UNDEFINED)
    {
        take_in(&life, promise.unchecked_into());
    }
}

impl Life {
    fn show(self: &Rc<Self>, brought: Brought) {
        let Brought { campaign, problems, refused, text, content, stale } = brought;
        store::keep(&self.config, &text);
        if let Some(shown) = self.shown.borrow().as_ref().filter(|shown| shown.content == content) {
            shown.source.settle(stale);
            // The page shows what it did, and so only what could not be had is news.
            if !refused.is_empty() {
                report::log(&self.config, &refused);
                report::event(&self.host, "error", &self.config, &refused);
            }
            return;
        }
        report::log(&self.config, &problems);
        self.set(State::Ready(Rc::new(campaign)), content, stale);
        report::event(&self.host, "ready", &self.config, &problems);
    }

    /// Reports what is wrong, and shows the best that is still true: the campaign that is on the page, or the last good
    /// copy, or what stands inside the element, or else one calm sentence.
    fn fail(self: &Rc<Self>, problems: &[Problem]) {
        report::log(&self.config, problems);
        let shown = self.shown.borrow().as_ref().map(|shown| shown.source);
        match shown {
            Some(source) => source.settle(store::last_good(&self.config).map(|(kept_at, _)| kept_at)),
            None => self.show_last_good(),
        }
        report::event(&self.host, "error", &self.config, problems);
    }

    fn show_last_good(self: &Rc<Self>) {
        if let Some((kept_at, campaign)) = read::last_good(&self.config) {
            self.set(State::Ready(Rc::new(campaign)), String::new(), Some(kept_at));
        } else if !self.has_content() {
            self.set(State::Failed, String::new(), None);
        }
    }

    /// Whether something stands inside the element, which stays where nothing better can be shown.
    fn has_content(&self) -> bool {
        let text = self.host.text_content().unwrap_or_default();
        self.host.first_element_child().is_some() || !text.trim_ascii().is_empty()
    }

    fn set(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) {
        let mut shown = self.shown.borrow_mut();
        match shown.as_mut() {
            Some(shown) => {
                shown.content = content;
                shown.source.set(state);
                shown.source.settle(stale);
            }
            None => *shown = Some(self.mount(state, content, stale)),
        }
    }

    /// Puts the view in the place of the script's placeholder.
    fn mount(self: &Rc<Self>, state: State, content: String, stale: Option<Instant>) -> Shown {
        let lang = self.first_language(&state);
        let manner = Manner { heading_level: self.heading_level(), calm: prefers_reduced_motion() };
        self.shadow.set_text_content(None);
        style::adopt(&self.shadow);
        self.owner.with(|| {
            let source = Source::new(state);
            source.settle(stale);
            let lang = Live::new(lang);
            let now = self.watch.now();
            let (again, over) = (Rc::downgrade(self), Rc::downgrade(self));
            let calls = Calls {
                retry: Box::new(move || start_download(&again)),
                ended: Box::new(move || tell_end(&over)),
                spoken: Box::new(store::choose_language),
            };
            let mount =
                mount_to_renderer(self.shadow.unchecked_ref(), move || view! { <View source lang now manner calls/> });
            Shown { source, content, _mount: Box::new(mount) }
        })
    }

    /// The language that the person chose before, or that of the `lang` attribute, or else of the config.
    fn first_language(&self, state: &State) -> Lang {
        let asked = self.host.get_attribute("lang").and_then(|tag| Lang::parse(&tag));
        let own = match state {
            State::Ready(campaign) => campaign.lang,
            State::Failed => Lang::default(),
        };
        match state {
            State::Ready(campaign) if campaign.bilingual => store::language().or(asked).unwrap_or(own),
            _ => asked.unwrap_or(own),
        }
    }

    fn heading_level(&self) -> u8 {
        let asked = self.host.get_attribute("heading-level").and_then(|level| level.trim_ascii().parse().ok());
        asked.unwrap_or(2).clamp(2, 6)
    }

    /// Plans the next fetch, spread by a random tenth so that a trust's whole staff do not ask at once; not before the
    /// server wants to be asked again, in `pause` seconds.
    fn plan_refresh(&self, pause: f64) {
        let minutes = match self.shown.borrow().as_ref().map(|shown| shown.source.peek()).as_deref() {
            Some(State::Ready(campaign)) => campaign.refresh_minutes,
            _ => MINUTES_AFTER_FAILURE,
        };
        // What is not a number is not the larger one.
        let seconds = (f64::from(minutes) * 60.0).max(pause).min(LONGEST_PAUSE);
        let seconds = seconds * (0.95 + js_sys::Math::random() / 10.0);
        self.due.set(Some(clock::now().plus_seconds(seconds as i64)));
    }

    /// Fetches when the clock says so. It stands still while nobody looks, so that a hidden tab asks for nothing.
    fn refresh_when_due(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let now = self.owner.with(|| self.watch.now());
        let refresh = self.owner.with(|| {
            RenderEffect::new(move |_| {
                let now = now.get();
                if let Some(life) = weak.upgrade()
                    && life.due.get().is_some_and(|due| now >= due)
                {
                    life.due.set(None);
                    start_download(&weak);
                }
            })
        });
        self.refresh.replace(Some(refresh));
    }
}

/// Tells the page that the campaign has ended.
fn tell_end(weak: &Weak<Life>) {
    if let Some(life) = weak.upgrade() {
        report::event(&life.host, "ended", &life.config, &[]);
    }
}

fn prefers_reduced_motion() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}
