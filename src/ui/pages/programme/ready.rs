//! What management has to have done before it can expect something.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::change;
use crate::metrics::{ProgrammeChange, READINESS_ITEMS};
use crate::ui::session::Session;
use crate::views::ProgrammeView;

/// The checklist.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    let ready: &BTreeSet<u8> = &view.programme.ready;
    let items = (1..=READINESS_ITEMS)
        .map(|item| {
            let is_done = ready.contains(&item);
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=is_done
                        data-testid=format!("ready-{item}")
                        on:change=move |_| change(session, ProgrammeChange::Ready(item, !is_done))
                    />
                    <span>{words.t(&format!("ready.{item}"))}</span>
                </label>
            }
        })
        .collect_view();
    let done = u64::try_from(ready.len()).unwrap_or(0);
    view! {
        <fieldset class="checks">
            <legend>
                <h3>{words.t("ready.title")}</h3>
            </legend>
            <p class="small">{words.k_of_n(done as f64, u64::from(READINESS_ITEMS))}</p>
            {items}
        </fieldset>
    }
    .into_any()
}
