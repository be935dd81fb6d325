//! Exact decimals: figures are never floating point, and no figure is too large to read.

/// A decimal number, exact to six places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub negative: bool,
    /// What is before the point; `u64::MAX` where that is too large.
    pub whole: u64,
    /// The first six places behind the point.
    pub millionths: u32,
    /// Whether it is not zero behind those.
    pub finer: bool,
}

impl Decimal {
    /// Reads `2140`, `42.8`, `-1` and `1e3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        // The number is `digits` with the decimal point before the digit at `point`.
        let digits = [whole.as_bytes(), fraction.as_bytes()].concat();
        let point = i64::try_from(whole.len()).ok()?.saturating_add(exponent);
        let mut decimal = Self { negative, whole: 0, millionths: 0, finer: false };
        // Behind the last digit are only noughts, and with 20 of them any number but nought is too large for 64 bits.
        let end = i64::try_from(digits.len()).ok()?.saturating_add(20);
        for at in 0..point.min(end) {
            decimal.whole = decimal.whole.saturating_mul(10).saturating_add(digit_at(&digits, at).into());
        }
        for place in 0..6 {
            decimal.millionths = decimal.millionths * 10 + u32::from(digit_at(&digits, point.saturating_add(place)));
        }
        let rest = usize::try_from(point.saturating_add(6)).unwrap_or(0);
        decimal.finer = digits.iter().skip(rest).any(|digit| *digit != b'0');
        Some(decimal)
    }

    /// Reads a number as a spreadsheet shows it, also `2,140` and `45%`.
    pub fn parse_cell(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_suffix('%').map_or(text, str::trim_end);
        if !text.contains(',') {
            return Self::parse(text);
        }
        let whole = text.split('.').next().unwrap_or(text);
        let mut parts = whole.trim_start_matches('-').split(',');
        let first = parts.next()?;
        if first.is_empty() || first.len() > 3 || parts.any(|part| part.len() != 3) {
            return None;
        }
        Self::parse(&text.replace(',', ""))
    }

    /// The number, where it is whole and not below zero.
    pub fn whole(self) -> Option<u64> {
        let positive = !self.negative || self.whole == 0;
        if positive && self.millionths == 0 && !self.finer { Some(self.whole) } else { None }
    }

    /// The number in millionths, rounded down, where it is from 0 to `most`.
    pub fn millionths_up_to(self, most: u32) -> Option<u32> {
        let all = u64::from(most).saturating_mul(1_000_000);
        let mine = self.whole.checked_mul(1_000_000)?.checked_add(self.millionths.into())?;
        let below_zero = self.negative && (mine > 0 || self.finer);
        if below_zero || mine > all || (mine == all && self.finer) { None } else { u32::try_from(mine).ok() }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digit_at(digits: &[u8], at: i64) -> u8 {
    usize::try_from(at).ok().and_then(|at| digits.get(at)).map_or(0, |digit| digit.wrapping_sub(b'0'))
}

/// The power of ten, held within what any figure could need.
fn parse_exponent(text: &str) -> Option<i64> {
    const MOST: i64 = 1_000_000_000;
    let digits = text.trim_start_matches(['+', '-']);
    if !is_digits(digits) || text.len() - digits.len() > 1 {
        return None;
    }
    let power = digits.parse().unwrap_or(MOST).min(MOST);
    Some(if text.starts_with('-') { -power } else { power })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(whole: u64, millionths: u32, finer: bool) -> Option<Decimal> {
        Some(Decimal { negative: false, whole, millionths, finer })
    }

    #[test]
    fn reads_every_form_exactly() {
        assert_eq!(Decimal::parse("2140"), decimal(2140, 0, false));
        assert_eq!(Decimal::parse("42.8"), decimal(42, 800_000, false));
        assert_eq!(Decimal::parse("0.00000049"), decimal(0, 0, true));
        assert_eq!(Decimal::parse("1e3"), decimal(1000, 0, false));
        assert_eq!(Decimal::parse("7.5E-1"), decimal(0, 750_000, false));
        assert_eq!(Decimal::parse("0e999999999999"), decimal(0, 0, false));
        assert_eq!(Decimal::parse("1e99999999999999999999"), decimal(u64::MAX, 0, false));
        assert_eq!(Decimal::parse("1e-99999999999999999999"), decimal(0, 0, true));
        assert_eq!(Decimal::parse(&"9".repeat(400)), decimal(u64::MAX, 0, false));
        for wrong in ["", "-", ".5", "5.", "1e", "1e+-3", "two", "1,000", "1.2.3", "٣"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn reads_cells_of_a_spreadsheet() {
        assert_eq!(Decimal::parse_cell(" 2,140 "), decimal(2140, 0, false));
        assert_eq!(Decimal::parse_cell("1,002,140.5"), decimal(1_002_140, 500_000, false));
        assert_eq!(Decimal::parse_cell("45 %"), decimal(45, 0, false));
        for wrong in ["2,14", ",140", "2140,5", "1,0000", "%"] {
            assert_eq!(Decimal::parse_cell(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn knows_what_it_is_good_for() {
        let whole = |text| Decimal::parse(text).and_then(Decimal::whole);
        assert_eq!((whole("5.0"), whole("-0"), whole("-1"), whole("5.5")), (Some(5), Some(0), None, None));
        let percent = |text| Decimal::parse(text).and_then(|number| number.millionths_up_to(100));
        assert_eq!((percent("100"), percent("100.00000001"), percent("-0.1")), (Some(100_000_000), None, None));
        assert_eq!(percent("1e300"), None);
    }
}
