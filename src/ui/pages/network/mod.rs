//! The network page: size beside who is in it, who came of their own accord, invitations, reach.
//!
//! | file | holds |
//! |---|---|
//! | `size` | size and share of the persona over time, and each seller |
//! | `average` | each seller's size against the quoted average |
//! | `breadth` | growth against inbound share |
//! | `notes` | invitations with and without a note |
//! | `reach` | followers by platform, and whom a share can reach |
//! | `tags`, `tag_form` | connections and requests by where people were found, and saying it |
//! | `persona` | the persona's people of each seller, week by week, and the goals for them |

mod average;
mod breadth;
mod notes;
mod persona;
mod reach;
mod size;
mod tag_form;
mod tags;

use leptos::prelude::*;

use super::shown::{interval_of, shown, shows};
use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::views::{Ask, NetworkView};

shows!(NetworkView of Network);

/// The network page.
#[component]
pub fn NetworkPage() -> impl IntoView {
    let session = session();
    shown(
        "network.title",
        move || Ask::Network { filter: session.filter() },
        move |view: &NetworkView| lead(session, view),
        move |view| {
            in_turn(
                || (),
                sections![
                    size::size(session, view),
                    average::average(session, view),
                    breadth::breadth(session, view),
                    notes::notes(session, view),
                    tags::tags(session, view),
                    reach::reach(session, view),
                    persona::persona(session, view),
                    persona::goals(session, view),
                ],
            )
        },
    )
}

/// How large, how much of it new, and who is in it: never one without the other.
fn lead(session: Session, view: &NetworkView) -> AnyView {
    let words = session.words();
    let value = |id: &str| view.row(id).map(|row| interval_of(words, row.unit, &row.figure));
    let (Some(size), Some(new)) = (value("connections"), value("connections_new")) else {
        return ().into_any();
    };
    if view.row("connections").is_none_or(|row| row.figure.value().is_none()) {
        return view! { <p class="quiet">{words.t("network.lead_none")}</p> }.into_any();
    }
    let growth = view.row("connection_growth_rate").filter(|row| row.figure.value().is_some());
    let growth = growth.map(|row| {
        words.fill("network.lead_growth", &[("growth", &interval_of(words, row.unit, &row.figure))])
    });
    let first = words.fill("network.lead", &[("size", &size), ("new", &new)]);
    let share = view.row("persona_share").filter(|row| row.figure.value().is_some());
    let second = match (share, &view.frame.filter.persona) {
        (Some(row), Some(persona)) => {
            let share = interval_of(words, Unit::Ratio, &row.figure);
            let counted = words.counted(&row.figure);
            let args = [("share", share.as_str()), ("counted", &counted), ("persona", persona)];
            view! { <span>{words.fill("network.lead_share", &args)}</span> }.into_any()
        }
        (None, Some(_)) => view! { <span>{words.t("network.lead_share_none")}</span> }.into_any(),
        (_, None) => view! {
            <span>
                {words.t("network.lead_no_persona")}
                {words.gap()}
                <a href=session.href_now(Page::Personas)>{words.t("network.to_personas")}</a>
            </span>
        }
        .into_any(),
    };
    view! { <p>{first} {words.gap()} {growth} {words.gap()} {second}</p> }.into_any()
}
