//! Values that a config names by one of a few words.

/// A value that a config names by a word.
pub(crate) trait Keyword: Copy + 'static {
    /// All of them, in the order in which a message lists their words.
    const ALL: &'static [Self];
    /// Their words, in the same order.
    const WORDS: &'static [&'static str];

    /// Its word.
    fn keyword(self) -> &'static str;
}

/// Implements `Keyword` for an enum. A variant that is missing does not compile.
macro_rules! keywords {
    ($type:ident: $($value:ident = $word:literal),+ $(,)?) => {
        impl $crate::config::Keyword for $type {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn keyword(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
        }
    };
}

pub(crate) use keywords;
