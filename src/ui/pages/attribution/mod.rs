//! The attribution page: what seven models credit to each channel, the part that social networks play, and every won
//! deal with its touches.
//!
//! | file | holds |
//! |---|---|
//! | `models` | one channel under every model |
//! | `channels` | all channels under every model |
//! | `coverage` | what the figures stand on |
//! | `roles` | first, last and in-between touches by month |
//! | `deals` | won deals and what each model makes of one |

mod channels;
mod coverage;
mod deals;
mod models;
mod roles;

use leptos::prelude::*;

use super::shown::{shown, shows};
use crate::metrics::{CreditRule, Unit};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::Words;
use crate::views::{Ask, AttributionView, CourtView};

shows!(AttributionView of Attribution);

/// The attribution page.
#[component]
pub fn AttributionPage() -> impl IntoView {
    let session = session();
    // The channel that is looked at; none for all social ones.
    let channel = RwSignal::new(None::<String>);
    shown(
        "credit.title",
        move || Ask::Attribution { filter: session.filter() },
        move |view: &AttributionView| {
            let answer = sentence(session.words(), view);
            view! { <p class="quiet" data-testid="attribution-answer">{answer}</p> }.into_any()
        },
        move |view| filled(session, view, channel),
    )
}

fn filled(session: Session, view: Signal<AttributionView>, channel: RwSignal<Option<String>>) -> AnyView {
    let words = session.words();
    in_turn(
        move || view.track(),
        sections![view =>
            view.court.is_none().then(|| without_paths(session)),
            view.court.as_ref().map(|court| models::models(words, court, channel, &view.frame.currency)),
            view.court.as_ref().map(|court| channels::channels(words, court, &view.frame.currency)),
            view.court.as_ref().map(|court| coverage::coverage(words, court)),
            roles::roles(session, words, view),
            deals::deals(words, view),
        ],
    )
}

/// What files would bring the paths.
fn without_paths(session: Session) -> AnyView {
    let words = session.words();
    view! {
        <div class="emp" data-testid="attribution-empty">
            <p class="quiet">
                <b class="ink">{words.t("credit.empty")}</b>
                {words.gap()}
                {words.t("need.touches")}
                {words.gap()}
                {words.t("credit.empty_paths")}
                {words.gap()}
                <a href=session.href_now(Page::Import)>{words.t("data.empty_link")}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What is known, in a sentence or two.
fn sentence(words: Words, view: &AttributionView) -> String {
    let Some(court) = &view.court else { return String::new() };
    let Some((low, high)) = court.social_range else { return words.t("credit.answer_none") };
    let range = words.interval(Unit::Ratio, low, high, "");
    let of = counted(words, court);
    let answer = words.fill("credit.answer", &[("range", &range), ("what", &of)]);
    if court.coverage.deals_won == 0 {
        return answer;
    }
    let covered = words.fill(
        "credit.answer_coverage",
        &[
            ("k", &words.integer(u64::from(court.coverage.deals_with_path))),
            ("n", &words.integer(u64::from(court.coverage.deals_won))),
        ],
    );
    words.sentences([answer, covered])
}

/// `39 conversions`.
fn counted(words: Words, court: &CourtView) -> String {
    // Tools count parts of conversions; so many are not said.
    words.count("credit.conversions", court.conversions.round() as u64, &[])
}

/// The name of a model.
fn model_name(words: Words, rule: CreditRule) -> String {
    words.t(&format!("credit.model.{}", rule.id()))
}

/// A channel as a person reads it: what is not known is said so.
fn channel_name(words: Words, name: &str) -> String {
    if name == "unknown" { words.t("key.unknown") } else { name.to_owned() }
}
