//! Charts of one or several lines or curves on their canvas, with legend, sentence and the same points in a table.

use std::rc::Rc;

use leptos::prelude::*;

use super::held::name_text;
use crate::charts::{Cell, ChartSpec, Column, Facts, describe};
use crate::facts::Bucket;
use crate::metrics::Unit;
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::pages::metric::bucket_name;
use crate::ui::parts::{CopyTable, LegendKind, LegendMark};
use crate::ui::phrases::Ticks;
use crate::ui::words::Words;

/// What writes a chart's numbers and days.
#[derive(Clone)]
struct Writer {
    words: Words,
    unit: Unit,
    bucket: Bucket,
    currency: String,
}

impl Writer {
    fn ticks(&self) -> Ticks {
        Ticks { words: self.words, unit: self.unit, currency: self.currency.clone() }
    }

    fn cell(&self, cell: &Cell) -> String {
        let (words, ticks) = (self.words, self.ticks());
        match cell {
            Cell::Day(day) => bucket_name(words, self.bucket, *day),
            Cell::Value(value, unit) => words.value_with_unit(ticks.unit_of(unit), *value, &self.currency),
            Cell::Interval(interval, unit) => {
                words.interval(ticks.unit_of(unit), interval.low, interval.high, &self.currency)
            }
            Cell::Count(count) => words.integer(*count),
            Cell::Names(names) => {
                names.iter().map(|name| name_text(words, name)).collect::<Vec<_>>().join("; ")
            }
            Cell::Missing => "–".to_owned(),
        }
    }

    fn head(&self, column: &Column) -> String {
        let own = self.words.t(&column.key);
        match &column.series {
            Some(name) => {
                self.words.fill("pipe.column", &[("series", &name_text(self.words, name)), ("column", &own)])
            }
            None => own,
        }
    }

    /// The lines of the table, head first.
    fn lines(&self, spec: &ChartSpec) -> Vec<Vec<String>> {
        let twin = describe::table(spec);
        let head = twin.columns.iter().map(|column| self.head(column)).collect();
        let rows = twin.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell)).collect());
        std::iter::once(head).chain(rows).collect()
    }

    /// One sentence for each line or curve.
    fn sentence(&self, spec: &ChartSpec) -> String {
        let said: Vec<String> = describe::facts(spec).iter().map(|facts| self.said(facts)).collect();
        said.join(" ")
    }

    fn said(&self, facts: &Facts) -> String {
        let words = self.words;
        let name = name_text(words, &facts.name);
        let (Some(first), Some(last)) = (&facts.first, &facts.last) else {
            return words.fill("chart.sentence.empty", &[("name", &name)]);
        };
        let value = |value: f64| self.cell(&Cell::Value(value, facts.unit.clone()));
        let (low, high) = (facts.lowest.as_ref().unwrap_or(first), facts.highest.as_ref().unwrap_or(last));
        let is_curve = facts.key.ends_with("survival");
        words.fill(
            if is_curve { "chart.sentence.survival" } else { "chart.sentence.trend" },
            &[
                ("name", &name),
                ("from", &self.cell(&first.at)),
                ("to", &self.cell(&last.at)),
                ("first", &value(first.value)),
                ("last", &value(last.value)),
                ("lowest", &value(low.value)),
                ("highest", &value(high.value)),
            ],
        )
    }

    /// The lines of the tip at a place of the first line or curve.
    fn tip(&self, spec: &ChartSpec, index: usize) -> Vec<String> {
        let words = self.words;
        let line = |name: String, value: String, interval: Option<String>| match interval {
            Some(interval) => format!("{name}: {value} ({interval})"),
            None => format!("{name}: {value}"),
        };
        match spec {
            ChartSpec::Trend(trend) => {
                let day = trend.series.first().and_then(|series| series.points.get(index)).map(|p| p.day);
                let Some(day) = day else { return Vec::new() };
                let at = trend.series.iter().filter_map(|series| {
                    let point = series.points.iter().find(|point| point.day == day)?;
                    let value = self.cell(&Cell::Value(point.drawn()?, trend.y.unit.clone()));
                    let interval = point.drawn_interval();
                    let interval =
                        interval.map(|interval| self.cell(&Cell::Interval(interval, trend.y.unit.clone())));
                    Some(line(name_text(words, &series.name), value, interval))
                });
                std::iter::once(bucket_name(words, self.bucket, day)).chain(at).collect()
            }
            ChartSpec::Survival(curves) => {
                let step = curves.series.first().and_then(|series| series.steps.get(index));
                let Some(step) = step else { return Vec::new() };
                let time = words.value_with_unit(Unit::Days, step.time, "");
                let at = curves.series.iter().map(|series| {
                    let open = words.percent(series.share_at(step.time), 0);
                    line(
                        name_text(words, &series.name),
                        words.fill("survival.tip.open", &[("share", &open)]),
                        None,
                    )
                });
                std::iter::once(words.fill("survival.tip.after", &[("time", &time)])).chain(at).collect()
            }
            ChartSpec::Quadrants(_) => Vec::new(),
        }
    }
}

/// The points of a chart as a table, folded, with what it shows in sentences; for pictures that are no canvas.
pub fn twin(words: Words, spec: &ChartSpec, unit: Unit, bucket: Bucket) -> AnyView {
    let writer = Writer { words, unit, bucket, currency: String::new() };
    let (sentence, lines) = (writer.sentence(spec), writer.lines(spec));
    let copied = lines.clone();
    view! {
        <p class="small quiet">{sentence}</p>
        <div class="tfoot small quiet">
            <CopyTable lines=move || copied.clone() />
        </div>
        {table(lines)}
    }
    .into_any()
}

/// A chart under its legend, with its table folded below.
pub fn chart(
    words: Words,
    spec: &ChartSpec,
    unit: Unit,
    bucket: Bucket,
    currency: &str,
    test_id: &'static str,
) -> AnyView {
    let writer = Writer { words, unit, bucket, currency: currency.to_owned() };
    let (for_labels, for_tip, for_lines) = (writer.clone(), writer.clone(), writer.clone());
    let (tipped, copied) = (spec.clone(), spec.clone());
    let labels = move |spec: &ChartSpec| {
        let medians = match spec {
            ChartSpec::Survival(curves) if curves.series.len() == 1 => (curves.series.iter())
                .map(|series| {
                    series.median.map_or_else(String::new, |median| {
                        let value = words.value_with_unit(Unit::Days, median, "");
                        words.fill("chart.median", &[("value", &value)])
                    })
                })
                .collect(),
            _ => Vec::new(),
        };
        Labels { medians, at_risk: words.t("scorecard.head.n"), ..Labels::bare(Rc::new(for_labels.ticks())) }
    };
    let class = if matches!(spec, ChartSpec::Survival(_)) { "short tall" } else { "short" };
    let (drawn, summary) = (Signal::stored(spec.clone()), Signal::stored(writer.sentence(spec)));
    let (legend, twin) = (legend(words, spec), table(writer.lines(spec)));
    view! {
        <ChartFigure
            spec=drawn
            labels=labels
            tip=move |index: usize| for_tip.tip(&tipped, index)
            summary=summary
            class=class
            test_id=test_id
        >
            {legend}
            <span class="push">
                <CopyTable lines=move || for_lines.lines(&copied) />
            </span>
        </ChartFigure>
        <details class="twinfold">
            <summary class="small">{words.t("twin.title")}</summary>
            <div class="scrolled">{twin}</div>
        </details>
    }
    .into_any()
}

fn legend(words: Words, spec: &ChartSpec) -> AnyView {
    let names: Vec<String> = match spec {
        ChartSpec::Trend(trend) => trend.series.iter().map(|line| name_text(words, &line.name)).collect(),
        ChartSpec::Survival(curves) => {
            curves.series.iter().map(|curve| name_text(words, &curve.name)).collect()
        }
        ChartSpec::Quadrants(_) => Vec::new(),
    };
    let is_several = names.len() > 1;
    let marks: Vec<AnyView> = (names.into_iter().enumerate())
        .map(|(at, name)| {
            let kind = if is_several { LegendKind::Series(at) } else { LegendKind::LineAndBand };
            view! {
                <span>
                    <LegendMark kind=kind />
                    <bdi>{name}</bdi>
                </span>
            }
            .into_any()
        })
        .collect();
    let before = matches!(spec, ChartSpec::Trend(trend) if trend.before.is_some()).then(|| {
        view! {
            <span>
                <LegendMark kind=LegendKind::Before />
                {words.t("legend.before")}
            </span>
        }
    });
    let curve = matches!(spec, ChartSpec::Survival(_)).then(|| {
        view! {
            <span>{words.t("survival.legend.band")}</span>
            <span>{words.t("survival.legend.tick")}</span>
            <span>{words.t("survival.legend.n")}</span>
        }
    });
    view! {
        {marks}
        {before}
        {curve}
    }
    .into_any()
}

fn table(lines: Vec<Vec<String>>) -> AnyView {
    let mut lines = lines.into_iter();
    let head: Vec<AnyView> = (lines.next().unwrap_or_default().into_iter().enumerate())
        .map(|(at, text)| view! { <th scope="col" class:r=at.gt(&0)>{text}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = lines
        .map(|cells| {
            let mut cells = cells.into_iter();
            let name = cells.next();
            let rest: Vec<AnyView> = cells
                .map(|text| {
                    view! {
                        <td class="r num">
                            <bdi dir="ltr" class="ltr">{text}</bdi>
                        </td>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <tr>
                    <th scope="row" class="num">{name}</th>
                    {rest}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="data twin">
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
