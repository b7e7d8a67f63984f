//! The rows of figures, as on the scorecard but closer.

use leptos::prelude::*;

use crate::metrics::Stage;
use crate::ui::pages::scorecard::heights;
use crate::ui::parts::{Sparkline, change_mark, goal_words, value_whisker};
use crate::ui::words::Words;
use crate::views::{Frame, ScoreRow};

/// Width of a whisker in a row, in CSS pixels.
const WIDTH: f64 = 112.0;

/// The words over the columns.
fn head_cells(words: Words, frame: &Frame) -> AnyView {
    let course = match frame.period.map(|period| frame.filter.by.bucket(period)) {
        Some(crate::facts::Bucket::Month) => "scorecard.head.months",
        _ => "scorecard.head.weeks",
    };
    view! {
        <tr>
            <th scope="col">{words.t("scorecard.head.measure")}</th>
            <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
            <th scope="col" class="r">{words.t("report.head.interval")}</th>
            <th scope="col">{words.t("report.head.axis")}</th>
            <th scope="col">{words.t("scorecard.head.change")}</th>
            <th scope="col">{words.t(course)}</th>
            <th scope="col">{words.t("report.head.goal")}</th>
            <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
        </tr>
    }
    .into_any()
}

/// The rows of a stage with their heading; nothing where there are none.
pub fn table(words: Words, frame: &Frame, stage: Stage, rows: &[ScoreRow]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let id = if stage == Stage::Leading { "leading" } else { "lagging" };
    let lines: Vec<AnyView> = rows.iter().map(|row| report_row(words, frame, row)).collect();
    let table = view! {
        <section>
            <h2>
                {words.t(&format!("stage.{id}"))} " "
                <span>{words.t(&format!("stage.{id}_of"))}</span>
            </h2>
            <table class="data figures" data-testid=format!("report-{id}")>
                <colgroup>
                    <col class="r1" />
                    <col class="r2" />
                    <col class="r3" />
                    <col class="r4" />
                    <col class="r5" />
                    <col class="r6" />
                    <col class="r7" />
                    <col class="r8" />
                </colgroup>
                <thead>{head_cells(words, frame)}</thead>
                <tbody>{lines}</tbody>
            </table>
        </section>
    };
    Some(table.into_any())
}

/// One row: a figure, or why there is none.
fn report_row(words: Words, frame: &Frame, row: &ScoreRow) -> AnyView {
    let currency = &frame.currency;
    let name = words.metric_name(&row.id, None);
    if let Some(why) = words.why(row, currency) {
        return view! {
            <tr>
                <th scope="row">{name}</th>
                <td colspan="7" class="why">
                    <span class="hatch swatch" aria-hidden="true"></span>
                    <b>{why.lead}</b>
                    {words.gap()}
                    {why.rest}
                </td>
            </tr>
        }
        .into_any();
    }
    let (value, unit) = words.shown(row.unit, row.figure.value().unwrap_or_default(), currency);
    let unit = (!unit.is_empty()).then(|| format!("\u{a0}{unit}"));
    view! {
        <tr data-testid=format!("report-of-{}", row.id)>
            <th scope="row">{name}</th>
            <td class="r">
                <span class="val">
                    <bdi dir="ltr" class="ltr">{value}</bdi>
                    <i>{unit}</i>
                </span>
            </td>
            <td class="r num q3">
                <bdi dir="ltr" class="ltr">{words.figure_interval(row.unit, &row.figure, currency)}</bdi>
            </td>
            <td>{value_whisker(words, row, currency, WIDTH)}</td>
            <td>{change_mark(words, row, currency)}</td>
            <td class="spark">
                <Sparkline points=heights(&row.spark) />
            </td>
            <td>{goal_words(words, row, currency)}</td>
            <td class="r num q3">{words.integer(row.figure.n)}</td>
        </tr>
    }
    .into_any()
}
