//! Builds strings without `format!`: the bundle does not need it otherwise, and its code is larger than all of this.

/// All parts, concatenated.
#[inline(never)]
pub fn sentence(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// All parts, joined by `between`.
pub fn joined(parts: &[String], between: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// A whole number in digits.
#[inline(never)]
pub fn digits(number: u64) -> String {
    padded(number, 1)
}

/// A whole number in digits, padded with zeros to `width`.
#[inline(never)]
pub fn padded(number: u64, width: u32) -> String {
    let mut text = String::new();
    push_padded(&mut text, number, width);
    text
}

/// As [`padded`], appended to `text`.
#[inline(never)]
pub fn push_padded(text: &mut String, number: u64, width: u32) {
    if number > 9 || width > 1 {
        push_padded(text, number / 10, width.saturating_sub(1));
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// A mark and a number of two digits.
#[inline(never)]
pub fn push_pair(text: &mut String, mark: &str, number: u8) {
    text.push_str(mark);
    push_padded(text, number.into(), 2);
}

/// A byte as two hexadecimal digits.
#[inline(never)]
pub fn push_hex(text: &mut String, byte: u8) {
    for digit in &[byte >> 4, byte & 15] {
        text.push(char::from(if *digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
    }
}

/// The FNV-1a hash: wide enough that a campaign's events do not collide, and stable across versions of the bundle.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_the_standard_library_does() {
        for number in [0, 7, 10, 4310, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
            assert_eq!(padded(number, 4), format!("{number:04}"));
        }
        assert_eq!(sentence(&["line ", &digits(4), ""]), "line 4");
        for byte in 0..=255 {
            let mut text = String::new();
            push_hex(&mut text, byte);
            assert_eq!(text, format!("{byte:02x}"));
        }
    }
}
