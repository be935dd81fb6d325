//! A scan of the text before a position in malformed JSON: enough to guess the cause, without a grammar.

/// The state of the scan at a position.
pub struct Before {
    /// Whether a string is still open.
    pub in_text: bool,
    /// Where the last string starts.
    pub quote: usize,
    /// The brackets that are still open, and where they are.
    pub open: Vec<(usize, u8)>,
    /// The position after the last byte that is no white space.
    pub behind: usize,
    /// That byte.
    pub last: u8,
    /// The last of `{ } [ ] , :` outside strings.
    pub sign: u8,
    /// The position after it.
    pub behind_sign: usize,
}

impl Before {
    /// Scans all bytes before the position.
    pub fn new(bytes: &[u8]) -> Self {
        let mut before =
            Self { in_text: false, quote: 0, open: Vec::new(), behind: 0, last: 0, sign: 0, behind_sign: 0 };
        let mut escaped = false;
        for (at, &byte) in bytes.iter().enumerate() {
            if before.in_text {
                if byte == b'"' && !escaped {
                    before.in_text = false;
                }
                escaped = byte == b'\\' && !escaped;
            } else {
                match byte {
                    b' ' | b'\t' | b'\r' | b'\n' => continue,
                    b'"' => (before.in_text, before.quote) = (true, at),
                    b'{' | b'[' => before.open.push((at, byte)),
                    b'}' | b']' => drop(before.open.pop()),
                    _ => {}
                }
                if b"{}[],:".contains(&byte) {
                    (before.sign, before.behind_sign) = (byte, at + 1);
                }
            }
            (before.behind, before.last) = (at + 1, byte);
        }
        before
    }

    /// The innermost bracket that is open, or 0.
    pub fn bracket(&self) -> u8 {
        self.open.last().map_or(0, |(_, bracket)| *bracket)
    }

    /// The position of the last byte that is no white space.
    pub fn last_at(&self) -> usize {
        self.behind.saturating_sub(1)
    }
}
