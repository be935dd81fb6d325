//! Telephone numbers as people write them, as links.

use crate::text::sentence;

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
}
