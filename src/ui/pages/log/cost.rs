//! Costs: money spent, hours at their rate, or one of the two that comes again. What comes again is entered day
//! by day, and the days are shown before.

use leptos::prelude::*;

use super::form::{FormState, field_views};
use super::kinds::{FormField, kind};
use super::{Log, quick};
use crate::facts::{Day, TableId};
use crate::ui::parts::{Line, choice_field, line_field};
use crate::views::{EntryChange, Every, MOST_REPEATS, TypedRow, repeats};

/// How a cost is stated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Spent,
    Hours,
    Again,
}

/// Days that are shown before what comes again is entered.
const SHOWN: usize = 6;

/// The form.
pub fn form(log: Log) -> AnyView {
    let words = log.session.words();
    let way = RwSignal::new(Way::Spent);
    let ways = [(Way::Spent, "spent"), (Way::Hours, "hours"), (Way::Again, "again")]
        .map(|(own, name)| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || (way.get() == own).to_string()
                    data-testid=format!("cost-{name}")
                    on:click=move |_| way.set(own)
                >
                    {words.t(&format!("log.cost.{name}"))}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="seg ways" role="group" aria-label=words.t("log.cost")>
            {ways}
        </div>
        {move || one_way(log, way.get())}
    }
    .into_any()
}

fn one_way(log: Log, way: Way) -> AnyView {
    let words = log.session.words();
    let Some(kind) = kind(TableId::Costs) else { return ().into_any() };
    let leaves_out: &[&str] = match way {
        Way::Spent => &["hours", "rate"],
        Way::Hours => &["amount"],
        Way::Again => &["hours", "rate", "date"],
    };
    let fields: Vec<FormField> =
        kind.fields.iter().filter(|field| !leaves_out.contains(&field.name)).copied().collect();
    let state = FormState::new(&fields, &quick::start(log, kind));
    let every = RwSignal::new(Every::Month);
    let (from, to) = (RwSignal::new(log.today.month_start().iso()), RwSignal::new(log.today.iso()));
    let days = Memo::new(move |_| {
        let span = Day::parse_iso(&from.get()).zip(Day::parse_iso(&to.get()));
        span.map(|(from, to)| repeats(from, to, every.get())).unwrap_or_default()
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let on_day = |day: &Day| {
            let mut fields = state.texts();
            fields.push(("date".to_owned(), day.iso()));
            EntryChange::Add(TypedRow { table: TableId::Costs, fields })
        };
        let changes = match way {
            Way::Again => days.with_untracked(|days| days.iter().map(on_day).collect()),
            _ => vec![EntryChange::Add(TypedRow { table: TableId::Costs, fields: state.texts() })],
        };
        if !Vec::is_empty(&changes) {
            quick::add(log, state, changes);
        }
    };
    let again = (way == Way::Again).then(|| {
        let options = view! {
            <option value="month">{words.t("filter.by.month")}</option>
            <option value="week">{words.t("filter.by.week")}</option>
        };
        let pick = move |chosen| every.set(if chosen == "week" { Every::Week } else { Every::Month });
        view! {
            {choice_field("cost-every", words.t("log.cost.every"), options.into_any(), pick)}
            {line_field("cost-from", words.t("filter.from"), Line::Day, from)}
            {line_field("cost-to", words.t("filter.to"), Line::Day, to)}
        }
    });
    let preview = move || {
        (way == Way::Again).then(|| {
            let text = days.with(|days| {
                let count = u64::try_from(days.len()).unwrap_or(u64::MAX);
                let mut named: Vec<String> = days.iter().take(SHOWN).map(|day| words.day(*day)).collect();
                if days.len() > SHOWN {
                    named.push(format!("… {}", days.last().map(|day| words.day(*day)).unwrap_or_default()));
                }
                let text = words.count("log.cost.days", count, &[("days", &named.join(" · "))]);
                if days.len() < MOST_REPEATS {
                    text
                } else {
                    words.sentences([text, words.t("log.cost.most")])
                }
            });
            view! { <p class="small quiet" data-testid="cost-days">{text}</p> }
        })
    };
    view! {
        <form class="entry-form" data-testid="entry-form" on:submit=send novalidate>
            {field_views(log, state, &fields, "new")}
            {again}
            {preview}
            <div class="acts">
                <button class="btn primary" type="submit" data-testid="entry-add">
                    {words.t("log.add_one")}
                </button>
            </div>
        </form>
    }
    .into_any()
}
