//! Metrics of the catalogue as rows that lead to their page.

use leptos::prelude::*;

use crate::metrics::{Figure, State, Unit};
use crate::ui::parts::change_mark;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::ScoreRow;

/// A link to a metric's page under its name.
pub fn metric_link(session: Session, words: Words, id: &str) -> AnyView {
    let page = Page::Metric { id: id.to_owned(), by: None, variant: None, over: None };
    view! { <a class="nl" href=session.href_now(page)>{words.metric_name(id, None)}</a> }.into_any()
}

/// A figure's value, or the short words for none.
pub fn value_text(words: Words, unit: Unit, figure: &Figure, currency: &str) -> String {
    match (figure.value(), figure.state) {
        (Some(value), _) => words.value_with_unit(unit, value, currency),
        (None, State::TooFew { .. }) => words.t("state.too_few"),
        (None, State::NotReached) => words.t("state.not_reached"),
        (None, _) if figure.n == 0 => "–".to_owned(),
        (None, _) => words.t("key.unknown"),
    }
}

/// The rows as a table.
pub fn table<'a>(
    session: Session,
    words: Words,
    rows: impl Iterator<Item = &'a ScoreRow>,
    currency: &str,
) -> AnyView {
    let rows: Vec<&ScoreRow> = rows.collect();
    let has_change = rows.iter().any(|row| row.change.is_some());
    let lines: Vec<AnyView> =
        rows.into_iter().map(|row| line(session, words, row, currency, has_change)).collect();
    view! {
        <table class="data pipe-rows">
            <thead>
                <tr>
                    <th scope="col">{words.t("pipe.col.metric")}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
                    <th scope="col" class="r">{words.t("copy.interval")}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                    {has_change.then(|| view! { <th scope="col">{words.t("pipe.col.before")}</th> })}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(session: Session, words: Words, row: &ScoreRow, currency: &str, has_change: bool) -> AnyView {
    let name = view! {
        {metric_link(session, words, &row.id)}
        <small class="q3">{words.t(&format!("metric.{}.of", row.id))}</small>
    };
    if let Some(why) = words.why(row, currency) {
        return view! {
            <tr data-testid=format!("pipe-row-{}", row.id)>
                <th scope="row">{name}</th>
                <td colspan="4" class="pipe-why">
                    <b>{why.lead}</b>
                    {words.gap()}
                    <span class="q3">{why.rest}</span>
                </td>
            </tr>
        }
        .into_any();
    }
    view! {
        <tr data-testid=format!("pipe-row-{}", row.id)>
            <th scope="row">{name}</th>
            <td class="r" data-head=words.t("scorecard.head.value")>
                <b class="num">
                    <bdi dir="ltr" class="ltr">{value_text(words, row.unit, &row.figure, currency)}</bdi>
                </b>
            </td>
            <td class="r num q3" data-head=words.t("copy.interval")>
                <bdi dir="ltr" class="ltr">
                    {words.figure_interval(row.unit, &row.figure, currency).unwrap_or_else(|| "–".into())}
                </bdi>
            </td>
            <td class="r num q3" data-head=words.t("scorecard.head.n")>{words.counted(&row.figure)}</td>
            {has_change
                .then(|| {
                    view! {
                        <td data-head=words.t("pipe.col.before")>{change_mark(words, row, currency)}</td>
                    }
                })}
        </tr>
    }
    .into_any()
}
