//! JSON text to a tree. Hand-written, because `serde_json` adds four times as much to the bundle. It accepts the same.

use super::Json;
use crate::config::Decimal;

/// How deep lists and objects may be nested: each level takes some of the stack.
const DEEPEST: u32 = 127;

/// The value that is the whole text, or the position of the byte that cannot be there.
pub fn parse(text: &str) -> Result<Json, usize> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    match parser.value() {
        Some(json) if parser.peek() == 0 => Ok(json),
        _ => Err(parser.at),
    }
}

/// A text that is read up to a byte, which after an error is the wrong one.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte that is no white space, or 0 at the end.
    fn peek(&mut self) -> u8 {
        for byte in self.rest().bytes() {
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return byte;
            }
            self.at += 1;
        }
        0
    }

    fn value(&mut self) -> Option<Json> {
        match self.peek() {
            b'"' => Some(Json::Text(self.string()?)),
            b'[' => {
                let mut list = Vec::new();
                self.entries(b']', &mut |parser| {
                    list.push(parser.value()?);
                    Some(())
                })?;
                Some(Json::List(list))
            }
            b'{' => {
                let mut fields = Vec::new();
                self.entries(b'}', &mut |parser| {
                    fields.push(parser.field()?);
                    Some(())
                })?;
                Some(Json::Object(fields))
            }
            _ => self.scalar(),
        }
    }

    /// Reads all entries of a list or an object, from its opening bracket on.
    fn entries(&mut self, close: u8, entry: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        self.at += 1;
        if self.peek() != close {
            loop {
                entry(self)?;
                match self.peek() {
                    b',' => self.at += 1,
                    byte if byte == close => break,
                    _ => return None,
                }
            }
        }
        self.depth -= 1;
        self.at += 1;
        Some(())
    }

    fn field(&mut self) -> Option<(String, Json)> {
        if self.peek() != b'"' {
            return None;
        }
        let name = self.string()?;
        if self.peek() != b':' {
            return None;
        }
        self.at += 1;
        Some((name, self.value()?))
    }

    /// A number, `true`, `false` or `null`.
    fn scalar(&mut self) -> Option<Json> {
        let rest = self.rest();
        let is_end = |byte: u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'+' | b'-');
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        let word = rest.get(..end)?;
        let json = match word {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => {
                let begins_with_nought =
                    matches!(word.strip_prefix('-').unwrap_or(word).as_bytes(), [b'0', b'0'..=b'9', ..]);
                if begins_with_nought || Decimal::parse(word).is_none() {
                    return None;
                }
                Json::Number(word.into())
            }
        };
        self.at += end;
        Some(json)
    }

    /// A string, from its opening quotation mark on.
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = self.rest();
            let end = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\').unwrap_or(rest.len());
            text.push_str(rest.get(..end)?);
            self.at += end;
            let (letter, length) = match rest.as_bytes().get(end..)? {
                [b'"', ..] => {
                    self.at += 1;
                    return Some(text);
                }
                [b'\\', escape @ ..] => unescape(escape)?,
                _ => return None,
            };
            text.push(letter);
            self.at += length;
        }
    }
}

/// The character that an escape stands for, without its backslash, and its length with it.
fn unescape(escape: &[u8]) -> Option<(char, usize)> {
    let letter = match escape.first()? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            // Characters beyond 16 bits are written as two halves.
            let high = hex(escape.get(1..5)?)?;
            return match escape.get(5..) {
                Some([b'\\', b'u', low @ ..]) if high >> 10 == 0x36 => {
                    let low = hex(low.get(..4)?)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    Some((char::from_u32(0x10000 + (high - 0xd800) * 0x400 + low)?, 12))
                }
                _ => Some((char::from_u32(high)?, 6)),
            };
        }
        byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
        _ => return None,
    };
    Some((letter, 2))
}

fn hex(digits: &[u8]) -> Option<u32> {
    let mut number = 0;
    for digit in digits {
        number = number << 4 | char::from(*digit).to_digit(16)?;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Whether both trees are the same. `serde_json` keeps the last of two fields with one name, in the place of the first.
    fn is_same(json: &Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(one), Value::Bool(other)) => one == other,
            (Json::Number(one), Value::Number(other)) => Decimal::parse(one) == Decimal::parse(other.as_str()),
            (Json::Text(one), Value::String(other)) => one == other,
            (Json::List(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
            }
            (Json::Object(fields), Value::Object(map)) => map.iter().all(|(name, value)| {
                fields.iter().rev().find(|(known, _)| known == name).is_some_and(|(_, json)| is_same(json, value))
            }),
            _ => false,
        }
    }

    fn reads_as_serde_json_does(text: &str) {
        match (parse(text), serde_json::from_str::<Value>(text)) {
            (Ok(json), Ok(value)) => assert!(is_same(&json, &value), "{text}"),
            (Err(at), Err(_)) => assert!(text.is_char_boundary(at), "{text}"),
            (json, _) => assert!(json.is_err(), "this is no JSON, but is read: {text}"),
        }
    }

    #[test]
    fn reads_every_form() {
        for text in [
            r#"[null, true, false, 0, -0, 10, -1.5, 1e3, 1E+3, 2.5e-3, 9999999999999999999999]"#,
            r#"{"a": {"b": []}, "": {}, "a": "b"}"#,
            r#""\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00é€😀""#,
            " \t\r\n1 \t\r\n",
        ] {
            assert!(parse(text).is_ok(), "{text}");
            reads_as_serde_json_does(text);
        }
        let broken = r#"~ ~nul~nulll~01~-~-01~+1~.5~5.~1e~1.e5~0x1~[1,]~[,1]~[1~]~1 2~{"a"}~{"a":}~{"a" 1}~{a:1}~{"a":1,}~{,}~[1}~{"a":1]~"a~"\~
            "\x"~"\u12"~"\ud800"~"\udc00"~"\ud800\u0041"~"\ud800\~"\ud800x\udc00""#;
        for text in broken.split('~').chain(["\"a\nb\"", "\"\u{1}\"", "\u{a0}1", "\u{c}1"]) {
            assert!(parse(text).is_err(), "{text}");
            reads_as_serde_json_does(text);
        }
    }

    proptest! {
        #[test]
        fn accepts_what_serde_json_accepts(text in "([\\[\\]{}:, ]|\"[a\\\\nu0-9d\"]{0,5}\"|true|null|[-0-9.eE+]{1,4}|\"a\":){0,12}") {
            reads_as_serde_json_does(&text);
        }

        #[test]
        fn reads_any_string(text in any::<String>(), all in any::<bool>()) {
            let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            let json = if all { format!("\"{escaped}\"") } else { Value::String(text.clone()).to_string() };
            prop_assert!(matches!(parse(&json), Ok(Json::Text(read)) if read == text), "{}", json);
        }
    }
}
