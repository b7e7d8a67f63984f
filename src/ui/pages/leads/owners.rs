//! What sellers are credited with, and leads that two may call their own.

use leptos::prelude::*;

use super::said;
use crate::facts::{SettledField, Settlement, TableId};
use crate::metrics::Unit;
use crate::ui::session::{Session, value_of};
use crate::views::{LeadsView, UnsettledLead};

/// Social leads, deals and money by seller.
pub fn credit(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let currency = &view.frame.currency;
    let rows = view.credit.iter().map(|line| {
        view! {
            <tr>
                <th scope="row">
                    <bdi>{line.seller.clone()}</bdi>
                </th>
                <td class="r num">{said::value(words, Unit::Count, &line.leads, "")}</td>
                <td class="r num">{said::value(words, Unit::Count, &line.won, "")}</td>
                <td class="r num">{said::value(words, Unit::Money, &line.value, currency)}</td>
            </tr>
        }
        .into_any()
    });
    let head = [
        words.t("dim.seller"),
        words.metric_name("leads", None),
        words.metric_name("deals_won", None),
        words.metric_name("won_value", None),
    ];
    view! {
        <section class="sec">
            <h2>{words.t("leads.credit")}</h2>
            <p class="quiet small">{words.t("leads.credit_text")}</p>
            {said::table(words.t("leads.credit"), head.into(), &[1, 2, 3], rows.collect(), "leads-credit")}
        </section>
    }
    .into_any()
}

/// Leads that two sellers may call their own, each with a choice.
pub fn unsettled(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    if view.unsettled.is_empty() {
        return view! {
            <p class="small quiet" data-testid="leads-settled">
                {words.t("leads.unsettled_none")}
            </p>
        }
        .into_any();
    }
    let sellers = &view.frame.sellers;
    let rows = view.unsettled.iter().map(|lead| row(session, lead, sellers)).collect();
    let head = ["leads.col_person", "leads.col_created", "leads.col_talked", "leads.col_owner"];
    let head = head.map(|key| words.t(key)).into();
    view! {
        <h3>{words.t("leads.unsettled")}</h3>
        <p class="quiet small">{words.t("leads.unsettled_text")}</p>
        {said::table(words.t("leads.unsettled"), head, &[], rows, "leads-unsettled")}
    }
    .into_any()
}

fn row(session: Session, lead: &UnsettledLead, sellers: &[String]) -> AnyView {
    let words = session.words();
    let talked = lead.others.iter().map(|(seller, day)| {
        let (seller, day) = (seller.clone(), words.day(*day));
        view! {
            <div>
                <bdi>{seller}</bdi>
                " "
                <span class="q3 num">{day}</span>
            </div>
        }
    });
    let talked = talked.collect_view();
    let own = lead.seller.clone();
    let blank = own.is_empty().then(|| {
        view! {
            <option value="" selected=true>
                {words.t("leads.nobody_s")}
            </option>
        }
    });
    let options = sellers.iter().map(|seller| {
        let is_own = *seller == own;
        view! {
            <option value=seller.clone() selected=is_own>
                {seller.clone()}
            </option>
        }
    });
    let options = options.collect_view();
    let things: Vec<(TableId, String)> = std::iter::once((TableId::Leads, lead.id.clone()))
        .chain(lead.deals.iter().map(|deal| (TableId::Deals, deal.clone())))
        .collect();
    let chosen = RwSignal::new(lead.seller.clone());
    let settle = move |_| {
        let value = chosen.get_untracked();
        if value.is_empty() {
            return;
        }
        let one = |(table, id): &(TableId, String)| Settlement {
            table: *table,
            id: id.clone(),
            field: SettledField::Seller,
            value: value.clone(),
        };
        session.settle(things.iter().map(one).collect());
    };
    let name = if lead.person.is_empty() { &lead.id } else { &lead.person };
    let label = words.fill("leads.owner_label", &[("name", name)]);
    view! {
        <tr>
            <th scope="row">{said::person(name, &lead.company)}</th>
            <td class="num">{words.day(lead.created)}</td>
            <td>{talked}</td>
            <td>
                <div class="lead-owner">
                    <select
                        class="sel"
                        dir="auto"
                        aria-label=label
                        on:change=move |event| chosen.set(value_of(&event))
                    >
                        {blank}
                        {options}
                    </select>
                    <button class="btn" on:click=settle>
                        {words.t("leads.settle")}
                    </button>
                </div>
            </td>
        </tr>
    }
    .into_any()
}
