//! Event markers, and the switch of those that platforms made.

use leptos::prelude::*;

use crate::facts::Day;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::{Ask, ProgrammeView};

/// The section.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    let on = view.shows_platform_events;
    let events = (view.events.iter().rev())
        .map(|event| {
            view! {
                <li>
                    <span class="q3 num">{words.day(Day(event.day))}</span>
                    " "
                    <bdi>{words.event_name(&event.name)}</bdi>
                </li>
            }
        })
        .collect_view();
    let none = view.events.is_empty().then(|| words.t("programme.no_events"));
    view! {
        <section>
            <h3>{words.t("chart.column.events")}</h3>
            <p>{none}</p>
            <ul class="plain small">{events}</ul>
            <p>
                <a href=session.href_now(Page::Log)>{words.t("events.log_link")}</a>
            </p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=on
                    data-testid="platform-events"
                    on:change=move |_| {
                        session
                            .change_plan(
                                Ask::ShowPlatformEvents { on: !on },
                                session.words().t("programme.said"),
                            )
                    }
                />
                <span>{words.t("programme.platform_events")}</span>
            </label>
        </section>
    }
    .into_any()
}
