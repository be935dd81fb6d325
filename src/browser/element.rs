//! The JavaScript class that the loader instantiates for each portlet.

use super::host::Host;
use super::instance::PortletInstance;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A portlet on the page. Freeing it unmounts its view and ends its timers and its watch on the clock.
#[wasm_bindgen]
pub struct Portlet {
    instance: Rc<PortletInstance>,
}

#[wasm_bindgen]
impl Portlet {
    /// Shows the campaign of `host`'s config. `first` is the promise of the first download, already started.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, first: Promise) -> Portlet {
        // Leptos' effects need an executor. This fails if another portlet has set it, which does no harm.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        Portlet { instance: PortletInstance::start(host, first) }
    }

    /// Fetches the config and its files again, as soon as the page is visible and the server's `Retry-After` is over:
    /// they may have changed, or be available again.
    pub fn refresh(&self) {
        self.instance.schedule.advance();
    }

    /// Applies the attributes `lang` and `heading-level`, and whether the page is being printed: one of them has changed.
    pub fn configure(&self) {
        self.instance.follow_attributes();
    }
}
