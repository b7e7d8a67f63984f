//! One channel, or all social ones, under every model: dots and intervals, the band from the lowest to the highest.

use leptos::prelude::*;

use super::{channel_name, counted, model_name};
use crate::metrics::Unit;
use crate::ui::parts::{CopyTable, DotRange, DotRangeAxis, Pick, RangeTick};
use crate::ui::words::Words;
use crate::views::{CourtView, CreditView, ModelView};

/// Quarters of the axis.
const GRID: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// What a model credits to the channel looked at: none for the social ones together.
fn credit(court: &CourtView, model: &ModelView, channel: Option<&str>) -> Option<CreditView> {
    let Some(channel) = channel else { return model.social };
    let at = court.channels.iter().position(|(name, _)| name == channel)?;
    model.channels.get(at).copied()
}

/// The section.
pub fn models(words: Words, court: &CourtView, channel: RwSignal<Option<String>>, currency: &str) -> AnyView {
    let mut options = vec![(String::new(), words.t("credit.social"))];
    options.extend(court.channels.iter().map(|(name, _)| (format!("={name}"), channel_name(words, name))));
    let what = counted(words, court);
    let text = words.fill("credit.by_model_text", &[("what", &what)]);
    let (held, money) = (court.clone(), currency.to_owned());
    let lines = {
        let (held, money) = (court.clone(), currency.to_owned());
        move || copied(words, &held, channel.get_untracked().as_deref(), &money)
    };
    view! {
        <section class="sec" data-testid="attribution-models">
            <h2>{words.t("credit.by_model")}</h2>
            <div class="bydim">
                <Pick
                    name=words.t("credit.channel")
                    test_id="attribution-channel"
                    options=Signal::stored(options)
                    value=Signal::derive(move || {
                        channel.get().map_or_else(String::new, |name| format!("={name}"))
                    })
                    on_pick=move |picked| channel.set(picked.strip_prefix('=').map(str::to_owned))
                />
                <p class="small quiet">{text}</p>
            </div>
            {move || channel.with(|channel| table(words, &held, channel.as_deref(), &money))}
            <div class="tfoot small quiet">
                <CopyTable lines=lines />
            </div>
        </section>
    }
    .into_any()
}

fn table(words: Words, court: &CourtView, channel: Option<&str>, currency: &str) -> AnyView {
    let credits: Vec<Option<CreditView>> =
        court.models.iter().map(|model| credit(court, model, channel)).collect();
    let shares = credits.iter().flatten().map(|credit| credit.share);
    let band = shares.fold(None, |ends: Option<(f64, f64)>, share| {
        Some(ends.map_or((share, share), |(low, high)| (low.min(share), high.max(share))))
    });
    let ticks: Vec<RangeTick> = GRID
        .iter()
        .map(|at| RangeTick { position: *at, text: words.tick(Unit::Ratio, *at, *at >= 1.0, "") })
        .collect();
    let (from, to) = words.axis_ends(Unit::Ratio, 1.0, "");
    let axis = words.fill("breakdown.axis", &[("from", &from), ("to", &to)]);
    let rows: Vec<AnyView> = (court.models.iter().zip(credits))
        .map(|(model, credit)| line(words, court, model, credit, band, currency))
        .collect();
    view! {
        <div class="sideways">
            <table class="data held court" data-testid="attribution-table">
                <thead>
                    <tr>
                        <th scope="col">{words.t("credit.col.model")}</th>
                        <th scope="col" class="onaxis">
                            <DotRangeAxis ticks=ticks label=axis />
                        </th>
                        <th scope="col" class="r">{words.t("credit.col.share")}</th>
                        <th scope="col" class="r">{words.t("credit.col.value")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(
    words: Words,
    court: &CourtView,
    model: &ModelView,
    credit: Option<CreditView>,
    band: Option<(f64, f64)>,
    currency: &str,
) -> AnyView {
    let name = view! {
        <th scope="row">
            <b>{model_name(words, model.rule)}</b>
            <small class="quiet">{words.t(&format!("credit.blind.{}", model.rule.id()))}</small>
        </th>
    };
    let Some(credit) = credit else {
        let why = withheld(words, court, model);
        return view! {
            <tr class="withheld">
                {name}
                <td class="onaxis" colspan="3">
                    <span class="hatch onaxis" aria-hidden="true"></span>
                    <span class="q3">{why}</span>
                </td>
            </tr>
        }
        .into_any();
    };
    let share = words.percent(credit.share, 0);
    let range = credit.range.map(|(low, high)| words.interval(Unit::Ratio, low, high, ""));
    let label = words.in_line([Some(share.clone()), range.clone()].into_iter().flatten());
    let value = court.value.map(|_| words.money(credit.value, currency));
    view! {
        <tr>
            {name}
            <td class="onaxis">
                <DotRange
                    estimate=credit.share
                    interval=credit.range.unwrap_or((credit.share, credit.share))
                    grid=GRID.to_vec()
                    team=band
                    hollow=credit.range.is_none()
                    label=label
                />
            </td>
            <td class="r num" data-head=words.t("credit.col.share")>
                <b>
                    <bdi dir="ltr" class="ltr">{share}</bdi>
                </b>
                " "
                <bdi dir="ltr" class="ltr q3">{range}</bdi>
            </td>
            <td class="r num q3" data-head=words.t("credit.col.value")>
                <bdi dir="ltr" class="ltr">{value}</bdi>
            </td>
        </tr>
    }
    .into_any()
}

/// Why a model says nothing, and what it would need.
fn withheld(words: Words, court: &CourtView, model: &ModelView) -> String {
    let n = words.integer(court.conversions.round() as u64);
    let key = model.withheld.as_deref().unwrap_or("no_conversions");
    words.fill(&format!("credit.withheld.{key}"), &[("n", &n)])
}

fn copied(words: Words, court: &CourtView, channel: Option<&str>, currency: &str) -> Vec<Vec<String>> {
    let heads = ["credit.col.model", "credit.col.share", "copy.interval", "credit.col.value"];
    let mut lines = vec![heads.map(|key| words.t(key)).to_vec()];
    lines.extend(court.models.iter().map(|model| {
        let name = model_name(words, model.rule);
        match credit(court, model, channel) {
            Some(credit) => vec![
                name,
                words.percent(credit.share, 1),
                credit
                    .range
                    .map_or_else(String::new, |(low, high)| words.interval(Unit::Ratio, low, high, "")),
                court.value.map_or_else(String::new, |_| words.money(credit.value, currency)),
            ],
            None => vec![name, withheld(words, court, model)],
        }
    }));
    lines
}
