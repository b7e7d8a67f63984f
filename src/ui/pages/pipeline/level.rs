//! The pipeline over time, as far as creation and closing dates and changes of stage tell it.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_once};
use super::{lacking, multiples, rows, section};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::PipelineView;

/// The section.
pub fn level(session: Session, words: Words, view: &PipelineView) -> AnyView {
    let (part, currency) = (&view.level, &view.frame.currency);
    let draw = |spec: &Option<crate::charts::ChartSpec>, id: &str, unit: Unit, test_id: &'static str| {
        let spec = spec.as_ref()?;
        let chart = Drawn::trend(words, id, unit, Some(view.bucket), spec);
        let drawn = drawn_once(Drawn { currency: currency.clone(), ..chart }, "short", test_id);
        let link = rows::metric_link(session, words, id);
        Some(view! {
            <div>
                <h3>{link}</h3>
                {drawn}
            </div>
        })
    };
    let known = words.fill(
        "pipe.level.stages_text",
        &[("known", &words.integer(part.with_stages)), ("n", &words.integer(part.standing))],
    );
    let stages = match &part.stages {
        Some(spec) => {
            let chart = Drawn::plain(Unit::Count, view.bucket, currency, spec);
            let drawn =
                multiples::multiples(words, spec, Drawn { heading: words.t("pipe.level.stages"), ..chart });
            view! {
                <h3>{words.t("pipe.level.stages")}</h3>
                <p class="small quiet">{known}</p>
                {drawn}
            }
            .into_any()
        }
        None => view! {
            <h3>{words.t("pipe.level.stages")}</h3>
            {lacking(words.t("pipe.level.no_stages"))}
        }
        .into_any(),
    };
    section(
        words.t("pipe.level.title"),
        words.t("pipe.level.text"),
        "pipe-level",
        view! {
            {rows::table(session, words, part.rows.iter(), currency)}
            <div class="two">
                {draw(&part.deals, "pipeline_deals", Unit::Count, "pipe-deals")}
                {draw(&part.value, "pipeline_value", Unit::Money, "pipe-value")}
            </div>
            {stages}
        },
    )
}
