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
}

/// A set of languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Languages(u8);

impl Languages {
    /// The set with `lang` added.
    #[must_use]
    pub const fn with(self, lang: Lang) -> Self {
        Self(self.0 | 1 << lang as u8)
    }

    /// The set with all of `other` added.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is more than one, so that a switch makes sense.
    pub const fn has_several(self) -> bool {
        self.0.count_ones() > 1
    }

    /// Whether `lang` is in the set.
    pub const fn contains(self, lang: Lang) -> bool {
        self.0 & 1 << lang as u8 != 0
    }

    /// The one that a switch leads to from `lang`: the next of the set, after the last its first.
    pub fn after(self, lang: Lang) -> Lang {
        let mut other = lang;
        loop {
            other = Lang::nth((other as usize + 1) % Lang::ALL.len());
            if other == lang || self.contains(other) {
                return other;
            }
        }
    }
}
