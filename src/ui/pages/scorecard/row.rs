//! One row: name over what is counted, value over interval, whisker, change, course, n.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::table::COLUMNS;
use crate::ui::parts::{Sparkline, change_mark, goal_words, value_whisker};
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ScoreRow, ScorecardView};

/// Width of a whisker in a row and of one of a part, in CSS pixels.
const WIDTHS: (f64, f64) = (196.0, 150.0);

/// The page of a metric.
pub fn page_of(id: &str) -> Page {
    Page::Metric { id: id.to_owned(), by: None, variant: None, over: None }
}

/// One row.
pub fn row(session: Session, words: Words, view: &ScorecardView, row: &ScoreRow) -> AnyView {
    let cells = match words.why(row, &view.frame.currency) {
        None => value_cells(words, view, row),
        Some(why) => super::missing::why_cells(session, words, row, why),
    };
    let id = row.id.clone();
    let open = move |event: web_sys::MouseEvent| {
        if !is_on_control(&event) {
            session.open(page_of(&id));
        }
    };
    view! {
        <tr class="row opens" data-testid=format!("score-row-{}", row.id) on:click=open>
            {name_cell(session, words, row)}
            {cells}
        </tr>
    }
    .into_any()
}

/// Name, as a link, over what is counted.
pub fn name_cell(session: Session, words: Words, row: &ScoreRow) -> AnyView {
    view! {
        <th scope="row" class="nm">
            <a href=session.href_now(page_of(&row.id))>{words.metric_name(&row.id, None)}</a>
            <small>{words.metric_of(&row.id)}</small>
        </th>
    }
    .into_any()
}

fn value_cells(words: Words, view: &ScorecardView, row: &ScoreRow) -> AnyView {
    let currency = &view.frame.currency;
    let figure = &row.figure;
    let (value, unit) = words.shown(row.unit, figure.value().unwrap_or_default(), currency);
    let interval = words.figure_interval(row.unit, figure, currency);
    let n = words.integer(figure.n);
    let unit = (!unit.is_empty()).then(|| view! { <i>{format!("\u{a0}{unit}")}</i> });
    let between = interval.is_some().then_some(" · ");
    let change = change_mark(words, row, currency).unwrap_or_else(|| no_change(words, view));
    view! {
        <td class="c-val">
            <span class="val" data-testid=format!("value-{}", row.id)>
                <bdi dir="ltr" class="ltr">{value}</bdi>
                {unit}
            </span>
            <span class="ci num">
                <bdi dir="ltr" class="ltr">{interval}</bdi>
                <span class="ph">{between}"n "{n.clone()}</span>
            </span>
        </td>
        <td class="c-whisk">
            {value_whisker(words, row, currency, WIDTHS.0)}
            {goal_words(words, row, currency)}
        </td>
        <td class="c-delta">{change}</td>
        <td class="c-spark"><Sparkline points=heights(&row.spark) /></td>
        <td class="c-n r num small q3">{n}</td>
    }
    .into_any()
}

fn no_change(words: Words, view: &ScorecardView) -> AnyView {
    let text = view.frame.before.map(|_| words.t("scorecard.no_before"));
    view! { <span class="small q3">{text}</span> }.into_any()
}

/// Points as shares of a sparkline's height, lowest to highest.
pub fn heights(points: &[Option<f64>]) -> Vec<Option<f64>> {
    let drawn = || points.iter().flatten().copied().filter(|point| point.is_finite());
    let (low, high) = (drawn().fold(f64::INFINITY, f64::min), drawn().fold(f64::NEG_INFINITY, f64::max));
    let height = |point: f64| if high > low { (point - low) / (high - low) } else { 0.5 };
    points.iter().map(|point| point.map(height)).collect()
}

/// The parts of a row, which open below it.
pub fn parts(session: Session, words: Words, currency: &str, parts: &[&ScoreRow]) -> AnyView {
    let cells: Vec<AnyView> = parts
        .iter()
        .map(|part| {
            let value = part
                .figure
                .value()
                .map_or_else(|| "–".to_owned(), |value| words.value(part.unit, value, currency));
            view! {
                <div data-testid=format!("score-row-{}", part.id)>
                    <b data-testid=format!("value-{}", part.id)>
                        <bdi dir="ltr" class="ltr">{value}</bdi>
                    </b>
                    <a class="nl" href=session.href_now(page_of(&part.id))>
                        {words.metric_name(&part.id, None)}
                    </a>
                    {value_whisker(words, part, currency, WIDTHS.1)}
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <tr class="sub">
            <td colspan=COLUMNS>
                <div class="pill4">{cells}</div>
            </td>
        </tr>
    }
    .into_any()
}

/// Whether a click was meant for a link or button inside the row, or marked text.
fn is_on_control(event: &web_sys::MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_control = target.is_some_and(|target| matches!(target.closest("a, button"), Ok(Some(_))));
    on_control || event.meta_key() || event.ctrl_key() || event.shift_key()
}

#[cfg(test)]
mod tests {
    use super::heights;

    #[test]
    fn a_course_fills_the_height_and_keeps_its_gaps() {
        assert_eq!(
            heights(&[Some(2.0), None, Some(4.0), Some(3.0)]),
            [Some(0.0), None, Some(1.0), Some(0.5)]
        );
        assert_eq!(heights(&[Some(2.0), Some(2.0)]), [Some(0.5), Some(0.5)]);
        assert_eq!(heights(&[None]), [None]);
    }
}
