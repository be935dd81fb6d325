//! Sentences, plurals, numbers, dates and times in both languages.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use campaign_portlet::calendar::{PlainDate, PlainDateTime, PlainTime, Weekday, Weekdays};
use campaign_portlet::words::*;

const BOTH: [Lang; 2] = [Lang::En, Lang::Cy];

fn clock(text: &str) -> PlainTime {
    PlainTime::parse(text).unwrap()
}

fn days(days: &[Weekday]) -> Weekdays {
    days.iter().fold(Weekdays::default(), |set, day| set.with(*day))
}

/// The names of a language's sentences, each with what is put into it; plurals count form by form.
fn blanks(lang: Lang) -> Vec<(String, Vec<char>)> {
    let printed = format!("{:#?}", lang.words());
    let lines = printed.lines().filter_map(|line| line.trim().split_once(": "));
    lines
        .map(|(name, sentence)| {
            let blanks =
                sentence.split('{').skip(1).filter_map(|rest| rest.chars().next()).filter(char::is_ascii_digit);
            let mut blanks: Vec<char> = blanks.collect();
            blanks.sort_unstable();
            (name.to_owned(), blanks)
        })
        .collect()
}

#[test]
fn both_languages_put_the_same_into_each_sentence() {
    let (english, welsh) = (blanks(Lang::En), blanks(Lang::Cy));
    assert!(english.len() > 70, "the sentences were not found");
    for (english, welsh) in english.iter().zip(&welsh) {
        assert_eq!(english.0, welsh.0);
        // "every week" and "bob pythefnos" have their number in the word.
        if !["one", "two", "zero", "few", "many", "other"].contains(&english.0.as_str()) {
            assert_eq!(english.1, welsh.1, "{}", english.0);
        }
    }
}

#[test]
fn no_sentence_is_empty_or_left_in_the_other_language() {
    let same: Vec<&str> = vec!["map", "am", "pm"];
    let (english, welsh) = (format!("{:#?}", Lang::En.words()), format!("{:#?}", Lang::Cy.words()));
    for (english, welsh) in english.lines().zip(welsh.lines()) {
        let Some((name, sentence)) = english.trim().split_once(": \"") else { continue };
        assert!(sentence.len() > 2, "{name} is empty");
        let shape_only = sentence.starts_with('{') && sentence.chars().filter(|char| char.is_alphabetic()).count() == 0;
        if !same.contains(&name) && !shape_only {
            assert_ne!(english, welsh, "{name} is the same in both languages");
        }
    }
}

#[test]
fn welsh_has_six_plurals_and_english_two() {
    let forms = Plural { zero: "0", one: "1", two: "2", few: "3", many: "6", other: "n" };
    let of = |lang| [0, 1, 2, 3, 4, 5, 6, 7, 100].map(|number| forms.of(lang, number));
    assert_eq!(of(Lang::Cy), ["0", "1", "2", "3", "n", "n", "6", "n", "n"]);
    assert_eq!(of(Lang::En), ["n", "1", "n", "n", "n", "n", "n", "n", "n"]);
}

#[test]
fn every_plural_is_right_in_every_form() {
    type Phrase = fn(&Words) -> &Plural;
    const NUMBERS: [u64; 6] = [0, 1, 2, 3, 6, 7];
    let rows: [(Phrase, [&str; 2], [&str; 6]); 6] = [
        (|words| &words.days, ["day", "days"], ["diwrnod", "diwrnod", "ddiwrnod", "diwrnod", "diwrnod", "diwrnod"]),
        (|words| &words.hours, ["hour", "hours"], ["awr"; 6]),
        (|words| &words.minutes, ["minute", "minutes"], ["munud", "munud", "funud", "munud", "munud", "munud"]),
        (|words| &words.seconds, ["second", "seconds"], ["eiliad"; 6]),
        (
            |words| &words.every_weeks,
            ["every week", "every {0} weeks"],
            [
                "bob {0} wythnos",
                "bob wythnos",
                "bob pythefnos",
                "bob {0} wythnos",
                "bob {0} wythnos",
                "bob {0} wythnos",
            ],
        ),
        (
            |words| &words.show_all_places,
            ["Show {0} more place", "Show {0} more places"],
            [
                "Dangos {0} lle arall",
                "Dangos {0} lle arall",
                "Dangos {0} le arall",
                "Dangos {0} lle arall",
                "Dangos {0} lle arall",
                "Dangos {0} lle arall",
            ],
        ),
    ];
    for (phrase, [one, other], welsh) in rows {
        let of = |lang: Lang| NUMBERS.map(|number| phrase(lang.words()).of(lang, number));
        assert_eq!(of(Lang::En), [other, one, other, other, other, other]);
        assert_eq!(of(Lang::Cy), welsh);
    }
}

#[test]
fn numbers_have_commas_between_thousands() {
    for (number, text) in [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (12_063, "12,063"),
        (1_189_070, "1,189,070"),
        (u64::MAX, "18,446,744,073,709,551,615"),
    ] {
        assert_eq!(grouped(number), text);
    }
    assert_eq!([tenths(0), tenths(7), tenths(497)], ["0.0", "0.7", "49.7"]);
}

#[test]
fn times_read_as_the_nhs_writes_them() {
    for (given, english, welsh) in [
        ("00:00", "midnight", "hanner nos"),
        ("00:01", "12:01am", "12:01am"),
        ("09:00", "9am", "9am"),
        ("11:59", "11:59am", "11:59am"),
        ("12:00", "midday", "hanner dydd"),
        ("12:01", "12:01pm", "12:01pm"),
        ("13:30", "1:30pm", "1:30pm"),
        ("23:59", "11:59pm", "11:59pm"),
    ] {
        assert_eq!(BOTH.map(|lang| time(lang, clock(given))), [english, welsh]);
    }
    for (opens, closes, english, welsh) in [
        ("09:00", "13:30", "9am to 1:30pm", "9am tan 1:30pm"),
        ("12:00", "00:00", "midday to midnight", "hanner dydd tan hanner nos"),
    ] {
        assert_eq!(BOTH.map(|lang| time_range(lang, clock(opens), clock(closes))), [english, welsh]);
    }
}

#[test]
fn dates_are_in_words() {
    let day = PlainDate::new(2026, 12, 18).unwrap();
    let at = PlainDateTime { date: day, time: clock("17:00") };
    assert_eq!(weekday_date(Lang::En, day, day), "Friday 18 December");
    assert_eq!(date_and_time(Lang::En, at), "Friday 18 December 2026 at 5pm");
    let midnight = PlainDateTime { date: day, time: clock("00:00") };
    let spoken = BOTH.map(|lang| date_and_time(lang, midnight));
    assert_eq!(spoken, ["Friday 18 December 2026 at 12:01am", "dydd Gwener 18 Rhagfyr 2026 am 12:01am"]);
    assert_eq!(date_and_time(Lang::Cy, at), "dydd Gwener 18 Rhagfyr 2026 am 5pm");
    // After a word that softens it, "dydd" becomes "ddydd".
    let ends = fill(Lang::Cy.words().ends, &[&date_and_time(Lang::Cy, at)]);
    assert_eq!(ends, "Yn dod i ben ddydd Gwener 18 Rhagfyr 2026 am 5pm");
}

/// A blank after "d" takes a date that begins with "dydd", which `fill` asserts: these are all such sentences, and each is
/// used with such a date.
#[test]
fn every_softened_date_begins_with_its_day() {
    let at = PlainDateTime { date: PlainDate::new(2026, 12, 18).unwrap(), time: clock("17:00") };
    let (full, short) = (date_and_time(Lang::Cy, at), weekday_date(Lang::Cy, at.date, at.date));
    let printed = format!("{:#?}", Lang::Cy.words());
    let softened: Vec<&str> = printed.lines().filter(|line| line.contains(" d{")).collect();
    assert!(softened.len() >= 8, "{softened:?}");
    for sentence in softened {
        let dated = sentence.replace("d{1}", "d{0}");
        assert!(fill(&dated, &[&full]).contains("ddydd Gwener 18 Rhagfyr 2026"), "{sentence}");
        assert!(fill(&dated, &[&short]).contains("ddydd Gwener 18 Rhagfyr"), "{sentence}");
    }
}

#[test]
fn a_date_more_than_nine_months_off_has_its_year() {
    let day = |text: &str| PlainDate::parse(text).unwrap();
    for (today, date, is_far) in [
        ("2026-11-23", "2026-12-01", false),
        ("2026-11-23", "2027-08-23", false),
        ("2026-11-23", "2027-08-24", true),
        ("2026-11-23", "2027-12-01", true),
        ("2026-05-31", "2027-02-28", false),
        ("2026-05-31", "2027-03-01", true),
        ("2026-01-01", "2026-10-01", false),
        ("2026-01-01", "2026-10-02", true),
        // What is past is not shown in words without a year.
        ("2026-11-23", "2024-11-23", false),
    ] {
        let (today, date) = (day(today), day(date));
        assert_eq!(date.is_far_from(today), is_far, "{today:?} {date:?}");
        for lang in BOTH {
            let [long, full] = [long_date(lang, date), full_date(lang, date)];
            assert_eq!(short_date(lang, date, today) == long, is_far);
            assert_eq!(weekday_date(lang, date, today) == full, is_far);
        }
    }
    assert_eq!(weekday_date(Lang::En, day("2027-12-01"), day("2026-11-25")), "Wednesday 1 December 2027");
}

#[test]
fn every_day_and_month_has_its_name() {
    // From Monday 1 June 2026 on, and the fifteenth of each month.
    for (number, english, welsh) in [
        (1, "Monday", "dydd Llun"),
        (2, "Tuesday", "dydd Mawrth"),
        (3, "Wednesday", "dydd Mercher"),
        (4, "Thursday", "dydd Iau"),
        (5, "Friday", "dydd Gwener"),
        (6, "Saturday", "dydd Sadwrn"),
        (7, "Sunday", "dydd Sul"),
    ] {
        let day = PlainDate::new(2026, 6, number).unwrap();
        assert_eq!(weekday_date(Lang::En, day, day), format!("{english} {number} June"));
        assert_eq!(weekday_date(Lang::Cy, day, day), format!("{welsh} {number} Mehefin"));
    }
    for (number, english, welsh) in [
        (1, "January", "Ionawr"),
        (2, "February", "Chwefror"),
        (3, "March", "Mawrth"),
        (4, "April", "Ebrill"),
        (5, "May", "Mai"),
        (6, "June", "Mehefin"),
        (7, "July", "Gorffennaf"),
        (8, "August", "Awst"),
        (9, "September", "Medi"),
        (10, "October", "Hydref"),
        (11, "November", "Tachwedd"),
        (12, "December", "Rhagfyr"),
    ] {
        let date = PlainDate::new(2027, number, 15).unwrap();
        assert_eq!(BOTH.map(|lang| long_date(lang, date)), [english, welsh].map(|month| format!("15 {month} 2027")));
    }
}

#[test]
fn days_of_the_week_are_ranges_or_lists() {
    use Weekday::*;
    for (set, english, welsh) in [
        (days(&[Tuesday]), "Tuesday", "dydd Mawrth"),
        (days(&[Tuesday, Thursday]), "Tuesday and Thursday", "dydd Mawrth a dydd Iau"),
        (days(&[Saturday, Sunday]), "Saturday and Sunday", "dydd Sadwrn a dydd Sul"),
        (days(&[Monday, Wednesday, Friday]), "Monday, Wednesday and Friday", "dydd Llun, dydd Mercher a dydd Gwener"),
        (days(&[Monday, Tuesday, Wednesday, Thursday, Friday]), "Monday to Friday", "dydd Llun i ddydd Gwener"),
        (
            days(&[Monday, Tuesday, Wednesday, Friday]),
            "Monday, Tuesday, Wednesday and Friday",
            "dydd Llun, dydd Mawrth, dydd Mercher a dydd Gwener",
        ),
    ] {
        assert_eq!(BOTH.map(|lang| weekdays(lang, set)), [english, welsh]);
    }
}

#[test]
fn a_sentence_takes_its_values_in_any_order() {
    assert_eq!(fill("{1} of {0}", &["a", "b"]), "b of a");
    assert_eq!(fill("none", &["a"]), "none");
    // What was put in is not looked at again.
    assert_eq!(fill("{0}", &["{1}", "x"]), "{1}");
    assert_eq!(fill("{7} {", &[]), " ");
}

#[test]
fn a_switch_leads_through_all_languages_of_a_campaign_and_no_other() {
    let both = Languages::default().with(Lang::Cy).with(Lang::En);
    assert!(both.has_several() && both.contains(Lang::Cy));
    assert_eq!((both.after(Lang::En), both.after(Lang::Cy)), (Lang::Cy, Lang::En));
    let welsh = Languages::default().with(Lang::Cy);
    assert!(!welsh.has_several() && !welsh.contains(Lang::En));
    assert_eq!((welsh.after(Lang::En), welsh.after(Lang::Cy)), (Lang::Cy, Lang::Cy));
    assert_eq!(Languages::default().after(Lang::En), Lang::En);
    assert_eq!(welsh.union(Languages::default().with(Lang::En)), both);
}
