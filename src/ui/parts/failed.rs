//! A question that could not be answered: what happened, and a way back.

use leptos::prelude::*;

use crate::ui::route::Page;
use crate::ui::session::session;
use crate::views::Failure;

/// A question that could not be answered.
#[component]
pub fn Failed(
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let text = words.fill(&format!("failure.{}", failure.code), &[("detail", &failure.detail)]);
    view! {
        <div class="callout bad" role="alert" data-testid="failed">
            <p>{text}</p>
            <p>
                <a href=session.href_now(Page::Scorecard)>{words.t("failed.back")}</a>
            </p>
        </div>
    }
}
