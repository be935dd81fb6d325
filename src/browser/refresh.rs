//! One refresh: the config with its files, from the download to the page.

use super::host::{Download, Refusal};
use super::instance::PortletInstance;
use super::load::{self, Loading};
use js_sys::Promise;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Waits for a download and shows what it brings, if the portlet is still there by then and no other refresh has begun.
pub(super) fn handle_answer(instance: &Rc<PortletInstance>, download: Promise) {
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

/// Fetches the config again; an earlier refresh is given up.
pub(super) fn start(weak: &Weak<PortletInstance>) {
    if let Some(instance) = weak.upgrade() {
        instance.refresh.set(instance.refresh.get().wrapping_add(1));
        handle_answer(&instance, instance.host.refresh());
    }
}
