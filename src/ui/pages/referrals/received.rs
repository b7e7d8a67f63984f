//! Referrals over time, and by who referred, what they are to the seller, and who received.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where, part};
use crate::metrics::Unit;
use crate::ui::parts::Pick;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ReferralLine, ReferralsView};

/// What the table is cut by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Referrer,
    Kind,
    Seller,
}

impl By {
    const ALL: [By; 3] = [By::Referrer, By::Kind, By::Seller];

    fn key(self) -> &'static str {
        match self {
            By::Referrer => "referrals.by_referrer",
            By::Kind => "referrals.by_kind",
            By::Seller => "dim.seller",
        }
    }
}

/// The chart and the table.
pub fn received(session: Session, view: Signal<ReferralsView>) -> impl IntoView {
    let words = session.words();
    let chart = part(view, move |view| {
        let spec = view.chart.as_ref()?;
        Some(Drawn::trend(words, "referrals", Unit::Count, view.bucket, spec))
    });
    let by = RwSignal::new(By::Referrer);
    let lines = Memo::new(move |_| {
        view.with(|view| match by.get() {
            By::Referrer => view.referrers.clone(),
            By::Kind => view.kinds.clone(),
            By::Seller => view.sellers.clone(),
        })
    });
    let options = Signal::derive(move || By::ALL.map(|by| (by.key().to_owned(), words.t(by.key()))).to_vec());
    let pick =
        move |key: String| by.set(By::ALL.into_iter().find(|by| by.key() == key).unwrap_or(By::Referrer));
    view! {
        <section class="sec">
            <h2>{words.t("referrals.received_title")}</h2>
            <p class="quiet small">{words.t("referrals.received_text")}</p>
            {drawn_where(chart, "short", "referrals-chart")}
            <Pick
                name=words.t("referrals.by")
                test_id="referrals-by"
                options=options
                value=Signal::derive(move || by.get().key().to_owned())
                on_pick=pick
            />
            {move || lines.with(|lines| table(words, by.get(), lines))}
            <p class="note q3">{words.t("referrals.received_note")}</p>
        </section>
    }
}

fn table(words: Words, by: By, lines: &[ReferralLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="emp quiet small">{words.t("referrals.none")}</p> }.into_any();
    }
    let head = ["referrals.col_received", "referrals.col_won", "referrals.col_lost", "referrals.col_open"];
    let head = head.map(|key| view! { <th scope="col" class="r">{words.t(key)}</th> }).collect_view();
    let rows = lines
        .iter()
        .map(|line| {
            let cells = [line.received, line.won, line.lost, line.open]
                .map(|count| view! { <td class="r num">{words.integer(u64::from(count))}</td> });
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{name(words, by, &line.name)}</bdi>
                    </th>
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data narrow" data-testid="referral-lines">
            <thead>
                <tr>
                    <th scope="col">{words.t(by.key())}</th>
                    {head}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A name as it was given; the types that the log offers, and a blank, in the page's words.
fn name(words: Words, by: By, name: &str) -> String {
    if name.trim().is_empty() {
        return words.t("referrals.not_said");
    }
    if by == By::Kind { words.choice(name) } else { name.to_owned() }
}
