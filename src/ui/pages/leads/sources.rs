//! Leads by source beside what comes before them; leads and deals that lack a source.

use leptos::prelude::*;

use super::said;
use crate::facts::{SettledField, Settlement, TableId};
use crate::metrics::{Dim, Unit};
use crate::ui::parts::{Sparkline, change_mark};
use crate::ui::route::Page;
use crate::ui::session::{Session, ToastAction, value_of};
use crate::views::{Ask, LeadsView, MissingSource, ScoreRow};

/// Leads by source, and what comes before them.
pub fn by_source(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let all = view.leads.figure.value().unwrap_or(0.0);
    let rows = view.sources.iter().map(|line| {
        let leads = line.figure.value().unwrap_or(0.0);
        let share = if all > 0.0 { words.percent(leads / all, 0) } else { String::new() };
        view! {
            <tr>
                <th scope="row">{words.key_name(Dim::Source, &line.key)}</th>
                <td class="r num">{said::value(words, Unit::Count, &line.figure, "")}</td>
                <td class="r num q3">{share}</td>
                <td class="c-line"><Sparkline points=line.spark.clone() /></td>
            </tr>
        }
        .into_any()
    });
    let head = ["dim.source", "leads.col_leads", "leads.col_share", "leads.col_weeks"];
    let head = head.map(|key| words.t(key)).into();
    let leading = view.leading.iter().map(|row| before(session, view, row)).collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("leads.by_source")}</h2>
            <p class="quiet small">{words.t("leads.by_source_text")}</p>
            <div class="lead-two">
                <div>
                    <h3>{words.t("stage.lagging")}</h3>
                    {said::table(words.t("leads.by_source"), head, &[1, 2], rows.collect(), "leads-sources")}
                </div>
                <div>
                    <h3>{words.t("stage.leading")}</h3>
                    <table class="data" data-testid="leads-leading">
                        <tbody>{leading}</tbody>
                    </table>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn before(session: Session, view: &LeadsView, row: &ScoreRow) -> AnyView {
    let words = session.words();
    let page = Page::Metric { id: row.id.clone(), by: None, variant: None, over: None };
    view! {
        <tr>
            <th scope="row">
                <a class="nl" href=session.href_now(page)>
                    {words.metric_name(&row.id, None)}
                </a>
            </th>
            <td class="r num">{said::value(words, row.unit, &row.figure, &view.frame.currency)}</td>
            <td>{change_mark(words, row, &view.frame.currency)}</td>
        </tr>
    }
    .into_any()
}

/// Leads and deals that lack a source, and one way to set them all.
pub fn missing(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let missing = &view.missing;
    let shares = [("leads.missing_leads", &missing.leads), ("leads.missing_deals", &missing.deals)];
    let shares = shares.into_iter().filter_map(|(key, figure)| Some((key, figure.as_ref()?)));
    let shares: Vec<AnyView> = shares
        .map(|(key, figure)| {
            view! {
                <div>
                    <dt>{words.t(key)}</dt>
                    <dd>{said::share(words, figure)}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    let list = if missing.rows.is_empty() {
        view! { <p class="emp quiet">{words.t("leads.missing_none")}</p> }.into_any()
    } else {
        bulk(session, view)
    };
    let undo = view.can_undo.then(|| {
        view! {
            <button class="link small" data-testid="leads-undo" on:click=move |_| session.take_back(ToastAction::told(Ask::UndoSettled))>
                {words.t("leads.undo_settled")}
            </button>
        }
    });
    view! {
        <section class="sec">
            <h2>{words.t("leads.missing")}</h2>
            <p class="quiet small">{words.t("leads.missing_text")}</p>
            <dl class="key-facts">{shares}</dl>
            {list}
            {undo}
        </section>
    }
    .into_any()
}

fn bulk(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let missing = view.missing.clone();
    let chosen = RwSignal::new(Vec::<(TableId, String)>::new());
    let source = RwSignal::new(String::new());
    let key = |row: &MissingSource| (row.table, row.id.clone());
    let all: Vec<(TableId, String)> = missing.rows.iter().map(key).collect();
    let rows = missing.rows.iter().map(|row| {
        let own = key(row);
        let is_chosen = {
            let own = own.clone();
            move || chosen.with(|chosen| chosen.contains(&own))
        };
        let flip = move |_| {
            chosen.update(|chosen| match chosen.iter().position(|other| *other == own) {
                Some(at) => {
                    chosen.remove(at);
                }
                None => chosen.push(own.clone()),
            });
        };
        let kind = if row.table == TableId::Leads { "leads.kind_lead" } else { "leads.kind_deal" };
        let name = if row.name.is_empty() { row.id.clone() } else { row.name.clone() };
        let label = words.fill("leads.tick_label", &[("name", &name)]);
        view! {
            <tr>
                <td class="tick">
                    <input type="checkbox" aria-label=label prop:checked=is_chosen on:change=flip />
                </td>
                <th scope="row">{said::person(&name, &row.company)}</th>
                <td>{words.t(kind)}</td>
                <td class="num">{row.created.map(|day| words.day(day))}</td>
            </tr>
        }
        .into_any()
    });
    let head = ["leads.col_tick", "leads.col_person", "leads.col_kind", "leads.col_created"];
    let head = head.map(|key| words.t(key)).into();
    let rows: Vec<AnyView> = rows.collect();
    let options = missing.known.iter().map(|source| view! { <option value=source.clone()></option> });
    let options = options.collect_view();
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let value = source.get_untracked().trim().to_owned();
        let things = chosen.get_untracked();
        if value.is_empty() || things.is_empty() {
            return;
        }
        let one = |(table, id)| Settlement { table, id, field: SettledField::Source, value: value.clone() };
        session.settle(things.into_iter().map(one).collect());
    };
    let everything = all.clone();
    let more = usize::try_from(missing.count).unwrap_or(0).saturating_sub(missing.rows.len());
    let more = (more > 0).then(|| {
        view! { <p class="small q3">{words.count("leads.more", more as u64, &[])}</p> }
    });
    view! {
        <form class="inline lead-bulk" on:submit=set>
            <button
                class="btn"
                type="button"
                data-testid="leads-all"
                on:click=move |_| chosen.set(everything.clone())
            >
                {words.count("leads.choose_all", all.len() as u64, &[])}
            </button>
            <label>
                <b>{words.t("leads.set_source")}</b>
                <input
                    class="field"
                    type="text"
                    dir="auto"
                    list="known-sources"
                    data-testid="leads-source"
                    prop:value=move || source.get()
                    on:input=move |event| source.set(value_of(&event))
                />
            </label>
            <datalist id="known-sources">{options}</datalist>
            <button
                class="btn primary"
                type="submit"
                data-testid="leads-set"
                prop:disabled=move || chosen.with(Vec::is_empty) || source.with(|text| text.trim().is_empty())
            >
                {move || words.count("leads.set", chosen.with(Vec::len) as u64, &[])}
            </button>
        </form>
        {said::table(words.t("leads.missing"), head, &[], rows, "leads-missing")}
        {more}
    }
    .into_any()
}
