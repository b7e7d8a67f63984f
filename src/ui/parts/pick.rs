//! A choice in a bar: a name over a list of options.

use leptos::prelude::*;

use crate::ui::session::value_of;

/// An option's value and its words.
pub type PickOption = (String, String);

/// A choice in a bar. The list is the browser's own, so keyboard, screen reader and phone work as anywhere.
#[component]
pub fn Pick(
    /// What is chosen, over the list.
    #[prop(into)]
    name: String,
    /// For tests.
    test_id: &'static str,
    /// The options in order.
    #[prop(into)]
    options: Signal<Vec<PickOption>>,
    /// The chosen option's value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of another option.
    on_pick: impl Fn(String) + 'static,
) -> impl IntoView {
    let entries = move || {
        let entry = |(own, text): PickOption| {
            let given = own.clone();
            view! {
                <option value=own prop:selected=move || value.get() == given>
                    {text}
                </option>
            }
        };
        options.get().into_iter().map(entry).collect_view()
    };
    view! {
        <label class="pick">
            <small>{name}</small>
            <select data-testid=test_id dir="auto" on:change=move |event| on_pick(value_of(&event))>
                {entries}
            </select>
        </label>
    }
}
