//! A form of one kind, for a new entry and for changing one. Enter sends it, Escape leaves it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kinds::{FormField, Input};
use super::{Log, fault_at};
use crate::facts::Day;
use crate::ui::parts::choice_input;
use crate::ui::session::value_of;
use crate::views::checkin::{iso_week, week_monday};
use crate::views::{Answer, Ask, EntryFault};

/// Weeks that a check-in can be entered for: half a year.
const WEEKS: i32 = 26;

/// What is written in a form.
#[derive(Clone, Copy)]
pub struct FormState {
    fields: StoredValue<Vec<(&'static str, RwSignal<String>)>>,
    /// Fields that were not taken.
    pub faults: RwSignal<Vec<EntryFault>>,
    /// The first field, which gets the focus back.
    first: NodeRef<html::Input>,
}

impl FormState {
    /// A form with some of its fields filled.
    pub fn new(fields: &[FormField], start: &[(String, String)]) -> FormState {
        let given = |name: &str| {
            start.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let fields = fields.iter().map(|field| (field.name, RwSignal::new(given(field.name)))).collect();
        FormState {
            fields: StoredValue::new(fields),
            faults: RwSignal::new(Vec::new()),
            first: NodeRef::new(),
        }
    }

    /// What a field holds.
    pub fn field(self, name: &str) -> Option<RwSignal<String>> {
        self.fields
            .with_value(|fields| fields.iter().find(|(field, _)| *field == name).map(|(_, text)| *text))
    }

    /// The fields as they are to be read.
    pub fn texts(self) -> Vec<(String, String)> {
        self.fields.with_value(|fields| {
            fields.iter().map(|(field, text)| ((*field).to_owned(), text.get_untracked())).collect()
        })
    }

    /// Makes room for the next entry: what seldom changes stays.
    pub fn clear(self) {
        const STAYS: [&str; 6] = ["seller", "date", "warm_on", "sent_at", "week", "status"];
        // The form may be gone: an entry is stored while the person goes on.
        let _ = self.fields.try_with_value(|fields| {
            for (_, text) in fields.iter().filter(|(field, _)| !STAYS.contains(field)) {
                text.set(String::new());
            }
            self.faults.set(Vec::new());
        });
    }

    /// Puts the focus on the first field.
    pub fn focus_first(self) {
        if let Some(input) = self.first.try_get_untracked().flatten() {
            // Focus is a help; where it fails the form is no worse.
            let _ = input.focus();
            input.select();
        }
    }
}

/// The fields of a form, each with its name above and what is wrong below.
pub fn field_views(log: Log, state: FormState, fields: &[FormField], within: &'static str) -> AnyView {
    let one = |(at, field): (usize, &FormField)| field_view(log, state, *field, within, at == 0);
    fields.iter().enumerate().map(one).collect_view().into_any()
}

fn field_view(log: Log, state: FormState, field: FormField, within: &'static str, is_first: bool) -> AnyView {
    let words = log.session.words();
    let Some(text) = state.field(field.name) else { return ().into_any() };
    let fault = Memo::new(move |_| state.faults.with(|faults| fault_at(log.session, faults, 0, field.name)));
    let id = format!("{within}-{}", field.name);
    let label = words.t(&format!("field.{}", field.name));
    let fault_id = format!("{id}-fault");
    let described = {
        let fault_id = fault_id.clone();
        move || fault.with(Option::is_some).then(|| fault_id.clone())
    };
    let input = match field.input {
        Input::Choice(values) => {
            let options = std::iter::once("").chain(values.iter().copied()).map(|value| {
                let shown = if value.is_empty() {
                    words.t("log.choice.none")
                } else {
                    words.t(&format!("log.choice.{}", value.replace([' ', '-'], "_")))
                };
                view! {
                    <option value=value prop:selected=move || text.with(|text| text == value)>
                        {shown}
                    </option>
                }
            });
            choice_input(&id, options.collect_view().into_any(), move |chosen| text.set(chosen))
        }
        Input::Week => {
            // An entry's week stands as its Monday.
            if let Some(monday) = Day::parse_iso(&text.get_untracked()) {
                text.set(iso_week(monday));
            }
            let known = text.get_untracked();
            let here = log.today.week_start();
            let mut weeks: Vec<String> = (0..WEEKS).map(|back| iso_week(here.plus(-7 * back))).collect();
            // An older entry keeps its week.
            if !known.is_empty() && !weeks.contains(&known) {
                weeks.push(known);
            }
            let options = weeks.into_iter().map(|week| {
                let value = week.clone();
                let shown = match week_monday(&week) {
                    Some(monday) => {
                        let day = words.short_day(monday);
                        words.fill("log.week_of", &[("week", &words.calendar_week(monday)), ("day", &day)])
                    }
                    None => week.clone(),
                };
                view! {
                    <option value=value prop:selected=move || text.with(|text| *text == week)>
                        {shown}
                    </option>
                }
            });
            choice_input(&id, options.collect_view().into_any(), move |chosen| text.set(chosen))
        }
        other => {
            let list = matches!(other, Input::Seller | Input::Person).then(|| format!("{id}-list"));
            let names = RwSignal::new(Vec::<String>::new());
            let options = move || {
                let known = if other == Input::Seller {
                    log.view.with(|view| view.sellers.clone())
                } else {
                    names.get()
                };
                known.into_iter().map(|name| view! { <option value=name></option> }).collect_view()
            };
            let typed = move |event: web_sys::Event| {
                text.set(value_of(&event));
                if other == Input::Person {
                    propose(log, text, names);
                }
            };
            let node = if is_first { state.first } else { NodeRef::new() };
            let input = view! {
                <input
                    node_ref=node
                    id=id.clone()
                    class="field"
                    class:bad=move || fault.with(Option::is_some)
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    inputmode=(other == Input::Number).then_some("decimal")
                    list=list.clone()
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    data-testid=id.clone()
                    prop:value=move || text.get()
                    on:input=typed
                />
            };
            let proposals = list.map(|list| view! { <datalist id=list>{options}</datalist> });
            view! {
                {input}
                {proposals}
            }
            .into_any()
        }
    };
    view! {
        <div class="entry-field" class:wide=matches!(field.name, "link" | "note" | "label")>
            <label for=id>{label}</label>
            {input}
            <small class="err" id=fault_id role="alert">
                {move || fault.get()}
            </small>
        </div>
    }
    .into_any()
}

/// Asks for known people like what was typed, once a letter or two are there.
fn propose(log: Log, text: RwSignal<String>, names: RwSignal<Vec<String>>) {
    let start = text.get_untracked();
    if start.trim().is_empty() {
        return;
    }
    spawn_local(async move {
        let answer = log.session.ask(&Ask::SuggestPeople { start: start.clone() }).await;
        let is_wanted = text.try_get_untracked().is_some_and(|now| now == start);
        if let (Answer::People { names: known }, true) = (answer, is_wanted) {
            names.set(known);
        }
    });
}
