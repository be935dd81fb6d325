//! Numbers: whole ones, percentages, minutes.

use super::Node;
use crate::config::json::Json;
use crate::config::{Decimal, Percent, Severity};
use crate::text::digits;

impl Node<'_> {
    /// A number.
    #[inline(never)]
    pub fn decimal(&self) -> Option<Decimal> {
        match self.value {
            Json::Number(number) => Decimal::parse(number),
            Json::Text(_) => {
                let text = self.raw_string();
                let decimal = Decimal::parse_cell(text)?;
                if !self.is_csv() {
                    let message = ["is ", &self.shown(), "; write the number in digits alone, without quotes"];
                    self.report_named(Severity::Warning, &message);
                }
                Some(decimal)
            }
            _ => None,
        }
    }

    /// A whole number within two bounds.
    #[inline(never)]
    pub fn whole(&self, least: u64, most: u64) -> Option<u64> {
        let whole = self.decimal().and_then(Decimal::whole).filter(|_| !self.raw_string().ends_with('%'));
        let is_more = whole.is_some_and(|whole| whole > most);
        let whole = whole.filter(|whole| least <= *whole && !is_more);
        if is_more {
            self.invalid(&["at most ", &digits(most)]);
        } else if whole.is_none() {
            self.invalid(&["a whole number in digits alone, ", &digits(least), " or more"]);
        }
        whole
    }

    /// A number of minutes from 1; a part of a minute is dropped.
    pub fn minutes(&self) -> Option<u32> {
        match self.decimal() {
            Some(number) if !number.negative && number.millionths >= 1_000_000 => {
                Some(u32::try_from(number.millionths / 1_000_000).unwrap_or(u32::MAX))
            }
            _ => {
                self.invalid(&["a number, 1 or more"]);
                None
            }
        }
    }

    /// A percentage, to six decimals.
    pub fn percent(&self) -> Option<Percent> {
        let millionths = self.decimal().and_then(|number| number.millionths_up_to(100));
        if self.raw_string().ends_with('%') {
            self.context.has_percent_sign.set(true);
        }
        if millionths.is_none() {
            self.invalid(&["a number from 0 to 100, such as 42.5"]);
        }
        millionths.map(Percent)
    }
}
