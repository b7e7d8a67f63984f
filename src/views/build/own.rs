//! Metrics that a person made: their rows, one opened up, the rows behind it.

use super::Asked;
use super::metric::opened;
use super::rows::rows_of;
use super::scorecard::score_row;
use crate::charts::{ChartSpec, Name};
use crate::metrics::{Dim, OwnMetric, Stream};
use crate::views::{MetricView, OwnScoresView, RowList, ScoreRow, Which};
use crate::workspace::Workspace;

/// All of them.
pub fn own_scores(workspace: &Workspace, asked: &Asked<'_>) -> OwnScoresView {
    let metrics = workspace.definitions.own.clone();
    let rows = metrics.iter().map(|metric| row(asked, metric)).collect();
    OwnScoresView { frame: asked.frame.clone(), metrics, rows }
}

/// One that is not kept yet.
pub fn own_try(asked: &Asked<'_>, metric: &OwnMetric) -> OwnScoresView {
    OwnScoresView {
        frame: asked.frame.clone(),
        metrics: vec![metric.clone()],
        rows: vec![row(asked, metric)],
    }
}

fn row(asked: &Asked<'_>, metric: &OwnMetric) -> Option<ScoreRow> {
    if !metric.is_whole() {
        return None;
    }
    let (shape, samples) = (metric.shape(), metric.samples(&asked.context));
    let stream = Stream::new(&shape, &samples, &asked.context);
    Some(ScoreRow { id: metric.id(), ..score_row(asked, &shape, &stream) })
}

fn named<'a>(workspace: &'a Workspace, name: &str) -> Option<&'a OwnMetric> {
    workspace.definitions.own.iter().find(|metric| metric.name == name && metric.is_whole())
}

/// One opened up; none where there is none of that name.
pub fn own_view(workspace: &Workspace, asked: &Asked<'_>, name: &str, by: Option<Dim>) -> Option<MetricView> {
    let metric = named(workspace, name)?;
    let samples = metric.samples(&asked.context);
    let mut view = opened(workspace, asked, &metric.shape(), &samples, by, None);
    view.row.id = metric.id();
    for spec in [&mut view.trend, &mut view.survival].into_iter().flatten() {
        name_series(spec, &metric.name);
    }
    view.own = Some(Box::new(metric.clone()));
    Some(view)
}

/// The person's own name in the place of a message's key.
fn name_series(spec: &mut ChartSpec, name: &str) {
    let name = Name::Text(name.to_owned());
    match spec {
        ChartSpec::Trend(trend) => trend.series.iter_mut().for_each(|series| series.name = name.clone()),
        ChartSpec::Survival(curve) => curve.series.iter_mut().for_each(|series| series.name = name.clone()),
        // It draws sellers, each under their own name.
        ChartSpec::Quadrants(_) => {}
    }
}

/// The first rows behind its number.
pub fn own_rows(workspace: &Workspace, asked: &Asked<'_>, name: &str, which: Which) -> Option<RowList> {
    let metric = named(workspace, name)?;
    let samples = metric.samples(&asked.context);
    Some(rows_of(workspace, asked, &metric.shape(), &samples, which, None))
}
