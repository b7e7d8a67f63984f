//! Hand-over, exits, first touches, and the ranking of activities and channels.

use leptos::prelude::*;

use super::{held, lacking, section};
use crate::metrics::{Quantity, Unit};
use crate::ui::words::Words;
use crate::views::{HeldTable, PipelineView, WeakSide};

/// Leads accepted and won, social and others.
pub fn handover(words: Words, view: &PipelineView) -> AnyView {
    let part = &view.handover;
    let said = words.t(match part.weak {
        WeakSide::Unknown => "pipe.hand.unknown",
        WeakSide::CannotTell => "pipe.hand.cannot_tell",
        WeakSide::Before => "pipe.hand.before",
        WeakSide::After => "pipe.hand.after",
        WeakSide::Both => "pipe.hand.both",
        WeakSide::Neither => "pipe.hand.neither",
    });
    let inside = if part.accepted.rows.is_empty() {
        lacking(words.t("pipe.hand.lacking"))
    } else {
        let step = |table: &HeldTable, title: &str, test_id: &'static str| {
            let against = Some(words.t("pipe.col.others"));
            held::table(words, table, "", words.t(title), against, test_id)
        };
        view! {
            {step(&part.accepted, "pipe.hand.accepted", "pipe-accepted")}
            {step(&part.won, "pipe.hand.won", "pipe-accepted-won")}
            <p class="note">{words.t("pipe.hand.text")}</p>
        }
        .into_any()
    };
    section(words.t("pipe.hand.title"), said, "pipe-handover", inside)
}

/// Deals lost soon after an activity, worst first.
pub fn exits(words: Words, view: &PipelineView) -> AnyView {
    let part = &view.exits;
    let days = words.integer(u64::from(part.days));
    let base = part.base.as_ref().map(|base| {
        words.fill(
            "pipe.exits.base",
            &[
                ("days", &days),
                ("value", &words.read_aloud(Unit::Ratio, base, "")),
                ("counted", &words.counted(base)),
            ],
        )
    });
    let inside = if part.table.rows.is_empty() {
        lacking(words.t("pipe.no_touches"))
    } else {
        held::table(
            words,
            &part.table,
            "",
            words.t("pipe.col.activity"),
            Some(words.t("pipe.exits.against")),
            "pipe-exits-table",
        )
    };
    let counted = |key: &str, deals: u64| (deals > 0).then(|| words.count(key, deals, &[]));
    let dated =
        [counted("pipe.exits.by_stage", part.dated_by_stage), counted("pipe.exits.undated", part.undated)];
    let dated = words.sentences(dated.into_iter().flatten());
    let inside = view! {
        {inside}
        <p class="note q3" data-testid="pipe-exits-dates">{words.t("pipe.exits.dates")} {words.gap()} {dated}</p>
    };
    let text = words.fill("pipe.exits.text", &[("days", &days)]);
    section(
        words.fill("pipe.exits.title", &[("days", &days)]),
        words.sentences([Some(text), base].into_iter().flatten()),
        "pipe-exits",
        inside,
    )
}

/// Where in the pipeline channels first touch deals.
pub fn firsts(words: Words, view: &PipelineView) -> AnyView {
    let part = &view.firsts;
    if part.channels.is_empty() {
        let lack = lacking(words.t("pipe.no_touches"));
        return section(words.t("pipe.firsts.title"), words.t("pipe.firsts.text"), "pipe-firsts", lack);
    }
    let head: Vec<AnyView> = (part.stages.iter())
        .map(|stage| {
            view! {
                <th scope="col" class="r">
                    <bdi>{held::name_text(words, stage)}</bdi>
                </th>
            }
            .into_any()
        })
        .collect();
    let lines: Vec<AnyView> = (part.channels.iter())
        .map(|channel| {
            let cells: Vec<AnyView> = (channel.counts.iter())
                .map(|count| {
                    let class = if *count == 0 { "r num q3" } else { "r num" };
                    view! { <td class=class>{words.integer(*count)}</td> }.into_any()
                })
                .collect();
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{held::name_text(words, &channel.name)}</bdi>
                    </th>
                    {cells}
                    <td class="r num strong">{words.integer(channel.counts.iter().sum())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let by_stage = |table: &HeldTable, title: &str, test_id: &'static str| {
        held::table(words, table, "", words.t(title), None, test_id)
    };
    section(
        words.t("pipe.firsts.title"),
        words.t("pipe.firsts.text"),
        "pipe-firsts",
        view! {
            <div class="scrolled">
                <table class="data" data-testid="pipe-firsts-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("pipe.col.channel")}</th>
                            {head}
                            <th scope="col" class="r">{words.t("pipe.col.deals")}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            {by_stage(&part.earliest, "pipe.firsts.earliest", "pipe-earliest")}
            {by_stage(&part.only, "pipe.firsts.only", "pipe-only")}
        },
    )
}

/// What deals and people with an activity do against those without.
pub fn lift(words: Words, view: &PipelineView) -> AnyView {
    let ranked = |table: &HeldTable, title: &str, test_id: &'static str| {
        if table.rows.is_empty() {
            let lack = lacking(words.t("pipe.no_touches"));
            return view! {
                <h3>{words.t(title)}</h3>
                {lack}
            }
            .into_any();
        }
        let drawn = held::table(
            words,
            table,
            "",
            words.t("pipe.col.activity"),
            Some(words.t("pipe.col.without")),
            test_id,
        );
        view! {
            <h3>{words.t(title)}</h3>
            <p class="small quiet">{best(words, table)}</p>
            {drawn}
        }
        .into_any()
    };
    section(
        words.t("pipe.lift.title"),
        words.t("pipe.lift.text"),
        "pipe-lift",
        view! {
            {ranked(&view.lift.on_win, "pipe.lift.on_win", "pipe-lift-win")}
            {ranked(&view.lift.on_lead, "pipe.lift.on_lead", "pipe-lift-lead")}
        },
    )
}

/// Those whose gain is more than chance.
fn best(words: Words, table: &HeldTable) -> String {
    let is_sure = |low: Option<f64>| low.is_some_and(|low| low > 0.0);
    let names: Vec<String> = (table.rows.iter())
        .filter(|row| is_sure(row.change.and_then(|change| change.low)))
        .filter(|row| row.figure.numerator.is_some_and(|hits| hits != Quantity::Number(0.0)))
        .map(|row| held::name_text(words, &row.name))
        .collect();
    if names.is_empty() {
        words.t("pipe.lift.none")
    } else {
        words.fill("pipe.lift.best", &[("names", &words.list(&names))])
    }
}
