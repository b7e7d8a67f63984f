//! What each band costs and gets; offers that came too early, and content.

use leptos::prelude::*;

use super::said;
use crate::metrics::{Dim, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{BandLine, LeadsView};

/// Cost of a conversion by band, month and channel.
pub fn costs(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let currency = &view.frame.currency;
    let months: Vec<_> = view.bands.first().map(|band| band.cost_months.clone()).unwrap_or_default();
    let rows = view.bands.iter().map(|band| {
        let cells = band.cost_months.iter().map(|(_, figure)| {
            view! { <td class="r num">{said::value(words, Unit::Money, figure, currency)}</td> }
        });
        let cells = cells.collect_view();
        let channels = band.cost_channels.iter().map(|(channel, figure)| {
            view! {
                <div>
                    {words.key_name(Dim::Channel, channel)}
                    " "
                    {said::value(words, Unit::Money, figure, currency)}
                </div>
            }
        });
        let channels = channels.collect_view();
        view! {
            <tr>
                <th scope="row">{words.t(&format!("key.band.{}", band.band))}</th>
                <td class="r num">{said::value(words, Unit::Money, &band.cost, currency)}</td>
                {cells}
                <td>{channels}</td>
            </tr>
        }
        .into_any()
    });
    let numbers: Vec<usize> = (1..months.len() + 2).collect();
    let head = [words.t("dim.band"), words.t("leads.col_period")].into_iter();
    let head = head.chain(months.iter().map(|(month, _)| words.month(*month)));
    let head = head.chain([words.t("leads.col_channels")]).collect();
    view! {
        <section class="sec">
            <h2>{words.t("leads.costs")}</h2>
            <p class="quiet small">{words.t("leads.costs_text")}</p>
            {said::table(words.t("leads.costs"), head, &numbers, rows.collect(), "leads-costs")}
        </section>
    }
    .into_any()
}

/// What each band should get, and what it got.
pub fn plays(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let cards = view.bands.iter().map(|band| play(words, band, &view.frame.currency)).collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("leads.plays")}</h2>
            <p class="quiet small">{words.t("leads.plays_text")}</p>
            <div class="lead-bands" data-testid="leads-plays">
                {cards}
            </div>
        </section>
    }
    .into_any()
}

fn play(words: Words, band: &BandLine, currency: &str) -> AnyView {
    let got = &band.got;
    let each = |value: Option<f64>, unit: Unit| {
        value.map_or_else(
            || words.t("leads.not_known"),
            |value| match unit {
                Unit::Money => words.money(value, currency),
                _ => words.number(value, 1),
            },
        )
    };
    let facts = [
        ("leads.got_touches", each(got.touches_each, Unit::Count)),
        ("leads.got_money", each(got.money_each, Unit::Money)),
        ("leads.got_hours", each(got.hours_each, Unit::Count)),
    ];
    let facts = facts.map(|(key, value)| {
        view! {
            <div>
                <dt class="q3">{words.t(key)}</dt>
                <dd class="num">
                    <bdi>{value}</bdi>
                </dd>
            </div>
        }
    });
    let kinds = words.fill(
        "leads.got_kinds",
        &[
            ("nurture", &words.integer(u64::from(got.nurture))),
            ("sales", &words.integer(u64::from(got.sales))),
            ("other", &words.integer(u64::from(got.other))),
        ],
    );
    view! {
        <div class=format!("lead-band {}", band.band)>
            <h3>{words.t(&format!("key.band.{}", band.band))}</h3>
            <p>{words.t(&format!("leads.play.{}", band.band))}</p>
            <p class="small q3">{words.count("leads.got_leads", u64::from(got.leads), &[])}</p>
            <dl class="lead-growth">{facts.into_iter().collect_view()}</dl>
            <p class="small">{kinds}</p>
        </div>
    }
    .into_any()
}

/// Offers that came too early, and slow leads that nobody touches.
pub fn care(session: Session, view: &LeadsView) -> AnyView {
    view! {
        <section class="sec lead-two">
            <div>{hard_sell(session.words(), view)}</div>
            <div>{nurture(session.words(), view)}</div>
        </section>
    }
    .into_any()
}

fn hard_sell(words: Words, view: &LeadsView) -> AnyView {
    let sell = &view.hard_sell;
    let told = match sell.difference {
        None => words.t("leads.hard_too_few"),
        Some((difference, low, high)) => {
            let range = words.signed_interval(Unit::Ratio, low, high, "");
            let number = words.signed(Unit::Ratio, difference, "");
            let key = match (low > 0.0, high < 0.0) {
                (true, _) => "leads.hard_loses",
                (_, true) => "leads.hard_keeps",
                _ => "leads.hard_unclear",
            };
            words.fill(key, &[("difference", &number), ("range", &range)])
        }
    };
    let shares = [("leads.hard_lost", &sell.hard), ("leads.soft_lost", &sell.soft)].map(|(key, figure)| {
        view! {
            <div>
                <dt>{words.t(key)}</dt>
                <dd>{said::share(words, figure)}</dd>
            </div>
        }
    });
    let flagged = sell.flagged.iter().map(|lead| {
        let name = if lead.person.is_empty() { &lead.id } else { &lead.person };
        view! {
            <li>
                {words.woven(
                    "together.label",
                    [
                        ("label", view! { <bdi>{name.clone()}</bdi> }.into_any()),
                        ("text", view! { <bdi>{words.code(&lead.kind)}</bdi> }.into_any()),
                    ],
                )}
                " "
                <span class="q3 num">{words.day(lead.on)}</span>
                " "
                <bdi class="q3">{lead.seller.clone()}</bdi>
            </li>
        }
    });
    let flagged = flagged.collect_view();
    let head = (sell.flagged_count > 0).then(|| {
        view! { <p class="small">{words.count("leads.flagged", u64::from(sell.flagged_count), &[])}</p> }
    });
    view! {
        <h2>{words.t("leads.hard")}</h2>
        <p class="small" data-testid="leads-hard">
            {told}
        </p>
        <dl class="key-facts">{shares.into_iter().collect_view()}</dl>
        <p class="small q3">{words.t("leads.hard_note")}</p>
        {head}
        <ul class="lead-lines">{flagged}</ul>
    }
    .into_any()
}

fn nurture(words: Words, view: &LeadsView) -> AnyView {
    let nurture = &view.nurture;
    let age = nurture.median_age.map(|age| words.number(age, 0));
    let untouched = words.count(
        "leads.untouched",
        u64::from(nurture.untouched),
        &[("age", age.as_deref().unwrap_or("–"))],
    );
    let oldest = nurture.oldest.iter().map(|(lead, age, since)| {
        let name = if lead.person.is_empty() { &lead.id } else { &lead.person };
        let since = match since {
            Some(days) => words.count("leads.since_touch", u64::from(*days), &[]),
            None => words.t("leads.never_touched"),
        };
        view! {
            <li>
                <bdi>{name.clone()}</bdi>
                " "
                <span class="q3 num">
                    {words.woven(
                        "together.apart",
                        [
                            ("first", words.count("leads.age", u64::from(*age), &[]).into_any()),
                            ("second", since.into_any()),
                        ],
                    )}
                </span>
            </li>
        }
    });
    let oldest = oldest.collect_view();
    view! {
        <h2>{words.t("leads.nurture")}</h2>
        <p class="small">{words.t("leads.nurture_text")}</p>
        <dl class="key-facts">
            <div>
                <dt>{words.t("leads.touched")}</dt>
                <dd data-testid="leads-nurture">{said::share(words, &nurture.touched)}</dd>
            </div>
        </dl>
        <p class="small">{untouched}</p>
        <ul class="lead-lines">{oldest}</ul>
    }
    .into_any()
}
