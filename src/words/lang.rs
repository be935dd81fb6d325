//! The languages of England and Wales.

/// A language that the portlet speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Lang {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 2] = [Self::En, Self::Cy];

    /// The one of that number.
    #[inline(never)]
    pub(crate) fn nth(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or_default()
    }

    /// The ISO 639 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// Reads a language tag such as `"cy"` or `"en-GB"`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        for lang in &Self::ALL {
            if primary.eq_ignore_ascii_case(lang.code()) {
                return Some(*lang);
            }
        }
        None
    }

    /// The tag for a `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::Cy => "cy",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Cy,
            Self::Cy => Self::En,
        }
    }
}
