//! The loader's side of a portlet, `src/embed/host.js`: its place on the page, what is fetched and kept for it, and what the
//! page is told.

use crate::calendar::Instant;
use crate::config::{Problem, Severity};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// One portlet on a page, as the loader has it.
    #[derive(Clone)]
    pub type Host;

    /// The address of the config, absolute.
    #[wasm_bindgen(method, getter)]
    pub(super) fn config(this: &Host) -> String;

    /// Whether the person asked for less motion.
    #[wasm_bindgen(method, getter, js_name = prefersReducedMotion)]
    pub(super) fn prefers_reduced_motion(this: &Host) -> bool;

    /// An attribute of the element.
    #[wasm_bindgen(method)]
    pub(super) fn attribute(this: &Host, name: &str) -> Option<String>;

    /// The element to mount into, in a shadow tree with that style. What stands inside the portlet's element has precedence.
    #[wasm_bindgen(method, js_name = mountPoint)]
    pub(super) fn mount_point(this: &Host, css: &str) -> Element;

    /// Gives the mounted view precedence over what stands inside the portlet's element.
    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Host);

    /// Fetches the config, and aborts what was under way: see [`Download`] and [`Refusal`].
    #[wasm_bindgen(method)]
    pub(super) fn refresh(this: &Host) -> Promise;

    /// Fetches a file that the config names.
    #[wasm_bindgen(method)]
    pub(super) fn download(this: &Host, url: &str) -> Promise;

    /// What a promise comes to, or undefined after two seconds.
    #[wasm_bindgen(method)]
    pub(super) fn soon(this: &Host, answer: &Promise) -> Promise;

    /// The last good copy of the config or of a file of its.
    #[wasm_bindgen(method, js_name = lastGood)]
    pub(super) fn last_good(this: &Host, file: &str) -> Option<Download>;

    #[wasm_bindgen(method, js_name = keep)]
    fn keep_at(this: &Host, file: &str, at: f64, url: &str, text: &str);

    /// The tag of the language that someone chose before, or nothing.
    #[wasm_bindgen(method, getter)]
    pub(super) fn language(this: &Host) -> String;

    /// Remembers the language that someone chose.
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_language(this: &Host, tag: &str);

    #[wasm_bindgen(method, js_name = report)]
    fn report_problem(this: &Host, severity: &str, file: &str, path: &str, message: &str);

    #[wasm_bindgen(method, js_name = dispatch)]
    fn dispatch_event(this: &Host, name: &str);

    /// What a download resolves to, and a copy that was kept.
    pub(super) type Download;

    /// The address that answered, after redirects.
    #[wasm_bindgen(method, getter)]
    pub(super) fn url(this: &Download) -> String;

    /// What it says.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Download) -> String;

    /// By how many milliseconds the server's clock is ahead of this device's; not a number where that does not count.
    #[wasm_bindgen(method, getter)]
    pub(super) fn ahead(this: &Download) -> f64;

    /// When it came or was kept, in milliseconds since 1970.
    #[wasm_bindgen(method, getter)]
    fn at(this: &Download) -> f64;

    /// What a download that failed is rejected with.
    pub(super) type Refusal;

    /// A sentence for whoever runs the page.
    #[wasm_bindgen(method, getter)]
    pub(super) fn message(this: &Refusal) -> Option<String>;

    /// For how many seconds the server does not want to be asked again; not a number where it does not say.
    #[wasm_bindgen(method, getter, js_name = retryAfter)]
    pub(super) fn retry_after(this: &Refusal) -> f64;
}

impl Host {
    /// Keeps the config or a file of its as the last good copy.
    pub(super) fn keep(&self, file: &str, at: Instant, url: &str, text: &str) {
        self.keep_at(file, at.epoch_seconds() as f64 * 1000.0, url, text);
    }

    /// Dispatches `campaign-portlet-<name>` with the problems, and writes them to the console.
    pub(super) fn dispatch(&self, name: &str, problems: &[Problem]) {
        let config = self.config();
        for Problem { severity, file, path, message } in problems {
            let severity = match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            self.report_problem(severity, file.as_deref().unwrap_or(&config), path, message);
        }
        self.dispatch_event(name);
    }
}

impl Download {
    /// For how many seconds it has been there.
    pub(super) fn age(&self) -> f64 {
        (js_sys::Date::now() - self.at()) / 1000.0
    }

    /// When the copy was kept.
    pub(super) fn kept_at(&self) -> Instant {
        Instant::from_epoch_seconds((self.at() / 1000.0) as i64)
    }
}
