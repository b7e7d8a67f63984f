//! One slide.

use leptos::prelude::*;

use crate::metrics::Stage;
use crate::ui::pages::report::{ahead, clearest, headline};
use crate::ui::pages::shown::{Drawn, drawn_where};
use crate::ui::parts::{change_mark, goal_words};
use crate::ui::words::Words;
use crate::views::{Course, Gap, ScoreRow, Slide, SlidesView};

/// A slide.
pub fn slide(words: Words, view: &SlidesView, slide: &Slide) -> AnyView {
    let currency = &view.frame.currency;
    match slide {
        Slide::Answer { moved, clearest: row } => {
            let against = view
                .frame
                .before
                .map(|before| words.fill("slides.against", &[("span", &words.span(before))]));
            let clearest = row.as_ref().and_then(|row| clearest(words, row, currency));
            view! {
                <h1 class="disp">{headline(words, *moved)}</h1>
                <p class="ld">{clearest}</p>
                <p class="quiet">
                    <bdi>{view.frame.period.map(|period| words.span(period))}</bdi>
                    {against.as_ref().map(|_| " · ")}
                    {against}
                </p>
            }
            .into_any()
        }
        Slide::Rows { stage, rows } => {
            let id = if *stage == Stage::Leading { "leading" } else { "lagging" };
            let lines: Vec<AnyView> = rows.iter().map(|row| line(words, row, currency)).collect();
            view! {
                <h1>
                    {words.t(&format!("stage.{id}"))} " "
                    <span class="quiet">{words.t(&format!("stage.{id}_of"))}</span>
                </h1>
                <table class="data slide-rows">
                    <tbody>{lines}</tbody>
                </table>
            }
            .into_any()
        }
        Slide::Figure(course) => figure(words, course, currency),
        Slide::Ahead(lead) => view! {
            <h1 class="disp">{ahead(words, lead)}</h1>
            <p class="quiet">{words.t("slides.no_cause")}</p>
        }
        .into_any(),
        Slide::Gaps(gaps) => {
            let items: Vec<AnyView> = gaps.iter().map(|gap| missing(words, gap)).collect();
            view! {
                <h1>{words.t("slides.gaps")}</h1>
                <ul class="gaps">{items}</ul>
            }
            .into_any()
        }
    }
}

fn line(words: Words, row: &ScoreRow, currency: &str) -> AnyView {
    if let Some(why) = words.why(row, currency) {
        return view! {
            <tr>
                <th scope="row">{words.metric_name(&row.id, None)}</th>
                <td colspan="3">
                    <span class="hatch swatch" aria-hidden="true"></span>
                    {why.lead}
                </td>
            </tr>
        }
        .into_any();
    }
    view! {
        <tr>
            <th scope="row">{words.metric_name(&row.id, None)}</th>
            <td class="r">{value(words, row, currency)}</td>
            <td class="num q3">{interval(words, row, currency)}</td>
            <td>{change_mark(words, row, currency)}</td>
        </tr>
    }
    .into_any()
}

fn value(words: Words, row: &ScoreRow, currency: &str) -> AnyView {
    let (value, unit) = words.shown(row.unit, row.figure.value().unwrap_or_default(), currency);
    let unit = (!unit.is_empty()).then(|| format!("\u{a0}{unit}"));
    view! {
        <span class="val">
            <bdi dir="ltr" class="ltr">{value}</bdi>
            <i>{unit}</i>
        </span>
    }
    .into_any()
}

/// Interval and n: a number never stands alone.
fn interval(words: Words, row: &ScoreRow, currency: &str) -> AnyView {
    let interval = words.figure_interval(row.unit, &row.figure, currency);
    let between = interval.is_some().then_some(" · ");
    view! {
        <bdi dir="ltr" class="ltr">{interval}</bdi>
        {between}
        "n "
        {words.integer(row.figure.n)}
    }
    .into_any()
}

fn figure(words: Words, course: &Course, currency: &str) -> AnyView {
    let row = &course.row;
    let drawn = Drawn::trend(words, &row.id, row.unit, Some(course.bucket), &course.trend);
    let source = Memo::new(move |_| Some(drawn.clone()));
    view! {
        <h1>{words.metric_name(&row.id, None)}</h1>
        <p class="quiet">{words.metric_of(&row.id)}</p>
        <div class="slide-figure">
            <div>
                <p class="slide-value">{value(words, row, currency)}</p>
                <p class="num q3">{interval(words, row, currency)}</p>
                {change_mark(words, row, currency)}
                {goal_words(words, row, currency)}
            </div>
            <div class="slide-chart">{drawn_where(source, "", "slide-chart")}</div>
        </div>
    }
    .into_any()
}

fn missing(words: Words, gap: &Gap) -> AnyView {
    let names: Vec<String> = gap.ids.iter().map(|id| words.metric_name(id, None)).collect();
    view! {
        <li>
            <span class="hatch swatch" aria-hidden="true"></span>
            <span>
                {words.woven(
                    "report.missing_line",
                    [
                        ("names", view! { <b>{words.in_line(names)}</b> }.into_any()),
                        ("need", words.t(&format!("need.{}", gap.need.id())).into_any()),
                    ],
                )}
            </span>
        </li>
    }
    .into_any()
}
