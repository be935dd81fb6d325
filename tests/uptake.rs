//! Shares, gaps, and what is too few to show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::campaign::Section;
use campaign_portlet::config::{Percent, Text};
use campaign_portlet::uptake::rule::*;
use campaign_portlet::uptake::{Chart, Figure, Group, Uptake};
use campaign_portlet::words::Lang;
use support::{campaign, fixture};

fn counts(count: u64, total: u64) -> Figure {
    Figure::Counts { count, total }
}

/// A percentage from its millionths.
fn percent(millionths: u32) -> Figure {
    Figure::Percent(Percent(millionths))
}

fn uptake(fields: &str) -> Uptake {
    let campaign = campaign(&format!(r#"{{ "title": "Flu", "uptake": {{ {fields} }} }}"#));
    match campaign.sections.as_slice() {
        [Section::Uptake(uptake)] => uptake.clone(),
        other => panic!("{other:?}"),
    }
}

fn groups(figures: &[(u64, u64)]) -> Vec<Group> {
    figures
        .iter()
        .map(|(count, total)| Group { name: Text::default(), figure: counts(*count, *total), previous: None })
        .collect()
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
fn few_people_on_either_side_are_not_shown() {
    for (figure, too_few) in [
        (counts(0, 40), false),
        (counts(1, 40), true),
        (counts(7, 40), true),
        (counts(8, 40), false),
        (counts(32, 40), false),
        (counts(33, 40), true),
        (counts(39, 40), true),
        (counts(40, 40), false),
    ] {
        assert_eq!(disclose(figure, 7) == Disclosed::Suppressed, too_few, "{figure:?}");
        assert_eq!(disclose(figure, 0), Disclosed::Figure(figure), "0 turns it off");
    }
    // Of a share alone nobody can tell how many people it is.
    assert_eq!(disclose(percent(1_000_000), 7), Disclosed::Figure(percent(1_000_000)));
}

#[test]
fn the_whole_is_the_sum_of_the_first_chart_unless_it_is_given() {
    let empty = uptake(r#""charts": [{ "title": "By group", "groups": [{ "name": "A", "percent": 5 }] }]"#);
    assert_eq!(overall(&empty, &groups(&[(100, 200), (50, 300)])), Some(Disclosed::Figure(counts(150, 500))));
    let mut given = empty.clone();
    given.overall = Some(percent(50_000_000));
    assert_eq!(overall(&given, &groups(&[(100, 200)])), Some(Disclosed::Figure(percent(50_000_000))));
    let mut mixed = groups(&[(100, 200)]);
    mixed.push(Group { name: Text::default(), figure: percent(1), previous: None });
    assert_eq!(overall(&empty, &mixed), None, "a share cannot be summed");
    assert_eq!(overall(&empty, &[]), None);
}

#[test]
fn the_whole_is_hidden_where_it_would_give_a_hidden_row_away() {
    let mut section = uptake(r#""charts": [{ "title": "By group", "groups": [{ "name": "A", "percent": 5 }] }]"#);
    // 5 of 38 are hidden, and the only hidden ones: the whole less the others tells them.
    assert_eq!(overall(&section, &groups(&[(100, 200), (5, 38)])), Some(Disclosed::Suppressed));
    // Two hidden rows of which together 10 are vaccinated and many are not tell nothing of either.
    assert_eq!(overall(&section, &groups(&[(100, 200), (5, 38), (5, 60)])), Some(Disclosed::Figure(counts(110, 298))));
    // Two hidden rows of 2 and 3 are still only 5 people.
    assert_eq!(overall(&section, &groups(&[(100, 200), (2, 38), (3, 60)])), Some(Disclosed::Suppressed));
    // A whole that was given tells as much.
    section.overall = Some(counts(105, 238));
    assert_eq!(overall(&section, &groups(&[(100, 200), (5, 38)])), Some(Disclosed::Suppressed));
}

#[test]
fn ordered_charts_end_with_what_is_hidden() {
    let section = uptake(
        r#""charts": [{ "title": "By group", "order": "lowestFirst", "groups": [
            { "name": "High", "count": 90, "total": 100 },
            { "name": "Hidden", "count": 2, "total": 100 },
            { "name": "Low", "percent": 10.5 },
            { "name": "Middle", "count": 50, "total": 100 }
        ] }]"#,
    );
    fn names(chart: &Chart) -> Vec<String> {
        let ordered = ordered(chart, 7);
        ordered.into_iter().map(|group| group.name.get(Lang::En).unwrap().to_string()).collect()
    }
    let [chart] = section.charts.as_slice() else { panic!("one chart") };
    assert_eq!(names(chart), ["Low", "Middle", "High", "Hidden"]);
    let mut chart = chart.clone();
    chart.order = campaign_portlet::uptake::Order::HighestFirst;
    assert_eq!(names(&chart), ["High", "Middle", "Low", "Hidden"]);
    chart.order = campaign_portlet::uptake::Order::Given;
    assert_eq!(names(&chart), ["High", "Hidden", "Low", "Middle"]);
}

#[test]
fn the_published_figures_of_england_come_out_as_published() {
    let Some(Section::Uptake(uptake)) =
        fixture("england-2024-25").sections.into_iter().find(|section| matches!(section, Section::Uptake(_)))
    else {
        panic!("uptake")
    };
    let Some(Disclosed::Figure(whole)) = overall(&uptake, &uptake.charts.first().unwrap().groups) else {
        panic!("a figure")
    };
    assert_eq!(share(whole), Share::Tenths(378));
    let shares: Vec<Share> =
        uptake.charts.iter().flat_map(|chart| &chart.groups).map(|group| share(group.figure)).collect();
    assert_eq!(shares, [375, 515, 494, 428, 375].map(Share::Tenths));
}
