//! Draws the uptake: the figure for the whole organisation, and each chart as a table whose rows carry the bars.

use super::row::{Row, RowContext, target_percent};
use super::rule::{Disclosed, ordered, overall};
use super::{Chart, Group, Target, Uptake};
use crate::elements::{Element, el, heading, made_on, spoken, texted};
use crate::render::RenderContext;
use crate::text::sentence;
use crate::words::{Lang, fill, long_date};

/// The section.
pub(crate) fn uptake_section(uptake: &Uptake, render: RenderContext) -> Element {
    let RenderContext { lang, level, .. } = render;
    let words = lang.words();
    let measure = uptake.measure.as_ref().map_or(words.vaccinated, |measure| spoken(measure, lang).0);
    let context = RowContext { lang, measure, targets: &uptake.targets, small: uptake.small_numbers };
    let first = uptake.charts.first().map_or(&[][..], |chart| chart.groups.as_slice());
    let made = made_on().filter(|_| uptake.as_of.is_none());
    let made = made.map(|date| el("p", "cp-made").text(&fill(words.as_at, &[&long_date(lang, date)])));
    let overall = overall(uptake, first);
    // Where no figures are shown, they have no day, no source and no marks to explain.
    let any = overall.is_some() || uptake.charts.iter().any(|chart| !chart.groups.is_empty());
    el("section", "cp-section")
        .part("uptake")
        .child(heading(level, "cp-heading", uptake.heading.as_ref(), words.uptake, lang))
        .maybe(overall.map(|shown| whole(shown, context)))
        .children(uptake.charts.iter().map(|chart| chart_table(chart, context, render)))
        .maybe((any && !uptake.targets.is_empty()).then(|| key(&uptake.targets, lang)))
        .maybe(provenance(uptake, lang).filter(|_| any))
        .maybe(made)
}

/// The figure for the whole organisation: "47.2%  5,206 of 11,030 vaccinated".
fn whole(shown: Disclosed, context: RowContext) -> Element {
    let words = context.lang.words();
    let overall = el("p", "cp-overall").part("overall");
    let Disclosed::Figure(figure) = shown else {
        return overall.text(&sentence(&[words.overall, ": ", words.too_few]));
    };
    let row = Row::new(figure, None, context);
    overall
        .child(el("span", "cp-hidden").text(&sentence(&[words.overall, ": "])))
        .child(el("strong", "cp-figure").text(&row.percent()))
        .text(" ")
        .child(el("span", "cp-note").text(&row.counts()))
}

/// A chart is a real table; the bars are drawn in its cells. The roles keep it one where CSS lays the rows out as grids.
fn chart_table(chart: &Chart, context: RowContext, render: RenderContext) -> Element {
    let words = context.lang.words();
    if chart.groups.is_empty() {
        let title = texted("p", "cp-caption", &chart.title, context.lang);
        return el("div", "cp-chart").child(title).child(render.missing(words.figures_missing));
    }
    let column = |name: &'static str| el("th", "").attr("role", "columnheader").attr("scope", "col").text(name);
    let head = el("tr", "").attr("role", "row").children([words.group, words.share, words.progress].map(column));
    let rows = ordered(chart, context.small).into_iter().map(|group| table_row(group, context));
    el("table", "cp-chart")
        .part("chart")
        .attr("role", "table")
        .child(texted("caption", "cp-caption", &chart.title, context.lang))
        .child(el("thead", "cp-hidden").attr("role", "rowgroup").child(head))
        .child(el("tbody", "").attr("role", "rowgroup").children(rows))
}

fn table_row(group: &Group, context: RowContext) -> Element {
    let row = Row::of(group, context);
    let name = texted("th", "cp-group", &group.name, context.lang).attr("role", "rowheader").attr("scope", "row");
    let share = el("td", "cp-share").attr("role", "cell");
    let progress = el("td", "cp-progress").attr("role", "cell");
    let (share, progress) = match row {
        Some(row) => (share.text(&row.percent()), progress.child(row.bar()).text(&row.sentences())),
        None => (share, progress.text(context.lang.words().too_few)),
    };
    el("tr", "cp-row").part("row").attr("role", "row").child(name).child(share).child(progress)
}

/// What the marks across the bars stand for.
fn key(targets: &[Target], lang: Lang) -> Element {
    el("ul", "cp-key").part("key").children(targets.iter().map(|target| {
        let label = texted("span", "", &target.label, lang);
        el("li", "cp-key-item").child(label).text(&sentence(&[" ", &target_percent(target.percent)]))
    }))
}

/// "As at 20 November 2026. Occupational health records"
fn provenance(uptake: &Uptake, lang: Lang) -> Option<Element> {
    let words = lang.words();
    let as_at = uptake.as_of.map(|date| el("span", "").text(&fill(words.as_at, &[&long_date(lang, date)])));
    let source = uptake.source.as_ref().map(|source| texted("span", "", source, lang));
    let separator = if as_at.is_some() && source.is_some() { ". " } else { "" };
    (as_at.is_some() || source.is_some())
        .then(|| el("p", "cp-note cp-provenance").part("provenance").maybe(as_at).text(separator).maybe(source))
}
