//! The page of referrals and paths: who refers and what comes of it, whether a mutual connection helps, and who on
//! the team knows somebody at a company.
//!
//! | file | holds |
//! |---|---|
//! | `received` | referrals over time, by referrer, type and seller |
//! | `odds` | won against lost, and the cycle, beside other sources |
//! | `mutual` | first messages with and without a mutual connection |
//! | `paths` | who knows whom at a company |
//! | `asks` | introductions asked for |

mod asks;
mod mutual;
mod odds;
mod paths;
mod received;

use leptos::prelude::*;

use super::shown::{shown, shows};
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::views::{Ask, ReferralsView};

shows!(ReferralsView of Referrals);

/// The page of referrals and paths.
#[component]
pub fn ReferralsPage() -> impl IntoView {
    let session = session();
    let company = RwSignal::new(None::<String>);
    shown(
        "referrals.title",
        move || Ask::Referrals { filter: session.filter(), company: company.get() },
        move |view: &ReferralsView| lead(session, view),
        move |view| {
            in_turn(
                || (),
                sections![
                    received::received(session, view),
                    odds::odds(session, view),
                    mutual::mutual(session, view),
                    paths::paths(session, view, company),
                    asks::asks(session, view),
                ],
            )
        },
    )
}

fn lead(session: Session, view: &ReferralsView) -> AnyView {
    let words = session.words();
    let Some(row) = &view.received else { return ().into_any() };
    if let Some(why) = words.why(row, "") {
        return view! { <p class="quiet">{words.sentences([why.lead, why.rest])}</p> }.into_any();
    }
    let count = |number: u32| words.integer(u64::from(number));
    let total = &view.total;
    let (won, lost, open) = (count(total.won), count(total.lost), count(total.open));
    let args = [("won", won.as_str()), ("lost", &lost), ("open", &open)];
    view! { <p>{words.count("referrals.lead", u64::from(total.received), &args)}</p> }.into_any()
}
