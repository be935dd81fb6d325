//! Dates and times as people write them, in a spreadsheet above all.

use crate::calendar::{PlainDate, PlainTime};
use crate::text::sentence;

/// `23/11/2026`; the day and the month may have one digit.
pub fn date(text: &str) -> Option<PlainDate> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let nought = |part: &str| if part.len() == 1 { "0" } else { "" };
    PlainDate::parse(&sentence(&[year, "-", nought(month), month, "-", nought(day), day]))
}

/// `6pm`, `6:30 pm`, `6.30pm`, `midday`, `noon`, `12 noon`, `midnight`.
pub fn time(text: &str) -> Option<PlainTime> {
    let named = text.strip_prefix("12").unwrap_or(text).trim_ascii_start();
    if named.eq_ignore_ascii_case("midnight") {
        return Some(PlainTime::MIDNIGHT);
    }
    if named.eq_ignore_ascii_case("midday") || named.eq_ignore_ascii_case("noon") {
        return PlainTime::new(12, 0, 0);
    }
    let (digits, half) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let noon = if half.eq_ignore_ascii_case("pm") {
        12
    } else if half.eq_ignore_ascii_case("am") {
        0
    } else {
        return None;
    };
    let mut clock = String::new();
    for byte in digits.trim_ascii_end().bytes() {
        clock.push(if byte == b'.' { ':' } else { char::from(byte) });
    }
    if clock.len() < 3 {
        clock.push_str(":00");
    }
    let time = of_24_hours(&clock)?;
    match time.hour() {
        1..=12 => PlainTime::new(time.hour() % 12 + noon, time.minute(), time.second()),
        _ => None,
    }
}

/// A time of the 24-hour clock; its hour may have one digit.
pub fn of_24_hours(text: &str) -> Option<PlainTime> {
    let hour = if text.as_bytes().get(1) == Some(&b':') { "0" } else { "" };
    PlainTime::parse(&sentence(&[hour, text]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_british_dates() {
        let november = PlainDate::new(2026, 11, 3);
        assert_eq!((date("03/11/2026"), date("3/11/2026")), (november, november));
        for wrong in ["11/23/2026", "3/11/26", "3/11", "3/11/2026/1", "2026/11/3", "//", "003/11/2026", "3-11-2026", ""]
        {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn reads_times_of_the_12_hour_clock() {
        let at = |text: &str| time(text).map(|time| (time.hour(), time.minute()));
        assert_eq!((at("6pm"), at("6 PM"), at("06:00:00 pm")), (Some((18, 0)), Some((18, 0)), Some((18, 0))));
        assert_eq!((at("6:30pm"), at("6.30am"), at("11.59pm")), (Some((18, 30)), Some((6, 30)), Some((23, 59))));
        assert_eq!((at("12am"), at("12pm"), at("12.30am")), (Some((0, 0)), Some((12, 0)), Some((0, 30))));
        assert_eq!((at("Midday"), at("12 noon"), at("midnight")), (Some((12, 0)), Some((12, 0)), Some((0, 0))));
        for wrong in ["", "pm", "0pm", "13pm", "6", "18:00pm", "6:60pm", "6:3pm", "6€", "€pm", "half past 6pm", "12"]
        {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }
}
