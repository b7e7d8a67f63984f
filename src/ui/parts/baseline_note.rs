//! Says when there is no one baseline for those who are chosen, and what is shown instead.

use leptos::prelude::*;

use crate::ui::route::Page;
use crate::ui::session::session;
use crate::views::{Baseline, PeriodChoice};

/// The note; nothing where the period can be shown as it was chosen.
#[component]
pub fn BaselineNote() -> impl IntoView {
    let session = session();
    let words = session.words();
    let text = move || {
        let is_asked = session.route.with(|route| route.filter.period == PeriodChoice::SinceBaseline);
        let (baseline, is_empty) = session.frame.with(|frame| (frame.baseline, frame.is_empty));
        match baseline {
            _ if !is_asked || is_empty => None,
            Baseline::Day(_) => None,
            Baseline::None => Some(words.t("baseline.none")),
            Baseline::Different => Some(words.t("baseline.different")),
            Baseline::AfterData(day) => Some(words.fill("baseline.after_data", &[("day", &words.day(day))])),
        }
    };
    let text = Memo::new(move |_| text());
    move || {
        text.get().map(|text| {
            view! {
                <p class="callout note-baseline" role="status" data-testid="baseline-note">
                    {text}
                    {words.gap()}
                    <a href=session.href_now(Page::Team)>{words.t("baseline.link")}</a>
                </p>
            }
        })
    }
}
