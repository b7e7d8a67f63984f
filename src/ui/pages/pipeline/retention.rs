//! Customers who came back, who did not, and whether somebody kept in touch.

use leptos::prelude::*;

use super::super::shown::folded;
use super::{held, lacking, rows, section};
use crate::metrics::{Quantity, Unit};
use crate::ui::parts::CopyTable;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{GoneCustomer, PipelineView, RetentionPart};

/// Customers shown before the list is opened.
const SHOWN: usize = 10;

/// The section.
pub fn retention(session: Session, words: Words, view: &PipelineView) -> AnyView {
    let (part, currency) = (&view.retention, &view.frame.currency);
    let base = part.base.map(|base| words.fill("pipe.kept.base", &[("span", &words.span(base))]));
    let engaged = if part.engaged.rows.is_empty() {
        part.base.map(|_| lacking(words.t("pipe.kept.no_touches")))
    } else {
        Some(held::table(
            words,
            &part.engaged,
            currency,
            words.t("pipe.kept.customers"),
            Some(words.t("pipe.kept.against")),
            "pipe-engaged",
        ))
    };
    let after = part.after_win.as_ref().map(|after| {
        let per = after.touches as f64 / after.touched.n.max(1) as f64;
        words.fill(
            "pipe.kept.after_win",
            &[
                ("n", &words.integer(after.touched.n)),
                ("touches", &words.integer(after.touches)),
                ("per", &words.number(per, 1)),
                ("value", &words.read_aloud(Unit::Ratio, &after.touched, "")),
                ("counted", &words.counted(&after.touched)),
            ],
        )
    });
    section(
        words.t("pipe.kept.title"),
        words.sentences([base, Some(words.t("pipe.kept.text"))].into_iter().flatten()),
        "pipe-retention",
        view! {
            {rows::table(session, words, std::iter::once(&part.row), currency)}
            {gone(words, part, currency)}
            {engaged}
            {after.map(|after| view! { <p class="small">{after}</p> })}
        },
    )
}

fn gone(words: Words, part: &RetentionPart, currency: &str) -> Option<AnyView> {
    if part.gone.is_empty() {
        return None;
    }
    let table = |customers: &[GoneCustomer]| table(words, customers, currency);
    let (first, rest) = part.gone.split_at(SHOWN.min(part.gone.len()));
    let more = (!rest.is_empty()).then(|| {
        let (shown, all) = (words.integer(part.gone.len() as u64), words.integer(part.gone_total));
        let (rest, currency) = (rest.to_vec(), currency.to_owned());
        folded(words.fill("pipe.kept.more", &[("shown", &shown), ("n", &all)]), move || {
            self::table(words, &rest, &currency).into_any()
        })
    });
    let copied = part.gone.clone();
    let currency = currency.to_owned();
    Some(
        view! {
            <h3>{words.count("pipe.kept.gone", part.gone_total, &[])}</h3>
            {table(first)}
            {more}
            <p class="small">
                <CopyTable lines=move || lines(words, &copied, &currency) />
            </p>
        }
        .into_any(),
    )
}

fn head(words: Words) -> [String; 3] {
    [words.t("pipe.kept.customer"), words.t("pipe.kept.last"), words.t("pipe.kept.spent")]
}

fn spent(words: Words, customer: &GoneCustomer, currency: &str) -> String {
    customer.spent.map_or_else(
        || words.t("key.unknown"),
        |spent| words.value(Unit::Money, Quantity::Money(spent).to_f64(), currency),
    )
}

fn lines(words: Words, customers: &[GoneCustomer], currency: &str) -> Vec<Vec<String>> {
    let line = |customer: &GoneCustomer| {
        vec![customer.name.clone(), customer.last.iso(), spent(words, customer, currency)]
    };
    std::iter::once(head(words).to_vec()).chain(customers.iter().map(line)).collect()
}

fn table(words: Words, customers: &[GoneCustomer], currency: &str) -> AnyView {
    let [customer, last, sum] = head(words);
    let lines: Vec<AnyView> = (customers.iter())
        .map(|customer| {
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{customer.name.clone()}</bdi>
                    </th>
                    <td class="r num">{words.day(customer.last)}</td>
                    <td class="r num">
                        <bdi>{spent(words, customer, currency)}</bdi>
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="data gone">
            <thead>
                <tr>
                    <th scope="col">{customer}</th>
                    <th scope="col" class="r">{last}</th>
                    <th scope="col" class="r">{sum}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}
