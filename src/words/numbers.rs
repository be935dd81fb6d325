//! Numbers as people read them: `12,063` and `49.7`. English and Welsh write both alike.

use crate::text::{digits, sentence};

/// A whole number with a comma between thousands.
pub fn grouped(number: u64) -> String {
    let digits = digits(number);
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of tenths with one decimal: 497 is `49.7`.
pub fn tenths(tenths: u32) -> String {
    let tenths = u64::from(tenths);
    sentence(&[&digits(tenths / 10), ".", &digits(tenths % 10)])
}
