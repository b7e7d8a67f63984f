//! New entries: a kind is chosen, its form stands ready, and after each entry the first field has the focus.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{FormState, field_views};
use super::kinds::{Input, KINDS, Kind, kind};
use super::{Log, cost};
use crate::facts::TableId;
use crate::ui::session::ToastAction;
use crate::views::checkin::iso_week;
use crate::views::{EntryChange, TypedRow};

/// The kinds of the quick form; readings have their grid.
fn quick_kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|kind| kind.table != TableId::Ssi)
}

/// The section.
pub fn section(log: Log) -> AnyView {
    let words = log.session.words();
    let remembered = log.session.remembered("log_kind").and_then(|name| TableId::by_name(&name));
    let chosen = RwSignal::new(
        remembered
            .filter(|table| quick_kinds().any(|kind| kind.table == *table))
            .unwrap_or(TableId::Meetings),
    );
    let buttons = quick_kinds()
        .map(|kind| {
            let table = kind.table;
            view! {
                <button
                    type="button"
                    aria-pressed=move || (chosen.get() == table).to_string()
                    data-testid=format!("kind-{}", table.name())
                    on:click=move |_| {
                        chosen.set(table);
                        log.session.remember("log_kind", table.name());
                    }
                >
                    {words.t(&format!("log.kind.{}", table.name()))}
                </button>
            }
        })
        .collect_view();
    let form = move || match chosen.get() {
        TableId::Costs => cost::form(log),
        table => kind(table).map(|kind| form(log, kind)).into_any(),
    };
    view! {
        <section class="sec first">
            <h2>{words.t("log.add")}</h2>
            <p class="quiet small">{words.t("log.add_text")}</p>
            <div class="seg kinds" role="group" aria-label=words.t("log.kind")>
                {buttons}
            </div>
            {form}
        </section>
    }
    .into_any()
}

/// What a new form begins with: the seller of last time, and today.
pub fn start(log: Log, kind: &Kind) -> Vec<(String, String)> {
    let begins = |input: Input| match input {
        Input::Seller => log.session.remembered("log_seller"),
        Input::Date => Some(log.today.iso()),
        Input::Week => Some(iso_week(log.today)),
        _ => None,
    };
    kind.fields.iter().filter_map(|field| Some((field.name.to_owned(), begins(field.input)?))).collect()
}

fn form(log: Log, kind: &'static Kind) -> AnyView {
    let words = log.session.words();
    let state = FormState::new(kind.fields, &start(log, kind));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let row = TypedRow { table: kind.table, fields: state.texts() };
        add(log, state, vec![EntryChange::Add(row)]);
    };
    view! {
        <form class="entry-form" data-testid="entry-form" on:submit=send novalidate>
            {field_views(log, state, kind.fields, "new")}
            <div class="acts">
                <button class="btn primary" type="submit" data-testid="entry-add">
                    {words.t("log.add_one")}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Adds entries as one step; then the form is ready for the next.
pub fn add(log: Log, state: FormState, changes: Vec<EntryChange>) {
    let count = u64::try_from(changes.len()).unwrap_or(u64::MAX);
    let seller = state.field("seller").map(|text| text.get_untracked()).unwrap_or_default();
    spawn_local(async move {
        match log.session.change_entries(changes).await {
            Ok(_) => {
                if !seller.trim().is_empty() {
                    log.session.remember("log_seller", seller.trim());
                }
                let text = log.session.words().count("log.added", count, &[]);
                log.session.say(text, Some(ToastAction::UndoEntries));
                state.clear();
            }
            // Those of a batch differ in their days only, so all say what the first says.
            Err(faults) => state.faults.set(faults),
        }
        state.focus_first();
    });
}
