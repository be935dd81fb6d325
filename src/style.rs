//! The style sheet of the portlet.

/// All of it: what can be themed first, then what all sections share, then one file a section.
pub(crate) const STYLE: &str = concat!(
    include_str!("../style/tokens.css"),
    include_str!("../style/base.css"),
    include_str!("../style/countdown.css"),
    include_str!("../style/uptake.css"),
    include_str!("../style/locations.css"),
);
