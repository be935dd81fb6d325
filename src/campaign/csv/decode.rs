//! Bytes to text: UTF-8, or else Windows-1252, as Excel in Britain saves "CSV" and "CSV UTF-8".

use std::borrow::Cow;

/// The text without its byte order mark.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) => {
            let mut text = String::new();
            for byte in bytes {
                text.push(letter(*byte));
            }
            Cow::Owned(text)
        }
    }
}

/// What 0x80 to 0x9f stand for (<https://encoding.spec.whatwg.org/index-windows-1252.txt>). All others are as in Unicode.
const SPECIAL: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d,
    0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d,
    0x17e, 0x178,
];

fn letter(byte: u8) -> char {
    let special = SPECIAL.get(usize::from(byte.wrapping_sub(0x80)));
    let code = special.map_or(u32::from(byte), |code| u32::from(*code));
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_with_and_without_a_byte_order_mark() {
        assert_eq!(decode("Sêr, ŵ".as_bytes()), "Sêr, ŵ");
        assert_eq!(decode(b"\xef\xbb\xbfname"), "name");
        assert_eq!(decode(b""), "");
    }

    #[test]
    fn windows_1252_has_27_letters_of_its_own() {
        let special: Vec<u8> = (0x80..=0x9f).filter(|byte| ![0x81, 0x8d, 0x8f, 0x90, 0x9d].contains(byte)).collect();
        assert_eq!(special.len(), 27);
        assert_eq!(decode(&special), "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");
        assert_eq!(decode(b"S\xear \x96 \xa3\xff\x81"), "Sêr – £ÿ\u{81}");
    }
}
