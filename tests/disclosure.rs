//! What may be shown: an attacker who knows how many people each group has, and the rules, works out no hidden row.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::campaign::Section;
use campaign_portlet::config::{Percent, Text};
use campaign_portlet::uptake::disclose::{Disclosed, disclose};
use campaign_portlet::uptake::{Chart, Figure, Group, Order, Uptake};
use campaign_portlet::words::Lang;
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{campaign, checked, json_files};

const SMALL: u64 = 7;

fn counts(count: u64, total: u64) -> Figure {
    Figure::Counts { count, total }
}

fn group(name: &str, figure: Figure) -> Group {
    Group { name: Text::default().with(Lang::En, name.into()), figure, previous: None }
}

fn chart(rows: &[(u64, u64)]) -> Chart {
    let groups = rows.iter().enumerate();
    Chart {
        title: Text::default(),
        order: Order::Given,
        groups: groups.map(|(index, (count, total))| group(&format!("G{index}"), counts(*count, *total))).collect(),
        csv: None,
        whole: None,
        left_out: Vec::new(),
        twice: Vec::new(),
    }
}

fn uptake(overall: Option<Figure>, charts: &[&[(u64, u64)]]) -> Uptake {
    let (heading, measure, as_of, source, targets) = (None, None, None, None, Vec::new());
    let charts = charts.iter().map(|rows| chart(rows)).collect();
    Uptake { heading, measure, as_of, source, targets, overall, previous: None, small_numbers: SMALL, charts }
}

/// The headline, and whether it leaves groups out.
fn headline(uptake: &Uptake) -> Option<(Option<Figure>, bool)> {
    disclose(uptake).overall.map(|overall| (overall.figure, overall.leaves_out_few))
}

fn is_hidden(uptake: &Uptake) -> Vec<Vec<bool>> {
    let charts = disclose(uptake).charts;
    charts.iter().map(|rows| rows.iter().map(|row| row.figure.is_none()).collect()).collect()
}

#[test]
fn few_people_on_either_side_are_hidden() {
    for (count, total, expected) in [
        (0, 22, false),
        (1, 100, true),
        (7, 100, true),
        (8, 100, false),
        (92, 100, false),
        (93, 100, true),
        (99, 100, true),
        // All or none of so few tells of each.
        (12, 12, true),
        (0, 21, true),
        (21, 21, true),
        (22, 22, false),
        (403, 403, false),
    ] {
        let mut section = uptake(None, &[&[(count, total)]]);
        assert_eq!(is_hidden(&section), [[expected]], "{count} of {total}");
        section.small_numbers = 0;
        assert_eq!(is_hidden(&section), [[false]], "0 turns it off");
    }
    // Of a share alone nobody can tell how many people it is; a number beside it tells.
    let with = |figure| {
        is_hidden(&Uptake {
            charts: vec![Chart { groups: vec![group("A", figure)], ..chart(&[]) }],
            ..uptake(None, &[])
        })
    };
    assert_eq!(with(Figure::Percent(Percent(1_000_000))), [[false]]);
    assert_eq!(with(Figure::PercentOf { percent: Percent(91_700_000), count: 11, total: 12 }), [[true]]);
}

#[test]
fn a_number_beside_a_percentage_counts() {
    for fields in [r#""total": 12, "percent": 91.7"#, r#""count": 3, "percent": 7.5"#] {
        let config = format!(
            r#"{{ "title": "T", "uptake": {{ "charts": [{{ "title": "C", "groups": [{{ "name": "Board", {fields} }}] }}] }} }}"#
        );
        let campaign = checked(&config).campaign.unwrap();
        let [Section::Uptake(uptake)] = campaign.sections.as_slice() else { panic!("{fields}") };
        assert_eq!(is_hidden(uptake), [[true]], "{fields}");
    }
}

/// Reports and spreadsheets end in such a row: it doubles the whole, and tells what is hidden.
#[test]
fn a_row_of_totals_is_the_overall_figure_and_no_group() {
    for (rows, groups, headline) in [
        (r#"["Nurses", 800, 1000], ["Pharmacists", 3, 40], ["Total", 803, 1040]"#, 2, counts(800, 1000)),
        (r#"["Nurses", 800, 1000], ["Doctors", 100, 400], ["Grand total", 900, 1400]"#, 2, counts(900, 1400)),
        (r#"["TOTAL:", 950, 1500], ["Nurses", 800, 1000], ["Doctors", 100, 400]"#, 2, counts(950, 1500)),
        (r#"["Nurses", 800, 1000], ["Doctors", 100, 400], ["Everyone here", 900, 1400]"#, 2, counts(900, 1400)),
        (r#"["Nurses", 800, 1000], ["Doctors", 100, 400], ["Porters", 90, 300]"#, 3, counts(990, 1700)),
        (r#"["All staff", 800, 1000]"#, 1, counts(800, 1000)),
        (
            r#"["A", 100, 200], ["B", 50, 120], ["Sub-total", 150, 320], ["C", 60, 130], ["D", 70, 140], ["Subtotal South", 130, 270]"#,
            4,
            counts(280, 590),
        ),
        (
            r#"["A", 100, 200], ["B", 50, 120], ["North Total", 150, 320], ["C", 60, 130], ["D", 70, 140], ["South total:", 130, 270], ["Grand Total", 280, 590]"#,
            4,
            counts(280, 590),
        ),
        (r#"["A", 100, 200], ["B", 50, 120], ["Cyfanswm Gogledd", 150, 320], ["C", 60, 130]"#, 3, counts(210, 450)),
        (r#"["Total communications", 100, 200], ["Substance misuse", 50, 120]"#, 2, counts(150, 320)),
        (
            r#"["A", 100, 200], ["B", 50, 120], ["C", 3, 40], ["SUB TOTAL North", 153, 360], ["D", 60, 130], ["E", 70, 140], ["Total", 283, 630]"#,
            5,
            counts(280, 590),
        ),
    ] {
        let rows: Vec<(String, u64, u64)> = serde_json::from_str(&format!("[{rows}]")).unwrap();
        let list: Vec<_> = (rows.iter())
            .map(|(name, count, total)| serde_json::json!({ "name": name, "count": count, "total": total }))
            .collect();
        let config = serde_json::json!({ "title": "T", "uptake": { "charts": [{ "title": "C", "groups": list }] } });
        let campaign = checked(&config.to_string()).campaign.unwrap();
        let [Section::Uptake(uptake)] = campaign.sections.as_slice() else { panic!("uptake") };
        assert_eq!(uptake.charts[0].groups.len(), groups, "{rows:?}");
        assert_eq!(disclose(uptake).overall.unwrap().figure, Some(headline), "{rows:?}");
    }
}

#[test]
fn the_headline_is_never_lost_to_one_small_group() {
    // The sum of all would give 5 of 38 away: it is that of the others, and says so.
    assert_eq!(headline(&uptake(None, &[&[(100, 200), (5, 38)]])), Some((Some(counts(100, 200)), true)));
    assert_eq!(
        headline(&uptake(Some(counts(105, 238)), &[&[(100, 200), (5, 38)]])),
        Some((Some(counts(100, 200)), true))
    );
    // Two hidden rows of 10 people together, of whom each can have 3 to 7.
    assert_eq!(headline(&uptake(None, &[&[(100, 200), (5, 38), (5, 60)]])), Some((Some(counts(110, 298)), false)));
    // At the bounds there is one answer, and 2 and 3 are still only 5.
    for rows in [[(300, 400), (7, 50), (7, 60)], [(300, 400), (2, 38), (3, 60)]] {
        assert_eq!(headline(&uptake(None, &[&rows])), Some((Some(counts(300, 400)), true)), "{rows:?}");
    }
    // The remainder is a row, also where none is hidden; and covers a hidden row where it has enough other people.
    assert_eq!(headline(&uptake(Some(counts(1146, 1514)), &[&[(1143, 1502)]])), Some((Some(counts(1143, 1502)), true)));
    let covered = uptake(Some(counts(2000, 4000)), &[&[(890, 1800), (5, 40)]]);
    assert_eq!(headline(&covered), Some((Some(counts(2000, 4000)), false)));
    // A percentage is held to the same.
    let percent = uptake(Some(Figure::Percent(Percent(46_100_000))), &[&[(200, 400), (3, 40)]]);
    assert_eq!(headline(&percent), Some((Some(counts(200, 400)), true)));
    // Where no row can be shown there is nothing left to say.
    assert_eq!(headline(&uptake(None, &[&[(3, 40)]])), Some((None, false)));
    assert_eq!(headline(&uptake(Some(counts(3, 900)), &[])), Some((None, false)));
}

#[test]
fn nothing_is_hidden_without_a_small_row() {
    let section = uptake(Some(counts(2140, 4310)), &[&[(1000, 2000), (1140, 2310)], &[(500, 1000), (1640, 3310)]]);
    assert_eq!(headline(&section), Some((Some(counts(2140, 4310)), false)));
    assert!(is_hidden(&section).concat().iter().all(|hidden| !hidden));
}

#[test]
fn charts_of_the_same_people_give_nothing_away_together() {
    // The second chart's sum less Nurses is the Board: 3 of 40. The next smallest row goes as well.
    let section = uptake(None, &[&[(200, 400), (3, 40), (100, 200)], &[(150, 300), (153, 340)]]);
    assert_eq!(is_hidden(&section), [vec![false, true, true], vec![false, false]]);
    // Two hidden rows of 5 people together below an overall figure that is known.
    let section = uptake(Some(counts(405, 798)), &[&[(205, 400), (200, 398)], &[(400, 700), (2, 38), (3, 60)]]);
    assert_eq!(is_hidden(&section)[1], [true, true, true]);
}

#[test]
fn charts_that_share_rows_or_people_give_nothing_away_together() {
    let hidden = |charts: &[&[(u64, u64)]]| is_hidden(&uptake(None, charts));
    let [a, b, small] = [(100, 200), (50, 120), (3, 40)];
    // A row that another chart has as well protects nothing, though it is the next smallest.
    assert_eq!(hidden(&[&[a, b, small], &[(103, 240), b]]), [vec![true, false, true], vec![false, false]]);
    assert_eq!(hidden(&[&[a, b, small], &[(53, 120), b, (50, 120)]]), [vec![true, false, true], vec![false; 3]]);
    // Where there is no other, nothing of these people is shown anywhere.
    assert_eq!(hidden(&[&[b, small], &[b, small]]), [[true, true], [true, true]]);
    // A chart splits a row of another.
    assert_eq!(hidden(&[&[a, (53, 160)], &[b, small]]), [vec![false, false], vec![true, true]]);
    assert_eq!(hidden(&[&[a, (103, 240)], &[b, (50, 80), small]]), [vec![false, false], vec![false, true, true]]);
    // A chart has all people, and the other lacks few of them: they could not be read, or are in no row.
    assert_eq!(hidden(&[&[a, b], &[(103, 220), (50, 140)]]), [vec![false, true], vec![false, false]]);
    assert_eq!(headline(&uptake(None, &[&[a, b], &[(103, 220), (50, 140)]])), Some((Some(counts(100, 200)), true)));
    assert_eq!(hidden(&[&[(103, 220), (50, 140)], &[a, b]]), [vec![false, false], vec![false, true]]);
    // Others are other people.
    assert_eq!(hidden(&[&[a, b], &[(300, 600), (200, 500)]]), [vec![false, false], vec![false, false]]);
}

#[test]
fn last_years_share_does_not_tell_either() {
    let mut section = uptake(None, &[&[(20, 40), (500, 1000)]]);
    for group in &mut section.charts[0].groups {
        group.previous = Some(Percent(2_500_000));
    }
    let previous: Vec<_> = disclose(&section).charts[0].iter().map(|row| row.previous.is_some()).collect();
    assert_eq!(previous, [false, true]);
}

#[test]
fn last_years_headline_does_not_tell_either() {
    // Its share, and those of the groups, where they are known.
    let shown = |rows: &[(u64, u64)], overall: Option<Figure>, previous: u32, groups: &[Option<u32>]| {
        let mut section = uptake(overall, &[rows]);
        section.previous = Some(Percent(previous * 1_000_000));
        for (group, previous) in section.charts[0].groups.iter_mut().zip(groups) {
            group.previous = previous.map(|percent| Percent(percent * 1_000_000));
        }
        disclose(&section).overall.unwrap().previous.is_some()
    };
    let rows = [(300, 600), (200, 400)];
    assert!(shown(&rows, None, 40, &[None, None]));
    assert!(shown(&rows, None, 40, &[Some(42), Some(37)]));
    assert!(shown(&rows, Some(counts(700, 1400)), 40, &[Some(42), Some(37)]));
    // The other group's would follow.
    assert!(!shown(&rows, None, 40, &[Some(42), None]));
    // It tells of few itself, or one of a group's does and is not shown.
    assert!(!shown(&[(30, 60), (20, 40)], None, 5, &[None, None]));
    assert!(!shown(&rows, None, 40, &[Some(42), Some(1)]));
    // A row is hidden, whatever becomes of the headline.
    assert!(!shown(&[(300, 600), (200, 400), (3, 40)], None, 40, &[None, None, None]));
    assert!(!shown(&[(300, 600), (200, 400), (3, 40)], Some(counts(900, 2000)), 40, &[None, None, None]));
    // Nothing is few where that is turned off; the others still follow, and may.
    let mut section = uptake(None, &[&[(3, 40), (200, 400)]]);
    (section.previous, section.small_numbers) = (Some(Percent(1_000_000)), 0);
    assert!(disclose(&section).overall.unwrap().previous.is_some());
}

#[test]
fn last_years_headline_stands_beside_the_sum_as_well() {
    let config = |overall: &str| {
        format!(
            r#"{{ "title": "T", "uptake": {{ "overall": {overall}, "charts": [{{ "title": "C", "groups": [{{ "name": "A", "count": 300, "total": 600 }}] }}] }} }}"#
        )
    };
    for (overall, figure, problems) in [
        (r#"{ "previous": 40 }"#, counts(300, 600), 0),
        (r#"{ "count": 400, "total": 700, "previous": 40 }"#, counts(400, 700), 0),
        // Half a figure is no figure.
        (r#"{ "count": 400, "previous": 40 }"#, counts(300, 600), 1),
        (r#"{ "previous": 0.4 }"#, counts(300, 600), 1),
    ] {
        let checked = checked(&config(overall));
        assert_eq!(checked.problems.len(), problems, "{:?}", checked.problems);
        let campaign = checked.campaign.unwrap();
        let [Section::Uptake(uptake)] = campaign.sections.as_slice() else { panic!("{overall}") };
        let headline = disclose(uptake).overall.unwrap();
        assert_eq!(headline.figure, Some(figure));
        assert!(headline.previous.is_some() || overall.contains("0.4"));
    }
    assert_eq!(checked(&config("{}")).problems.len(), 1);
}

#[test]
fn ordered_charts_end_with_what_is_hidden() {
    let mut section = uptake(None, &[&[(90, 100), (2, 100), (105, 1000), (50, 100)]]);
    let mut names = |order| {
        section.charts[0].order = order;
        let rows = disclose(&section).charts.remove(0);
        rows.iter().map(|row| row.name.get(Lang::En).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(Order::LowestFirst), ["G2", "G3", "G0", "G1"]);
    assert_eq!(names(Order::HighestFirst), ["G0", "G3", "G2", "G1"]);
    assert_eq!(names(Order::Given), ["G0", "G1", "G2", "G3"]);
}

/// All values that a hidden row can have, for an attacker who knows which rows are hidden for their own sake.
fn possible(total: u64, is_sensitive: bool) -> Vec<u64> {
    (0..=total).filter(|count| !is_sensitive || is_few(*count, total)).collect()
}

fn is_few(count: u64, total: u64) -> bool {
    let few = |people: u64| (1..=SMALL).contains(&people);
    few(count) || few(total - count) || (count == 0 || count == total) && total <= 3 * SMALL
}

/// Which sums the rows can have.
fn sums(rows: &[Vec<u64>]) -> BTreeSet<u64> {
    rows.iter().fold(BTreeSet::from([0]), |sums, values| {
        sums.iter().flat_map(|sum| values.iter().map(move |value| sum + value)).collect()
    })
}

/// What of one chart an attacker sees: the rows that are shown, their sum, and what each other row can be.
#[derive(Clone)]
struct Seen {
    rows: Vec<(u64, u64)>,
    shown: u64,
    total: u64,
    hidden: Vec<Vec<u64>>,
    truth: Vec<(u64, u64, bool)>,
}

impl Seen {
    /// Which sums all its rows can have.
    fn sums(&self) -> BTreeSet<u64> {
        sums(&self.hidden).into_iter().map(|sum| sum + self.shown).collect()
    }

    /// Which they have.
    fn count(&self) -> u64 {
        self.shown + self.truth.iter().map(|(count, ..)| count).sum::<u64>()
    }
}

fn seen(chart: &Chart, hidden: &[bool]) -> Seen {
    let (mut rows, mut shown, mut total, mut values, mut truth) = (Vec::new(), 0, 0, Vec::new(), Vec::new());
    for (group, hidden) in chart.groups.iter().zip(hidden) {
        let Figure::Counts { count, total: people } = group.figure else { panic!("counts") };
        total += people;
        if *hidden {
            let is_sensitive = is_few(count, people);
            values.push(possible(people, is_sensitive));
            truth.push((count, people, is_sensitive));
        } else {
            shown += count;
            rows.push((count, people));
        }
    }
    Seen { rows, shown, total, hidden: values, truth }
}

/// Narrows what is possible by all that the page says together; tells what it gives away.
fn attack(uptake: &Uptake) -> Result<(), String> {
    let Disclosed { overall, .. } = disclose(uptake);
    let hidden = is_hidden(uptake);
    let mut charts: Vec<Seen> = uptake.charts.iter().zip(&hidden).map(|(chart, hidden)| seen(chart, hidden)).collect();
    // All numbers of people that the whole may have, by the headline and by every chart of the same people.
    let whole = overall.and_then(|overall| match overall.figure {
        Some(Figure::Counts { count, total }) if !overall.leaves_out_few => Some((count, total)),
        _ => None,
    });
    for (index, chart) in charts.iter().enumerate() {
        for (count, people, _) in &chart.truth {
            let is_shown = |(other, seen): (usize, &Seen)| other != index && seen.rows.contains(&(*count, *people));
            if charts.iter().enumerate().any(is_shown) {
                return Err(format!("{count} of {people}, hidden in chart {index}, is shown in another"));
            }
        }
    }
    for chart in &mut charts {
        // The people who are in no row are one more row, of whom the page says nothing.
        if let Some((count, total)) = whole.filter(|(_, total)| *total > chart.total) {
            let (in_rows, people) =
                (chart.shown + chart.truth.iter().map(|(count, ..)| count).sum::<u64>(), total - chart.total);
            chart.total = total;
            chart.hidden.push(possible(people, false));
            chart.truth.push((count - in_rows, people, is_few(count - in_rows, people)));
        }
    }
    for (index, chart) in charts.iter().enumerate() {
        let others = || charts.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
        let mut known: Option<BTreeSet<u64>> =
            whole.filter(|(_, total)| *total == chart.total).map(|(count, _)| BTreeSet::from([count]));
        let mut learn = |also: BTreeSet<u64>| {
            known = Some(known.take().map_or(also.clone(), |known| known.intersection(&also).copied().collect()));
        };
        for other in others() {
            if other.total == chart.total {
                learn(other.sums());
            }
            // A row that this chart splits.
            for (count, people) in &other.rows {
                if *people == chart.total && *count == chart.count() {
                    learn(BTreeSet::from([*count]));
                }
            }
        }
        tells(index, chart, known.as_ref())?;
        for other in others().filter(|other| other.total > chart.total && other.count() >= chart.count()) {
            // Of all or none nothing can be hidden, in whatever part of them. Where a chart shows nothing, nobody knows that it is a part.
            if other.count() == 0 || other.count() == other.total || chart.rows.is_empty() {
                continue;
            }
            let (count, people) = (other.count() - chart.count(), other.total - chart.total);
            // What another chart hides, this one's remainder is unknown by.
            if count <= people && is_few(count, people) && other.sums().len() == 1 {
                let mut with_few = Seen { total: other.total, ..chart.clone() };
                // Nobody knows that they are few; and that they are is what must not be known.
                with_few.hidden.push(possible(people, false));
                with_few.truth.push((count, people, true));
                tells(index, &with_few, Some(&other.sums()))?;
            }
        }
    }
    Ok(())
}

/// What a chart gives away to one who knows which sums it can have.
fn tells(index: usize, chart: &Seen, known: Option<&BTreeSet<u64>>) -> Result<(), String> {
    for (row, (count, people, is_sensitive)) in chart.truth.iter().enumerate() {
        if !is_sensitive {
            continue;
        }
        let others: Vec<Vec<u64>> = chart
            .hidden
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != row)
            .map(|(_, values)| values.clone())
            .collect();
        let others = sums(&others);
        let is_possible = |value: &u64| match known {
            None => true,
            Some(known) => known
                .iter()
                .any(|whole| whole.checked_sub(chart.shown + value).is_some_and(|rest| others.contains(&rest))),
        };
        let values = chart.hidden[row].iter().filter(|value| is_possible(value)).count();
        let least = chart.hidden[row].len().min(3);
        if values < least {
            return Err(format!("{count} of {people} in chart {index} can have {values} values"));
        }
    }
    let sum: u64 = chart.truth.iter().map(|(count, ..)| count).sum();
    let rest: u64 = chart.truth.iter().map(|(count, people, _)| people - count).sum();
    let is_known = known.is_some_and(|known| known.len() == 1);
    let any_sensitive = chart.truth.iter().any(|(.., is_sensitive)| *is_sensitive);
    if is_known && !chart.rows.is_empty() && any_sensitive && (sum <= SMALL || rest <= SMALL) {
        return Err(format!("the hidden rows of chart {index} are {sum} and {rest} people together"));
    }
    Ok(())
}

/// A group: often small, sometimes all or none.
fn row() -> impl Strategy<Value = (u64, u64)> {
    let total = prop_oneof![3 => 1..60_u64, 2 => 20..300_u64];
    total.prop_flat_map(|total| {
        prop_oneof![4 => 0..=total, 1 => Just(0), 1 => Just(total), 2 => 0..=total.min(9)]
            .prop_map(move |count| (count, total))
    })
}

/// The same people in other groups: their number is cut anew, and those who are counted spread over them, at random.
fn regrouped(rows: &[(u64, u64)], cuts: &[(u16, u16)]) -> Vec<(u64, u64)> {
    let (mut count, mut total) = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    let part = |all: u64, at: u16| all * u64::from(at) / u64::from(u16::MAX);
    let mut groups = Vec::new();
    for (size, share) in cuts {
        let size = part(total, *size);
        if size > 0 && size < total {
            let one = part(count, *share).clamp(count.saturating_sub(total - size), count.min(size));
            groups.push((one, size));
            (count, total) = (count - one, total - size);
        }
    }
    groups.push((count, total));
    groups
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000.max(ProptestConfig::default().cases), ..ProptestConfig::default() })]

    #[test]
    fn an_attacker_works_out_no_hidden_row(
        rows in prop::collection::vec(row(), 1..6),
        cuts in prop::collection::vec(any::<(u16, u16)>(), 0..4),
        has_twin in any::<bool>(),
        split in prop::option::of(0..6_usize),
        lacks in prop::option::of(0..6_usize),
        is_given in any::<bool>(),
        others in prop_oneof![Just((0, 0)), row()],
    ) {
        let sum = rows.iter().fold(others, |sum, row| (sum.0 + row.0, sum.1 + row.1));
        let twin = regrouped(&rows, &cuts);
        let mut charts: Vec<&[(u64, u64)]> = if has_twin { vec![&rows, &twin] } else { vec![&rows] };
        // A chart of one row's people, and one that lacks a row.
        let parts = split.and_then(|index| rows.get(index)).map(|row| regrouped(&[*row], &cuts));
        charts.extend(parts.as_deref());
        let mut without = rows.clone();
        if let Some(index) = lacks.filter(|index| *index < rows.len() && rows.len() > 1) {
            without.remove(index);
            charts.push(&without);
        }
        let section = uptake(is_given.then(|| counts(sum.0, sum.1)), &charts);
        prop_assert_eq!(attack(&section), Ok(()), "{:?} {:?}", disclose(&section), section);
    }

    #[test]
    fn nothing_is_hidden_for_others_sake_alone(rows in prop::collection::vec((8..200_u64, 8..200_u64), 1..6)) {
        let rows: Vec<(u64, u64)> = rows.into_iter().map(|(count, rest)| (count, count + rest)).collect();
        let section = uptake(None, &[&rows, &rows]);
        prop_assert!(is_hidden(&section).concat().iter().all(|hidden| !hidden));
        prop_assert!(!disclose(&section).overall.unwrap().leaves_out_few);
    }
}

#[test]
fn every_example_holds() {
    for file in json_files("valid") {
        let campaign = campaign(&std::fs::read_to_string(&file).unwrap());
        for section in &campaign.sections {
            if let Section::Uptake(uptake) = section
                && uptake
                    .charts
                    .iter()
                    .flat_map(|chart| &chart.groups)
                    .all(|group| matches!(group.figure, Figure::Counts { .. }))
            {
                // Whole hospitals are too many people to try every sum of; none of them is small.
                let is_large = |group: &Group| matches!(group.figure, Figure::Counts { total, .. } if total > 5_000);
                if !uptake.charts.iter().flat_map(|chart| &chart.groups).any(is_large) {
                    assert_eq!(attack(uptake), Ok(()), "{}", file.display());
                }
            }
        }
    }
}
