//! Time zones by the browser's `Intl`, so that no time zone database is in the bundle.

use crate::calendar::{CachedZone, Instant, PlainTime, TimeZone};
use js_sys::{Function, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn format(this: &DateTimeFormat) -> Function;
}

/// The zone of an IANA name; `None` if the browser does not know it.
pub(super) fn time_zone(name: &str) -> Option<Rc<dyn TimeZone>> {
    let options = Object::new();
    // Formats as "18 GMT+01:00"; the day is only there because a format needs a field.
    for (key, value) in &[("timeZone", name), ("timeZoneName", "longOffset"), ("day", "2-digit")] {
        Reflect::set(&options, &(*key).into(), &(*value).into()).ok()?;
    }
    let format = DateTimeFormat::new("en-GB", &options).ok()?.format();
    Some(Rc::new(CachedZone::new(IntlZone { format })))
}

struct IntlZone {
    format: Function,
}

impl TimeZone for IntlZone {
    fn offset_at(&self, instant: Instant) -> i32 {
        let milliseconds = JsValue::from_f64(instant.epoch_seconds() as f64 * 1000.0);
        let text = self.format.call1(&JsValue::UNDEFINED, &milliseconds).ok().and_then(|text| text.as_string());
        text.and_then(|text| offset(&text)).unwrap_or(0)
    }
}

/// The time zone offset of "18 GMT+05:45" in seconds; `None` for "18 GMT".
fn offset(text: &str) -> Option<i32> {
    // Some browsers write the minus sign as U+2212.
    let at = text.rfind(['+', '-', '−'])?;
    let (_, offset) = text.split_at_checked(at)?;
    let time = PlainTime::parse(offset.trim_start_matches(['+', '-', '−']))?;
    let seconds = i32::try_from(time.seconds_of_day()).ok()?;
    Some(if offset.starts_with('+') { seconds } else { -seconds })
}
