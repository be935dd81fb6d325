//! One portlet on a page, from its first download to its removal.

use super::clock::Watch;
use super::config::{self, Download};
use super::{report, style};
use crate::campaign::Campaign;
use crate::live::Live;
use crate::portlet::{Manner, Portlet as View, Source, State};
use crate::words::Lang;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, ShadowRoot};

/// A portlet on the page. Freeing it takes it down: its view, its timers and its part in the clock.
#[wasm_bindgen]
pub struct Portlet {
    _life: Rc<Life>,
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
    refresh: RefCell<Option<Timeout>>,
}

/// What is on the page once the first download has ended, well or not.
struct Shown {
    source: Source,
    /// The text of the config that is shown, so that an unchanged one changes nothing.
    text: String,
    /// Dropping it unmounts the view. Its type cannot be named.
    _mount: Box<dyn Any>,
}

#[wasm_bindgen]
impl Portlet {
    /// Shows the campaign in `config` in the shadow root of `host`. `first` is the first download of it, already under
    /// way; `download` starts another.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, shadow: ShadowRoot, config: String, first: Promise, download: Function) -> Portlet {
        let life = Rc::new(Life {
            host,
            shadow,
            config,
            download,
            owner: Owner::new(),
            watch: Watch::new(),
            shown: RefCell::default(),
            refresh: RefCell::default(),
        });
        take_in(&life, first);
        Portlet { _life: life }
    }
}

/// Waits for a download and shows what it brings, if the portlet is still there by then.
fn take_in(life: &Rc<Life>, download: Promise) {
    let weak = Rc::downgrade(life);
    spawn_local(async move {
        let result = JsFuture::from(download).await;
        if let Some(life) = weak.upgrade() {
            match result {
                Ok(download) => life.show(download.unchecked_ref()),
                Err(error) => life.fail(&[config::refused(&error)]),
            }
            life.plan_refresh(weak);
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
    fn show(self: &Rc<Self>, download: &Download) {
        let text = download.text();
        if self.shown.borrow().as_ref().is_some_and(|shown| shown.text == text) {
            return;
        }
        let checked = config::read(download);
        match checked.campaign {
            None => self.fail(&checked.problems),
            Some(campaign) => {
                report::log(&self.config, &checked.problems);
                self.set(State::Ready(Rc::new(campaign)), text);
                report::event(&self.host, "ready", &self.config, &checked.problems);
            }
        }
    }

    /// Reports what is wrong. A campaign that is already shown stays.
    fn fail(self: &Rc<Self>, problems: &[crate::campaign::Problem]) {
        report::log(&self.config, problems);
        let keep = self.shown.borrow().as_ref().is_some_and(|shown| matches!(*shown.source.peek(), State::Ready(_)));
        if !keep {
            self.set(State::Failed, String::new());
        }
        report::event(&self.host, "error", &self.config, problems);
    }

    fn set(self: &Rc<Self>, state: State, text: String) {
        let mut shown = self.shown.borrow_mut();
        match shown.as_mut() {
            Some(shown) => {
                shown.text = text;
                shown.source.set(state);
            }
            None => *shown = Some(self.mount(state, text)),
        }
    }

    /// Puts the view in the place of the script's placeholder.
    fn mount(self: &Rc<Self>, state: State, text: String) -> Shown {
        let lang = self.first_language(&state);
        let manner = Manner { heading_level: self.heading_level(), calm: prefers_reduced_motion() };
        let weak = Rc::downgrade(self);
        self.shadow.set_text_content(None);
        style::adopt(&self.shadow);
        self.owner.with(|| {
            let source = Source::new(state);
            let lang = Live::new(lang);
            let now = self.watch.now();
            let retry = Rc::new(move || start_download(&weak)) as Rc<dyn Fn()>;
            let mount =
                mount_to_renderer(self.shadow.unchecked_ref(), move || view! { <View source lang now manner retry/> });
            Shown { source, text, _mount: Box::new(mount) }
        })
    }

    /// The language of the `lang` attribute, or else of the config.
    fn first_language(&self, state: &State) -> Lang {
        let asked = self.host.get_attribute("lang").and_then(|tag| Lang::parse(&tag));
        let own = match state {
            State::Ready(campaign) => campaign.lang,
            State::Failed => Lang::default(),
        };
        asked.unwrap_or(own)
    }

    fn heading_level(&self) -> u8 {
        let asked = self.host.get_attribute("heading-level").and_then(|level| level.trim().parse().ok());
        asked.unwrap_or(2).clamp(2, 6)
    }

    /// Plans the next fetch, spread by a random tenth so that a trust's whole staff do not ask at once.
    fn plan_refresh(&self, weak: Weak<Life>) {
        let minutes = match self.campaign() {
            Some(campaign) => campaign.refresh_minutes,
            None => return,
        };
        let spread = 0.95 + js_sys::Math::random() / 10.0;
        let milliseconds = (f64::from(minutes) * 60_000.0 * spread).min(f64::from(i32::MAX));
        *self.refresh.borrow_mut() = Some(Timeout::new(milliseconds as u32, move || start_download(&weak)));
    }

    fn campaign(&self) -> Option<Rc<Campaign>> {
        self.shown.borrow().as_ref().and_then(|shown| match &*shown.source.peek() {
            State::Ready(campaign) => Some(campaign.clone()),
            State::Failed => None,
        })
    }
}

fn prefers_reduced_motion() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}
