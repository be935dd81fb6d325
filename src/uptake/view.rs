//! Draws the uptake: the figure for the whole organisation, and each chart as a table whose rows carry the bars.

use super::disclose::{Disclosed, Overall, Row, disclose};
use super::row::{FigureText, RowContext, target_percent};
use super::{Chart, Figure, Target, Uptake};
use crate::config::Text;
use crate::elements::{Element, add_spoken, el, heading, made_on, spoken, texted};
use crate::render::RenderContext;
use crate::text::sentence;
use crate::words::{Lang, capital, fill, in_full, in_short, long_date};
use std::rc::Rc;

/// The section. The end of the campaign changes the words of all rows: drawn anew as a whole, they need no effect of their own.
pub(crate) fn uptake_section(uptake: Rc<Uptake>, render: RenderContext) -> Element {
    let content = move || Some(content(&uptake, render));
    el("section", "cp-section cp-uptake").part("uptake").dynamic_child(content)
}

fn content(uptake: &Uptake, render: RenderContext) -> Element {
    let RenderContext { lang, level, .. } = render;
    let words = lang.words();
    let measure = uptake.measure.as_ref().map_or((words.vaccinated, None), |measure| spoken(measure, lang));
    let context = RowContext { lang, measure, targets: &uptake.targets, ended: render.ended.get() };
    let Disclosed { overall, charts } = disclose(uptake);
    let made = made_on().filter(|_| uptake.as_of.is_none());
    let made = made.map(|date| el("p", "cp-made").text(&fill(words.as_at, &[&long_date(lang, date)])));
    // Without figures there is no date, source or key to show.
    let any = overall.is_some() || charts.iter().any(|rows| !rows.is_empty());
    el("div", "")
        .child(heading(level, "cp-heading", uptake.heading.as_ref(), words.uptake, lang))
        .maybe(overall.map(|overall| overall_line(overall, context)))
        .children(uptake.charts.iter().zip(&charts).map(|(chart, rows)| chart_table(chart, rows, context, render)))
        .maybe((any && !uptake.targets.is_empty()).then(|| key(&uptake.targets, lang)))
        .maybe(provenance(uptake, lang).filter(|_| any))
        .maybe(made)
}

/// The figure for the whole organisation: "47.2%", its bar, "5,206 of 11,030 vaccinated" and what it leaves out, and how far
/// the first target is.
fn overall_line(overall: Overall, context: RowContext) -> Element {
    let words = context.lang.words();
    let line = el("p", "cp-overall").part("overall");
    let Some(figure) = overall.figure else {
        return line.text(&sentence(&[words.overall, ": ", words.too_few]));
    };
    let text = FigureText::new(figure, overall.previous, context);
    let mut counts = text.counts(el("span", "cp-sum"));
    if overall.leaves_out_few {
        counts = counts.text(", ").text(words.leaves_out_few);
    }
    for (sentence, groups) in &[(words.without_unread, overall.without), (words.without_second, overall.without_second)]
    {
        if !groups.is_empty() {
            let (before, after) = sentence.split_once('{').unwrap_or_default();
            let (_, after) = after.split_once('}').unwrap_or_default();
            counts = names(counts.text(", ").text(before), groups, context.lang).text(after);
        }
    }
    if let Some(gap) = text.gap() {
        counts = counts.text(". ").child(reached(&text, "cp-gap").text(&capital(in_full(&gap))));
    }
    if let Some(change) = text.change() {
        counts = counts.text(", ").text(&in_full(&change));
    }
    line.child(el("span", "cp-hidden").text(&sentence(&[words.overall, ": "])))
        .child(el("strong", "cp-figure").text(&text.percent()))
        .text(" ")
        .child(text.bar(true))
        .child(counts)
}

/// What says how far the target is, with a tick where it is reached.
fn reached(text: &FigureText, class: &'static str) -> Element {
    el("span", if text.is_reached() { "cp-reached" } else { class })
}

/// Adds one or two groups by their names, or else "some groups".
fn names(line: Element, groups: &[Option<Text>], lang: Lang) -> Element {
    match groups {
        [Some(one)] => add_spoken(line, spoken(one, lang)),
        [Some(one), Some(other)] => {
            add_spoken(add_spoken(line, spoken(one, lang)).text(lang.words().and), spoken(other, lang))
        }
        _ => line.text(lang.words().some_groups),
    }
}

/// A chart is a real table; the bars are drawn in its cells. The roles keep the semantics where CSS lays the rows out
/// as grids.
fn chart_table(chart: &Chart, rows: &[Row], context: RowContext, render: RenderContext) -> Element {
    let words = context.lang.words();
    if rows.is_empty() {
        let title = texted("p", "cp-caption", &chart.title, context.lang);
        return el("div", "cp-chart").child(title).child(render.missing(words.figures_missing));
    }
    let column = || el("th", "").attr("role", "columnheader").attr("scope", "col");
    // What the numbers of a row mean is said once: a row has the numbers alone.
    let mut numbers = add_spoken(column(), context.measure);
    if let Some(target) = context.targets.first() {
        numbers = numbers.text(", ").text(&fill(words.gap_to, &[&target_percent(target.percent)]));
    }
    if rows.iter().any(|row| row.previous.is_some()) {
        numbers = numbers.text(", ").text(words.on_last_year);
    }
    let head = el("tr", "").attr("role", "row");
    let head = head.child(column().text(words.group)).child(column().text(words.share)).child(numbers);
    let rows = rows.iter().map(|row| table_row(row, context));
    el("table", "cp-chart")
        .part("chart")
        .attr("role", "table")
        .child(texted("caption", "cp-caption", &chart.title, context.lang))
        .child(el("thead", "cp-hidden").attr("role", "rowgroup").child(head))
        .child(el("tbody", "").attr("role", "rowgroup").children(rows))
}

fn table_row(row: &Row, context: RowContext) -> Element {
    let name = texted("th", "cp-group", row.name, context.lang).attr("role", "rowheader").attr("scope", "row");
    let share = el("td", "cp-share").attr("role", "cell");
    let progress = el("td", "cp-progress").attr("role", "cell");
    let (share, progress) = match row.figure {
        Some(figure) => {
            let text = FigureText::new(figure, row.previous, context);
            let sentences = text.sentences();
            let (mut seen, mut read) = (el("span", "").attr("aria-hidden", "true"), el("span", "cp-hidden"));
            if let Figure::Counts { count, total } = figure {
                let between = if sentences.is_empty() { "" } else { ", " };
                seen = seen.text(&in_short(&text.count_of_total(count, total))).text(between);
                read = text.counts(read).text(between);
            }
            let progress =
                progress.child(text.bar(false)).child(seen.child(reached(&text, "").text(&in_short(&sentences))));
            (share.text(&text.percent()), progress.child(read.text(&in_full(&sentences))))
        }
        None => (share, progress.text(context.lang.words().too_few)),
    };
    el("tr", "cp-row").part("row").attr("role", "row").child(name).child(share).child(progress)
}

/// The key to the marks across the bars.
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
