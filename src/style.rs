//! The style sheet of the portlet.

/// The whole sheet: first what can be themed, then what all sections share, then one file for each section.
///
/// Text on a colour that only the page has set (`--on-own`, `--on-good`, `--on-focus`) is black or white, whichever has
/// more contrast, as `Colour::text_on_it` chooses it for a config's accent: the colour is converted to the grey of its
/// luminance, and that to the further end of the scale. (The lightness in `lch` differs, as it has a warmer white
/// point: applied to the colour itself, it chose the worse one for some blues.) If the page has not set the colour, the
/// property is invalid, and the fallback of its `var()` applies.
const SOURCE: &str = concat!(
    include_str!("../style/tokens.css"),
    include_str!("../style/base.css"),
    include_str!("../style/countdown.css"),
    include_str!("../style/uptake.css"),
    include_str!("../style/locations.css"),
    include_str!("../style/print.css"),
);

/// Not minified: a snippet puts each rule on a line of its own.
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
pub(crate) const STYLE: &str = SOURCE;

/// Minified at compile time: no minifier processes strings in the wasm.
#[cfg(any(test, all(target_arch = "wasm32", not(feature = "snippet"))))]
pub(crate) const MINIFIED: &str = match std::str::from_utf8(&MINIFIED_BYTES) {
    Ok(css) => css,
    Err(_) => SOURCE,
};

#[cfg(any(test, all(target_arch = "wasm32", not(feature = "snippet"))))]
const MINIFIED_BYTES: [u8; minify::<{ SOURCE.len() }>(SOURCE.as_bytes()).1] = minify(SOURCE.as_bytes()).0;

/// Removes comments and insignificant white space. Returns a buffer of `N` bytes, and how many of them are used. White
/// space before a colon is significant, in a selector.
#[cfg(any(test, all(target_arch = "wasm32", not(feature = "snippet"))))]
#[allow(clippy::indexing_slicing, reason = "it runs when it is compiled")]
const fn minify<const N: usize>(css: &[u8]) -> ([u8; N], usize) {
    let mut out = [0; N];
    let (mut length, mut at, mut blank) = (0, 0, false);
    while at < css.len() {
        let byte = css[at];
        if byte == b'/' && at + 1 < css.len() && css[at + 1] == b'*' {
            at += 2;
            while at + 1 < css.len() && !(css[at] == b'*' && css[at + 1] == b'/') {
                at += 1;
            }
            at += 2;
            continue;
        }
        at += 1;
        if byte.is_ascii_whitespace() {
            blank = true;
            continue;
        }
        let before = if length == 0 { b'{' } else { out[length - 1] };
        if blank
            && !matches!(before, b'{' | b'}' | b';' | b',' | b':' | b'>')
            && !matches!(byte, b'{' | b'}' | b';' | b'>')
        {
            out[length] = b' ';
            length += 1;
        }
        blank = false;
        if length < N {
            out[length] = byte;
        }
        length += 1;
    }
    (out, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minified(css: &str) -> String {
        let (bytes, length) = minify::<200>(css.as_bytes());
        String::from_utf8(bytes.into_iter().take(length).collect()).unwrap_or_default()
    }

    #[test]
    fn only_what_means_nothing_is_left_out() {
        assert_eq!(
            minified("/* a */ .b > .c :d,\n .e { f: g(1em + 2px) ; h: i }\n"),
            ".b>.c :d,.e{f:g(1em + 2px);h:i}"
        );
        assert_eq!(minified("@media (x: y) { :host([z]) .a { b: c } }"), "@media (x:y){:host([z]) .a{b:c}}");
    }

    #[test]
    fn the_minified_sheet_says_the_same() {
        let bare = |css: &str| -> String { css.chars().filter(|char| !char.is_whitespace()).collect() };
        let mut source = String::new();
        for (index, part) in SOURCE.split("/*").enumerate() {
            source.push_str(if index == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
        }
        assert_eq!(bare(MINIFIED), bare(&source));
        assert!(MINIFIED.len() < SOURCE.len() * 9 / 10);
    }
}
