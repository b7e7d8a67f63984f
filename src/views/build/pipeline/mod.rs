//! The pipeline page: one file a section.
//!
//! | file | holds |
//! |---|---|
//! | `level` | what stands in the pipeline over time |
//! | `mix` | social sources against the others over time |
//! | `cycle` | how long a deal takes |
//! | `rates` | how many deals are won, by source |
//! | `wins` | winning by elapsed time and by touches |
//! | `warm` | what open warm conversations may bring |
//! | `steps` | hand-over, exits, first touches, lift: counts made rates |
//! | `retention` | customers who came back, and who did not |
//! | `held` | things held against each other |

mod cycle;
mod held;
mod level;
mod mix;
mod rates;
mod retention;
mod steps;
mod warm;
mod wins;

use super::Asked;
use super::scorecard::score_row;
use crate::metrics::{Metric, Stream, metric};
use crate::views::{PipelineView, ScoreRow};

/// The pipeline page; none if the catalogue lacks one of its metrics.
pub fn pipeline_view(asked: &Asked<'_>) -> Option<PipelineView> {
    let bucket = asked.frame.filter.by.bucket(asked.selection.span);
    let rates = rates::rates(asked);
    Some(PipelineView {
        frame: asked.frame.clone(),
        bucket,
        level: level::level(asked, bucket),
        mix: mix::mix(asked, bucket),
        cycle: cycle::cycle(asked)?,
        rates,
        wins: wins::wins(asked),
        warm: warm::warm(asked)?,
        handover: steps::handover_part(asked),
        exits: steps::exits_part(asked),
        firsts: steps::firsts_part(asked),
        retention: retention::retention(asked)?,
        lift: steps::lift_part(asked),
    })
}

/// Asks the samples of a metric of the catalogue.
fn with_stream<T>(
    asked: &Asked<'_>,
    id: &str,
    ask: impl FnOnce(&'static Metric, &Stream<'_>) -> T,
) -> Option<T> {
    let metric = metric(id)?;
    let samples = metric.samples(&asked.context);
    Some(ask(metric, &Stream::new(metric, &samples, &asked.context)))
}

/// The row of a metric as on the scorecard.
fn line(asked: &Asked<'_>, id: &str) -> Option<ScoreRow> {
    with_stream(asked, id, |metric, stream| score_row(asked, metric, stream))
}
