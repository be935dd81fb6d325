//! What the browser keeps for the next visit: the last good copies of a config and of its CSV files, and the language that
//! someone chose. Where it keeps nothing, full or forbidden, the page remembers for as long as it is open.

use super::clock;
use crate::calendar::{Instant, Moment};
use crate::text::sentence;
use crate::words::Lang;
use std::cell::RefCell;
use web_sys::Storage;

const LANGUAGE: &str = "campaign-portlet:lang";

thread_local! {
    /// What the browser would not keep, by its key.
    static MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps `text` as the last good copy of the file at `address`.
pub(super) fn keep(address: &str, text: &str) {
    put(&copy_of(address), &sentence(&[&clock::now().iso(), "\n", text]));
}

/// The last good copy of the file at `address`, and when it was kept.
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
    let remembered =
        MEMORY.with_borrow(|memory| memory.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone()));
    remembered.or_else(|| storage()?.get_item(key).ok()?)
}

fn put(key: &str, value: &str) {
    let is_kept = storage().is_some_and(|storage| storage.set_item(key, value).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(known, _)| known != key);
        if !is_kept {
            memory.push((key.to_owned(), value.to_owned()));
        }
    });
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
