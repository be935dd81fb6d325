//! Draws the uptake: the figure for the whole organisation, and each chart as a table whose rows carry the bars.

use super::row::Row;
use super::rule::{Shown, ordered, overall};
use crate::campaign::{Chart, Target, Uptake};
use crate::elements::{Stage, heading, spoken, texted, worded};
use crate::words::{Lang, day, fill};
use leptos::prelude::*;

/// What every row of the section needs to know.
#[derive(Clone, Copy)]
pub(super) struct Manner<'a> {
    pub lang: Lang,
    pub measure: &'a str,
    pub targets: &'a [Target],
    pub small: u64,
}

/// The section.
#[component]
pub(crate) fn UptakeSection(uptake: Uptake, stage: Stage) -> impl IntoView {
    let Stage { lang, level, .. } = stage;
    let words = lang.words();
    let measure = uptake.measure.as_ref().map_or(words.vaccinated.to_owned(), |measure| spoken(measure, lang).0);
    let manner = Manner { lang, measure: &measure, targets: &uptake.targets, small: uptake.small_numbers };
    let first = uptake.charts.first().map_or(&[][..], |chart| chart.groups.as_slice());
    let whole = overall(&uptake, first).map(|shown| whole(shown, manner));
    let charts = uptake.charts.iter().map(|chart| chart_table(chart, manner)).collect_view();
    view! {
        <section class="cp-section cp-uptake" part="uptake">
            {heading(level, "cp-heading", uptake.heading.as_ref(), words.uptake, lang)}
            {whole}
            {charts}
            {key(&uptake.targets, lang)}
            {provenance(&uptake, lang)}
        </section>
    }
}

/// The figure for the whole organisation: "47.2%  5,206 of 11,030 vaccinated".
fn whole(shown: Shown, manner: Manner) -> AnyView {
    let words = manner.lang.words();
    let Shown::Figure(figure) = shown else {
        return worded("p", "cp-overall", format!("{}: {}", words.overall, words.too_few));
    };
    let row = Row::new(figure, None, manner);
    view! {
        <p class="cp-overall" part="overall">
            <span class="cp-hidden">{words.overall} ": "</span>
            <strong class="cp-figure">{row.percent()}</strong>
            " "
            <span class="cp-note">{row.counts_or_share()}</span>
        </p>
    }
    .into_any()
}

/// A chart is a real table; the bars are drawn in its cells. The roles keep it one where CSS lays the rows out as grids.
fn chart_table(chart: &Chart, manner: Manner) -> AnyView {
    let words = manner.lang.words();
    let (title, marked) = spoken(&chart.title, manner.lang);
    let rows = ordered(chart, &chart.groups, manner.small)
        .into_iter()
        .map(|group| {
            let (name, marked) = spoken(&group.name, manner.lang);
            let row = Row::of(group, manner);
            view! {
                <tr role="row" class="cp-row" part="row">
                    <th role="rowheader" scope="row" class="cp-group" lang=marked>{name}</th>
                    <td role="cell" class="cp-share">{row.as_ref().map(Row::percent)}</td>
                    <td role="cell" class="cp-progress">
                        {row.as_ref().map(Row::bar)}
                        {match &row { Some(row) => row.sentences(), None => words.too_few.to_owned() }}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table role="table" class="cp-chart" part="chart">
            <caption class="cp-caption" lang=marked>{title}</caption>
            <thead role="rowgroup" class="cp-hidden">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.group}</th>
                    <th role="columnheader" scope="col">{words.share}</th>
                    <th role="columnheader" scope="col">{words.progress}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// What the marks across the bars stand for.
fn key(targets: &[Target], lang: Lang) -> Option<AnyView> {
    (!targets.is_empty()).then(|| {
        let items = targets
            .iter()
            .map(|target| {
                let (label, marked) = spoken(&target.label, lang);
                let percent = super::row::target_percent(target.percent);
                view! { <li class="cp-key-item"><span lang=marked>{label}</span> " " {percent}</li> }
            })
            .collect_view();
        view! { <ul class="cp-key" part="key">{items}</ul> }.into_any()
    })
}

/// "As at 20 November 2026. Source: Occupational health records."
fn provenance(uptake: &Uptake, lang: Lang) -> Option<AnyView> {
    let words = lang.words();
    let as_at = uptake.as_of.map(|date| worded("span", "cp-as-at", fill(words.as_at, &[&day(lang, date)])));
    let source = uptake.source.as_ref().map(|source| texted("span", "cp-source", source, lang));
    if as_at.is_none() && source.is_none() {
        return None;
    }
    Some(view! { <p class="cp-note cp-provenance" part="provenance">{as_at} " " {source}</p> }.into_any())
}
