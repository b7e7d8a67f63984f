//! Channels beside each other: leads, what they cost, what came back, and whether social networks differ.

use leptos::prelude::*;

use super::{cell, money};
use crate::metrics::{Dim, Figure, Unit};
use crate::ui::words::Words;
use crate::views::{ChannelView, ReturnView};

/// The section.
pub fn channels(words: Words, view: &ReturnView) -> AnyView {
    if view.channels.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = view.channels.iter().map(|channel| row(words, view, channel)).collect();
    let rule = words.t(&format!("credit.model.{}", view.rules.rule.id()));
    let gaps: Vec<AnyView> = view.channels.iter().filter_map(|channel| gap(words, channel)).collect();
    let gaps = (!gaps.is_empty()).then(|| {
        view! {
            <h3>{words.t("return.gaps")}</h3>
            <p class="small quiet lead">{words.t("return.gaps_text")}</p>
            <div class="sideways">
                <table class="data" data-testid="return-gaps">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("return.against")}</th>
                            <th scope="col">{words.t("return.col.conversion_gap")}</th>
                            <th scope="col">{words.t("return.col.cost_ratio")}</th>
                        </tr>
                    </thead>
                    <tbody>{gaps}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section class="sec" data-testid="return-channels">
            <h2>{words.t("return.channels")}</h2>
            <p class="small quiet lead">{words.fill("return.channels_text", &[("rule", &rule)])}</p>
            <div class="sideways">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.channel")}</th>
                            <th scope="col" class="r">{words.t("return.col.leads")}</th>
                            <th scope="col" class="r">{words.t("credit.col.growth")}</th>
                            <th scope="col" class="r">{words.t("return.col.cost")}</th>
                            <th scope="col" class="r">{words.t("return.col.per_lead")}</th>
                            <th scope="col" class="r">{words.t("return.col.conversion")}</th>
                            <th scope="col" class="r">{words.t("return.col.per_customer")}</th>
                            <th scope="col" class="r">{words.t("return.col.return")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {gaps}
        </section>
    }
    .into_any()
}

fn row(words: Words, view: &ReturnView, channel: &ChannelView) -> AnyView {
    let currency = &view.frame.currency;
    let growth = channel.growth.map(|(value, low, high)| {
        let signed = |value: f64| words.percent(value, 1);
        (signed(value), words.fill("range.to", &[("low", &signed(low)), ("high", &signed(high))]))
    });
    let (growth, growth_range) = growth.unwrap_or_else(|| (words.t("state.too_few"), String::new()));
    view! {
        <tr class:is-social=channel.is_social>
            <th scope="row">
                <bdi>{words.key_name(Dim::Channel, &channel.group)}</bdi>
            </th>
            <td class="r num">{value(words, Unit::Count, channel.leads.as_ref(), currency)}</td>
            <td class="r num">
                <bdi>{growth}</bdi>
                <small class="q3">
                    <bdi>{growth_range}</bdi>
                </small>
            </td>
            <td class="r num">
                <bdi dir="ltr" class="ltr">{money(words, channel.cost, currency)}</bdi>
            </td>
            <td class="r num">{value(words, Unit::Money, channel.cost_per_lead.as_ref(), currency)}</td>
            <td class="r num">{value(words, Unit::Ratio, channel.conversion.as_ref(), currency)}</td>
            <td class="r num">{value(words, Unit::Money, channel.cost_per_customer.as_ref(), currency)}</td>
            <td class="r num">{cell(words, channel.roi.as_ref())}</td>
        </tr>
    }
    .into_any()
}

/// A figure with its interval below and its cases.
fn value(words: Words, unit: Unit, figure: Option<&Figure>, currency: &str) -> AnyView {
    let Some((figure, value)) = figure.and_then(|figure| Some((figure, figure.value()?))) else {
        // Too few cases still have their counts.
        let counts = figure.filter(|figure| figure.n > 0).map(|figure| words.counted(figure));
        return view! {
            <span class="q3">{words.t("key.unknown")}</span>
            <small class="q3">{counts}</small>
        }
        .into_any();
    };
    let interval = words.figure_interval(unit, figure, currency);
    let counts = (unit == Unit::Ratio).then(|| words.counted(figure));
    view! {
        <bdi dir="ltr" class="ltr">{words.value(unit, value, currency)}</bdi>
        <small class="q3">
            <bdi dir="ltr" class="ltr">{interval}</bdi>
            " "
            {counts}
        </small>
    }
    .into_any()
}

/// How social networks differ from one other channel; none where neither can be said.
fn gap(words: Words, channel: &ChannelView) -> Option<AnyView> {
    if channel.conversion_gap.is_none() && channel.cost_ratio.is_none() {
        return None;
    }
    let conversion = channel.conversion_gap.map(|(gap, low, high)| {
        let verdict = match (low > 0.0, high < 0.0) {
            (true, _) => "return.more_often",
            (_, true) => "return.less_often",
            _ => "return.cannot_separate",
        };
        let range = words.signed_interval(Unit::Ratio, low, high, "");
        (words.signed(Unit::Ratio, gap, ""), range, words.t(verdict))
    });
    let cost = channel.cost_ratio.map(|(ratio, low, high)| {
        let verdict = match (low > 1.0, high < 1.0) {
            (true, _) => "return.dearer",
            (_, true) => "return.cheaper",
            _ => "return.cannot_separate",
        };
        let times = |ratio: f64| format!("×{}", words.number(ratio, 2));
        let range = words.fill("range.to", &[("low", &times(low)), ("high", &times(high))]);
        (times(ratio), range, words.t(verdict))
    });
    // Without a cost nobody knows; with one there are too few leads to say.
    let otherwise = |is_known: bool| words.t(if is_known { "state.too_few" } else { "key.unknown" });
    let said = |part: Option<(String, String, String)>, otherwise: String| match part {
        Some((value, range, verdict)) => view! {
            <b>
                <bdi dir="ltr" class="ltr">{value}</bdi>
            </b>
            " "
            {verdict}
            <small class="q3">
                <bdi>{range}</bdi>
            </small>
        }
        .into_any(),
        None => view! { <span class="q3">{otherwise}</span> }.into_any(),
    };
    let row = view! {
        <tr>
            <th scope="row">
                <bdi>{words.key_name(Dim::Channel, &channel.group)}</bdi>
            </th>
            <td>{said(conversion, otherwise(true))}</td>
            <td>{said(cost, otherwise(channel.cost_per_lead.is_some()))}</td>
        </tr>
    };
    Some(row.into_any())
}
