//! What the open warm conversations may bring: three numbers and their product, each with its interval.

use leptos::prelude::*;

use super::rows::{metric_link, value_text};
use super::{lacking, section};
use crate::metrics::{Figure, State, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::PipelineView;

/// The section.
pub fn warm(session: Session, words: Words, view: &PipelineView) -> AnyView {
    let (part, currency) = (&view.warm, &view.frame.currency);
    let given = words.integer(u64::from(part.days));
    let need = words.integer(u64::from(part.need));
    let line = |name: AnyView, unit: Unit, figure: &Figure, is_sum: bool| {
        view! {
            <tr class:sum=is_sum>
                <th scope="row">{name}</th>
                <td class="r" data-head=words.t("scorecard.head.value")>
                    <b class="num">
                        <bdi>{value_text(words, unit, figure, currency)}</bdi>
                    </b>
                </td>
                <td class="r num q3" data-head=words.t("copy.interval")>
                    <bdi dir="ltr" class="ltr">
                        {words.figure_interval(unit, figure, currency).unwrap_or_else(|| "–".into())}
                    </bdi>
                </td>
                <td class="r num q3" data-head=words.t("scorecard.head.n")>{words.counted(figure)}</td>
            </tr>
        }
        .into_any()
    };
    let text = |key: &str| view! { {words.t(key)} }.into_any();
    let missing = words.why(&part.open, currency).map(|why| lacking(words.sentences([why.lead, why.rest])));
    let hidden = matches!(part.value.state, State::TooFew { .. } | State::Missing(_)) && missing.is_none();
    let hidden = hidden.then(|| lacking(words.fill("pipe.warm.hidden", &[("need", &need)])));
    section(
        words.t("pipe.warm.title"),
        words.fill("pipe.warm.text", &[("days", &given), ("need", &need)]),
        "pipe-warm",
        view! {
            <table class="data pipe-rows">
                <thead>
                    <tr>
                        <th scope="col">{words.t("pipe.col.part")}</th>
                        <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
                        <th scope="col" class="r">{words.t("copy.interval")}</th>
                        <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                    </tr>
                </thead>
                <tbody>
                    {line(
                        metric_link(session, words, "warm_conversations_open"),
                        Unit::Count,
                        &part.open.figure,
                        false,
                    )}
                    {line(text("pipe.warm.rate"), Unit::Ratio, &part.rate, false)}
                    {line(text("pipe.warm.median"), Unit::Money, &part.median, false)}
                    {line(text("pipe.warm.value"), Unit::Money, &part.value, true)}
                </tbody>
            </table>
            {missing}
            {hidden}
        },
    )
}
