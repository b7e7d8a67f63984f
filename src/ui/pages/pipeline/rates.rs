//! Win and close rates by source, and referrals against the others.

use leptos::prelude::*;

use super::{cycle, held, lacking, rows, section};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{CycleVerdict, PipelineView};

/// The section.
pub fn rates(session: Session, words: Words, view: &PipelineView) -> AnyView {
    let (part, currency) = (&view.rates, &view.frame.currency);
    let tables: Vec<AnyView> = (part.rates.iter())
        .map(|rate| {
            let inside = if rate.table.rows.iter().any(|row| row.change.is_some()) {
                held::table(
                    words,
                    &rate.table,
                    currency,
                    words.t("pipe.col.source"),
                    Some(words.t("pipe.col.others")),
                    "pipe-by-source",
                )
            } else {
                lacking(words.t("pipe.no_sources"))
            };
            let open = rate.row.figure.open.map(|open| {
                let age = open.median_age_days.map_or_else(
                    || "–".to_owned(),
                    |age| words.value_with_unit(crate::metrics::Unit::Days, age, ""),
                );
                words.fill("pipe.rates.open", &[("n", &words.integer(open.count)), ("age", &age)])
            });
            view! {
                <h3>{rows::metric_link(session, words, &rate.row.id)}</h3>
                <p class="small quiet">{open}</p>
                {inside}
            }
            .into_any()
        })
        .collect();
    let referral = words.t(match part.referral_verdict {
        CycleVerdict::TooFew => "pipe.referral.too_few",
        CycleVerdict::Shorter => "pipe.referral.shorter",
        CycleVerdict::Longer => "pipe.referral.longer",
        CycleVerdict::CannotTell => "pipe.referral.cannot_tell",
    });
    let referral_table = part
        .referral_cycle
        .iter()
        .all(|group| group.figure.n > 0)
        .then(|| cycle::table(words, &part.referral_cycle));
    section(
        words.t("pipe.rates.title"),
        words.t("pipe.rates.text"),
        "pipe-rates",
        view! {
            {rows::table(session, words, part.rates.iter().map(|rate| &rate.row).chain(&part.odds), currency)}
            {tables}
            <h3>{words.t("pipe.referral.title")}</h3>
            <p class="small quiet">{referral}</p>
            {referral_table}
        },
    )
}
