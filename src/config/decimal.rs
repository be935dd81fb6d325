//! Exact decimals: no floating point, and numbers that are too large saturate.

/// A decimal number, exact to six places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub negative: bool,
    /// The number without its sign, in millionths, rounded down; [`Decimal::MOST`] if it is larger.
    pub millionths: u64,
    /// Whether there are non-zero digits after those.
    pub finer: bool,
}

/// A percentage from 0 to 100, held exactly to six decimals as millionths of one percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u32);

impl Decimal {
    /// The largest number of millionths that is a whole number.
    pub const MOST: u64 = u64::MAX / 1_000_000 * 1_000_000;

    /// Reads `2140`, `42.8`, `-1` and `1e3`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = Vec::new();
        let mut point = None;
        let mut power = 0;
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        for (at, byte) in unsigned.bytes().enumerate() {
            match byte {
                b'0'..=b'9' => digits.push(byte - b'0'),
                b'.' if point.is_none() && at > 0 => point = Some(at),
                b'e' | b'E' => {
                    power = exponent(unsigned.get(at + 1..)?)?;
                    break;
                }
                _ => return None,
            }
        }
        if digits.is_empty() || point == Some(digits.len()) {
            return None;
        }
        // The number is `digits` with the decimal point before the digit at `point`.
        let point = i32::try_from(point.unwrap_or(digits.len())).ok()?.saturating_add(power);
        let last = point.saturating_add(6);
        let mut decimal = Self { negative: text.len() > unsigned.len(), millionths: 0, finer: false };
        for (at, digit) in (0_i32..).zip(&digits) {
            if at < last {
                decimal.add(*digit);
            } else if *digit > 0 {
                decimal.finer = true;
            }
        }
        // Only zeros follow the last digit, and with 20 of them any number but zero is too large for 64 bits.
        for _ in i32::try_from(digits.len()).ok()?..last.min(i32::try_from(digits.len() + 20).ok()?) {
            decimal.add(0);
        }
        Some(decimal)
    }

    fn add(&mut self, digit: u8) {
        let more = self.millionths.checked_mul(10).and_then(|all| all.checked_add(digit.into()));
        self.millionths = more.map_or(Self::MOST, |all| all.min(Self::MOST));
    }

    /// Reads a number as a spreadsheet shows it, also `2,140` and `45%`.
    pub fn parse_cell(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let text = text.strip_suffix('%').map_or(text, str::trim_ascii_end);
        // Either there are no commas, or there is one before every three digits of the integer part.
        let end = text.bytes().position(|byte| byte == b'.').unwrap_or(text.len());
        let has_commas = text.as_bytes().contains(&b',');
        let mut plain = String::new();
        for (at, byte) in text.bytes().enumerate() {
            let is_due = has_commas && at < end && (end - at).is_multiple_of(4);
            if (byte == b',') != is_due || (is_due && at == 0) {
                return None;
            }
            if !is_due {
                plain.push(char::from(byte));
            }
        }
        Self::parse(&plain)
    }

    /// The number, if it is whole and not below zero.
    pub fn whole(self) -> Option<u64> {
        let is_whole = self.millionths.is_multiple_of(1_000_000) && !self.finer;
        if is_whole && !self.is_below_zero() { Some(self.millionths / 1_000_000) } else { None }
    }

    /// The number in millionths, rounded down, if it is from 0 to `most`.
    pub fn millionths_up_to(self, most: u32) -> Option<u32> {
        let all = u64::from(most) * 1_000_000;
        let is_more = self.millionths > all || (self.millionths == all && self.finer);
        if is_more || self.is_below_zero() { None } else { u32::try_from(self.millionths).ok() }
    }

    /// Whether it is below zero, which `-0` is not.
    pub fn is_below_zero(self) -> bool {
        self.negative && (self.millionths > 0 || self.finer)
    }
}

/// The power of ten, clamped.
fn exponent(text: &str) -> Option<i32> {
    const MOST: i32 = 100_000_000;
    let digits = text.strip_prefix('-').or(text.strip_prefix('+')).unwrap_or(text);
    let mut power = 0_i32;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        power = (power * 10 + i32::from(byte - b'0')).min(MOST);
    }
    match digits {
        "" => None,
        _ if text.starts_with('-') => Some(-power),
        _ => Some(power),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(millionths: u64, finer: bool) -> Option<Decimal> {
        Some(Decimal { negative: false, millionths, finer })
    }

    #[test]
    fn reads_every_form_exactly() {
        assert_eq!(Decimal::parse("2140"), decimal(2_140_000_000, false));
        assert_eq!(Decimal::parse("42.8"), decimal(42_800_000, false));
        assert_eq!(Decimal::parse("33.3333339"), decimal(33_333_333, true));
        assert_eq!(Decimal::parse("0.00000049"), decimal(0, true));
        assert_eq!(Decimal::parse("1e3"), decimal(1_000_000_000, false));
        assert_eq!(Decimal::parse("1e+3"), decimal(1_000_000_000, false));
        assert_eq!(Decimal::parse("7.5E-1"), decimal(750_000, false));
        assert_eq!(Decimal::parse("12.5e-3"), decimal(12_500, false));
        assert_eq!(Decimal::parse("0e999999999"), decimal(0, false));
        assert_eq!(Decimal::parse("1e99999999999999999999"), decimal(Decimal::MOST, false));
        assert_eq!(Decimal::parse("1e-99999999999999999999"), decimal(0, true));
        assert_eq!(Decimal::parse(&"9".repeat(400)), decimal(Decimal::MOST, false));
        for wrong in ["", "-", ".5", "5.", "1e", "1e+-3", "two", "1,000", "1.2.3", "٣", "+1", "1e5.0"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn reads_cells_of_a_spreadsheet() {
        assert_eq!(Decimal::parse_cell(" 2,140 "), decimal(2_140_000_000, false));
        assert_eq!(Decimal::parse_cell("1,002,140.5"), decimal(1_002_140_500_000, false));
        assert_eq!(Decimal::parse_cell("45 %"), decimal(45_000_000, false));
        for wrong in ["2,14", ",140", "2140,5", "1,0000", "1,00.5", "1.5,000", "1,,000", "1,000,", "2 140", "%"] {
            assert_eq!(Decimal::parse_cell(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn knows_what_it_is_good_for() {
        let whole = |text| Decimal::parse(text).and_then(Decimal::whole);
        assert_eq!((whole("5.0"), whole("-0"), whole("-1"), whole("5.5")), (Some(5), Some(0), None, None));
        assert_eq!(whole("5.0000001"), None);
        let percent = |text| Decimal::parse(text).and_then(|number| number.millionths_up_to(100));
        assert_eq!((percent("100"), percent("100.00000001"), percent("-0.1")), (Some(100_000_000), None, None));
        assert_eq!(percent("1e300"), None);
    }
}
