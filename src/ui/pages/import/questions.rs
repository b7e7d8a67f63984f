//! Questions that stand between files and being counted: day or month first, whose export.

use leptos::prelude::*;

use super::desk::{Desk, toggle};
use super::groups::{Open, groups, open_questions};
use crate::facts::{Day, TableId};
use crate::sources::{DateOption, DateOrder, Mapping};
use crate::ui::session::{session, value_of};
use crate::ui::words::{Words, words};

/// The open questions about files that were read.
pub(super) fn questions_section(desk: Desk) -> Option<AnyView> {
    let words = words();
    let groups = desk.view.with(groups);
    let open =
        desk.untaken.with(|untaken| desk.unowned.with(|unowned| open_questions(&groups, untaken, unowned)));
    let sellers = desk.view.with(|view| view.sellers.clone());
    let asked: Vec<AnyView> = open
        .into_iter()
        .filter_map(|open| match open {
            Open::Columns { .. } => None,
            Open::Dates { file, column, example, options, mapping } => {
                Some(recognised_dates(words, &file, &column, &example, &options, mapping))
            }
            Open::Owner { group, tables, candidates } => {
                Some(owner_question(desk, words, group, &tables, candidates, &sellers))
            }
        })
        .collect();
    if asked.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="sec questions">
                <h2>{words.t("question.title")}</h2>
                <p class="quiet small">{words.t("question.text")}</p>
                <div class="lo">{asked}</div>
            </section>
        }
        .into_any(),
    )
}

fn diamond() -> AnyView {
    view! {
        <svg class="mk askc" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M5 .7 9.3 5 5 9.3 .7 5Z" fill="none" stroke="currentColor" stroke-width="1.4" />
        </svg>
    }
    .into_any()
}

/// Day or month first, with what would follow from each.
pub(super) fn date_question(
    words: Words,
    file: &str,
    column: &str,
    example: &str,
    options: &[DateOption],
    chosen: Signal<Option<DateOrder>>,
    choose: Callback<DateOrder>,
) -> AnyView {
    // Radio buttons of one name exclude each other on the whole page.
    let group = format!("dates-{file}-{column}");
    let choices = options
        .iter()
        .map(|option| {
            let order = option.order;
            let id = order_id(order);
            let mut note = words.fill(
                "question.date_range",
                &[("first", &day(words, &option.first)), ("last", &day(words, &option.last))],
            );
            note.push(' ');
            note.push_str(&if option.reversed == 0 {
                words.t("question.date_in_order")
            } else {
                words.count("question.date_reversed", u64::from(option.reversed), &[])
            });
            view! {
                <label class="opt">
                    <input
                        type="radio"
                        name=group.clone()
                        data-testid=format!("date-order-{id}")
                        prop:checked=move || chosen.get() == Some(order)
                        on:change=move |_| choose.run(order)
                    />
                    <b>{words.t(&format!("question.date_{id}"))}</b>
                    <span class="note">{note}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <section class="qst">
            <h3 class="askc">{diamond()} {words.t("question.date")}</h3>
            <p>
                <b class="ink">{words.fill("question.date_text", &[("example", example), ("column", column)])}</b>
                {words.gap()}
                {words.t("question.date_why")}
            </p>
            {choices}
        </section>
    }
    .into_any()
}

fn order_id(order: DateOrder) -> &'static str {
    match order {
        DateOrder::Iso => "iso",
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
    }
}

fn day(words: Words, iso: &str) -> String {
    Day::parse_iso(iso).map_or_else(|| iso.to_owned(), |day| words.day(day))
}

/// The order of dates of a recognised file: the answer reads it again.
fn recognised_dates(
    words: Words,
    file: &str,
    column: &str,
    example: &str,
    options: &[DateOption],
    mapping: Mapping,
) -> AnyView {
    let session = session();
    // What was said of a table of this shape, whose dates were written otherwise, is offered.
    let offered = mapping.dates.filter(|_| mapping.dates_as.is_some());
    let mapping = StoredValue::new(mapping);
    let chosen = RwSignal::new(None);
    let choose = Callback::new(move |order| {
        chosen.set(Some(order));
        session.apply_mapping(Mapping { dates: Some(order), dates_as: None, ..mapping.get_value() });
    });
    view! {
        <div>
            <p class="note">
                <bdi>{file.to_owned()}</bdi>
            </p>
            {date_question(words, file, column, example, options, chosen.into(), choose)}
            {offered
                .map(|order| {
                    let order_name = words.t(&format!("question.date_{}", order_id(order)));
                    view! {
                        <p class="acts">
                            <button class="btn" data-testid="date-order-as-before" on:click=move |_| choose.run(order)>
                                {words.fill("review.dates_as_before", &[("order", &order_name)])}
                            </button>
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}

fn owner_question(
    desk: Desk,
    words: Words,
    group: String,
    tables: &[TableId],
    candidates: Vec<String>,
    sellers: &[String],
) -> AnyView {
    let session = session();
    let written = RwSignal::new(candidates.first().cloned().unwrap_or_default());
    let mut people = candidates;
    people.extend(sellers.iter().filter(|seller| !people.contains(seller)).cloned().collect::<Vec<_>>());
    let buttons = people
        .iter()
        .take(8)
        .map(|person| {
            let (shown, name) = (person.clone(), person.clone());
            view! {
                <button type="button" class="btn" on:click=move |_| written.set(name.clone())>
                    <bdi>{shown}</bdi>
                </button>
            }
        })
        .collect_view();
    let what = tables.iter().map(|table| words.t(&format!("table.{}", table.name()))).collect::<Vec<_>>();
    let text = words.fill("question.owner_text", &[("tables", &words.list(&what))]);
    let (file, skipped) = (group.clone(), group.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let owner = written.get_untracked().trim().to_owned();
        if !owner.is_empty() {
            session.name_owner(file.clone(), owner);
        }
    };
    view! {
        <form class="qst" on:submit=submit>
            <h3 class="askc">{diamond()} {words.t("question.owner")}</h3>
            <p>
                {words.woven(
                    "together.label",
                    [
                        ("label", view! { <b class="ink"><bdi>{group}</bdi></b> }.into_any()),
                        ("text", text.into_any()),
                    ],
                )}
            </p>
            <div class="people">{buttons}</div>
            <label>
                <small>{words.t("question.owner_name")}</small>
                <input
                    class="field"
                    type="text"
                    data-testid="owner-input"
                    prop:value=move || written.get()
                    on:input=move |event| written.set(value_of(&event))
                />
            </label>
            <div class="acts">
                <button class="btn" type="submit" data-testid="owner-apply">
                    {words.t("question.owner_apply")}
                </button>
                <button class="link small" type="button" on:click=move |_| toggle(desk.unowned, &skipped)>
                    {words.t("question.owner_skip")}
                </button>
            </div>
        </form>
    }
    .into_any()
}
