//! Days from which sellers are compared.

use leptos::prelude::*;

use crate::facts::{Day, RosterChange};
use crate::ui::session::{Session, value_of};
use crate::views::TeamView;

/// The baseline of everyone who has none of their own.
pub fn everyone(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let baseline = Memo::new(move |_| view.with(|view| view.baseline));
    let set = move |day: Option<Day>| {
        let said = match day {
            Some(day) => words.fill("team.said.baseline", &[("day", &words.day(day))]),
            None => words.t("team.said.no_baseline"),
        };
        session.change_roster(RosterChange::SetBaseline { seller: None, day }, said);
    };
    view! {
        <section class="sec">
            <h2>{words.t("team.baseline")}</h2>
            <p class="quiet small">{words.t("team.baseline_text")}</p>
            <div class="inline">{day_field(words.t("team.baseline"), "baseline", baseline, set)}</div>
        </section>
    }
}

/// A day that may be blank. While its year is being typed nothing happens: years begin with 0002 then. A day
/// that was cleared is taken away when the field is left.
pub fn day_field(
    label: String,
    test_id: &'static str,
    day: Memo<Option<Day>>,
    set: impl Fn(Option<Day>) + Clone + 'static,
) -> AnyView {
    let is_typed = |day: &Day| day.ymd().0 >= 1990;
    let take = set.clone();
    let change = move |event: web_sys::Event| {
        let written = Day::parse_iso(&value_of(&event)).filter(is_typed);
        if written.is_some() && written != day.get_untracked() {
            take(written);
        }
    };
    let leave = move |event: web_sys::FocusEvent| {
        if value_of(&event).is_empty() && day.get_untracked().is_some() {
            set(None);
        }
    };
    view! {
        <input
            class="field day"
            type="date"
            aria-label=label
            data-testid=test_id
            prop:value=move || day.get().map(Day::iso).unwrap_or_default()
            on:change=change
            on:blur=leave
        />
    }
    .into_any()
}
