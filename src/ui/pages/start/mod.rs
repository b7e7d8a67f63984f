//! The start page: what it is, where files go in, what one can bring.
//!
//! The first view is this file and comes with the program's first part; `privacy` and `bring` come with
//! the rest.

mod bring;
mod privacy;

use leptos::prelude::*;

pub use self::bring::bring;
pub use self::privacy::privacy;
use super::figure::HowShown;
use crate::ui::parts::{DropZone, follow_drops};
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::views::Ask;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let held = follow_drops(session);
    // Only for the frame: whether there is anything in the workspace.
    let _ = session.answer_to(move || Ask::Data { filter: session.filter() });
    let has_data = Memo::new(move |_| session.frame.with(|frame| !frame.is_empty));
    view! {
        <div class="cols start">
            <div>
                <h1 class="disp">{words.t("start.sentence")}</h1>
                {move || {
                    has_data
                        .get()
                        .then(|| {
                            view! {
                                <p class="start-on">
                                    <a class="btn" href=session.href(Page::Scorecard)>
                                        {words.t("start.open_scorecard")}
                                    </a>
                                </p>
                            }
                        })
                }}
                <DropZone held=held offers_sample=true />
                {move || session.rest.get().map(|rest| (rest.privacy)(session))}
            </div>
            <aside class="side">
                <HowShown />
                <div>
                    <h3>{words.t("start.missing_title")}</h3>
                    <p>{words.t("start.missing_text")}</p>
                </div>
            </aside>
        </div>
        {move || session.rest.get().map(|rest| (rest.bring)(session))}
    }
}
