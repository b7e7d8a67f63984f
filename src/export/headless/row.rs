//! One figure as a row of the document.

use serde::Serialize;
use serde_json::Value;

use super::value::{number, quantity};
use super::words::unavailable;
use crate::facts::Reason;
use crate::metrics::{Dim, Figure, Metric, Quantity, Selection, State, Stream};

/// The duration whose curve and test stand beside its median.
const CURVE_ID: &str = "sales_cycle";
/// Rates of cohorts whose open cases stand beside them, also when there are none.
const OPEN_IDS: [&str; 2] = ["lead_conversion_rate", "close_rate"];
/// Deals that a source needs to be compared with others.
const LOG_RANK_NEEDS: usize = 5;

/// One metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct MetricRow {
    id: &'static str,
    unit: &'static str,
    #[serde(flatten)]
    figure: FigureRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    curve: Option<Vec<CurveRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logrank: Option<LogRankRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    half_of_won: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct CurveRow {
    day: Value,
    won: Value,
    lost: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct LogRankRow {
    chi2: Value,
    df: u32,
    p: Value,
}

impl MetricRow {
    pub(super) fn new(
        stream: &Stream<'_>,
        metric: &'static Metric,
        selection: &Selection,
        currency: &str,
    ) -> MetricRow {
        let figure = stream.figure(selection);
        let mut row = MetricRow {
            id: metric.id,
            unit: metric.unit.id(),
            figure: FigureRow::new(&figure, currency),
            curve: None,
            logrank: None,
            half_of_won: None,
        };
        if OPEN_IDS.contains(&metric.id) && row.figure.open.is_none() && row.figure.n.is_some() {
            (row.figure.open, row.figure.open_median_age) = (Some(0), Some(Value::Null));
        }
        if metric.id == CURVE_ID && figure.n > 0 {
            row.add_curve(stream, selection);
        }
        row
    }

    fn add_curve(&mut self, stream: &Stream<'_>, selection: &Selection) {
        let incidence = stream.incidence(selection);
        let half = incidence.half_of_last(crate::stats::Outcome::Won);
        self.half_of_won = Some(half.map_or(Value::Null, number));
        let steps = incidence.steps.iter();
        self.curve = Some(
            steps
                .map(|step| CurveRow {
                    day: number(step.time),
                    won: number(step.won),
                    lost: number(step.lost),
                })
                .collect(),
        );
        self.logrank = stream.log_rank(selection, Dim::Source, LOG_RANK_NEEDS).map(|test| LogRankRow {
            chi2: number(test.chi2),
            df: test.df,
            p: number(test.p),
        });
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct FigureRow {
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    unavailable: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<u64>,
    /// Null where a limit is not crossed; no key where the figure has no interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean_finished: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    median_finished: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_median_age: Option<Value>,
    /// What only check-ins say: so much of a count or level, and so many of a score's readings.
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutRow>,
}

impl FigureRow {
    pub(super) fn new(figure: &Figure, currency: &str) -> FigureRow {
        let print = |value: Quantity| quantity(value, currency);
        let maybe = |value: Option<f64>| value.map_or(Value::Null, number);
        let is_missing = matches!(figure.state, State::Missing(_));
        let limit = |limit: Option<Quantity>| match (limit, figure.duration) {
            (Some(limit), _) => Some(print(limit)),
            (None, Some(_)) => Some(Value::Null),
            (None, None) => None,
        };
        let open = figure.open.filter(|_| !is_missing);
        FigureRow {
            value: match figure.state {
                State::Value(value) => print(value),
                _ => Value::Null,
            },
            unavailable: unavailable(figure.state),
            numerator: figure.numerator.map(print),
            denominator: figure.denominator.map(print),
            n: (!is_missing).then_some(figure.n),
            events: figure.duration.map(|duration| duration.events),
            low: limit(figure.low),
            high: limit(figure.high),
            mean_finished: figure.duration.map(|duration| maybe(duration.mean_finished)),
            median_finished: figure.duration.map(|duration| maybe(duration.median_finished)),
            open: open.map(|open| open.count),
            open_median_age: open.map(|open| maybe(open.median_age_days)),
            reported: reported(figure).map(number),
            left_out: LeftOutRow::list(&figure.left_out),
        }
    }
}

/// How much of a figure check-ins report where no export says it; none where nothing is.
fn reported(figure: &Figure) -> Option<f64> {
    let readings = figure.readings.iter().filter(|reading| reading.is_reported).count();
    let reported = if figure.readings.is_empty() { figure.reported } else { readings as f64 };
    (reported != 0.0).then_some(reported)
}

/// Rows that were not used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct LeftOutRow {
    reason: &'static str,
    rows: u32,
}

impl LeftOutRow {
    pub(super) fn list(left_out: &[(Reason, u32)]) -> Vec<LeftOutRow> {
        left_out.iter().map(|(reason, rows)| LeftOutRow { reason: reason.id(), rows: *rows }).collect()
    }
}
