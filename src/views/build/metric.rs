//! One metric opened up.

use std::collections::BTreeMap;

use super::scorecard::{axis_top, score_row};
use super::{Asked, heat, trend};
use crate::facts::{RowRef, sort_list};
use crate::metrics::{Dim, Figure, Kind, Metric, Samples, Selection, Stream};
use crate::views::{BreakdownRow, BreakdownView, MetricView, OriginCount, SearchView};
use crate::workspace::Workspace;

/// Rows of a breakdown that are shown; those with the most rows behind them.
const MOST_BREAKDOWN_ROWS: usize = 60;

/// Groups with fewer cases are not compared by the log-rank test.
const LEAST_CASES: usize = 5;

/// One metric opened up, broken down by one dimension, under one of its headline's keys.
pub fn metric_view(
    workspace: &Workspace,
    asked: &Asked<'_>,
    metric: &Metric,
    by: Option<Dim>,
    variant: Option<&str>,
) -> MetricView {
    opened(workspace, asked, metric, &metric.samples(&asked.context), by, variant)
}

/// The same of samples that are there already.
pub(super) fn opened(
    workspace: &Workspace,
    asked: &Asked<'_>,
    metric: &Metric,
    samples: &Samples,
    by: Option<Dim>,
    variant: Option<&str>,
) -> MetricView {
    let stream = Stream::new(metric, samples, &asked.context);
    let (variants, variant) = variants(asked, metric, &stream, variant);
    let keyed = |selection: &Selection| match (metric.headline, &variant) {
        (Some((dim, _)), Some(key)) => selection.with_key(dim, key),
        _ => selection.clone(),
    };
    let keyed = Asked {
        context: crate::metrics::Context::new(
            asked.context.facts,
            asked.context.definitions,
            asked.context.persona,
            asked.context.zone,
            Some(asked.context.today),
        ),
        frame: asked.frame.clone(),
        selection: keyed(&asked.selection),
        before: asked.before.as_ref().map(keyed),
        goals: asked.goals.clone(),
        shows_platform_events: asked.shows_platform_events,
        phase: asked.phase,
    };
    let selection = &keyed.selection;
    let bucket = keyed.frame.filter.by.bucket(selection.span);
    let rows = stream.rows_behind(selection);
    let dims = dims(asked, metric, &stream);
    let by = by.filter(|by| dims.contains(by)).or_else(|| first_useful(&dims, &stream, selection));
    let is_duration = metric.kind == Kind::Duration;
    let incidence = metric.id == "sales_cycle";
    let row = score_row(&keyed, metric, &stream);
    MetricView {
        frame: keyed.frame.clone(),
        variants,
        variant,
        bucket,
        trend: trend::trend(&keyed, metric, &stream, selection, bucket),
        survival: is_duration.then(|| trend::survival(metric, &stream.survival(selection))).flatten(),
        dims,
        breakdown: by.map(|by| breakdown(&keyed, metric, &stream, by)),
        heat: heat::heat(&keyed, &stream, selection),
        version: metric.version,
        cites: metric.cites.to_owned(),
        used_total: rows.used.len() as u64,
        used: origins(workspace, asked, &rows.used),
        left_out: row.figure.left_out.clone(),
        logrank_p: incidence
            .then(|| stream.log_rank(selection, Dim::Source, LEAST_CASES).map(|test| test.p))
            .flatten(),
        own: None,
        search: SearchView::default(),
        half_of_won: incidence
            .then(|| stream.incidence(selection).half_of_last(crate::stats::Outcome::Won))
            .flatten(),
        row,
    }
}

/// The keys that the headline can be chosen from, and the chosen one.
fn variants(
    asked: &Asked<'_>,
    metric: &Metric,
    stream: &Stream<'_>,
    wanted: Option<&str>,
) -> (Vec<String>, Option<String>) {
    let Some((dim, headline)) = metric.headline.filter(|(_, key)| !key.is_empty()) else {
        return (Vec::new(), None);
    };
    let mut keys: Vec<String> =
        stream.breakdown(&asked.selection, dim).into_iter().map(|(key, _)| key).collect();
    // `1h` before `4h` before `24h` before `7d`.
    let hours = |key: &str| {
        let number: u32 = key.trim_end_matches(char::is_alphabetic).parse().unwrap_or(0);
        if key.ends_with('d') { number * 24 } else { number }
    };
    sort_list(&mut keys, |a, b| hours(a).cmp(&hours(b)));
    let chosen = wanted.filter(|wanted| keys.iter().any(|key| key == wanted)).unwrap_or(headline);
    (keys, Some(chosen.to_owned()))
}

/// What the metric can be broken down by.
fn dims(asked: &Asked<'_>, metric: &Metric, stream: &Stream<'_>) -> Vec<Dim> {
    let mut dims = vec![Dim::Seller];
    if !asked.context.facts.roles.teams.is_empty() {
        dims.push(Dim::Team);
    }
    dims.extend(
        metric
            .by
            .iter()
            .copied()
            .filter(|dim| *dim != Dim::Seller && !dims.contains(dim))
            .collect::<Vec<_>>(),
    );
    if stream.has_hours() {
        for dim in [Dim::Weekday, Dim::Hour] {
            if !dims.contains(&dim) {
                dims.push(dim);
            }
        }
    }
    // Weekday × hour is the heat map.
    dims.retain(|dim| *dim != Dim::WeekdayHour);
    dims
}

/// The first dimension with something to compare: one seller alone says nothing beside the headline.
fn first_useful(dims: &[Dim], stream: &Stream<'_>, selection: &Selection) -> Option<Dim> {
    dims.iter()
        .copied()
        .find(|dim| stream.breakdown(selection, *dim).len() > 1)
        .or_else(|| dims.first().copied())
}

pub(super) fn breakdown(asked: &Asked<'_>, metric: &Metric, stream: &Stream<'_>, dim: Dim) -> BreakdownView {
    let before: BTreeMap<String, Figure> = asked
        .before
        .as_ref()
        .map(|before| stream.breakdown(before, dim).into_iter().collect())
        .unwrap_or_default();
    let mut rows: Vec<BreakdownRow> = stream
        .breakdown(&asked.selection, dim)
        .into_iter()
        .map(|(key, figure)| BreakdownRow { before: before.get(&key).cloned(), key, figure })
        .collect();
    if matches!(
        dim,
        Dim::Seller
            | Dim::Team
            | Dim::Source
            | Dim::SourceValue
            | Dim::Campaign
            | Dim::Platform
            | Dim::Post
            | Dim::Persona
            | Dim::Link
            | Dim::Channel
            | Dim::Category
    ) {
        sort_list(&mut rows, |a, b| rank(b).total_cmp(&rank(a)).then_with(|| a.key.cmp(&b.key)));
        if rows.len() > MOST_BREAKDOWN_ROWS {
            let mut sizes: Vec<u64> = rows.iter().map(|row| row.figure.n).collect();
            sizes.sort_unstable_by(|a, b| b.cmp(a));
            let least = sizes.get(MOST_BREAKDOWN_ROWS - 1).copied().unwrap_or(0);
            rows.retain(|row| row.figure.n >= least);
            rows.truncate(MOST_BREAKDOWN_ROWS);
        }
    }
    let figures = rows.iter().flat_map(|row| [Some(&row.figure), row.before.as_ref()]).flatten();
    BreakdownView { dim, axis_top: axis_top(metric.unit, figures, None), rows }
}

/// By the lower end of the interval where there is one, else by the value; those without come last.
fn rank(row: &BreakdownRow) -> f64 {
    let figure = &row.figure;
    figure.low.map(|low| low.to_f64()).or_else(|| figure.value()).unwrap_or(f64::NEG_INFINITY)
}

fn origins(workspace: &Workspace, asked: &Asked<'_>, rows: &[RowRef]) -> Vec<OriginCount> {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    for row in rows {
        let file = asked.context.facts.table(row.table).file(row.row as usize);
        *counts.entry(file).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(file, rows)| {
            let summary = workspace.files.get(&file).map(|record| &record.summary);
            OriginCount {
                file: summary.map_or_else(String::new, |summary| summary.file.clone()),
                owner: summary
                    .and_then(|summary| summary.owner.as_deref())
                    .map(|owner| workspace.roster.shown(owner).to_owned()),
                rows,
            }
        })
        .collect()
}
