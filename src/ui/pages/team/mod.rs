//! The team page: one name for each person, teams, brand pages, baselines.
//!
//! | file | holds |
//! |---|---|
//! | `alike` | names that may be one person's |
//! | `sellers` | the table of sellers, and making several of them one |
//! | `row` | one seller |
//! | `name` | a seller's name, renamed in place, and the other names that files have |
//! | `teams` | the teams |
//! | `baseline` | days from which sellers are compared |
//! | `quotas` | what sellers are meant to win |

mod alike;
mod baseline;
mod name;
mod quotas;
mod row;
mod sellers;
mod teams;

use leptos::prelude::*;

use super::shown::followed;
use crate::ui::parts::Failed;
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::views::{Answer, Ask};

/// The team page.
#[component]
pub fn TeamPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Team { filter: session.filter() },
        |answer| match answer {
            Answer::Team { view } => Some(view.clone()),
            _ => None,
        },
    );
    let state = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.sellers.is_empty())));
    let known = Signal::derive(move || view.get().unwrap_or_default());
    view! {
        <div class="head">
            <div>
                <h1>{words.t("team.title")}</h1>
                <p class="quiet small">{words.t("team.text")}</p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || match state.get() {
            None => view! { <span class="skel" aria-hidden="true"></span> }.into_any(),
            Some(true) => {
                view! {
                    <div class="emp">
                        <p class="quiet">
                            <b class="ink">{words.t("team.empty")}</b>
                            {words.gap()}
                            <a href=session.href(Page::Import)>{words.t("data.empty_link")}</a>
                        </p>
                    </div>
                }
                    .into_any()
            }
            Some(false) => {
                view! {
                    {alike::alike(session, known)}
                    {sellers::sellers(session, known)}
                    <div class="team-two">
                        {teams::teams(session, known)}
                        {baseline::everyone(session, known)}
                    </div>
                    {quotas::quotas(session, known)}
                }
                    .into_any()
            }
        }}
    }
}
