//! The menu of the pages that have no place in the top bar.

use leptos::prelude::*;

use crate::ui::nav::{MORE, is_under};
use crate::ui::session::session;

/// The menu of further pages. A native popover; it is made anew, and so closed, when the page changes.
#[component]
pub fn MoreMenu() -> impl IntoView {
    let session = session();
    let words = session.words();
    let here = Memo::new(move |_| session.route.with(|route| route.page.clone()));
    let has_data = Memo::new(move |_| session.frame.with(|frame| !frame.is_empty));
    let is_inside = move || {
        here.with(|page| MORE.iter().any(|(_, group)| group.iter().any(|to| is_under(page, &to.page))))
    };
    let groups = move || {
        let (page, has_data) = (here.get(), has_data.get());
        let groups = MORE.iter().map(|(title, group)| {
            let links = group.iter().filter(|to| has_data || !to.needs_data).map(|to| {
                let target = to.page.clone();
                view! {
                    <li>
                        <a
                            href=move || session.href(target.clone())
                            aria-current=is_under(&page, &to.page).then_some("page")
                        >
                            {words.t(to.key)}
                        </a>
                    </li>
                }
            });
            view! {
                <section>
                    <h2>{words.t(title)}</h2>
                    <ul>{links.collect_view()}</ul>
                </section>
            }
        });
        view! {
            <div id="more-menu" class="pop menu more" popover="auto" data-testid="more-menu">
                {groups.collect_view()}
            </div>
        }
    };
    view! {
        <button
            class="pick more"
            popovertarget="more-menu"
            aria-haspopup="true"
            aria-current=move || is_inside().then_some("true")
            data-testid="more"
        >
            {words.t("nav.more")}
        </button>
        {groups}
    }
}
