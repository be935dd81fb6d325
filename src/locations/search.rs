//! Finding a place by typing a part of it.

use super::Place;
use std::rc::Rc;

/// Whether every word of `query` is found in the place: in its name, address, postcode or details, in any language.
///
/// Capitals, accents and apostrophes make no difference, because phones type them or leave them out as they like, and
/// neither do the spaces of a postcode. An empty query finds every place.
pub fn matches(place: &Place, query: &str) -> bool {
    let mut texts: Vec<String> = Vec::new();
    let mut add = |text: &Option<Rc<str>>| {
        if let Some(text) = text {
            texts.push(fold(text));
        }
    };
    for text in [Some(&place.name), place.address.as_ref(), place.details.as_ref()].into_iter().flatten() {
        text.all().iter().for_each(&mut add);
    }
    add(&place.postcode);
    fold(query).split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        // A word with a digit may be a postcode without its space, also inside an address. Others are found only where
        // they are written: "there" is not in "the reception".
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let closed_up = |text: &str| -> String { text.split(' ').collect() };
        texts.iter().any(|text| contains(text, word) || has_digit && contains(&closed_up(text), word))
    })
}

/// Whether `word`, which is not empty, is in `text`. Texts are short: the standard library's search for long ones, which
/// `str::contains` brings, would weigh more than it saves.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

/// `text` in the form in which it is compared.
fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// Welsh's accented letters and the common Latin ones, without the tables that all of Unicode would cost the bundle.
fn fold_char(char: char) -> Option<char> {
    Some(match char {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' => 'u',
        'ŵ' | 'Ŵ' | 'ẁ' | 'Ẁ' | 'ẃ' | 'Ẃ' | 'ẅ' | 'Ẅ' => 'w',
        'ý' | 'ÿ' | 'Ý' | 'ŷ' | 'Ŷ' | 'Ÿ' | 'ỳ' | 'Ỳ' => 'y',
        // Accents that stand on their own behind their letter, and every apostrophe.
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | '`' | '´' | 'ʼ' => return None,
        '\t'..='\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
        _ => char.to_ascii_lowercase(),
    })
}
