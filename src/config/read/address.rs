//! Links: made absolute, only of safe schemes, and not those that surely lead nowhere.

use super::Node;
use crate::config::{Environment, dialled};
use std::rc::Rc;

impl Node<'_> {
    /// A link that people follow, made absolute.
    pub fn link(&self) -> Option<Rc<str>> {
        let examples = "https://trust.example/flu, mailto:flu@trust.example, tel:+441514960000 or flu.html";
        self.address(&["https", "http", "mailto", "tel"], examples)
    }

    /// The address of a file that the browser fetches, made absolute.
    pub fn file(&self) -> Option<Rc<str>> {
        self.address(&["https", "http"], "https://trust.example/flu.csv, or the name of a file")
    }

    /// Checks the scheme of the resolved URL, because URL parsers remove tabs and line ends from the text.
    #[inline(never)]
    fn address(&self, schemes: &[&str], examples: &str) -> Option<Rc<str>> {
        let link = self.required_text()?;
        let kind = kind(&link);
        let Some(url) = resolved(self.context.environment, schemes, &link).filter(|_| kind < Kind::Nowhere) else {
            let alone = if kind == Kind::Marked { "; take out what stands around it" } else { "" };
            self.invalid(&["a link such as ", examples, alone]);
            return None;
        };
        if kind == Kind::Host {
            self.warn("is taken as a file beside the config; write https:// before it");
        }
        let mut slashes = 0;
        for byte in url.bytes() {
            match byte {
                b'/' => slashes += 1,
                b'@' if slashes == 2 => self.warn("leads to what stands after the @; take out what stands before it"),
                _ => {}
            }
        }
        Some(url.into())
    }
}

/// The absolute address, of one of the schemes. In a telephone number, what people write and no telephone dials is left
/// out; a whole address may have an extension.
fn resolved(environment: &dyn Environment, schemes: &[&str], link: &str) -> Option<String> {
    let url = environment.resolve(link)?;
    let (scheme, _) = url.split_once(':')?;
    if !schemes.contains(&scheme) {
        return None;
    }
    if scheme == "tel" {
        let dialled = dialled(link)?;
        if link.bytes().any(|byte| matches!(byte, b'(' | b'*' | b'#')) {
            return Some(dialled);
        }
    }
    Some(url)
}

/// What a link is without a look at its scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum Kind {
    Link,
    /// The name of a host without a scheme, which is a valid link to a file.
    Host,
    /// An email address, a number, words, a folder of a network, or a scheme without `://`. Browsers would take each of
    /// them for a file, or for a host.
    Nowhere,
    /// With marks around it, such as `<https://trust.example>`.
    Marked,
}

fn kind(link: &str) -> Kind {
    let bytes = link.as_bytes();
    // What would be the scheme, or the host if there was one; and what follows.
    let mut end = 0;
    let (mut dot, mut has_blank, mut is_mail, mut has_letter, mut is_word) = (0, false, false, false, true);
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'/' | b'?' | b'#' | b'\\' | b':' | b';' => break,
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => has_letter = true,
            b'.' => (dot, is_word) = (end, true),
            b' ' => has_blank = true,
            b'@' => is_mail = true,
            _ => is_word = false,
        }
        end += 1;
    }
    let (start, rest) = link.split_at_checked(end).unwrap_or_default();
    let is_http = matches!(end, 4 | 5) && bytes.get(..4).is_some_and(|http| http.eq_ignore_ascii_case(b"http"));
    let is_nowhere = match rest.as_bytes() {
        // Browsers take backslashes for slashes.
        [b':', b'/' | b'\\', b'/' | b'\\', ..] => has_blank,
        [b':', ..] => has_blank || is_http,
        [b'\\', b'\\', ..] if start.is_empty() => true,
        [] => is_mail || !has_letter && !start.starts_with('.') || has_blank && dot == 0,
        _ => is_mail || is_http,
    };
    // Most files end in three or four letters.
    let is_host = dot > 0
        && is_word
        && match (end - dot, rest.as_bytes().first()) {
            (3.., Some(b'/')) => !start.starts_with("index."),
            (_, Some(b':')) => false,
            (3 | 6.., _) => true,
            _ => [".com", ".org", ".net"].iter().any(|ending| start.ends_with(ending)),
        };
    let is_of_scheme = |byte: u8| byte.is_ascii_alphabetic() || byte == b' ';
    let is_marked = link.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'"'))
        || matches!(rest.as_bytes(), [b':', b'/', b'/', ..]) && !start.bytes().all(is_of_scheme);
    match is_nowhere {
        _ if is_marked => Kind::Marked,
        true => Kind::Nowhere,
        false if is_host => Kind::Host,
        false => Kind::Link,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_hosts_and_what_leads_nowhere_are_told_apart() {
        for link in [
            "flu@trust.nhs.uk",
            "0151 496 0000",
            "01514960000",
            "+44 (0)151-496-0000",
            "7",
            "see the intranet",
            "\\\\fileserver\\flu\\poster.pdf",
            "https//trust.example/x",
            "HTTPS//trust.example/x",
            "https/trust.example",
            "http:/trust.example/x",
            "https:x",
            "https ://trust.example",
            "https;//trust.example",
        ] {
            assert_eq!(kind(link), Kind::Nowhere, "{link}");
        }
        for link in [
            "<https://trust.nhs.uk>",
            "< https://trust.nhs.uk >",
            "https://trust.nhs.uk/x>",
            "<www.trust.nhs.uk>",
            "<mailto:flu@trust.nhs.uk>",
            "\"https://trust.nhs.uk\"",
            "\u{201c}https://trust.nhs.uk\u{201d}",
            "'https://trust.nhs.uk'",
            "(https://trust.nhs.uk)",
            "[Book](https://trust.nhs.uk)",
        ] {
            assert_eq!(kind(link), Kind::Marked, "{link}");
        }
        for link in [
            "https://trust.example/x",
            "http:\\\\trust.example",
            "https://trust.example:8080/x",
            "poster.pdf",
            "Flu poster.pdf",
            "Flu poster/page",
            "book",
            "http-guide.html",
            "https.html",
            "2026/flu.html",
            "docs/a@b.html",
            ".",
            "..",
            "./x",
            "../x",
            "/x",
            "/@team",
            "?x",
            "#x",
            "//trust.example/x",
            "mailto:flu@trust.example",
            "tel:0151 496 0000",
            "poster.final.v2.pdf",
            "docs/book.html",
            "v1.2/book.html",
            "index.php/flu",
            "a.b.c",
        ] {
            assert_eq!(kind(link), Kind::Link, "{link}");
        }
        for link in [
            "flu.trust.nhs.uk/book",
            "maps.app.goo.gl/abc",
            "bit.ly/x",
            "www.trust.example",
            "trust.nhs.uk",
            "nhs.uk?x",
        ] {
            assert_eq!(kind(link), Kind::Host, "{link}");
        }
    }
}
