//! The style sheet of the portlet.

/// All of it: what can be themed first, then what all sections share, then one file a section.
///
/// Comments in the sheets are downloaded too, so what needs more than a word stands here. Text on a colour that only the
/// page has set (`--on-own`, `--on-good`, `--on-focus`) is black or white, whichever has more contrast, as
/// `Colour::text_on_it` has it for a config's accent: from the colour comes the grey of its luminance, and from that the
/// end of the scale that is further away. (The lightness in `lch` is another, under a warmer white: taken from the colour
/// itself, it chose the worse one for some blues.) Where the page has not set the colour, the property is invalid, and what
/// stands behind the comma of its `var()` holds.
pub(crate) const STYLE: &str = concat!(
    include_str!("../style/tokens.css"),
    include_str!("../style/base.css"),
    include_str!("../style/countdown.css"),
    include_str!("../style/uptake.css"),
    include_str!("../style/locations.css"),
);
