//! The age of the programme against the own sales cycle, and what it is judged by.

use leptos::prelude::*;

use crate::ui::parts::{change_mark, value_whisker};
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Baseline, ProgrammeView};

/// What is known of the programme's age.
pub fn sentence(words: Words, view: &ProgrammeView) -> String {
    let clock = &view.clock;
    let (Some(began), Some(age)) = (clock.began, clock.age_days) else {
        return words.t(match view.frame.baseline {
            Baseline::Different => "programme.different",
            Baseline::AfterData(_) => "programme.after_data",
            _ => "programme.no_baseline",
        });
    };
    let age = words.count("length.days", u64::try_from(age).unwrap_or(0), &[]);
    words.fill("programme.age", &[("age", &age), ("day", &words.day(began))])
}

/// The section.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    let clock = &view.clock;
    let cycle = clock
        .cycle
        .as_ref()
        .and_then(|cycle| cycle.value())
        .map(|days| words.count("length.days", days.round() as u64, &[]));
    let against = match (clock.is_old_enough, &cycle) {
        (Some(true), Some(cycle)) => words.fill("programme.old_enough", &[("cycle", cycle)]),
        (Some(false), Some(cycle)) => words.fill("programme.too_young", &[("cycle", cycle)]),
        (None, Some(cycle)) => words.fill("programme.cycle", &[("cycle", cycle)]),
        _ => words.t("programme.no_cycle"),
    };
    let is_grey = clock.is_old_enough != Some(true);
    let currency = &view.frame.currency;
    let verdict = clock.verdict.as_ref().map(|row| {
        let page = Page::Metric { id: row.id.clone(), by: None, variant: None, over: None };
        let value = match row.figure.value() {
            Some(value) => words.value_with_unit(row.unit, value, currency),
            None => "–".to_owned(),
        };
        let why = words.why(row, currency).map(|why| {
            view! { <span class="small quiet">{words.sentences([why.lead, why.rest])}</span> }
        });
        view! {
            <div class="verdict" class:grey=is_grey data-testid="programme-verdict">
                <p>
                    <a class="nl" href=session.href_now(page)>
                        <b>{words.metric_name(&row.id, None)}</b>
                    </a>
                    " "
                    <span class="quiet small">{words.t("programme.since")}</span>
                </p>
                <div class="vals">
                    <b class="goal-now">
                        <bdi>{value}</bdi>
                    </b>
                    {value_whisker(words, row, currency, 196.0)}
                    <span class="c-delta">{change_mark(words, row, currency)}</span>
                </div>
                {why}
            </div>
        }
    });
    let note = (is_grey && verdict.is_some())
        .then(|| view! { <p class="small quiet">{words.t("programme.grey")}</p> });
    let missing = verdict.is_none().then(|| {
        view! {
            <p>
                <a href=session.href_now(Page::Team)>{words.t("baseline.link")}</a>
            </p>
        }
    });
    view! {
        <section class="sec first">
            <h2>{words.t("programme.clock")}</h2>
            <p>{against}</p>
            {verdict}
            {note}
            {missing}
        </section>
    }
    .into_any()
}
