//! A scan of the text before a position in malformed JSON: enough to guess the cause, without a grammar.

/// The state of the scan at a position.
pub struct Before {
    /// Where the string starts that is still open.
    pub quote: Option<usize>,
    /// The brackets that are still open, and where they are.
    pub open: Vec<(usize, u8)>,
    /// The position after the last byte that is no white space.
    pub behind: usize,
    /// That byte.
    pub last: u8,
    /// The last of `{ } [ ] , :` outside strings.
    pub sign: u8,
}

impl Before {
    /// Scans all bytes before the position.
    pub fn new(bytes: &[u8]) -> Self {
        let mut before = Self { quote: None, open: Vec::new(), behind: 0, last: 0, sign: 0 };
        let mut escaped = false;
        for (at, &byte) in bytes.iter().enumerate() {
            if before.quote.is_some() {
                if byte == b'"' && !escaped {
                    before.quote = None;
                }
                escaped = byte == b'\\' && !escaped;
            } else {
                match byte {
                    b' ' | b'\t' | b'\r' | b'\n' => continue,
                    b'"' => before.quote = Some(at),
                    b'{' | b'[' => before.open.push((at, byte)),
                    b'}' | b']' => drop(before.open.pop()),
                    _ => {}
                }
                if b"{}[],:".contains(&byte) {
                    before.sign = byte;
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

    /// Whether a value can be at the position.
    pub fn wants_value(&self) -> bool {
        matches!(self.last, 0 | b':' | b'[') || (self.last == b',' && self.bracket() == b'[')
    }

    /// Whether the name of a field can be at the position.
    pub fn wants_name(&self) -> bool {
        self.last == b'{' || (self.last == b',' && self.bracket() == b'{')
    }

    /// Whether the last thing was the name of a field.
    pub fn has_name(&self) -> bool {
        self.last == b'"' && self.bracket() == b'{' && matches!(self.sign, b'{' | b',')
    }
}
