//! How many warm conversations lead to a meeting: by seller, persona, and week or month of the start.

use leptos::prelude::*;

use super::cells;
use crate::ui::pages::metric::breakdown::table;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::TalksView;

/// The share of warm conversations that led to a meeting.
pub fn meetings(session: Session, words: Words, view: &TalksView) -> AnyView {
    let page = Page::Metric { id: view.meetings.id.clone(), by: None, variant: None, over: None };
    let body = match words.why(&view.meetings, "") {
        Some(why) => {
            view! { <p class="emp quiet"><b class="ink">{why.lead}</b> {words.gap()} {why.rest}</p> }
                .into_any()
        }
        None => {
            let whole = cells::figure(words, view.meetings.unit, Some(&view.meetings.figure));
            let counted = words.counted(&view.meetings.figure);
            view! { <p class="one-line">{whole} " " <span class="q3 num"><bdi dir="ltr" class="ltr">{counted}</bdi></span></p> }
                .into_any()
        }
    };
    let tables = view
        .meetings_by
        .iter()
        .filter(|by| !by.rows.is_empty())
        .map(|by| view! { <div class="scroll">{table(session, words, &view.meetings, "", by)}</div> })
        .collect_view();
    view! {
        <section class="sec" data-testid="talk-meetings">
            <h2><a class="nl" href=session.href_now(page)>{words.metric_name(&view.meetings.id, None)}</a></h2>
            <p class="small quiet">{words.t("metric.meeting_set_rate.formula")}</p>
            {body}
            {tables}
        </section>
    }
    .into_any()
}
