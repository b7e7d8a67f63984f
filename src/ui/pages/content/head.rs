//! The sentence at the top, what the selection cannot be, and the key figures.

use leptos::prelude::*;

use super::{Desk, cells};
use crate::metrics::{Quantity, Unit};
use crate::ui::parts::{change_mark, value_whisker};
use crate::ui::route::Page;
use crate::views::{ContentView, ScoreRow};

/// Width of a whisker, in CSS pixels.
const WIDTH: f64 = 196.0;

/// What is known now, in a sentence or two.
pub fn sentence(desk: Desk) -> AnyView {
    let text = desk.part(move |view| said(desk, view));
    view! {
        <p class="quiet small measure" data-testid="content-sentence">
            {text}
        </p>
    }
    .into_any()
}

fn said(desk: Desk, view: &ContentView) -> String {
    let words = desk.words;
    let mut sentences = Vec::new();
    if let Some(period) = view.frame.period {
        sentences.push(words.count(
            "content.said_posts",
            u64::from(view.posts.posts),
            &[("span", &words.span(period))],
        ));
    }
    let rate = |id: &str| {
        let row = view.figures.iter().find(|row| row.id == id)?;
        Some((row.figure.value()?, words.figure_interval(row.unit, &row.figure, "")?))
    };
    if let Some((value, interval)) = rate("engagement_rate") {
        let value = words.value_with_unit(Unit::Ratio, value, "");
        sentences.push(words.fill("content.said_rate", &[("rate", &value), ("interval", &interval)]));
    }
    let known = u64::try_from(view.sharers.sellers.len()).unwrap_or(0);
    if known > 0 {
        let active = words.integer(u64::from(view.sharers.active));
        sentences.push(words.count("content.said_sharers", known, &[("active", &active)]));
    }
    words.sentences(sentences)
}

/// Says that the selection asks for what no post tells.
pub fn not_by(desk: Desk) -> AnyView {
    let words = desk.words;
    let dims = desk.part(|view| view.not_by.clone());
    let said = move || {
        let dims = dims.get();
        (!dims.is_empty()).then(|| {
            let names: Vec<String> = dims.iter().map(|dim| words.t(&format!("dim.{}", dim.id()))).collect();
            let text = words.fill("content.not_by", &[("dims", &words.list(&names))]);
            view! {
                <div class="callout" role="status" data-testid="content-not-by">
                    <p>{text}</p>
                </div>
            }
        })
    };
    view! { {said} }.into_any()
}

/// The key figures, each a link to its own page.
pub fn figures(desk: Desk) -> AnyView {
    let words = desk.words;
    let rows = desk.part(|view| view.figures.clone());
    let body = move || rows.with(|rows| rows.iter().map(|row| line(desk, row)).collect_view());
    let head = |key: &str, class: &'static str| view! { <th scope="col" class=class>{words.t(key)}</th> };
    let table = view! {
        <div class="scrolls">
            <table class="data keyfigs" data-testid="content-figures">
                <thead>
                    <tr>
                        {head("scorecard.head.measure", "")}
                        {head("scorecard.head.value", "r")}
                        {head("scorecard.head.interval", "")}
                        {head("scorecard.head.change", "")}
                        {head("scorecard.head.n", "r")}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    };
    cells::section(words.t("content.figures"), words.t("content.figures_text"), table)
}

/// One key figure.
pub fn line(desk: Desk, row: &ScoreRow) -> AnyView {
    let (session, words) = (desk.session, desk.words);
    let href = session.href_now(Page::Metric { id: row.id.clone(), by: None, variant: None, over: None });
    let name = view! {
        <th scope="row">
            <a href=href>{words.metric_name(&row.id, None)}</a>
            <small class="q3">{words.t(&format!("metric.{}.of", row.id))}</small>
        </th>
    };
    if let Some(why) = words.why(row, "") {
        let counts = row.figure.numerator.map(Quantity::to_f64).filter(|_| row.figure.n > 0);
        let lead = match counts {
            Some(_) => words.with_aside(&why.lead, &words.counted(&row.figure)),
            None => why.lead,
        };
        return view! {
            <tr data-testid=format!("content-{}", row.id)>
                {name}
                <td colspan="4">
                    <span class="hatch short" aria-hidden="true"></span>
                    " "
                    <b>{lead}</b>
                    {words.gap()}
                    {why.rest}
                </td>
            </tr>
        }
        .into_any();
    }
    view! {
        <tr data-testid=format!("content-{}", row.id)>
            {name}
            <td class="r">{cells::value(words, row.unit, &row.figure)}</td>
            <td>{value_whisker(words, row, "", WIDTH)}</td>
            <td>{change_mark(words, row, "")}</td>
            <td class="r num q3" data-head=words.t("scorecard.head.n")>{words.counted(&row.figure)}</td>
        </tr>
    }
    .into_any()
}
