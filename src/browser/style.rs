//! The style sheet, made once and adopted by every portlet: a strict `style-src` does not hold for adopted sheets.

use crate::style::STYLE;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

thread_local! {
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(|sheet| sheet.replace_sync(STYLE).is_ok());
}

/// Gives `shadow` the portlet's style, in place of any that it had.
pub(super) fn adopt(shadow: &ShadowRoot) {
    SHEET.with(|sheet| {
        let sheets: Array = sheet.iter().map(JsValue::from).collect();
        shadow.set_adopted_style_sheets(&sheets);
    });
}
