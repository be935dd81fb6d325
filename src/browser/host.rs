//! The loader's side of a portlet, `src/embed/host.js`: its place on the page, its downloads and stored copies, and the
//! events and problems that it reports to the page.

use crate::calendar::Instant;
use crate::config::{Problem, Severity, tell};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The loader's object for one portlet on the page.
    #[derive(Clone)]
    pub type Host;

    /// The address of the config, absolute.
    #[wasm_bindgen(method, getter)]
    pub(super) fn config(this: &Host) -> String;

    /// Whether the user prefers reduced motion.
    #[wasm_bindgen(method, getter, js_name = prefersReducedMotion)]
    pub(super) fn prefers_reduced_motion(this: &Host) -> bool;

    /// Whether the page is being printed.
    #[wasm_bindgen(method, getter, js_name = onPaper)]
    pub(super) fn on_paper(this: &Host) -> bool;

    /// An attribute of the element.
    #[wasm_bindgen(method)]
    pub(super) fn attribute(this: &Host, name: &str) -> Option<String>;

    /// The element to mount into, in a shadow root with that style sheet. Visible light DOM content, in the slot, takes
    /// precedence over it.
    #[wasm_bindgen(method, js_name = mountPoint)]
    pub(super) fn mount_point(this: &Host, css: &str) -> Element;

    /// Replaces the slot, and so the light DOM content, with the mounted view.
    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Host);

    /// Fetches the config, and aborts earlier fetches. Resolves to a [`Download`] or rejects with a [`Refusal`].
    #[wasm_bindgen(method)]
    pub(super) fn refresh(this: &Host) -> Promise;

    /// Fetches a file that the config names.
    #[wasm_bindgen(method)]
    pub(super) fn download(this: &Host, url: &str) -> Promise;

    /// Settles as `answer` does, or resolves to undefined after two seconds.
    #[wasm_bindgen(method)]
    pub(super) fn soon(this: &Host, answer: &Promise) -> Promise;

    /// The last good copy of the config or of one of its files.
    #[wasm_bindgen(method, js_name = lastGood)]
    pub(super) fn last_good(this: &Host, file: &str) -> Option<Download>;

    /// Whether its server has taken the file back, or keeps it from this reader.
    #[wasm_bindgen(method, js_name = isWithheld)]
    pub(super) fn is_withheld(this: &Host, file: &str) -> bool;

    #[wasm_bindgen(method, js_name = keep)]
    fn keep_at(this: &Host, file: &str, at: f64, url: &str, text: &str);

    /// The tag of the language that the user chose earlier, or an empty string.
    #[wasm_bindgen(method, getter)]
    pub(super) fn language(this: &Host) -> String;

    /// Stores the language that the user chose.
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_language(this: &Host, tag: &str);

    #[wasm_bindgen(method, js_name = report)]
    fn report_problem(this: &Host, severity: &str, file: &str, path: &str, place: &str, message: &str);

    #[wasm_bindgen(method, js_name = dispatch)]
    fn dispatch_event(this: &Host, name: &str);

    /// The result of a download, or a stored copy.
    pub(super) type Download;

    /// The final address, after redirects.
    #[wasm_bindgen(method, getter)]
    pub(super) fn url(this: &Download) -> String;

    /// The body.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Download) -> String;

    /// Whether it and the files that it names are the last good copies.
    #[wasm_bindgen(method, getter, js_name = isSame)]
    pub(super) fn is_same(this: &Download) -> bool;

    /// By how many milliseconds the server's clock is ahead of this device's; NaN if that is not to be used.
    #[wasm_bindgen(method, getter)]
    pub(super) fn ahead(this: &Download) -> f64;

    /// When it was received or stored, in milliseconds since 1970.
    #[wasm_bindgen(method, getter)]
    fn at(this: &Download) -> f64;

    /// What a failed download rejects with.
    pub(super) type Refusal;

    /// A message for the maintainer of the page.
    #[wasm_bindgen(method, getter)]
    pub(super) fn message(this: &Refusal) -> Option<String>;

    /// `Retry-After` in seconds; NaN if the server sent none.
    #[wasm_bindgen(method, getter, js_name = retryAfter)]
    pub(super) fn retry_after(this: &Refusal) -> f64;
}

impl Host {
    /// Stores the config or one of its files as the last good copy.
    pub(super) fn keep(&self, file: &str, at: Instant, url: &str, text: &str) {
        self.keep_at(file, at.epoch_seconds() as f64 * 1000.0, url, text);
    }

    /// Dispatches `campaign-portlet-<name>` with the problems, and writes them to the console.
    pub(super) fn dispatch(&self, name: &str, problems: &[Problem]) {
        let config = self.config();
        tell(problems, &mut |Problem { severity, file, path, place, message }| {
            let severity = match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            self.report_problem(severity, file.as_deref().unwrap_or(&config), path, place, message);
        });
        self.dispatch_event(name);
    }
}

impl Download {
    /// Its age in seconds; 0 where the page's clock tells no time, since `max` ignores NaN.
    pub(super) fn age(&self) -> f64 {
        ((js_sys::Date::now() - self.at()) / 1000.0).max(0.0)
    }

    /// When the copy was stored.
    pub(super) fn kept_at(&self) -> Instant {
        Instant::from_epoch_seconds((self.at() / 1000.0) as i64)
    }
}
