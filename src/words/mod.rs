//! Every sentence that the portlet itself says, in English and in Welsh; numbers, dates, times and plurals.
//!
//! A language is one [`Words`]: a sentence that it lacks does not compile.

mod cy;
mod dates;
mod en;
mod lang;
mod numbers;
mod plural;
mod static_html;

pub(crate) use dates::{capital, weekday};
pub use dates::{
    date_and_time, day_and_month, full_date, long_date, short_date, time, time_of_day, time_range, weekday_date,
    weekdays,
};
pub use lang::{Lang, Languages};
pub use numbers::{grouped, tenths};
pub use plural::Plural;

/// Sentences of one language. `{0}`, `{1}` and so on stand for what [`fill`] puts in. Where a row of a chart is seen, what is
/// in brackets is only read: see [`in_short`] and [`in_full`].
#[derive(Debug)]
#[expect(missing_docs, reason = "each is its English sentence: see words/en.rs")]
pub struct Words {
    pub language_name: &'static str,

    pub ends_in: &'static str,
    pub starts_in: &'static str,
    pub ended: &'static str,
    pub ends: &'static str,
    pub starts: &'static str,
    pub ended_on: &'static str,
    pub days: Plural,
    pub hours: Plural,
    pub minutes: Plural,
    pub seconds: Plural,
    pub left: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub milestones: &'static str,

    pub uptake: &'static str,
    pub vaccinated: &'static str,
    pub group: &'static str,
    pub share: &'static str,
    pub gap_to: &'static str,
    pub on_last_year: &'static str,
    pub overall: &'static str,
    pub count_of_total: &'static str,
    pub more_to_reach: &'static str,
    pub points_to_reach: &'static str,
    pub short_of: &'static str,
    pub points_short_of: &'static str,
    pub target_reached: &'static str,
    pub too_few: &'static str,
    pub leaves_out_few: &'static str,
    pub without_unread: &'static str,
    pub without_second: &'static str,
    pub some_groups: &'static str,
    pub over_percent: &'static str,
    pub under_percent: &'static str,
    pub up_on_last_year: &'static str,
    pub down_on_last_year: &'static str,
    pub same_as_last_year: &'static str,
    pub as_at: &'static str,
    pub figures_missing: &'static str,

    pub where_to_go: &'static str,
    pub open_now: &'static str,
    pub open_until: &'static str,
    pub open_until_day: &'static str,
    pub opens_today: &'static str,
    pub opens_tomorrow: &'static str,
    pub opens_on: &'static str,
    pub closed: &'static str,
    pub closed_on: &'static str,
    pub no_more_sessions: &'static str,
    pub walk_in: &'static str,
    pub by_appointment: &'static str,
    pub every_weeks: Plural,
    pub next_on: &'static str,
    pub from_date: &'static str,
    pub until_date: &'static str,
    pub all_times: &'static str,
    pub call: &'static str,
    pub email: &'static str,
    pub map: &'static str,
    pub book_or_read_more: &'static str,
    pub add_to_calendar: &'static str,
    pub show_all_places: Plural,
    pub search: &'static str,
    pub places_shown: &'static str,
    pub sessions_missing: &'static str,

    pub section_missing: &'static str,
    pub cannot_show: &'static str,
    pub try_again: &'static str,
    pub trying: &'static str,
    pub last_good: &'static str,

    pub weekdays: [&'static str; 7],
    pub months: [&'static str; 12],
    pub date_at_time: &'static str,
    pub am: &'static str,
    pub pm: &'static str,
    pub midday: &'static str,
    pub midnight: &'static str,
    pub time_range: &'static str,
    pub weekday_range: &'static str,
    pub and: &'static str,
}

impl Lang {
    /// The sentences of this language.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::En => &en::EN,
            Lang::Cy => &cy::CY,
        }
    }
}

/// Puts values into a sentence: `{0}` is the first.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (number, after) = after.split_once('}').unwrap_or((after, ""));
        let value = number.parse().ok().and_then(|number: usize| values.get(number));
        // The Welsh sentences soften a date that begins with "dydd".
        debug_assert!(!before.ends_with(" d") || value.is_none_or(|value| value.starts_with("dydd ")), "{sentence}");
        filled.push_str(value.unwrap_or(&""));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A sentence as a row of a chart shows it: without what is in brackets, because the headings of the columns say that.
pub fn in_short(sentence: &str) -> String {
    without_brackets(sentence, false)
}

/// A sentence as it is read: with what is in brackets.
pub fn in_full(sentence: &str) -> String {
    without_brackets(sentence, true)
}

fn without_brackets(sentence: &str, is_full: bool) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for part in sentence.split(['[', ']']) {
        if is_full || !is_inside {
            text.push_str(part);
        }
        is_inside = !is_inside;
    }
    text
}
