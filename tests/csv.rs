//! CSV files as spreadsheets save them, right and wrong: what comes out of each, and what is said about it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use campaign_portlet::calendar::PlainTime;
use campaign_portlet::campaign::*;
use campaign_portlet::config::*;
use campaign_portlet::locations::*;
use campaign_portlet::uptake::*;
use campaign_portlet::words::Lang;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::fmt::Write;
use std::path::PathBuf;
use support::{Host, campaign, checked, decode, fixture, fixtures};

const FILE: &str = "https://trust.example/portlet/figures.csv";

fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(fixtures("csv")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    files
}

/// The groups of a chart that names a CSV file.
fn read_groups(bytes: &[u8]) -> (Vec<Group>, Vec<Problem>) {
    let config = r#"{"title": "T", "uptake": {"charts": [{"title": "C", "csv": "figures.csv"}]}}"#;
    let mut campaign = campaign(config);
    let problems = campaign.with_csv(FILE, &decode(bytes), &Host).1;
    (uptake(&campaign).charts[0].groups.clone(), problems)
}

/// The places of a section that names a CSV file.
fn read_places(bytes: &[u8]) -> (Vec<Place>, Vec<Problem>) {
    let mut campaign = campaign(r#"{"title": "T", "locations": {"csv": "figures.csv"}}"#);
    let problems = campaign.with_csv(FILE, &decode(bytes), &Host).1;
    (locations(&campaign).places.clone(), problems)
}

/// Files of sessions have names that start so.
fn has_places(path: &std::path::Path) -> bool {
    path.file_name().unwrap().to_str().unwrap().starts_with("places")
}

#[test]
fn files_say_what_they_should() {
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let told = if has_places(&path) { told_of_places(&bytes) } else { told_of_groups(&bytes) };
        support::assert_golden(&path.with_extension("txt"), &told);
    }
}

fn told_of_groups(bytes: &[u8]) -> String {
    let (groups, problems) = read_groups(bytes);
    let mut told = String::new();
    for Group { name, figure, previous } in groups {
        let share = |percent: Percent| format!("{}.{:06}%", percent.0 / 1_000_000, percent.0 % 1_000_000);
        let figure = match figure {
            Figure::Counts { count, total } => format!("{count} of {total}"),
            Figure::Percent(percent) | Figure::PercentOf { percent, .. } => share(percent),
        };
        let previous = previous.map(|percent| format!(", before {}", share(percent))).unwrap_or_default();
        writeln!(told, "{}: {figure}{previous}", name.get(Lang::En).unwrap()).unwrap();
    }
    told + &listed(&problems)
}

fn told_of_places(bytes: &[u8]) -> String {
    let (places, problems) = read_places(bytes);
    let mut told = String::new();
    for place in places {
        write!(told, "{}", place.name.get(Lang::En).unwrap()).unwrap();
        for text in [place.address, place.details].into_iter().flatten() {
            write!(told, " | {}", text.get(Lang::En).unwrap()).unwrap();
        }
        for text in [place.postcode, place.telephone, place.email, place.url, place.map].into_iter().flatten() {
            write!(told, " | {text}").unwrap();
        }
        told.push('\n');
        for session in place.sessions {
            let clock = |time: PlainTime| format!("{:02}:{:02}", time.hour(), time.minute());
            let date = session.date;
            write!(told, "  {:04}-{:02}-{:02} ", date.year(), date.month(), date.day()).unwrap();
            write!(told, "{} to {}", clock(session.opens), clock(session.closes)).unwrap();
            let details = session.details.map(|text| format!(": {}", text.get(Lang::En).unwrap())).unwrap_or_default();
            writeln!(told, "{}", details.replace('\n', "\\n")).unwrap();
        }
    }
    told + &listed(&problems)
}

fn listed(problems: &[Problem]) -> String {
    let mut lines = String::new();
    for problem in problems {
        assert_eq!(problem.file.as_deref(), Some(FILE), "{problem:?}");
        assert_eq!(problem.path, problem.place);
        lines.push_str(&support::line(problem));
    }
    lines
}

const TWO: &str = "Nurses: 2140 of 4310\nSêr “and” doctors: 45.500000%, before 40.000000%\n";

#[test]
fn every_way_to_save_a_table_means_the_same() {
    let table =
        "Name,COUNT, total ,percent,previous\r\nNurses,\"2,140\",\"4,310\",,\r\nSêr “and” doctors,,,45.5%,40\r\n";
    let semicolons = table.replace(',', ";").replace("2;140", "2,140").replace("4;310", "4,310");
    let mut ways: Vec<Vec<u8>> = Vec::new();
    for text in [table, &semicolons, &format!("sep=;\r\n{semicolons}"), &semicolons.replace(';', "\t")] {
        for line_end in ["\r\n", "\n", "\r"] {
            let text = text.replace("\r\n", line_end);
            ways.push(text.clone().into_bytes());
            ways.push(format!("\u{feff}{text}").into_bytes());
            ways.push(text.trim_end().into());
            let windows = text.chars().map(|letter| match letter {
                '“' => 0x93,
                '”' => 0x94,
                _ => u8::try_from(u32::from(letter)).unwrap(),
            });
            ways.push(windows.collect());
        }
    }
    assert_eq!(ways.len(), 48);
    for way in ways {
        assert_eq!(told_of_groups(&way), TWO, "{}", String::from_utf8_lossy(&way));
    }
}

#[test]
fn utf_16_is_told_how_to_be_saved() {
    let utf_16: Vec<u8> = "\u{feff}name,percent\r\nA,1\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let how = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)\n";
    let told = format!("error |  | the file is saved as UTF-16; {how}");
    assert_eq!(told_of_groups(&utf_16), told);
    assert_eq!(told_of_groups(&utf_16[2..]), told, "without a byte order mark");
    let swapped: Vec<u8> = utf_16.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    assert_eq!((told_of_groups(&swapped), told_of_groups(&swapped[2..])), (told.clone(), told));
}

#[test]
fn documents_are_no_text() {
    let how = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)\n";
    let told =
        format!("error |  | this is not a plain text file (perhaps a Word document, a workbook or a PDF); {how}");
    let documents: [&[u8]; 5] = [
        b"PK\x03\x04\x14\0\x06\0",
        b"PK\x03\x04",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        b"{\\rtf1\\ansi\\deff0 name,count}",
    ];
    for document in documents {
        assert_eq!(told_of_groups(document), told);
        let config = checked(&decode(document));
        assert!(
            config.problems[0].message.starts_with("this is not a plain text file"),
            "{}",
            config.problems[0].message
        );
    }
}

#[test]
fn quotes_around_whole_lines_are_told() {
    for file in ["\"name,count,total\"\n\"Nursing,2140,4310\"\n", "\"name;count;total\"\n", "\"name\tcount\ttotal\"\n"]
    {
        let told = told_of_groups(file.as_bytes());
        assert_eq!(told, "error | row 1 | take away the quotation marks around whole rows\n");
    }
    // A name may have a comma, and a list of places no other column.
    assert_eq!(told_of_places(b"place\n\"Library, High Street\"\n"), "Library, High Street\n");
}

#[test]
fn blanks_before_a_quotation_mark_do_not_matter() {
    let told = told_of_groups(b"name, count, total\nNursing, \"2,140\" ,  \"4,310\"\n");
    assert_eq!(told, "Nursing: 2140 of 4310\n");
}

#[test]
fn long_files_are_read_up_to_a_limit() {
    let mut file = String::from("place,date,opens,closes\n");
    for row in 0..10_000 {
        writeln!(file, "Place {},2026-11-{:02},9am,5pm", row % 500, row / 500 + 1).unwrap();
    }
    let (places, problems) = read_places(file.as_bytes());
    assert_eq!((places.len(), places[499].sessions.len(), problems.len()), (500, 20, 0));
    file.push_str("One more,,,\nAnd one,,,\n");
    let (places, problems) = read_places(file.as_bytes());
    assert_eq!((places.len(), problems.len(), &*problems[0].path), (500, 1, "row 10002"));
}

#[test]
fn long_cells_and_long_lists_of_problems_are_cut() {
    let file = format!("place,telephone\n{},1\n", "é".repeat(2_001));
    let (places, problems) = read_places(file.as_bytes());
    assert_eq!(places[0].name.get(Lang::En).unwrap().chars().count(), 2_000);
    assert_eq!(problems[0].path, "row 2, column place");
    let (groups, problems) = read_groups(format!("name,percent\n{}", "A,x\n".repeat(250)).as_bytes());
    let mut told = Vec::new();
    tell(&problems, &mut |problem| told.push(problem.message.clone()));
    assert_eq!((groups.len(), told.len()), (0, 101));
    assert_eq!(told[100], "and 150 more problems; fix these first");
}

fn uptake(campaign: &Campaign) -> &Uptake {
    let found = campaign.sections.iter().find_map(|section| match section {
        Section::Uptake(uptake) => Some(uptake),
        _ => None,
    });
    found.unwrap()
}

fn locations(campaign: &Campaign) -> &Locations {
    let found = campaign.sections.iter().find_map(|section| match section {
        Section::Locations(locations) => Some(locations),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn the_example_has_no_problems() {
    let mut campaign = fixture("csv");
    let links = campaign.csv_links();
    assert_eq!(
        links.iter().map(|link| &**link).collect::<Vec<_>>(),
        [FILE, "https://trust.example/portlet/sessions.csv"]
    );
    for link in links {
        let text = std::fs::read_to_string(fixtures("valid").join(link.rsplit('/').next().unwrap())).unwrap();
        assert_eq!(campaign.with_csv(&link, &text, &Host).1, []);
    }
    assert!(uptake(&campaign).charts[0].groups.len() > 4);
    let places = &locations(&campaign).places;
    assert!(places.len() > 3 && places.iter().any(|place| place.sessions.len() > 1));
}

#[test]
fn rows_replace_the_groups_of_every_chart_that_names_the_file() {
    let config = r#"{"title": "T", "uptake": {"overall": {"count": 5, "total": 10}, "charts": [
        {"title": "A", "csv": "figures.csv"}, {"title": "B", "csv": "figures.csv", "groups": [{"name": "G", "percent": 1}]},
        {"title": "C", "groups": [{"name": "G", "percent": 1}]}]}}"#;
    let mut campaign = checked(config).campaign.unwrap();
    assert_eq!(campaign.csv_links().len(), 1);
    let before = campaign.sections.clone();
    assert_eq!(campaign.with_csv("https://trust.example/other.csv", "", &Host).1, []);
    for useless in ["", "name,percent", "name,percent\nA,x", "<html>"] {
        assert_eq!(campaign.with_csv(FILE, useless, &Host).1.len(), 1, "{useless}");
        assert!(campaign.sections == before, "{useless}");
    }
    let problems = campaign.with_csv(FILE, "name,count,total\nX,6,8\n", &Host).1;
    let names: Vec<&str> =
        uptake(&campaign).charts.iter().map(|chart| chart.groups[0].name.get(Lang::En).unwrap()).collect();
    assert_eq!(names, ["X", "X", "G"]);
    // Told of the config, which it stands in, and once.
    let paths: Vec<(Option<&str>, &str)> = problems.iter().map(|told| (told.file.as_deref(), &*told.path)).collect();
    assert_eq!(paths, [(None, "uptake.overall.count")]);
}

#[test]
fn sessions_stand_beside_those_of_the_config() {
    let mut campaign = campaign(
        r#"{"title": {"en": "E", "cy": "C"}, "lang": "cy", "locations": {"csv": "figures.csv", "places": [
            {"name": {"en": "Hall", "cy": "Neuadd"}, "telephone": "1",
             "sessions": [{"date": "2026-11-01", "opens": "09:00", "closes": "10:00"}]}]}}"#,
    );
    let rows = "place,date,opens,closes,telephone,postcode\nneuadd,2/11/2026,9am,5pm,2,LL1 1AA\nHALL,3/11/2026,9am,5pm,,\nArall,,,,,\n";
    let problems = campaign.with_csv(FILE, rows, &Host).1;
    let paths: Vec<&str> = problems.iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["row 2, column telephone"]);
    let [hall, other] = &locations(&campaign).places[..] else { panic!() };
    assert_eq!(
        (hall.sessions.len(), hall.telephone.as_deref(), hall.postcode.as_deref()),
        (3, Some("1"), Some("LL1 1AA"))
    );
    assert_eq!((other.name.get(Lang::Cy), other.sessions.len()), (Some("Arall"), 0));
}

/// What holds for every file.
fn holds(bytes: &[u8]) {
    let (groups, problems) = read_groups(bytes);
    sound(bytes, groups.is_empty(), &problems);
    for group in groups {
        assert!(!group.name.get(Lang::En).unwrap().trim().is_empty());
        match group.figure {
            Figure::Counts { count, total } => assert!(count <= total && (1..=MOST_PEOPLE).contains(&total)),
            Figure::Percent(percent) | Figure::PercentOf { percent, .. } => assert!(percent.0 <= 100_000_000),
        }
    }
    let (places, problems) = read_places(bytes);
    sound(bytes, places.is_empty(), &problems);
    for (index, place) in places.iter().enumerate() {
        assert!(places[..index].iter().all(|other| other.name != place.name));
    }
}

fn sound(bytes: &[u8], is_empty: bool, problems: &[Problem]) {
    for problem in problems {
        assert!(!problem.message.contains(['\n', '\r']) && !problem.path.contains(['\n', '\r']), "{problem:?}");
        assert_eq!(problem.file.as_deref(), Some(FILE));
    }
    let has_error = problems.iter().any(|problem| problem.severity == Severity::Error);
    assert!(has_error || !is_empty, "nothing is said of {:?}", String::from_utf8_lossy(bytes));
}

/// What fails is written down beside this file, and tried first from then on: commit it.
fn keeping() -> ProptestConfig {
    let kept = FileFailurePersistence::WithSource("proptest-regressions");
    ProptestConfig { cases: 1000, failure_persistence: Some(Box::new(kept)), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(keeping())]

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>()) {
        holds(&bytes);
    }

    #[test]
    fn any_rows(
        header in prop::sample::select(vec!["name,count,total,percent,previous", "place,date,opens,closes,details,url,place"]),
        rows in "([a-c0-9/:.%\" -]{0,6}[,\n]|45%|\"2,140\"|23/11/2026,6pm,midnight){0,20}",
    ) {
        holds(format!("{header}\n{rows}").as_bytes());
    }

    #[test]
    fn files_with_bytes_changed(
        which in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let files = files();
        let mut bytes = std::fs::read(which.get(&files)).unwrap();
        for (at, byte) in flips {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        holds(&bytes);
    }

    #[test]
    fn counts_are_read_as_they_are_shown(count in 0..=MOST_PEOPLE, more in 0..1000_u64) {
        let total = (count + more).clamp(1, MOST_PEOPLE);
        let shown = |number: u64| {
            let digits = number.to_string();
            let mut shown = String::new();
            for (index, digit) in digits.char_indices() {
                if index > 0 && (digits.len() - index).is_multiple_of(3) {
                    shown.push(',');
                }
                shown.push(digit);
            }
            shown
        };
        let file = format!("name;count;total\nA;{};{}\nB;{count};{total}\n", shown(count), shown(total));
        let (groups, problems) = read_groups(file.as_bytes());
        prop_assert_eq!(problems, []);
        let figures: Vec<Figure> = groups.iter().map(|group| group.figure).collect();
        prop_assert_eq!(figures, [Figure::Counts { count, total }; 2]);
    }
}

#[test]
fn a_damaged_file_is_unusable_and_one_without_some_rows_is_used_in_part() {
    let usability = |text: &str| {
        let mut campaign = campaign(
            r#"{"title": "T", "uptake": {"charts": [{"title": "C", "csv": "figures.csv"}]}, "locations": {"csv": "figures.csv"}}"#,
        );
        let locations = text.contains("place,");
        campaign.sections.retain(|section| matches!(section, Section::Locations(_)) == locations);
        campaign.with_csv(FILE, text, &Host).0
    };
    for (text, expected) in [
        ("name,count,total\nA,10,20\nB,30,40\n", Usability::Used),
        ("name,count,total,previous\nA,10,20,x\nB,30,40,\n", Usability::Used),
        ("name,count,total\nA,#REF!,20\nB,30,40\n", Usability::Partly),
        ("name,count,total\nA,10,20\nA,30,40\n", Usability::Partly),
        ("name,count,total,,\nA,12,140,24,310\nB,30,40\n", Usability::Partly),
        ("name,count,total\nA,#REF!,1000\nB,#REF!,4310\n", Usability::Unusable),
        ("name,count,total\nA,10,20\n\"B,30,40\nC,50,60\n", Usability::Unusable),
        ("name,count,total\n\"A,10,20\n\"B\",30,40\nC,50,60\n", Usability::Unusable),
        ("<html>", Usability::Unusable),
        ("count,total,name\n10,20,\"A\n30,40,B\"\n50,60,C\n", Usability::Unusable),
        // Another column may stand first, and go over two lines.
        ("details,place,date,opens,closes\n\"Two\nlines\",A,2026-11-24,9am,5pm\n", Usability::Used),
        ("place,date,opens,closes\nA,2026-11-24,9am,5pm\n", Usability::Used),
        ("place,date,opens,closes\nA,2026-11-24,9am,5pm\nB,soon,9am,5pm\n", Usability::Partly),
        ("place,date,opens,closes\nA,soon,9am,5pm\n", Usability::Unusable),
    ] {
        assert_eq!(usability(text), expected, "{text}");
    }
}

#[test]
fn a_number_below_a_blank_header_is_as_bad_as_one_beyond_the_last() {
    let (groups, problems) =
        read_groups(b"name,count,total,,\nNursing,12,140,24,310\nMedical,30,40,,\nEstates,5,9,checked,\n");
    assert_eq!(
        groups.iter().map(|group| group.name.get(Lang::En).unwrap()).collect::<Vec<_>>(),
        ["Medical", "Estates"]
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn what_cannot_be_seen_makes_no_other_column_value_or_name() {
    let (groups, problems) = read_groups(
        "\u{200b}na\u{ad}me,COUNT\u{200b},\u{feff}total\u{a0}\nNurses\u{200b},\u{feff}20,4\u{ad}0\n".as_bytes(),
    );
    assert_eq!(
        (groups[0].name.get(Lang::En), groups[0].figure),
        (Some("Nurses"), Figure::Counts { count: 20, total: 40 })
    );
    assert_eq!(problems, []);
    let rows = "place,date,opens,closes
Occupational Health,23/11/2026\u{200b},9\u{a0}am,4\u{a0}pm
Occupational  Health,24/11/2026,9am,4\u{202f}pm
Occupational\u{a0}Health ,25/11/2026,9am,\u{200b}4pm
OCCUPATIONAL HEAL\u{ad}TH,26/11/2026,9am,4pm
St Helen's,26/11/2026,9am,4pm
St Helen’s,27/11/2026,9am,4pm
Tŷ Gwyn,26/11/2026,9am,4pm
TŶ GWYN,27/11/2026,9am,4pm
Ty\u{302} gwyn,28/11/2026,9am,4pm
";
    let (places, problems) = read_places(rows.as_bytes());
    let names: Vec<_> = places.iter().map(|place| (place.name.get(Lang::En).unwrap(), place.sessions.len())).collect();
    assert_eq!(names, [("Occupational Health", 4), ("St Helen's", 2), ("Tŷ Gwyn", 3)]);
    assert_eq!(problems, []);
}

#[test]
fn names_that_people_write_alike_are_the_same_in_json() {
    for (list, other) in [("St Helen’s", "St Helen's"), ("A  B", "A\u{a0}B"), ("Tŷ\u{200b}", "TŶ"), ("A\u{feff}", "a")]
    {
        let config = serde_json::json!({ "title": "T",
            "uptake": { "charts": [{ "title": "C", "groups": [
                { "name": list, "count": 10, "total": 20 }, { "name": other, "count": 10, "total": 20 }] }] },
            "locations": { "csv": "figures.csv", "places": [{ "name": list }, { "name": other }] } });
        let checked = checked(&config.to_string());
        let paths: Vec<&str> = checked.problems.iter().map(|problem| &*problem.path).collect();
        assert_eq!(paths, ["uptake.charts[0].groups[1]", "locations.places[1]"], "{list:?}");
        // Rows are of the first place with the name.
        let mut campaign = checked.campaign.unwrap();
        let rows = format!("place,date,opens,closes\n{other},26/11/2026,9am,4pm\n");
        assert_eq!(campaign.with_csv(FILE, &rows, &Host).1, []);
        let sessions: Vec<usize> = locations(&campaign).places.iter().map(|place| place.sessions.len()).collect();
        assert_eq!(sessions, [1, 0]);
    }
}

#[test]
fn one_byte_of_windows_turns_no_other() {
    let (groups, _) = read_groups(b"name,percent\nNghaer\xc5\xb5ent \x92 Peidiwch \xc3\xa2,50\n");
    assert_eq!(groups[0].name.get(Lang::En), Some("Nghaerŵent ’ Peidiwch â"));
}

/// Each of these takes minutes where names are compared pairwise.
#[test]
fn files_of_any_shape_are_read_in_time() {
    // A flat dictionary in place of a config, and headers of tens of thousands of columns.
    let fields: Vec<String> = (0..100_000).map(|id| format!("\"id{id}\":1")).collect();
    let wrong = checked(&format!("{{{}}}", fields.join(",")));
    assert!(wrong.campaign.is_none() && wrong.problems.len() == 100_001, "{}", wrong.problems.len());
    for columns in [[",".repeat(100_000), "percent,".repeat(100_000)].concat(), "place,".repeat(200_000)] {
        assert!(read_groups(format!("{columns}\nA\n").as_bytes()).0.is_empty());
    }
    // As many new places as a file may have, beside as many as a config may have.
    let places: Vec<String> = (0..80_000).map(|place| format!("{{\"name\":\"{place}\"}}")).collect();
    let config = format!(r#"{{"title":"T","locations":{{"csv":"figures.csv","places":[{}]}}}}"#, places.join(","));
    let mut campaign = campaign(&config);
    let rows: String = (0..10_000).map(|place| format!("New {place},2026-11-24,9am,5pm\n")).collect();
    assert_eq!(campaign.with_csv(FILE, &format!("place,date,opens,closes\n{rows}"), &Host).1, []);
    assert_eq!(locations(&campaign).places.len(), 90_000);
}
