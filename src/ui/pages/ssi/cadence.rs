//! How often to read the index: advice differs, so it is a choice; and whose reading is due.

use leptos::prelude::*;

use super::super::shown::part;
use crate::facts::NoteChange;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::SsiView;

const CHOICES: [(u32, &str); 2] = [(1, "ssi.every_week"), (2, "ssi.every_fortnight")];

/// The choice, and who is due.
pub fn cadence(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let every = part(view, |view| view.every_weeks);
    let due = part(view, |view| {
        let due = view.sellers.iter().filter(|line| line.is_due);
        due.map(|line| line.seller.clone()).collect::<Vec<_>>()
    });
    let choice = move |(weeks, key): (u32, &'static str)| {
        let pick = move |_| session.note(NoteChange::ReadingsEvery { weeks }, None);
        view! {
            <label class="radio">
                <input type="radio" name="ssi-cadence" prop:checked=move || every.get() == weeks on:change=pick />
                <span>{words.t(key)}</span>
            </label>
        }
    };
    view! {
        <section class="sec">
            <h2>{words.t("ssi.cadence_title")}</h2>
            <p class="quiet small">{words.t("ssi.cadence_text")}</p>
            <div class="radios" role="radiogroup" aria-label=words.t("ssi.cadence_title") data-testid="cadence">
                {CHOICES.map(choice).collect_view()}
            </div>
            <p class="small">
                {move || {
                    due.with(|due| match due.is_empty() {
                        true => words.t("ssi.none_due"),
                        false => words.fill("ssi.due", &[("names", &words.list(due))]),
                    })
                }} " " <a href=session.href_now(Page::Log)>{words.t("ssi.to_log")}</a>
            </p>
        </section>
    }
}
