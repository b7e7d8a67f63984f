//! The scorecard as one JSON document: every metric, its series and its breakdowns, in English words and
//! without a locale, so that two runs over the same files print the same bytes.
//!
//! A list that no metric stands behind is not in the document: an empty list would claim that something
//! was computed and nothing was found.
//!
//! | file | holds |
//! |---|---|
//! | `attribution` | what seven models credit to each channel |
//! | `row` | one figure as a row |
//! | `lag` | which activity comes before results |
//! | `value` | numbers and money as JSON |
//! | `words` | why a figure is missing |

mod attribution;
mod lag;
mod row;
mod value;
mod words;

use serde::Serialize;
use serde_json::Value;

use self::attribution::{CreditRow, SocialRange};
use self::lag::LagRow;
use self::row::{FigureRow, LeftOutRow, MetricRow};
use self::value::{Counts, quantity};
use crate::facts::{Bucket, Day, FileSummary, Notice, Span, Sym};
use crate::metrics::attribution::{attribution as hold, roi_by_model};
use crate::metrics::{Context, Dim, Kind, Metric, Point, Selection, State, Stream};

/// What a headless run may choose; the rest (zone, today, currency, personas) is the context's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// First day; without it the earliest dated fact.
    pub from: Option<Day>,
    /// Last day; without it the latest dated fact.
    pub to: Option<Day>,
    /// One seller; without it all.
    pub seller: Option<Sym>,
    /// How series are cut.
    pub by: Bucket,
}

impl Default for Options {
    fn default() -> Options {
        Options { from: None, to: None, seller: None, by: Bucket::Week }
    }
}

/// The document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    period: Period,
    imports: Vec<Import>,
    metrics: Vec<MetricRow>,
    series: Vec<Series>,
    breakdowns: Vec<Breakdown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_lag: Option<Vec<LagRow>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attribution: Vec<CreditRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution_social: Option<SocialRange>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Period {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Import {
    file: String,
    source: String,
    rows: u32,
    facts: Counts,
    left_out: Vec<LeftOutRow>,
    warnings: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Series {
    id: &'static str,
    by: &'static str,
    points: Vec<PointRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct PointRow {
    from: String,
    value: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Breakdown {
    id: &'static str,
    by: &'static str,
    rows: Vec<KeyRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct KeyRow {
    key: String,
    #[serde(flatten)]
    figure: FigureRow,
}

impl Document {
    /// The document of some metrics over the context's facts, which `imports` gave.
    pub fn new(
        metrics: &[&'static Metric],
        imports: &[FileSummary],
        context: &Context<'_>,
        options: &Options,
    ) -> Document {
        let span = period(context, options);
        let selection = Selection {
            sellers: options.seller.map(|seller| vec![seller]),
            // Nothing is dated: every metric is missing, whatever the day.
            ..Selection::all(span.unwrap_or(Span { from: context.today, to: context.today }))
        };
        let mut document = Document {
            period: Period { from: span.map(|span| span.from.iso()), to: span.map(|span| span.to.iso()) },
            imports: imports.iter().map(import).collect(),
            metrics: Vec::new(),
            series: Vec::new(),
            breakdowns: Vec::new(),
            lead_lag: span.and_then(|_| LagRow::list(context, &selection)),
            attribution: Vec::new(),
            attribution_social: None,
        };
        for metric in metrics {
            let samples = metric.samples(context);
            let stream = Stream::new(metric, &samples, context);
            document.metrics.push(MetricRow::new(&stream, metric, &selection, &context.currency));
            document.series.extend(series(&stream, metric, &selection, context, options.by));
            document.breakdowns.extend(breakdowns(&stream, metric, &selection, context));
        }
        document.add_attribution(context, &selection);
        document
    }

    /// What the models of credit say, and the return of social networks under each.
    fn add_attribution(&mut self, context: &Context<'_>, selection: &Selection) {
        let Some(held) = hold(context, selection) else { return };
        let rows: Vec<KeyRow> = (roi_by_model(context, selection, &held).into_iter())
            .map(|(rule, figure)| KeyRow {
                key: rule.id().to_owned(),
                figure: FigureRow::new(&figure, &context.currency),
            })
            .collect();
        if !rows.is_empty() {
            self.breakdowns.push(Breakdown { id: "roi", by: "model", rows });
        }
        self.attribution = CreditRow::list(&held, &context.currency);
        self.attribution_social = SocialRange::of(&held, &context.currency);
    }

    /// As JSON, indented, with a line break at the end.
    ///
    /// # Errors
    /// None that a document can cause: its keys are texts.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let mut json = serde_json::to_string_pretty(self)?;
        json.push('\n');
        Ok(json)
    }
}

/// The chosen period, the rest of it from the facts; none where nothing is dated and no day is chosen.
fn period(context: &Context<'_>, options: &Options) -> Option<Span> {
    let dated = context.coverage.default_period();
    let from = options.from.or(dated.map(|span| span.from)).or(options.to)?;
    let to = options.to.or(dated.map(|span| span.to.max(from))).unwrap_or(from);
    Some(Span { from: options.from.unwrap_or(from.min(to)), to })
}

fn import(summary: &FileSummary) -> Import {
    Import {
        file: summary.file.clone(),
        source: summary.source.clone(),
        rows: summary.rows,
        facts: Counts(summary.facts.iter().map(|(table, rows)| (table.name(), *rows)).collect()),
        left_out: LeftOutRow::list(&summary.left_out),
        warnings: summary.notices.iter().map(warning).collect(),
    }
}

/// A notice's code and what belongs to it: `mixed_dates: column=Created, rows=3`.
fn warning(notice: &Notice) -> String {
    let args: Vec<String> = notice.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if args.is_empty() { notice.code.clone() } else { format!("{}: {}", notice.code, args.join(", ")) }
}

fn series(
    stream: &Stream<'_>,
    metric: &'static Metric,
    selection: &Selection,
    context: &Context<'_>,
    by: Bucket,
) -> Option<Series> {
    if !metric.kind.has_series() {
        return None;
    }
    let points: Vec<PointRow> =
        stream.series(selection, by).iter().map(|point| point_row(point, &context.currency)).collect();
    (!points.is_empty()).then_some(Series { id: metric.id, by: by.id(), points })
}

fn point_row(point: &Point, currency: &str) -> PointRow {
    let value = match point.figure.state {
        State::Value(value) => quantity(value, currency),
        _ => Value::Null,
    };
    PointRow { from: point.from.iso(), value }
}

fn breakdowns(
    stream: &Stream<'_>,
    metric: &'static Metric,
    selection: &Selection,
    context: &Context<'_>,
) -> Vec<Breakdown> {
    let mut dims = vec![Dim::Seller, Dim::Team];
    dims.extend(metric.by.iter().filter(|dim| dim.is_keyed()));
    // What stands at the end of a day has no weekday.
    if stream.has_hours() && !metric.kind.is_level() && metric.kind != Kind::Slope {
        dims.extend([Dim::Weekday, Dim::Hour, Dim::WeekdayHour]);
    }
    (dims.into_iter())
        .filter_map(|dim| {
            let rows: Vec<KeyRow> = (stream.breakdown(selection, dim).into_iter())
                .map(|(key, figure)| KeyRow { key, figure: FigureRow::new(&figure, &context.currency) })
                .collect();
            (!rows.is_empty()).then_some(Breakdown { id: metric.id, by: dim.id(), rows })
        })
        .collect()
}

#[cfg(test)]
mod tests;
