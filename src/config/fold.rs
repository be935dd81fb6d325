//! Texts as people compare them: without what cannot be seen, and in the letters that every keyboard has.

/// Soft hyphen, zero-width space, direction marks, word joiner and byte order mark. (A zero-width joiner is part of an
/// emoji.)
const INVISIBLE: [char; 6] = ['\u{ad}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];

/// The spaces that web pages and Word have in place of an ordinary one.
const BLANK: [char; 9] = [' ', '\t', '\u{a0}', '\u{2002}', '\u{2003}', '\u{2007}', '\u{2009}', '\u{200a}', '\u{202f}'];

/// Each letter is folded to the ASCII one before it: Welsh's accented letters and the common Latin ones, without the
/// tables for all of Unicode in the bundle; quotation marks and dashes.
const FOLDED: &str =
    "aàáâãäåÀÁÂÃÄÅāĀcçÇeèéêëÈÉÊËēĒiìíîïÌÍÎÏīĪnñÑoòóôõöøÒÓÔÕÖØōŌuùúûüÙÚÛÜūŪwŵŴẁẀẃẂẅẄyýÿŷÝŸŶỳỲ\"“”-‐‑‒–—";

/// `text` without invisible characters, with one space for each run of blanks, and none at its ends. Spreadsheets hold
/// what was pasted from web pages and from Word.
#[inline(never)]
pub fn clean(text: &str) -> String {
    let mut clean = String::new();
    let mut is_blank = true;
    for char in text.trim_ascii().chars() {
        let was_blank = is_blank;
        is_blank = BLANK.contains(&char);
        if is_blank && was_blank || INVISIBLE.contains(&char) {
            is_blank = was_blank;
        } else {
            clean.push(if is_blank { ' ' } else { char });
        }
    }
    clean.truncate(clean.trim_ascii_end().len());
    clean
}

/// `text` in the form in which names are compared and places are searched: accents, letter case and apostrophes are
/// left out, because phone keyboards and Word differ in what they write.
#[inline(never)]
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for char in text.chars() {
        match char {
            // Combining accents, and every apostrophe.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | '`' | '´' | 'ʼ' => {}
            '\t'..='\r' => folded.push(' '),
            _ if char.is_ascii() => folded.push(char.to_ascii_lowercase()),
            _ => folded.push(folded_letter(char)),
        }
    }
    folded
}

fn folded_letter(char: char) -> char {
    let mut letter = if BLANK.contains(&char) { ' ' } else { char };
    let mut ascii = letter;
    for known in FOLDED.chars() {
        if known.is_ascii() {
            ascii = known;
        } else if known == char {
            letter = ascii;
        }
    }
    letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_goes() {
        for (text, expected) in [
            ("\u{feff}na\u{ad}me\u{200b}", "name"),
            (" \u{a0} Occupational \u{a0}\t Health\u{200b} ", "Occupational Health"),
            ("4\u{202f}pm", "4 pm"),
            ("two\r\nlines ", "two\r\nlines"),
            ("👩\u{200d}⚕\u{fe0f} Tŷ", "👩\u{200d}⚕\u{fe0f} Tŷ"),
            ("\u{200b}\u{a0}", ""),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_people_write_alike_is_alike() {
        for (one, other) in [
            ("St Helen's", "St Helen’s"),
            ("TŶ GWYN", "tŷ gwyn"),
            ("Ty\u{302}", "Tŷ"),
            ("Walk-in – “A”", "walk‑in - \"a\""),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("Ward 1"), fold("Ward 11"));
    }
}
