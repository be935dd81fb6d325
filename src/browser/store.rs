//! What the browser keeps for the next visit: the last good copy of a config, and the language that someone chose. Where it
//! keeps nothing, full or forbidden, the portlet goes on without.

use crate::calendar::{Instant, Moment};
use crate::text::sentence;
use crate::words::Lang;
use web_sys::Storage;

const LANGUAGE: &str = "campaign-portlet:lang";

/// Keeps `text` as the last good copy of the config at `address`.
pub(super) fn keep(address: &str, text: &str, now: Instant) {
    put(&copy_of(address), &sentence(&[&now.iso(), "\n", text]));
}

/// The last good copy of the config at `address`, and when it was kept.
pub(super) fn last_good(address: &str) -> Option<(Instant, String)> {
    let kept = get(&copy_of(address))?;
    let (at, text) = kept.split_once('\n')?;
    match Moment::parse(at)? {
        Moment::Exact(at) => Some((at, text.to_owned())),
        _ => None,
    }
}

/// Remembers the language that someone chose.
pub(super) fn choose_language(lang: Lang) {
    put(LANGUAGE, lang.tag());
}

/// The language that someone chose before.
pub(super) fn language() -> Option<Lang> {
    Lang::parse(&get(LANGUAGE)?)
}

fn copy_of(address: &str) -> String {
    sentence(&["campaign-portlet:", address])
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn put(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
