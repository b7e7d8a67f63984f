//! Metrics that a person makes: the list, and three sentences to fill in with the figure beside them.
//!
//! | file | holds |
//! |---|---|
//! | `list` | those that there are |
//! | `form` | the sentences and the figure |
//! | `part` | which rows are meant: table, date, conditions |
//! | `condition` | one condition |
//! | `said` | a definition in a sentence |
//! | `score` | their rows under the scorecard |

mod condition;
mod form;
mod list;
mod part;
mod said;
mod score;

use leptos::prelude::*;

use super::shown::followed;
use crate::metrics::OwnMetric;
use crate::ui::parts::Failed;
use crate::ui::session::session;
use crate::views::{Answer, Ask, OwnScoresView};

pub use said::said;
pub use score::own_rows;

/// The page of metrics of one's own.
#[component]
pub fn OwnPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let (view, failure) = followed(
        move || Ask::OwnScores { filter: filter.get() },
        |answer| match answer {
            Answer::OwnScores { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let draft = form::Draft::new();
    // The list above the form would push it down.
    let is_known = Memo::new(move |_| view.with(Option::is_some));
    view! {
        <div class="head">
            <div>
                <h1>{words.t("own.title")}</h1>
                <p class="quiet">{words.t("own.text")}</p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || view.with(|view| view.as_ref().map(|view| list::list(session, draft, view)))}
        {move || {
            is_known.get().then(|| form::form(session, draft, Signal::derive(move || all(view))))
        }}
    }
}

fn all(view: Memo<Option<OwnScoresView>>) -> Vec<OwnMetric> {
    view.with(|view| view.as_ref().map(|view| view.metrics.clone()).unwrap_or_default())
}
