//! Dates and times in words: "Friday 18 December 2026", "9am to 1:30pm", "midday".

use super::{Lang, fill};
use crate::calendar::{PlainDate, PlainDateTime, PlainTime, Weekday, Weekdays};
use crate::text::{digits, padded, sentence};

/// "18 December 2026".
pub fn long_date(lang: Lang, date: PlainDate) -> String {
    sentence(&[&day_and_month(lang, date), " ", &digits(date.year().unsigned_abs().into())])
}

/// "Friday 18 December".
pub fn weekday_date(lang: Lang, date: PlainDate) -> String {
    sentence(&[weekday(lang, date.weekday()), " ", &day_and_month(lang, date)])
}

/// "18 December".
pub fn day_and_month(lang: Lang, date: PlainDate) -> String {
    let month = lang.words().months.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    sentence(&[&digits(date.day().into()), " ", month])
}

/// "Friday 18 December 2026".
pub fn full_date(lang: Lang, date: PlainDate) -> String {
    sentence(&[weekday(lang, date.weekday()), " ", &long_date(lang, date)])
}

/// "Friday 18 December 2026 at 5pm".
pub fn date_and_time(lang: Lang, at: PlainDateTime) -> String {
    fill(lang.words().date_at_time, &[&full_date(lang, at.date), &time(lang, at.time)])
}

/// "9am", "1:30pm", "midday", "midnight" (<https://service-manual.nhs.uk/content/numbers-measurements-dates-time>).
pub fn time(lang: Lang, time: PlainTime) -> String {
    let words = lang.words();
    match (time.hour(), time.minute()) {
        (0, 0) => words.midnight.to_owned(),
        (12, 0) => words.midday.to_owned(),
        (hour, minute) => {
            let half = if hour < 12 { words.am } else { words.pm };
            let hour = match hour % 12 {
                0 => 12,
                hour => hour,
            };
            let hour = digits(hour.into());
            if minute == 0 {
                sentence(&[&hour, half])
            } else {
                sentence(&[&hour, ":", &padded(minute.into(), 2), half])
            }
        }
    }
}

/// "9am to 1:30pm".
pub fn time_range(lang: Lang, opens: PlainTime, closes: PlainTime) -> String {
    fill(lang.words().time_range, &[&time(lang, opens), &time(lang, closes)])
}

/// "Monday to Friday", "Tuesday and Thursday", "Monday, Wednesday and Friday".
pub fn weekdays(lang: Lang, days: Weekdays) -> String {
    let days: Vec<Weekday> = days.iter().collect();
    let words = lang.words();
    if let [first, _, .., last] = days.as_slice()
        && usize::from(last.from_monday() - first.from_monday()) + 1 == days.len()
        && days.len() > 2
    {
        return fill(words.weekday_range, &[weekday(lang, *first), weekday(lang, *last)]);
    }
    let mut text = String::new();
    for (index, day) in days.iter().enumerate() {
        match days.len() - index {
            _ if index == 0 => {}
            1 => text.push_str(words.and),
            _ => text.push_str(", "),
        }
        text.push_str(weekday(lang, *day));
    }
    text
}

/// The text with a capital at its start, where a line begins with a day: Welsh writes "dydd" small within a sentence.
pub(crate) fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// "Friday".
pub(crate) fn weekday(lang: Lang, day: Weekday) -> &'static str {
    lang.words().weekdays.get(usize::from(day.from_monday())).copied().unwrap_or_default()
}
