//! Visits of pages that sellers shared or sent.

use leptos::prelude::*;

use super::{Desk, cells, head};
use crate::metrics::{Quantity, Unit};
use crate::ui::words::Words;
use crate::views::PagesView;

/// Bounce rate and time over all pages, and page by page.
pub fn pages(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.pages.clone());
    let body = view! {
        <div class="scrolls">
            <table class="data keyfigs">
                <tbody>
                    {move || view.with(|view| view.figures.iter().map(|row| head::line(desk, row)).collect_view())}
                </tbody>
            </table>
        </div>
        {move || view.with(|view| (!view.lines.is_empty()).then(|| table(words, view)))}
    };
    cells::section(words.t("content.pages"), words.t("content.pages_text"), body)
}

fn table(words: Words, view: &PagesView) -> AnyView {
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines: Vec<AnyView> = (view.lines.iter())
        .map(|line| {
            let sessions = line.bounce.denominator.or(line.seconds.denominator).map(Quantity::to_f64);
            let sessions = sessions.map(|sessions| words.tidy(sessions));
            view! {
                <tr>
                    <th scope="row">
                        <bdi class="clip">{line.url.clone()}</bdi>
                    </th>
                    <td class="r num">{sessions}</td>
                    <td class="r">{cells::value(words, Unit::Ratio, &line.bounce)}</td>
                    <td class="r">{cells::value(words, Unit::Seconds, &line.seconds)}</td>
                    <td>{cells::names(words, &line.sellers, "content.only_sent")}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-pages">
                <thead>
                    <tr>
                        <th scope="col">{words.t("content.col.page")}</th>
                        {right("content.col.sessions")}
                        {right("metric.bounce_rate.name")}
                        {right("metric.time_on_page.name")}
                        <th scope="col">{words.t("content.col.shared_by")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}
