//! Sentences from parts. The bundle has no other use for `format!`, whose machinery outweighs every sentence in here.

/// All parts, one behind the other.
#[inline(never)]
pub fn sentence(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// A whole number in digits.
#[inline(never)]
pub fn digits(number: u64) -> String {
    let mut text = String::new();
    push_digits(&mut text, number);
    text
}

fn push_digits(text: &mut String, number: u64) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_the_standard_library_does() {
        for number in [0, 7, 10, 4310, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
        assert_eq!(sentence(&["line ", &digits(4), ""]), "line 4");
    }
}
