//! The one colour of a theme, and the text that reads best on it.

use crate::text::push_hex;

/// A colour as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// `#005eb8`.
    pub fn css(self) -> String {
        let mut text = "#".to_owned();
        for channel in &[self.0, self.1, self.2] {
            push_hex(&mut text, *channel);
        }
        text
    }

    /// Black or white, whichever has more contrast on this colour.
    pub fn text_on_it(self) -> &'static str {
        let light = 2126 * linear(self.0) + 7152 * linear(self.1) + 722 * linear(self.2);
        // The luminance, in ten-thousandths of a million, at which black and white have the same contrast: (L + 0.05)²
        // = 0.05 × 1.05, by WCAG's definition (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
        if light > 1_791_288_000 { "#000" } else { "#fff" }
    }
}

/// A channel's light in millionths. The cubic is within 0.002 of sRGB's own curve, which needs powers with fractions.
fn linear(channel: u8) -> u64 {
    let x = u64::from(channel) * 1_000_000 / 255;
    let times = |a: u64, b: u64| a * b / 1_000_000;
    times(x, times(x, times(x, 305_306) + 682_171) + 12_523)
}
