//! Email addresses as people write them, as links.

use crate::text::sentence;
use std::str::Chars;

/// The link that writes to the addresses in `text`: `mailto:a@trust.example,b@trust.example` for "Flu team
/// <a@trust.example>; b@trust.example". `None` if there are none, if one has no dot in its domain or goes on behind a comma,
/// or has a character that such a link would take for something else.
pub fn addressed(text: &str) -> Option<String> {
    let mut addresses = String::new();
    let mut letters = text.chars();
    // Where the word begins in `addresses`, and whether it is an address.
    let (mut start, mut has_sign, mut is_bad) = (0, false, false);
    // Whether the word follows an address and a mark that may stand for a dot.
    let mut is_rest = false;
    let goes_on = |rest: &Chars| rest.clone().next().is_some_and(|letter| letter.is_ascii_alphanumeric());
    loop {
        let letter = letters.next();
        match letter {
            None | Some(' ' | '\t' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '"') => {
                // A full stop ends the sentence.
                let end = addresses.len() - usize::from(addresses.ends_with('.'));
                let is_empty = addresses.len() == start;
                addresses.truncate(if has_sign { end } else { start });
                if has_sign && (is_bad || !has_dot(addresses.get(start..).unwrap_or_default()))
                    || is_rest && !is_empty && !has_sign
                {
                    return None;
                }
                is_rest = has_sign && matches!(letter, Some(',' | ';' | ':'));
                (start, has_sign, is_bad) = (addresses.len(), false, false);
                if letter.is_none() {
                    break;
                }
                continue;
            }
            Some('@') => {
                is_bad |= has_sign || addresses.len() == start;
                has_sign = true;
            }
            // " .uk": a blank within an address.
            Some('.') if start > 0 && addresses.len() == start && goes_on(&letters) => return None,
            Some('?' | '&' | '%' | '#' | '\\' | ..' ') => is_bad = true,
            _ => {}
        }
        if addresses.len() == start && start > 0 {
            addresses.push(',');
        }
        addresses.extend(letter);
    }
    (!addresses.is_empty()).then(|| sentence(&["mailto:", &addresses]))
}

/// Whether the domain of the address has a dot, and none where nothing stands before or behind it.
fn has_dot(address: &str) -> bool {
    let (_, domain) = address.split_once('@').unwrap_or_default();
    let (mut before, mut has_dot) = (b'.', false);
    for byte in domain.bytes() {
        if (before, byte) == (b'.', b'.') {
            return false;
        }
        has_dot |= byte == b'.';
        before = byte;
    }
    has_dot && before != b'.'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_what_people_write() {
        for (text, addresses) in [
            ("flu@trust.example", "flu@trust.example"),
            ("mailto:flu@trust.example", "flu@trust.example"),
            ("Flu & Covid team <flu@trust.example>", "flu@trust.example"),
            ("\"Flu, 100%\" <flu@trust.example>.", "flu@trust.example"),
            ("Email: o'neill+flu@trust.example.", "o'neill+flu@trust.example"),
            ("a@b.example; c@d.example", "a@b.example,c@d.example"),
            ("a@b.example,c@d.example or e@f.example", "a@b.example,c@d.example,e@f.example"),
            ("flu@trust.example, or ask at the desk", "flu@trust.example"),
            ("flu@trust.example: all day; a@b.example", "flu@trust.example,a@b.example"),
            ("flu@trust.example, a@b.example,", "flu@trust.example,a@b.example"),
            ("tîm@ymddiriedolaeth.cymru", "tîm@ymddiriedolaeth.cymru"),
        ] {
            assert_eq!(addressed(text), Some(sentence(&["mailto:", addresses])), "{text}");
        }
        for text in [
            "",
            "ask at the desk",
            "@trust",
            "flu@",
            "a@b@c",
            "a@b?cc=x@y&body=hi",
            "a@b?subject=Flu",
            "r&d@trust.example",
            "a@b%0d%0aBcc:x",
            "?to=a@b",
            "a@b\nBcc: c@d",
            "a@b\r\nc@d",
            "a@b#c",
            "flu@trust",
            "flu@trust,nhs.uk",
            "flu@trust.nhs,uk",
            "flu@trust;nhs.uk",
            "flu@trust.nhs;uk",
            "flu@trust nhs.uk",
            "flu@trust .nhs.uk",
            "flu@trust.nhs .uk",
            "flu@trust. nhs.uk",
            "flu@.nhs.uk",
            "flu@trust..nhs.uk",
            "flu@trust.nhs..",
            "flu.team@trust",
            "a@b.example, flu@trust",
        ] {
            assert_eq!(addressed(text), None, "{text:?}");
        }
    }
}
