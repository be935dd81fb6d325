//! Finding a place by typing a part of it.

use super::Place;
use crate::config::{Text, fold};
use std::rc::Rc;

/// Whether every word of `query` is found in the place: in its name, address, postcode or details, in any language.
///
/// Letter case, accents, apostrophes and the spaces of a postcode are ignored, because phone keyboards differ in what
/// they type. An empty query matches every place.
pub fn matches(place: &Place, query: &str) -> bool {
    let mut texts: Vec<String> = Vec::new();
    let mut add = |text: &Option<Rc<str>>| {
        if let Some(text) = text {
            texts.push(fold(text));
        }
    };
    for text in &[Some(&place.name), place.address.as_ref(), place.details.as_ref()] {
        text.map_or(&[][..], Text::all).iter().for_each(&mut add);
    }
    add(&place.postcode);
    fold(query).split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        // A word with a digit may be a postcode without its space, also inside an address. Others match only within the
        // text as written: "there" does not match "the reception".
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let closed_up = |text: &str| -> String { text.split(' ').collect() };
        texts.iter().any(|text| contains(text, word) || has_digit && contains(&closed_up(text), word))
    })
}

/// Whether `word`, which is not empty, is in `text`. Texts are short: the algorithm of `str::contains`, made for long
/// ones, would only add to the bundle.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}
