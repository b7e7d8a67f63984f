//! The part that social networks play on the paths of won deals: how often, how much, and whether it grows.

use leptos::prelude::*;

use crate::metrics::{ReturnRules, Unit};
use crate::ui::parts::Sparkline;
use crate::ui::route::Page;
use crate::ui::session::{Session, value_of};
use crate::ui::typed::typed_number;
use crate::ui::words::Words;
use crate::views::{AttributionView, RoleView};

/// The section.
pub fn roles(session: Session, words: Words, view: &AttributionView) -> AnyView {
    let rows: Vec<AnyView> = view.roles.iter().map(|role| line(session, words, view, role)).collect();
    let months = words.integer(u64::from(view.growth_months));
    let growth = words.fill("credit.growth_text", &[("n", &months)]);
    let falling = match view.falling.as_ref().and_then(|id| view.roles.iter().find(|role| role.metric == *id))
    {
        Some(role) => {
            let (before, after) = role.halves;
            words.fill(
                "credit.falling",
                &[
                    ("role", &words.t(&format!("credit.role.{}", role.metric))),
                    ("before", &words.integer(u64::from(before))),
                    ("after", &words.integer(u64::from(after))),
                ],
            )
        }
        None if view.growth_months > 0 => words.t("credit.falling_none"),
        None => String::new(),
    };
    let rules = view.rules.clone();
    let healthy = words.typed(rules.healthy_growth * 100.0);
    let set = move |event| {
        if let Some(percent) = typed_number(&value_of(&event)) {
            let now = ReturnRules { healthy_growth: percent / 100.0, ..rules.clone() };
            session.set_return_rules(now, Some(rules.clone()));
        }
    };
    view! {
        <section class="sec" data-testid="attribution-roles">
            <h2>{words.t("credit.roles")}</h2>
            <div class="bydim">
                <label class="setting">
                    {words.t("credit.healthy")}
                    <input
                        class="field short"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        dir="ltr"
                        data-testid="healthy-growth"
                        value=healthy
                        on:change=set
                    />
                </label>
                <p class="small quiet">{words.t("credit.roles_text")} {words.gap()} {growth} {words.gap()} <b class="ink">{falling}</b></p>
            </div>
            <div class="sideways">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("credit.col.role")}</th>
                            <th scope="col" class="r">{words.t("credit.col.deals")}</th>
                            <th scope="col" class="r">{words.t("credit.col.share")}</th>
                            <th scope="col" class="r">{words.t("credit.col.value")}</th>
                            <th scope="col">{words.t("scorecard.head.months")}</th>
                            <th scope="col">{words.t("credit.col.growth")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn line(session: Session, words: Words, view: &AttributionView, role: &RoleView) -> AnyView {
    let currency = &view.frame.currency;
    let page = Page::Metric { id: role.metric.clone(), by: None, variant: None, over: None };
    let unknown = || words.t("key.unknown");
    let count = role.count.value().map_or_else(unknown, |count| words.k_of_n(count, role.count.n));
    let share = role
        .share
        .map(|(share, low, high)| (words.percent(share, 0), words.interval(Unit::Ratio, low, high, "")));
    let (share, range) = share.unwrap_or_else(|| (words.t("state.too_few"), String::new()));
    let value = role.value.value().map_or_else(unknown, |value| words.money(value, currency));
    let range_of_value = words.figure_interval(Unit::Money, &role.value, currency);
    let top = role.months.iter().filter_map(|(_, count)| *count).fold(1.0, f64::max);
    let points: Vec<Option<f64>> =
        role.months.iter().map(|(_, count)| count.map(|count| count / top)).collect();
    let spoken: Vec<String> = (role.months.iter())
        .map(|(month, count)| {
            words.labelled(&words.month(*month), &count.map_or_else(unknown, |count| words.tidy(count)))
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a class="nl" href=session.href_now(page)>
                    {words.t(&format!("credit.role.{}", role.metric))}
                </a>
            </th>
            <td class="r num">
                <bdi>{count}</bdi>
            </td>
            <td class="r num">
                <b>
                    <bdi>{share}</bdi>
                </b>
                " "
                <bdi dir="ltr" class="ltr q3">{range}</bdi>
            </td>
            <td class="r num">
                <bdi dir="ltr" class="ltr">{value}</bdi>
                " "
                <bdi dir="ltr" class="ltr q3">{range_of_value}</bdi>
            </td>
            <td>
                <Sparkline points=points />
                <span class="vh">{words.in_line(spoken)}</span>
            </td>
            <td>{growth(words, view, role)}</td>
        </tr>
    }
    .into_any()
}

/// Growth a month with its interval, and how it stands to the rate called healthy.
fn growth(words: Words, view: &AttributionView, role: &RoleView) -> AnyView {
    let Some((value, low, high)) = role.growth else {
        let (before, after) = role.halves;
        let counts = words.fill(
            "credit.growth_counts",
            &[("before", &words.integer(u64::from(before))), ("after", &words.integer(u64::from(after)))],
        );
        return view! {
            <span class="q3">{words.t("state.too_few")}</span>
            <small class="quiet">{counts}</small>
        }
        .into_any();
    };
    let healthy = view.rules.healthy_growth;
    let verdict = if low >= healthy {
        "credit.growth_healthy"
    } else if high < healthy {
        "credit.growth_below"
    } else {
        "credit.growth_unclear"
    };
    let signed = |value: f64| words.percent(value, 1);
    let range = words.fill("range.to", &[("low", &signed(low)), ("high", &signed(high))]);
    view! {
        <b>
            <bdi dir="ltr" class="ltr">{signed(value)}</bdi>
        </b>
        " "
        {words.t(verdict)}
        <small class="quiet">
            <bdi>{range}</bdi>
        </small>
    }
    .into_any()
}
