//! What leaves this device: nothing. The sentence, and the browser's own record as its proof.

use leptos::prelude::*;

use crate::ui::browser::{Fetched, fetched};
use crate::ui::parts::Dialog;
use crate::ui::session::Session;

/// Steps from a file to figures.
const STEPS: u32 = 3;

/// The steps from a file to figures, then the sentence and its proof.
pub fn privacy(session: Session) -> AnyView {
    let words = session.words();
    let is_open = RwSignal::new(false);
    let record = RwSignal::new(fetched());
    // Each look at the page and each import counts anew.
    Effect::new(move || {
        session.import.track();
        is_open.track();
        record.set(fetched());
    });
    let sent = move || record.with(|all| all.iter().filter(|one| one.is_later).count());
    let steps = (1..=STEPS).map(|step| {
        view! { <li>{words.t(&format!("start.step_{step}"))}</li> }
    });
    view! {
        <ol class="start-steps">{steps.collect_view()}</ol>
        <p class="proof small" data-testid="privacy-line">
            <svg width="18" height="18" viewBox="0 0 18 18" class="shield" aria-hidden="true">
                <path d="M9 1.5 15.5 4v5c0 4-2.8 6.4-6.5 7.5C5.3 15.4 2.5 13 2.5 9V4Z" />
                <path d="m6 9 2.2 2.2L12.2 7" />
            </svg>
            <span>
                <b>{words.t("privacy.stays")}</b>
                {words.gap()}
                {move || words.count("privacy.sent", u64::try_from(sent()).unwrap_or(u64::MAX), &[])}
                {words.gap()}
                {words.t("privacy.offline")}
                {words.gap()}
                <button class="link" data-testid="run-proof" on:click=move |_| is_open.set(true)>
                    {words.t("privacy.proof")}
                </button>
            </span>
        </p>
        <Dialog open=is_open title=words.t("privacy.proof_title")>
            <p>{words.t("privacy.proof_fetched")}</p>
            <ul class="fetched small mono" data-testid="proof-list">
                {move || record.get().into_iter().map(fetched_item).collect_view()}
            </ul>
            <p>{words.t("privacy.proof_policy")}</p>
            <p>{words.t("privacy.proof_try")}</p>
            <div class="acts">
                <button class="btn" autofocus on:click=move |_| is_open.set(false)>
                    {words.t("action.close")}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn fetched_item(one: Fetched) -> AnyView {
    view! {
        <li class:askc=one.is_later>
            <bdi>{one.address}</bdi>
        </li>
    }
    .into_any()
}
