//! What the sellers are meant to win in a month or a quarter.

use leptos::prelude::*;

use crate::facts::{Amount, Day};
use crate::metrics::{ProgrammeChange, Quota, QuotaOf, QuotaPer, Unit};
use crate::ui::parts::{Line, choice_field, line_field, typed_digits};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Ask, TeamView};

/// The quotas, and setting one.
pub fn quotas(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let quotas = Memo::new(move |_| view.with(|view| view.quotas.clone()));
    let currency = Memo::new(move |_| view.with(|view| view.frame.currency.clone()));
    let list = move || {
        let quotas = quotas.get();
        if quotas.is_empty() {
            return view! { <p class="emp quiet">{words.t("quota.none")}</p> }.into_any();
        }
        let rows = quotas.into_iter().map(|quota| row(session, quota, &currency.get())).collect_view();
        view! {
            <div class="scrolls">
                <table class="data quotas" data-testid="quotas">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("quota.who")}</th>
                            <th scope="col">{words.t("quota.from")}</th>
                            <th scope="col">{words.t("quota.per")}</th>
                            <th scope="col" class="r">{words.t("quota.amount")}</th>
                            <th scope="col">
                                <span class="vh">{words.t("action.delete")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("quota.title")}</h2>
            <p class="quiet small">{words.t("quota.text")}</p>
            {list}
            {form(session, view)}
        </section>
    }
}

fn row(session: Session, quota: Quota, currency: &str) -> AnyView {
    let words = session.words();
    let amount = match quota.of {
        QuotaOf::Value(amount) => words.value(Unit::Money, amount.to_f64(), currency),
        QuotaOf::Deals(deals) => words.count("quota.deals", u64::from(deals), &[]),
    };
    let (who, from) = (whose(words, quota.seller.as_deref()), words.month(quota.from));
    let label = words.fill("quota.remove_label", &[("who", &who), ("from", &from)]);
    let per = words.t(per_key(quota.per));
    let said = words.fill("quota.said.removed", &[("who", &who)]);
    let remove = move |_| change(session, ProgrammeChange::RemoveQuota(quota.clone()), said.clone());
    view! {
        <tr>
            <th scope="row">
                <bdi>{who}</bdi>
            </th>
            <td>{from}</td>
            <td>{per}</td>
            <td class="r num">
                <bdi>{amount}</bdi>
            </td>
            <td class="r">
                <button class="link small" aria-label=label on:click=remove>
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

fn whose(words: Words, seller: Option<&str>) -> String {
    seller.map_or_else(|| words.t("quota.everyone"), str::to_owned)
}

fn per_key(per: QuotaPer) -> &'static str {
    match per {
        QuotaPer::Month => "quota.per_month",
        QuotaPer::Quarter => "quota.per_quarter",
    }
}

fn change(session: Session, change: ProgrammeChange, said: String) {
    session.change_plan(Ask::ChangeProgramme { change }, said);
}

/// What is written in the form.
#[derive(Clone, Copy)]
struct Fields {
    seller: RwSignal<String>,
    from: RwSignal<String>,
    per: RwSignal<QuotaPer>,
    counts_deals: RwSignal<bool>,
    amount: RwSignal<String>,
    /// Key of what is wrong; none where nothing is.
    fault: RwSignal<Option<&'static str>>,
}

impl Fields {
    /// The quota that is written.
    ///
    /// # Errors
    /// Key of what is wrong.
    fn quota(self) -> Result<Quota, &'static str> {
        let from = Day::parse_iso(&self.from.get_untracked()).ok_or("quota.fault.from")?;
        let digits = typed_digits(&self.amount.get_untracked());
        let of = if self.counts_deals.get_untracked() {
            QuotaOf::Deals(digits.parse().map_err(|_| "quota.fault.deals")?)
        } else {
            QuotaOf::Value(Amount::parse_plain(&digits).ok_or("quota.fault.value")?)
        };
        let seller = Some(self.seller.get_untracked()).filter(|seller| !seller.is_empty());
        let quota = Quota { seller, from, per: self.per.get_untracked(), of };
        match (quota.is_sound(), of) {
            (true, _) => Ok(quota),
            (false, QuotaOf::Deals(_)) => Err("quota.fault.deals"),
            (false, QuotaOf::Value(_)) => Err("quota.fault.value"),
        }
    }
}

fn form(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let text = || RwSignal::new(String::new());
    let (seller, from, amount) = (text(), text(), text());
    let (per, counts_deals) = (RwSignal::new(QuotaPer::Month), RwSignal::new(false));
    let fields = Fields { seller, from, per, counts_deals, amount, fault: RwSignal::new(None) };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.quota() {
            Ok(quota) => {
                let who = whose(words, quota.seller.as_deref());
                let said = words.fill("quota.said.set", &[("who", &who)]);
                change(session, ProgrammeChange::SetQuota(quota), said);
                fields.amount.set(String::new());
                fields.fault.set(None);
            }
            Err(fault) => fields.fault.set(Some(fault)),
        }
    };
    let names = Memo::new(move |_| {
        view.with(|view| view.sellers.iter().map(|line| line.name.clone()).collect::<Vec<_>>())
    });
    let option = |name: String| view! { <option value=name.clone()>{name.clone()}</option> };
    let sellers = view! {
        <option value="">{words.t("quota.everyone")}</option>
        {move || names.get().into_iter().map(option).collect_view()}
    };
    view! {
        <form class="entry-form" data-testid="quota-form" on:submit=send novalidate>
            {choice_field("quota-who", words.t("quota.who"), sellers.into_any(), move |who| seller.set(who))}
            {line_field("quota-from", words.t("quota.from"), Line::Day, fields.from)}
            {two(words, "quota-per", "quota.per", ["quota.per_month", "quota.per_quarter"], move |second| {
                fields.per.set(if second { QuotaPer::Quarter } else { QuotaPer::Month });
            })}
            {two(words, "quota-of", "quota.of", ["quota.of_value", "quota.of_deals"], move |second| {
                fields.counts_deals.set(second);
            })}
            {line_field("quota-amount", words.t("quota.amount"), Line::Number, fields.amount)}
            <p class="err small" role="alert" data-testid="quota-fault">
                {move || fields.fault.get().map(|key| words.t(key))}
            </p>
            <div class="acts">
                <button class="btn primary" type="submit" data-testid="quota-set">
                    {words.t("quota.set")}
                </button>
            </div>
        </form>
    }
}

/// A choice of two.
fn two(
    words: Words,
    id: &'static str,
    label: &str,
    keys: [&'static str; 2],
    choose: impl Fn(bool) + 'static,
) -> AnyView {
    let [first, second] = keys.map(|key| words.t(key));
    let options = view! {
        <option value="0">{first}</option>
        <option value="1">{second}</option>
    };
    choice_field(id, words.t(label), options.into_any(), move |value| choose(value == "1"))
}
