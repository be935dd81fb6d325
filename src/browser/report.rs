//! Tells the host page what happened: an event with the problems in its `detail`, and a line each on the console.

use crate::config::{Problem, Severity};
use crate::text::sentence;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, console};

/// Dispatches `campaign-portlet-<name>`, which bubbles and leaves shadow trees.
pub(super) fn event(host: &HtmlElement, name: &str, config: &str, problems: &[Problem]) {
    let detail = Object::new();
    set(&detail, "config", &config.into());
    set(&detail, "problems", &problems.iter().map(problem_object).collect::<Array>());
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&sentence(&["campaign-portlet-", name]), &init) {
        let _ = host.dispatch_event(&event);
    }
}

/// Writes each problem to the console.
pub(super) fn log(config: &str, problems: &[Problem]) {
    for problem in problems {
        let file = problem.file.as_deref().unwrap_or(config);
        let colon = if problem.path.is_empty() { "" } else { ": " };
        let line = sentence(&["campaign-portlet: ", file, ": ", &problem.path, colon, &problem.message]);
        match problem.severity {
            Severity::Error => console::error_1(&line.into()),
            Severity::Warning => console::warn_1(&line.into()),
        }
    }
}

fn problem_object(problem: &Problem) -> JsValue {
    let object = Object::new();
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    set(&object, "severity", &severity.into());
    set(&object, "file", &problem.file.as_deref().into());
    set(&object, "path", &problem.path.as_str().into());
    set(&object, "message", &problem.message.as_str().into());
    object.into()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}
