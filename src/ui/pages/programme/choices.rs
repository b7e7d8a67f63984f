//! How long the programme is meant to take, and what is looked at first.

use leptos::prelude::*;

use super::change;
use crate::metrics::{Horizon, Phase, ProgrammeChange};
use crate::ui::session::Session;
use crate::views::ProgrammeView;

/// The section.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    let programme = &view.programme;
    let option = |name: &'static str, key: String, is_chosen: bool, to: ProgrammeChange| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=name
                    prop:checked=is_chosen
                    data-testid=key.clone()
                    on:change=move |_| change(session, to.clone())
                />
                <span>
                    {words.t(&key)} <small class="quiet">{words.t(&format!("{key}_of"))}</small>
                </span>
            </label>
        }
    };
    let horizons = [(Horizon::Short, "short"), (Horizon::Long, "long")].map(|(horizon, id)| {
        let key = format!("programme.horizon.{id}");
        option("horizon", key, programme.horizon == horizon, ProgrammeChange::Horizon(horizon))
    });
    let phases = [(Phase::Both, "both"), (Phase::Activity, "activity"), (Phase::Results, "results")].map(
        |(phase, id)| {
            let key = format!("programme.phase.{id}");
            option("phase", key, programme.phase == phase, ProgrammeChange::Phase(phase))
        },
    );
    view! {
        <fieldset class="checks">
            <legend>
                <h3>{words.t("programme.horizon")}</h3>
            </legend>
            {horizons.into_iter().collect_view()}
        </fieldset>
        <fieldset class="checks">
            <legend>
                <h3>{words.t("programme.phase")}</h3>
            </legend>
            {phases.into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}
