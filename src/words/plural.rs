//! Plural forms by the categories of the Unicode CLDR: English has two, Welsh six.

use super::Lang;

/// The forms of one phrase. `{0}` may stand for the number.
#[derive(Debug)]
#[expect(missing_docs, reason = "the names are CLDR's categories")]
pub struct Plural {
    pub zero: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    pub few: &'static str,
    pub many: &'static str,
    pub other: &'static str,
}

impl Plural {
    /// A phrase with one form for 1 and one for every other number, as all English ones.
    pub const fn two_forms(one: &'static str, other: &'static str) -> Self {
        Self { zero: other, one, two: other, few: other, many: other, other }
    }

    /// The form for `number` in `lang`
    /// (<https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>).
    pub const fn of(&self, lang: Lang, number: u64) -> &'static str {
        match (lang, number) {
            (Lang::En | Lang::Cy, 1) => self.one,
            (Lang::Cy, 0) => self.zero,
            (Lang::Cy, 2) => self.two,
            (Lang::Cy, 3) => self.few,
            (Lang::Cy, 6) => self.many,
            (Lang::En | Lang::Cy, _) => self.other,
        }
    }
}
