//! The menu of the pages that have no place in the top bar.

use leptos::prelude::*;

use super::NamesPick;
use crate::ui::nav::{MORE, is_under};
use crate::ui::session::{Session, session};

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
                {has_data.then(|| show_group(session))}
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

/// How all pages are shown: as slides, and with which names.
fn show_group(session: Session) -> AnyView {
    let words = session.words();
    view! {
        <section>
            <h2>{words.t("slides.title")}</h2>
            <button
                class="btn"
                popovertarget="more-menu"
                popovertargetaction="hide"
                title=words.t("slides.key")
                aria-keyshortcuts="P"
                data-testid="present"
                on:click=move |_| {
                    session.present();
                }
            >
                {words.t("slides.present")}
            </button>
            <NamesPick />
        </section>
    }
    .into_any()
}
