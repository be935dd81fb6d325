//! Every sentence of `src/words` is read: it stands in what the browser tests hold a screen reader's words to.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use campaign_portlet::calendar::{PlainDate, PlainDateTime, PlainTime, Weekday, Weekdays};
use campaign_portlet::words::*;
use std::collections::BTreeSet;

/// The phrases that are read in a language: whole texts, and what stands between commas or full stops in them.
/// `running-*` is left out, because there the config uses some of the portlet's own words.
fn phrases(lang: Lang) -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/snapshots/reading");
    let end = format!("-{}.yml", if lang == Lang::En { "en" } else { "cy" });
    let mut phrases = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.ends_with(&end) || name.starts_with("running") {
            continue;
        }
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            // `- role "name" [level=3]:`, `- role: text` or `- role: "text"`.
            let quoted = line.split_once('"').and_then(|(_, rest)| Some(rest.rsplit_once('"')?.0));
            let Some(text) = quoted.or_else(|| Some(line.split_once(": ")?.1)) else { continue };
            let sentences = text.split(". ").chain([text]);
            phrases.extend(sentences.flat_map(|text| text.split(", ").chain([text])).map(str::to_owned));
        }
    }
    phrases
}

/// How sentences with blanks, and words that stand in nothing of their own, are read: in phrases that nothing but they
/// can make. The values are those of `reading.spec.mjs`.
fn in_use(lang: Lang) -> Vec<(&'static [&'static str], String)> {
    use Weekday::*;
    let words = lang.words();
    let clock = |text: &str| PlainTime::parse(text).unwrap();
    let at = |text: &str| time(lang, clock(text));
    let day_of = |month, day| PlainDate::new(2026, month, day).unwrap();
    let on = |month, day| weekday_date(lang, day_of(month, day), day_of(11, 23));
    let moment = |month, day, text| date_and_time(lang, PlainDateTime { date: day_of(month, day), time: clock(text) });
    let range = |opens, closes| time_range(lang, clock(opens), clock(closes));
    let days = |days: &[Weekday]| weekdays(lang, days.iter().fold(Weekdays::default(), |set, day| set.with(*day)));
    // A line of its own begins with a capital.
    let line = |days: String| days.replacen("dydd", "Dydd", 1);
    let counted = |phrase: &Plural, number: u64| fill(phrase.of(lang, number), &[&number.to_string()]);
    let timer = [("2", &words.days, 2), ("01", &words.hours, 1), ("02", &words.minutes, 2), ("03", &words.seconds, 3)];
    let timer = timer.map(|(digits, unit, number)| format!("{digits} {}", unit.of(lang, number))).join(" ");
    let full = |sentence: String| in_full(&sentence);
    let row = |count, total| full(fill(words.count_of_total, &[count, total, words.vaccinated]));
    let without = |groups| format!("{}, {}", row("812", "1,490"), fill(words.without_unread, &[groups]));
    let occupational_health = if lang == Lang::En { "Occupational Health" } else { "Iechyd Galwedigaethol" };
    let of_place = |label: &str| format!("{label} {occupational_health}");
    let (maternity, clinic_day) = (if lang == Lang::En { "Maternity" } else { "Mamolaeth" }, on(11, 24));
    vec![
        (&["ends", "date_at_time"], fill(words.ends, &[&moment(12, 18, "17:00")])),
        (&["starts"], fill(words.starts, &[&full_date(lang, day_of(10, 1))])),
        (&["ended_on"], fill(words.ended_on, &[&moment(12, 18, "17:00")])),
        (&["days", "hours", "minutes", "seconds"], timer),
        (&["left"], fill(words.left, &["10", words.minutes.of(lang, 10)])),
        (&["vaccinated", "count_of_total"], row("812", "1,490")),
        (&["overall"], format!("{}: {}", words.overall, words.too_few)),
        (&["leaves_out_few"], format!("{}, {}", row("812", "1,490"), words.leaves_out_few)),
        (&["without_unread"], without(if lang == Lang::En { "Group 2" } else { "Grŵp 2" })),
        (
            &["without_second"],
            format!(
                "{}, {}",
                row("1,213", "2,103"),
                fill(words.without_second, &[if lang == Lang::En { "Group 1" } else { "Grŵp 1" }])
            ),
        ),
        (&["some_groups"], without(words.some_groups)),
        (&["target_reached"], full(fill(words.target_reached, &["75%"]))),
        (&["more_to_reach"], full(fill(words.more_to_reach, &["306", "75%"]))),
        (&["points_to_reach"], fill(words.points_to_reach, &["30.1", "75%"])),
        (&["short_of"], full(fill(words.short_of, &["306", "75%"]))),
        (&["points_short_of"], full(fill(words.points_short_of, &["30.1", "75%"]))),
        (&["over_percent"], fill(words.over_percent, &["99.9%"])),
        (&["under_percent"], fill(words.under_percent, &["0.1%"])),
        (&["up_on_last_year"], full(fill(words.up_on_last_year, &["1.9"]))),
        (&["down_on_last_year"], full(fill(words.down_on_last_year, &["1.1"]))),
        (&["same_as_last_year"], in_full(words.same_as_last_year)),
        (&["gap_to"], fill(words.gap_to, &["75%"])),
        (&["as_at"], fill(words.as_at, &[&long_date(lang, day_of(11, 20))])),
        (&["open_until"], fill(words.open_until, &[&at("16:30")])),
        (&["open_until_day"], fill(words.open_until_day, &[&on(11, 25), &at("08:00")])),
        (&["opens_today"], fill(words.opens_today, &[&at("12:00")])),
        (&["opens_tomorrow"], fill(words.opens_tomorrow, &[&at("09:00")])),
        (&["opens_on"], fill(words.opens_on, &[&on(11, 27), &at("10:00")])),
        (&["closed_on"], fill(words.closed_on, &[&on(11, 27)])),
        (&["every_weeks"], counted(&words.every_weeks, 3)),
        (&["next_on"], fill(words.next_on, &[&on(12, 5)])),
        (&["from_date"], fill(words.from_date, &[&day_and_month(lang, day_of(12, 1))])),
        (&["until_date"], fill(words.until_date, &[&day_and_month(lang, day_of(12, 6))])),
        (&["call"], of_place(&fill(words.call, &["01632 960200"]))),
        (&["email"], of_place(words.email)),
        (&["map"], of_place(words.map)),
        (&["book_or_read_more"], of_place(words.book_or_read_more)),
        (&["add_to_calendar"], format!("{} {maternity}, {clinic_day}", words.add_to_calendar)),
        (&["all_times"], of_place(words.all_times)),
        (&["show_all_places"], counted(&words.show_all_places, 3)),
        (&["places_shown"], fill(words.places_shown, &["1", "9"])),
        (&["last_good"], fill(words.last_good, &[&moment(11, 23, "08:59")])),
        (&["am", "pm", "time_range"], range("08:30", "16:30")),
        (&["midday", "midnight"], range("12:00", "00:00")),
        (&["weekday_range"], line(days(&[Monday, Tuesday, Wednesday, Thursday, Friday]))),
        (&["and"], line(days(&[Tuesday, Thursday]))),
    ]
}

/// The names of all sentences, and the sentence itself where it is a text alone.
fn sentences(lang: Lang) -> Vec<(String, Option<String>)> {
    let printed = format!("{:#?}", lang.words());
    // One level in: what is further in are the forms of a plural, and the names of days and months.
    let fields = printed.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": "));
    let fields = fields.filter(|(name, _)| !name.starts_with(' '));
    let text = |value: &str| Some(value.strip_prefix('"')?.strip_suffix("\",")?.to_owned());
    fields.map(|(name, value)| (name.to_owned(), text(value))).collect()
}

#[test]
fn the_browser_tests_read_every_sentence() {
    for lang in [Lang::En, Lang::Cy] {
        let (read, in_use) = (phrases(lang), in_use(lang));
        let all = sentences(lang);
        assert!(all.len() > 60, "the sentences were not found");
        let mut expected: Vec<(String, String)> =
            in_use.iter().map(|(names, phrase)| (names.join(", "), phrase.clone())).collect();
        for (name, sentence) in all {
            match name.as_str() {
                // Tables in `words.rs` have them all.
                "weekdays" | "months" => {}
                // A language is named where the other is spoken.
                "language_name" => expected.push((
                    name,
                    (Languages::default().with(Lang::En).with(Lang::Cy).after(lang)).words().language_name.to_owned(),
                )),
                _ if in_use.iter().any(|(names, _)| names.contains(&name.as_str())) => {}
                _ => {
                    let sentence = sentence.filter(|sentence| !sentence.contains('{'));
                    let sentence = sentence.unwrap_or_else(|| panic!("{name}: how is it read?"));
                    expected.push((name, sentence));
                }
            }
        }
        let mut once = BTreeSet::new();
        for (name, phrase) in expected {
            assert!(read.contains(&phrase), "{name} is not read: {phrase}");
            assert!(once.insert(phrase.clone()), "{name}: another is read so as well: {phrase}");
        }
    }
}
