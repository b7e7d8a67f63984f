//! One cell of the grid. Enter and the arrows go to its neighbours, Escape has it as it was.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::grid::Grid;
use crate::facts::Day;
use crate::ui::session::value_of;

/// The field of a seller and a week; `place` is the week's place in the grid.
pub fn cell(grid: Grid, seller: String, week: Day, place: usize) -> impl IntoView {
    let words = grid.log.session.words();
    let label = words.fill("log.cell", &[("seller", &seller), ("week", &words.calendar_week(week))]);
    let row = {
        let seller = seller.clone();
        move || grid.sellers.with_untracked(|all| all.iter().position(|known| *known == seller).unwrap_or(0))
    };
    let id = {
        let (seller, grid) = (seller.clone(), grid);
        move || {
            let row = grid.sellers.with(|all| all.iter().position(|known| *known == seller).unwrap_or(0));
            cell_id(row, place)
        }
    };
    // Follows the stored reading only, so that a text that is being typed is not written over.
    let stored = {
        let seller = seller.clone();
        Memo::new(move |_| grid.reading(&seller, week))
    };
    let shown = move || {
        stored.with(|reading| reading.as_ref().map(|reading| reading.text.clone()).unwrap_or_default())
    };
    let is_bad = {
        let seller = seller.clone();
        move || grid.faults.with(|all| all.iter().any(|(who, when, _)| *who == seller && *when == week))
    };
    let is_file_s =
        move || stored.with(|reading| reading.as_ref().is_some_and(|known| known.entry.is_none()));
    let changed = {
        let seller = seller.clone();
        move |event: web_sys::Event| grid.enter(vec![(seller.clone(), week, value_of(&event))])
    };
    let pasted = move |event: leptos::ev::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if text.is_some_and(|text| grid.paste(&seller, place, &text)) {
            event.prevent_default();
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let (row, key) = (row(), event.key());
        let at_edge = |to_start: bool| at_edge(&input, to_start);
        let target = match key.as_str() {
            "Enter" | "ArrowDown" => Some((row + 1, place)),
            "ArrowUp" => row.checked_sub(1).map(|row| (row, place)),
            "ArrowLeft" if at_edge(true) => place.checked_sub(1).map(|place| (row, place)),
            "ArrowRight" if at_edge(false) => Some((row, place + 1)),
            "Escape" => {
                input.set_value(&stored.with_untracked(|known| {
                    known.as_ref().map(|known| known.text.clone()).unwrap_or_default()
                }));
                grid.faults.set(Vec::new());
                None
            }
            _ => return,
        };
        let goes = target.is_some_and(|(row, place)| focus(row, place));
        if goes || key == "Enter" {
            event.prevent_default();
        }
        if key == "Enter" && !goes {
            // The last row: leaving the field takes what it holds.
            let _ = input.blur();
        }
    };
    view! {
        <input
            id=id.clone()
            class="field cell"
            class:bad=is_bad
            class:of-file=is_file_s
            type="text"
            inputmode="decimal"
            autocomplete="off"
            dir="ltr"
            aria-label=label
            data-testid=id
            prop:value=shown
            on:change=changed
            on:paste=pasted
            on:keydown=pressed
            on:focus=|event| {
                if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                    input.select();
                }
            }
        />
    }
}

fn cell_id(row: usize, place: usize) -> String {
    format!("ssi-{row}-{place}")
}

/// Puts the focus into a cell; false where there is none.
pub fn focus(row: usize, place: usize) -> bool {
    let found = document().get_element_by_id(&cell_id(row, place));
    let Some(input) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else { return false };
    input.focus().is_ok()
}

/// Whether an arrow would leave the text: at its end, or over all of it while it is chosen.
fn at_edge(input: &HtmlInputElement, to_start: bool) -> bool {
    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
    let from = input.selection_start().ok().flatten().unwrap_or(0);
    let to = input.selection_end().ok().flatten().unwrap_or(0);
    if from == 0 && to == end {
        return true;
    }
    from == to && if to_start { from == 0 } else { to == end }
}
