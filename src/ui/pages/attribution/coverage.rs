//! What the figures stand on, and what was left out.

use leptos::prelude::*;

use crate::ui::words::Words;
use crate::views::CourtView;

/// The section.
pub fn coverage(words: Words, court: &CourtView) -> AnyView {
    let own = court.coverage;
    let number = |count: u32| words.integer(u64::from(count));
    let [rows, used, open, too_old, too_late, nobody] = own.touches;
    let mut lines: Vec<(&str, String)> = Vec::new();
    if own.deals_won > 0 {
        lines.push((
            "credit.cov.deals",
            words.k_of_n(f64::from(own.deals_with_path), u64::from(own.deals_won)),
        ));
    }
    if rows > 0 {
        lines.push(("credit.cov.touches", words.k_of_n(f64::from(used), u64::from(rows))));
    }
    let counts = [
        ("credit.cov.conversions", own.touch_conversions),
        ("credit.cov.path_rows", own.path_rows),
        ("credit.cov.path_rows_out", own.path_rows_left_out),
        ("credit.cov.open", open),
        ("credit.cov.too_old", too_old),
        ("credit.cov.too_late", too_late),
        ("credit.cov.nobody", nobody),
    ];
    lines.extend(counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| (key, number(count))));
    for (key, count) in [("credit.cov.nulls", own.nulls), ("credit.cov.without_value", own.without_value)] {
        if count > 0.0 {
            lines.push((key, words.tidy(count)));
        }
    }
    lines.push(("credit.cov.resamples", number(court.resamples)));
    let lines: Vec<AnyView> = (lines.into_iter())
        .map(|(key, value)| {
            view! {
                <li>
                    <span>{words.t(key)}</span>
                    <b class="num">
                        <bdi>{value}</bdi>
                    </b>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="sec" data-testid="attribution-coverage">
            <h2>{words.t("credit.cov.title")}</h2>
            <p class="small quiet lead">{words.t("credit.cov.text")}</p>
            <ul class="kv small covered">{lines}</ul>
        </section>
    }
    .into_any()
}
