//! The languages of England and Wales.

/// The languages, each with its ISO 639 code and its tag for a `lang` attribute: the only list of them.
macro_rules! languages {
    ($($(#[$attribute:meta])* $lang:ident = $code:literal, $tag:literal;)+) => {
        /// A language that the portlet speaks.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Lang {
            $($(#[$attribute])* $lang),+
        }

        impl Lang {
            /// All of them, in the order of their numbers.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$lang),+];

            /// The ISO 639 code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$lang => $code),+
                }
            }

            /// The tag for a `lang` attribute.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$lang => $tag),+
                }
            }
        }
    };
}

languages! {
    /// English.
    #[default]
    En = "en", "en-GB";
    /// Welsh.
    Cy = "cy", "cy";
}

impl Lang {
    /// The one of that number.
    #[inline(never)]
    pub(crate) fn nth(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or_default()
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

    /// The language that the switch leads to.
    #[must_use]
    pub fn other(self) -> Self {
        Self::nth((self as usize + 1) % Self::ALL.len())
    }
}
