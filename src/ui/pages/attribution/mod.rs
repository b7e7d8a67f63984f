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

use super::shown::followed;
use crate::metrics::{CreditRule, Unit};
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{Section, in_turn};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, AttributionView, CourtView};

/// The attribution page.
#[component]
pub fn AttributionPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Attribution { filter: session.filter() },
        |answer| match answer {
            Answer::Attribution { view } => Some((**view).clone()),
            _ => None,
        },
    );
    // The channel that is looked at; none for all social ones.
    let channel = RwSignal::new(None::<String>);
    let is_empty = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.frame.is_empty)));
    view! {
        <div class="head">
            <div>
                <h1>{words.t("credit.title")}</h1>
                <p class="quiet" data-testid="attribution-answer">
                    {move || view.with(|view| view.as_ref().map(|view| sentence(words, view)))}
                </p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || match is_empty.get() {
            None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
            Some(true) => view! { <NothingYet /> }.into_any(),
            Some(false) => filled(session, view, channel),
        }}
    }
}

fn filled(
    session: Session,
    view: Memo<Option<AttributionView>>,
    channel: RwSignal<Option<String>>,
) -> AnyView {
    let words = session.words();
    // What says who gets the credit; none where no path is known.
    let court = move |show: fn(Words, &CourtView, RwSignal<Option<String>>, &str) -> AnyView| -> Section {
        let of = move |view: &AttributionView| {
            view.court.as_ref().map(|court| show(words, court, channel, &view.frame.currency))
        };
        Box::new(move || view.with_untracked(|view| view.as_ref().and_then(of)).into_any())
    };
    let section = move |show: fn(Session, Words, &AttributionView) -> AnyView| -> Section {
        let of = move |view: &AttributionView| show(session, words, view);
        Box::new(move || view.with_untracked(|view| view.as_ref().map(of)).into_any())
    };
    in_turn(
        move || view.track(),
        vec![
            section(|session, _, view| view.court.is_none().then(|| without_paths(session)).into_any()),
            court(models::models),
            court(|words, court, _, currency| channels::channels(words, court, currency)),
            court(|words, court, _, _| coverage::coverage(words, court)),
            section(roles::roles),
            section(|_, words, view| deals::deals(words, view)),
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
