//! The page of the index: total, pillars, who rises, what the weakest pillar lacks, ranks, how often to read it,
//! and whether it goes with more deals.
//!
//! | file | holds |
//! |---|---|
//! | `total` | the index of each seller over time |
//! | `pillars` | the four pillars beside each other |
//! | `sellers` | the table of sellers |
//! | `checks` | the questions for each seller's weakest pillar |
//! | `ranks` | ranks over time |
//! | `cadence` | how often to read it, and whose reading is due |
//! | `test`, `quota` | deals, and quotas reached, at a high and at a low index |

mod cadence;
mod checks;
mod pillars;
mod quota;
mod ranks;
mod sellers;
mod test;
mod total;

use leptos::prelude::*;

use super::shown::{shown, shows};
use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::views::{Ask, HighFrom, SsiView};

shows!(SsiView of Ssi);

/// The page of the index.
#[component]
pub fn SsiPage() -> impl IntoView {
    let session = session();
    let high_from = RwSignal::new(HighFrom::default());
    shown(
        "ssi.title",
        move || Ask::Ssi { filter: session.filter(), high_from: high_from.get() },
        move |view: &SsiView| lead(session, view),
        move |view| {
            in_turn(
                || (),
                sections![
                    total::total(session, view),
                    pillars::pillars(session, view),
                    sellers::sellers(session, view),
                    checks::checks(session, view),
                    ranks::ranks(session, view),
                    cadence::cadence(session, view),
                    test::test(session, view, high_from),
                    quota::quota(session, view),
                ],
            )
        },
    )
}

/// The median, who is above the line, the weakest pillar; and what the index is not.
fn lead(session: Session, view: &SsiView) -> AnyView {
    let words = session.words();
    let value = view.total.as_ref().and_then(|row| row.figure.value());
    let Some(value) = value else {
        return view! {
            <p class="quiet">
                {words.t("ssi.lead_none")} " " <a href=session.href_now(Page::Log)>{words.t("ssi.to_log")}</a>
            </p>
        }
        .into_any();
    };
    let median = words.value(Unit::Score, value, "");
    let (high, read) = (words.integer(u64::from(view.high)), words.integer(u64::from(view.read)));
    let first = words.fill("ssi.lead", &[("median", &median), ("high", &high), ("read", &read)]);
    let weakest = view
        .weakest
        .as_ref()
        .map(|id| words.fill("ssi.lead_weakest", &[("pillar", &words.metric_name(id, None))]));
    view! {
        <p>{first} " " {weakest}</p>
        <p class="quiet small">{words.t("ssi.caveat")}</p>
    }
    .into_any()
}
