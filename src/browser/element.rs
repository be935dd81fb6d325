//! The class that the loader makes a portlet of.

use super::host::Host;
use super::instance::PortletInstance;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A portlet on the page. Freeing it takes it down: its view, its timers and its part in the clock.
#[wasm_bindgen]
pub struct Portlet {
    instance: Rc<PortletInstance>,
}

#[wasm_bindgen]
impl Portlet {
    /// Shows the campaign in the config of `host`. `first` is the first download of it, already under way.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, first: Promise) -> Portlet {
        // Leptos' effects need it; where another portlet was first, it is there already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        Portlet { instance: PortletInstance::start(host, first) }
    }

    /// Asks for the config and its files as soon as someone looks and the server wants to be asked, where they may have
    /// changed or can be had again.
    pub fn refresh(&self) {
        self.instance.schedule.advance();
    }

    /// Follows the attributes `lang` and `heading-level`, one of which has changed.
    pub fn configure(&self) {
        self.instance.follow_attributes();
    }
}
