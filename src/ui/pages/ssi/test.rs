//! Deals at a high and at a low index.

use leptos::prelude::*;

use super::super::shown::part;
use crate::metrics::Unit;
use crate::ui::parts::Pick;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{HighFrom, HighLow, MonthGroup, SsiView};

/// The claim, what counts as high, and the own numbers.
pub fn test(session: Session, view: Signal<SsiView>, high_from: RwSignal<HighFrom>) -> impl IntoView {
    let words = session.words();
    let test = part(view, |view| view.test.clone());
    let options = Signal::derive(move || {
        vec![
            ("median".to_owned(), words.t("ssi.high_from_median")),
            ("70".to_owned(), words.t("ssi.high_from_70")),
        ]
    });
    let value = Signal::derive(move || match high_from.get() {
        HighFrom::OwnMedian => "median".to_owned(),
        HighFrom::Seventy => "70".to_owned(),
    });
    let pick = move |chosen: String| {
        high_from.set(if chosen == "70" { HighFrom::Seventy } else { HighFrom::OwnMedian });
    };
    view! {
        <section class="sec">
            <h2>{words.t("ssi.test_title")}</h2>
            <p class="quiet small">{words.t("ssi.test_text")}</p>
            <Pick name=words.t("ssi.high_from") test_id="high-from" options=options value=value on_pick=pick />
            {move || test.with(|test| shown(words, test))}
            <p class="note q3">{words.t("ssi.test_claim")}</p>
        </section>
    }
}

fn shown(words: Words, test: &HighLow) -> AnyView {
    let Some(border) = test.border else {
        return view! { <p class="emp quiet small">{words.t("ssi.test_none")}</p> }.into_any();
    };
    let border = words.value(Unit::Score, border, "");
    let row = |key: &str, group: &MonthGroup| {
        let rate = group.rate.map(|(rate, low, high)| {
            (words.number(rate, 2), format!("{}–{}", words.number(low, 2), words.number(high, 2)))
        });
        let (rate, interval) = rate.unwrap_or_else(|| ("–".to_owned(), String::new()));
        view! {
            <tr>
                <th scope="row">{words.fill(key, &[("border", &border)])}</th>
                <td class="r num">{words.integer(u64::from(group.months))}</td>
                <td class="r num">{words.integer(u64::from(group.deals))}</td>
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{rate}</bdi>
                    <small class="q3">
                        <bdi dir="ltr" class="ltr">{interval}</bdi>
                    </small>
                </td>
            </tr>
        }
    };
    let verdict = match test.difference {
        None => words.fill("ssi.test_too_few", &[("need", &words.integer(u64::from(test.need)))]),
        Some((difference, low, high)) => {
            let signed = |value: f64| {
                let sign = if value < 0.0 { "−" } else { "+" };
                format!("\u{2066}{sign}{}\u{2069}", words.number(value.abs(), 2))
            };
            let key = if low > 0.0 {
                "ssi.test_more"
            } else if high < 0.0 {
                "ssi.test_fewer"
            } else {
                "ssi.test_cannot_tell"
            };
            let args = [("difference", signed(difference)), ("low", signed(low)), ("high", signed(high))];
            words.fill_owned(key, &args.map(|(name, text)| (name.to_owned(), text)))
        }
    };
    view! {
        <table class="data narrow" data-testid="ssi-test">
            <thead>
                <tr>
                    <th scope="col">{words.t("ssi.col_group")}</th>
                    <th scope="col" class="r">{words.t("ssi.col_months")}</th>
                    <th scope="col" class="r">{words.t("ssi.col_deals")}</th>
                    <th scope="col" class="r">{words.t("ssi.col_rate")}</th>
                </tr>
            </thead>
            <tbody>{row("ssi.group_high", &test.high)} {row("ssi.group_low", &test.low)}</tbody>
        </table>
        <p class="small">
            <b>{verdict}</b>
        </p>
    }
    .into_any()
}
