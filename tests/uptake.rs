//! Shares, gaps, and what is too few to show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::campaign::Section;
use campaign_portlet::config::{Percent, Severity};
use campaign_portlet::uptake::Figure;
use campaign_portlet::uptake::disclose::disclose;
use campaign_portlet::uptake::rule::*;
use support::fixture;

fn counts(count: u64, total: u64) -> Figure {
    Figure::Counts { count, total }
}

/// A percentage from its millionths.
fn percent(millionths: u32) -> Figure {
    Figure::Percent(Percent(millionths))
}

#[test]
fn shares_round_half_up_to_one_decimal() {
    for (figure, share_shown) in [
        (counts(2140, 4310), Share::Tenths(497)),
        (counts(446_034, 1_189_070), Share::Tenths(375)),
        (counts(12_063, 23_401), Share::Tenths(515)),
        (counts(1, 2000), Share::Tenths(1)),
        (counts(1, 3), Share::Tenths(333)),
        (counts(2, 3), Share::Tenths(667)),
        (percent(89_130_000), Share::Tenths(891)),
        (percent(49_650_000), Share::Tenths(497)),
        (percent(49_649_999), Share::Tenths(496)),
        (percent(149_999), Share::Tenths(1)),
        (percent(150_000), Share::Tenths(2)),
    ] {
        assert_eq!(share(figure), share_shown, "{figure:?}");
    }
}

#[test]
fn all_and_none_are_said_only_when_exact() {
    for (figure, share_shown) in [
        (counts(0, 500), Share::None),
        (counts(1, 2001), Share::UnderOneTenth),
        (counts(1, 2000), Share::Tenths(1)),
        (counts(1998, 2000), Share::Tenths(999)),
        (counts(1999, 2000), Share::OverLastTenth),
        (counts(500, 500), Share::All),
        (percent(0), Share::None),
        (percent(1), Share::UnderOneTenth),
        (percent(49_999), Share::UnderOneTenth),
        (percent(50_000), Share::Tenths(1)),
        (percent(99_949_999), Share::Tenths(999)),
        (percent(99_950_000), Share::OverLastTenth),
        (percent(99_999_999), Share::OverLastTenth),
        (percent(100_000_000), Share::All),
    ] {
        assert_eq!(share(figure), share_shown, "{figure:?}");
    }
}

#[test]
fn the_gap_is_the_fewest_people_who_reach_the_target() {
    let goal = Percent(75_000_000);
    assert_eq!(gap(counts(2140, 4310), goal), Gap::People(1093));
    assert_eq!(gap(counts(3232, 4310), goal), Gap::People(1));
    assert_eq!(gap(counts(3233, 4310), goal), Gap::Reached);
    assert_eq!(gap(counts(3, 4), goal), Gap::Reached);
    assert_eq!(gap(counts(0, 1), Percent(0)), Gap::Reached);
    assert_eq!(gap(counts(0, 1_000_000_000), Percent(100_000_000)), Gap::People(1_000_000_000));
}

#[test]
fn where_only_a_share_is_known_the_gap_is_in_points() {
    assert_eq!(gap(percent(42_800_000), Percent(75_000_000)), Gap::Points(322));
    // Rounded up, so that the points named are enough.
    assert_eq!(gap(percent(74_990_000), Percent(75_000_000)), Gap::Points(1));
    assert_eq!(gap(percent(74_900_000), Percent(75_000_000)), Gap::Points(1));
    assert_eq!(gap(percent(74_899_999), Percent(75_000_000)), Gap::Points(2));
    assert_eq!(gap(percent(75_000_000), Percent(75_000_000)), Gap::Reached);
}

#[test]
fn the_change_on_last_year_is_between_the_shares_as_shown() {
    assert_eq!(change(counts(446_034, 1_189_070), Percent(42_800_000)), Change::Down(53));
    assert_eq!(change(counts(497, 1000), Percent(46_500_000)), Change::Up(32));
    assert_eq!(change(percent(49_700_000), Percent(49_650_000)), Change::Same);
}

#[test]
fn the_published_figures_of_england_come_out_as_published() {
    let Some(Section::Uptake(uptake)) =
        fixture("england-2024-25").sections.into_iter().find(|section| matches!(section, Section::Uptake(_)))
    else {
        panic!("uptake")
    };
    let whole = disclose(&uptake).overall.unwrap().figure.unwrap();
    assert_eq!(share(whole), Share::Tenths(378));
    let shares: Vec<Share> =
        uptake.charts.iter().flat_map(|chart| &chart.groups).map(|group| share(group.figure)).collect();
    assert_eq!(shares, [375, 515, 494, 428, 375].map(Share::Tenths));
}

/// The paths of the warnings that percentages look like fractions.
fn fractions(uptake: &str) -> Vec<String> {
    let checked = support::checked(&format!(r#"{{"title": "T", "uptake": {uptake}}}"#));
    let problems = checked.problems.into_iter().filter(|problem| problem.message.contains("42 for 0.42"));
    problems.map(|problem| problem.path).collect()
}

#[test]
fn fractions_in_place_of_percentages_are_told() {
    let groups = |figures: &[&str]| {
        let groups: Vec<String> =
            figures.iter().enumerate().map(|(at, figure)| format!(r#"{{"name": "G{at}", {figure}}}"#)).collect();
        fractions(&format!(r#"{{"charts": [{{"title": "C", "groups": [{}]}}]}}"#, groups.join(", ")))
    };
    let told = ["uptake.charts[0].groups"];
    assert_eq!(groups(&[r#""percent": 0.531"#, r#""percent": 0.452"#, r#""percent": 0"#]), told);
    assert_eq!(groups(&[r#""percent": 1"#, r#""percent": 0.9"#]), told);
    assert_eq!(groups(&[r#""percent": 0.531, "total": 500"#]), told);
    assert_eq!(groups(&[r#""count": 531, "total": 1000, "previous": 0.42"#, r#""percent": 40"#]), told);
    for silent in [
        &[r#""percent": 0"#, r#""percent": 0"#][..],
        &[r#""percent": 0.8"#, r#""percent": 45.1"#],
        &[r#""percent": 1"#],
        &[r#""count": 5, "total": 1000, "previous": 0.4"#, r#""count": 5, "total": 10, "previous": 40"#],
        &[r#""count": 5, "total": 1000, "previous": 0"#],
    ] {
        assert_eq!(groups(silent), [""; 0], "{silent:?}");
    }
    let chart = r#""charts": [{"title": "C", "groups": [{"name": "G", "count": 50, "total": 100}]}]"#;
    let target =
        |percent: &str| fractions(&format!(r#"{{"targets": [{{"label": "L", "percent": {percent}}}], {chart}}}"#));
    assert_eq!((target("0.75"), target("0"), target("75")), (vec!["uptake.targets[0].percent".into()], vec![], vec![]));
    let overall = |percent: &str| fractions(&format!(r#"{{"overall": {{"percent": {percent}}}, {chart}}}"#));
    assert_eq!((overall("0.531"), overall("0"), overall("1")), (vec!["uptake.overall.percent".into()], vec![], vec![]));
}

#[test]
fn fractions_are_told_of_a_csv_file_too() {
    let told = |rows: &str| {
        let config = r#"{"title": "T", "uptake": {"charts": [{"title": "C", "csv": "figures.csv"}]}}"#;
        let mut campaign = support::campaign(config);
        let file = "https://trust.example/portlet/figures.csv";
        campaign.with_csv(file, &format!("name,percent\n{rows}"), &support::Host).1.len()
    };
    assert_eq!((told("A,0.531\nB,0.452\n"), told("A,0.5%\nB,0.4%\n"), told("A,0.5\nB,40\n")), (1, 0, 0));
}

/// What is told of a chart with those rows.
fn told_of(overall: &str, rows: &[&str]) -> Vec<(Severity, String)> {
    let groups: Vec<String> = rows
        .iter()
        .map(|row| {
            let [name, count, total] = row.split(' ').collect::<Vec<_>>()[..] else { panic!("{row}") };
            format!(r#"{{"name": "{name}", "count": {count}, "total": {total}}}"#)
        })
        .collect();
    let chart = format!(r#"{{"title": "C", "groups": [{}]}}"#, groups.join(","));
    let checked = support::checked(&format!(r#"{{"title": "T", "uptake": {{{overall} "charts": [{chart}]}}}}"#));
    checked.problems.into_iter().map(|problem| (problem.severity, problem.message)).collect()
}

#[test]
fn a_row_of_totals_is_told_as_it_is_taken() {
    let warnings = |messages: &[&str]| -> Vec<(Severity, String)> {
        messages.iter().map(|message| (Severity::Warning, (*message).to_owned())).collect()
    };
    let named = "\"Total\" is taken for the total, so it is the overall figure and no group; take it out";
    assert_eq!(told_of("", &["A 100 200", "B 50 120", "Total 150 320"]), warnings(&[named]));
    assert_eq!(
        told_of("", &["A 100 200", "B 50 120", "Total 160 330"]),
        warnings(&[named, "\"Total\" is 160 of 330, but the groups add up to 150 of 320; correct one of them"])
    );
    let overall = r#""overall": {"count": 170, "total": 340},"#;
    assert_eq!(
        told_of(overall, &["A 100 200", "B 50 120", "Total 150 320"]),
        warnings(&[
            named,
            "overall is 170 of 340, but the row of totals of the first chart says 150 of 320; correct one of them"
        ])
    );
    let summed = "\"A\" has the figures of all others together, so it is taken for the total and is no group; take it out, or \
                  keep it by adding a row \"Total\" for all";
    assert_eq!(told_of("", &["A 100 200", "B 60 120", "C 40 80"]), warnings(&[summed]));
    // As that says.
    assert_eq!(told_of("", &["A 100 200", "B 60 120", "C 40 80", "Total 200 400"]), warnings(&[named]));
    // Without a row that was left out there is no sum to compare with.
    assert_eq!(
        told_of("", &["A 100 200", "B 50 120", "A 60 130", "Total 150 450"]),
        [
            (
                Severity::Error,
                "\"A\" is in the list twice, so the second is left out; take one out, or give it another name"
                    .to_owned()
            ),
            (Severity::Warning, named.to_owned())
        ]
    );
}
