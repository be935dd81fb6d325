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

/// The table of an enum's words. A value that is not in it does not compile.
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
