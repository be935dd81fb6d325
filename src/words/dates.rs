//! Dates and times in words: "Friday 18 December 2026", "9am to 1:30pm", "midday".

use super::{Lang, fill};
use crate::calendar::{PlainDate, PlainDateTime, PlainTime, Weekday, Weekdays};
use crate::text::{digits, padded, sentence};

/// "18 December 2026".
pub fn long_date(lang: Lang, date: PlainDate) -> String {
    sentence(&[&day_and_month(lang, date), " ", &digits(date.year().unsigned_abs().into())])
}

/// "Friday 18 December"; with the year if that is not plain on the date `today`.
pub fn weekday_date(lang: Lang, date: PlainDate, today: PlainDate) -> String {
    sentence(&[weekday(lang, date.weekday()), " ", &short_date(lang, date, today)])
}

/// "18 December"; with the year if that is not plain on the date `today`.
#[inline(never)]
pub fn short_date(lang: Lang, date: PlainDate, today: PlainDate) -> String {
    if date.is_far_from(today) { long_date(lang, date) } else { day_and_month(lang, date) }
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
    fill(lang.words().date_at_time, &[&full_date(lang, at.date), &time_of_day(lang, at.time)])
}

/// A time beside its day: the midnight that opens the day as its first minute, "12:01am", because "Friday at midnight" may
/// be the first moment of Friday or its last.
pub fn time_of_day(lang: Lang, at: PlainTime) -> String {
    const FIRST_MINUTE: PlainTime = PlainTime::from_seconds(60);
    time(lang, at.max(FIRST_MINUTE))
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
    let words = lang.words();
    let (mut text, mut first, mut last) = (String::new(), "", "");
    let (mut rest, mut gaps) = (days.len(), 0);
    for day in &Weekday::ALL {
        if !days.contains(*day) {
            gaps += u32::from(!text.is_empty() && rest > 0);
            continue;
        }
        last = weekday(lang, *day);
        rest -= 1;
        if text.is_empty() {
            first = last;
        } else {
            text.push_str(if rest == 0 { words.and } else { ", " });
        }
        text.push_str(last);
    }
    if gaps == 0 && days.len() > 2 { fill(words.weekday_range, &[first, last]) } else { text }
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
