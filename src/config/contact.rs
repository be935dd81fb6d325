//! Telephone numbers and email addresses as people write them, as links.

use crate::text::sentence;
use std::str::Chars;

/// The link that dials the first number in `text`, such as `tel:+441514960000` for "+44 (0)151 496 0000 ext 4321".
/// `None` if there is no number, or if some of its digits are missing or not its own. An extension is left out: what
/// dials it differs between telephones.
pub fn dialled(text: &str) -> Option<String> {
    let mut number = String::new();
    for (at, mut byte) in text.bytes().enumerate() {
        // In "+44 (0)151" the nought is for calls within the country.
        let is_uk = number == "+44";
        match byte {
            b'0' if is_uk => {}
            b'0'..=b'9' | b'+' if byte != b'+' || number.is_empty() => {
                if byte == b'0' && number == "0" {
                    number.clear();
                    byte = b'+';
                }
                number.push(char::from(byte));
            }
            b'(' if is_uk || number.is_empty() => {}
            // Beyond ASCII are other spaces and dashes.
            b' ' | b'\t' | b'-' | b'.' | b')' | 0x80.. => {}
            // "1.51496E+09": Excel has dropped digits.
            b'e' | b'E' if matches!(text.as_bytes().get(at + 1), Some(b'+' | b'0'..=b'9')) => return None,
            // "000O" and "01S1": a letter stands for a digit, unless it begins an extension.
            b'a'..=b'z' | b'A'..=b'Z' if is_for_a_digit(number.len(), text.as_bytes(), at) => return None,
            _ if number.len() < 3 => number.clear(),
            _ => break,
        }
    }
    // One without 0 or + is an extension, a short code such as 111, or a local number; a longer one has lost its 0 in a
    // spreadsheet. "0" alone may call the switchboard.
    let length = number.len();
    let is_whole = match number.as_bytes() {
        [] => false,
        [b'+', b'4', b'4', ..] => matches!(length, 12 | 13),
        [b'+', ..] => matches!(length, 9..=16),
        _ if length < 3 => length == text.len(),
        [b'0', ..] => matches!(length, 8 | 10 | 11),
        _ => length < 9,
    };
    is_whole.then(|| sentence(&["tel:", &number]))
}

/// Whether the letter at `at` stands for a digit: right behind one, in a number, or between two.
fn is_for_a_digit(length: usize, text: &[u8], at: usize) -> bool {
    let [before, letter, after] = [at.wrapping_sub(1), at, at + 1].map(|at| text.get(at).copied().unwrap_or_default());
    let begins_extension = matches!((letter, after), (b'x' | b'X', _) | (b'e' | b'E', b'x' | b'X'));
    let is_in_number = length > 2 || after.is_ascii_digit() || matches!((letter, after), (b'O' | b'o', b'O' | b'o'));
    before.is_ascii_digit() && is_in_number && !begins_extension
}

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
    fn a_number_is_dialled_as_people_write_it() {
        for (text, number) in [
            ("+44 (0)151 496 0000", "+441514960000"),
            ("+44(0)151-496-0000", "+441514960000"),
            ("+44 0151 496 0000", "+441514960000"),
            ("(+44) (0151) 496 0000", "+441514960000"),
            ("0044 151 496 0000", "+441514960000"),
            ("00 44 (0)151 496 0000", "+441514960000"),
            ("+44\u{a0}151\u{a0}496\u{a0}0000", "+441514960000"),
            ("+353 1 234 5678", "+35312345678"),
            ("+47 22 12 34 56", "+4722123456"),
            ("0151 496 0000", "01514960000"),
            ("(0151) 496 0000", "01514960000"),
            ("0151\u{2013}496\u{2011}0000", "01514960000"),
            ("0151.496.0000.", "01514960000"),
            ("01865 74 11 66 ext. 4", "01865741166"),
            ("0845 46 47 (closed)", "08454647"),
            ("0800 1111", "08001111"),
            ("tel:0151 496 0000", "01514960000"),
            ("Tel. 0151 496 0000", "01514960000"),
            ("Ward 5, level 2: 0151 496 0000", "01514960000"),
            ("24 hours: 0151 496 0000", "01514960000"),
            ("0151 496 0000 ext 4321", "01514960000"),
            ("0151 496 0000 extension 4321", "01514960000"),
            ("0151 496 0000 x4321", "01514960000"),
            ("0151 496 0000x4321", "01514960000"),
            ("01514960000EXT4321", "01514960000"),
            ("0151 496 0000 #4321", "01514960000"),
            ("0151 496 0000, option 2", "01514960000"),
            ("0151 496 0000 (9am to 5pm)", "01514960000"),
            ("0151 496 0000 or 0151 496 0001", "01514960000"),
            ("0151 496 0000 / 0151 496 0001", "01514960000"),
            ("0151 496 0000,0151 496 0001", "01514960000"),
            ("0151 496 0000; 0151 496 0001", "01514960000"),
            ("0151 496 0000\n0151 496 0001", "01514960000"),
            ("+44 151 496 0000 or +44 151 496 0001", "+441514960000"),
            ("111", "111"),
            ("999", "999"),
            ("119", "119"),
            ("116 123", "116123"),
            ("111, 24 hours a day", "111"),
            ("111 (24/7)", "111"),
            ("4321 (2)", "4321"),
            ("Ext 43210", "43210"),
            ("x4321", "4321"),
            ("4321/4322", "4321"),
            ("496 0000", "4960000"),
            ("0", "0"),
            ("24hours: 0151 496 0000", "01514960000"),
            ("Ward 5b, level 2: 0151 496 0000", "01514960000"),
            ("9am to 5pm: 0151 496 0000", "01514960000"),
            ("0151 496 0000ext 4321", "01514960000"),
        ] {
            assert_eq!(dialled(text), Some(sentence(&["tel:", number])), "{text}");
        }
        for text in [
            "",
            "see website",
            "ask at desk 5",
            "1.5E+09",
            "1.51496E+09",
            "1.51496e9",
            "4.41515E+11",
            "1514960000",
            "1514960000.0",
            "151496000",
            "441514960000",
            "0151",
            "0151 496 0000 0151 496 0001",
            "01632 960100 24 hours",
            "0800 FLU JAB",
            "+44",
            "+353 (0)1 234 5678",
            "*#06#",
            "0151 496 000O",
            "0151 496 0o00",
            "0151 496 000o0",
            "O151 496 0000",
            "01S1 496 0000",
            "0I51 496 0000",
            "015l 496 0000",
            "0151 49g6 0000",
            "08OO 1111",
            "+44 151 496 000O",
            "0151 496 000e",
            "111O",
            "########",
        ] {
            assert_eq!(dialled(text), None, "{text}");
        }
    }

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
