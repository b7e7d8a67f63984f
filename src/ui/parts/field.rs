//! Fields of forms: the name above, tied by the id to what is written in below. The id is the test id too.

use leptos::prelude::*;

use crate::ui::session::value_of;

/// What a line is for, so that the browser helps with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Words in any direction.
    Words,
    /// A number, as people type it.
    Number,
    /// A day.
    Day,
    /// A time of day.
    Time,
}

/// A field with its name; the input within has the id.
pub fn labelled(id: &str, label: impl IntoAny, is_wide: bool, input: AnyView) -> AnyView {
    view! {
        <div class="entry-field" class:wide=is_wide>
            <label for=id.to_owned()>{label.into_any()}</label>
            {input}
        </div>
    }
    .into_any()
}

/// A line that is written into a text.
pub fn line_input(id: &str, line: Line, text: RwSignal<String>) -> AnyView {
    let kind = match line {
        Line::Words | Line::Number => "text",
        Line::Day => "date",
        Line::Time => "time",
    };
    let is_typed = kind == "text";
    view! {
        <input
            id=id.to_owned()
            class="field"
            type=kind
            dir=(line == Line::Words).then_some("auto")
            inputmode=(line == Line::Number).then_some("decimal")
            autocomplete=is_typed.then_some("off")
            data-testid=id.to_owned()
            prop:value=move || text.get()
            on:input=move |event| text.set(value_of(&event))
        />
    }
    .into_any()
}

/// Several lines that are written into a text.
pub fn lines_input(id: &str, rows: u8, text: RwSignal<String>) -> AnyView {
    view! {
        <textarea
            id=id.to_owned()
            class="field"
            rows=rows.to_string()
            dir="auto"
            data-testid=id.to_owned()
            prop:value=move || text.get()
            on:input=move |event| text.set(value_of(&event))
        ></textarea>
    }
    .into_any()
}

/// A choice of options; whatever is chosen is told by its value.
pub fn choice_input(id: &str, options: AnyView, choose: impl Fn(String) + 'static) -> AnyView {
    view! {
        <select
            id=id.to_owned()
            class="sel"
            dir="auto"
            data-testid=id.to_owned()
            on:change=move |event| choose(value_of(&event))
        >
            {options}
        </select>
    }
    .into_any()
}

/// A field of one line with its name.
pub fn line_field(id: &str, label: String, line: Line, text: RwSignal<String>) -> AnyView {
    labelled(id, label, false, line_input(id, line, text))
}

/// A choice with its name.
pub fn choice_field(id: &str, label: String, options: AnyView, choose: impl Fn(String) + 'static) -> AnyView {
    labelled(id, label, false, choice_input(id, options, choose))
}
