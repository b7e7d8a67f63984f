//! The metrics of one's own under the scorecard.

use leptos::prelude::*;

use crate::ui::pages::scorecard::{columns, row};
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::{Answer, Ask, ScorecardView};

/// The metrics of one's own as rows like all others; a line that leads to them where there are none.
pub fn own_rows(session: Session) -> AnyView {
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::OwnScores { filter: filter.get() });
    let rows = move || {
        answer.with(|answer| {
            let Some(Answer::OwnScores { view }) = answer else { return None };
            let shown = ScorecardView { frame: view.frame.clone(), ..ScorecardView::default() };
            let of = view.rows.iter().flatten().map(|of| row(session, words, &shown, of));
            let rows: Vec<AnyView> = of.collect();
            if rows.is_empty() {
                return None;
            }
            Some(view! {
                <table class="score" data-testid="own-scores">
                    <caption class="vh">{words.t("own.title")}</caption>
                    {columns()}
                    <tbody>{rows}</tbody>
                </table>
            })
        })
    };
    view! {
        <section class="sec" data-testid="own-section">
            <h2>{words.t("own.title")}</h2>
            <p class="small quiet">
                {words.t("own.text")} " " <a href=session.href_now(Page::Own)>{words.t("own.open")}</a>
            </p>
            {rows}
        </section>
    }
    .into_any()
}
