//! The top bar: mark, pages, sample-data tag, workspace, language, theme.

use leptos::prelude::*;

use super::{WorkspaceAsks, WorkspaceMenu};
use crate::store::Theme;
use crate::text::Locale;
use crate::ui::nav::{Destination, MAIN, is_under};
use crate::ui::palette::Palette;
use crate::ui::route::Page;
use crate::ui::session::{Session, session, value_of};

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let session = session();
    let words = session.words();
    let has_data = Memo::new(move |_| session.frame.with(|frame| !frame.is_empty));
    // A check-in opened by a link is all that its reader came for.
    let is_bare = Memo::new(move |_| session.route.with(|route| matches!(route.page, Page::Checkin(_))));
    view! {
        <header class="top" class:bare=move || is_bare.get()>
            <div class="wrap">
                <a class="mark" href=move || session.href(Page::Start)>
                    <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
                        <path d="M1 2v10M29 2v10M1 7h28" stroke="currentColor" stroke-width="1.75" fill="none" />
                        <circle cx="12" cy="7" r="4.5" fill="currentColor" />
                    </svg>
                    "Rapport"
                </a>
                <nav class="nav" aria-label=words.t("nav.main")>
                    <div class="nav-links">
                        {move || {
                            let shown = MAIN.iter().filter(|to| has_data.get() || !to.needs_data);
                            shown.map(|to| link(session, to)).collect_view()
                        }}
                    </div>
                    {move || session.rest.get().map(|rest| (rest.more)())}
                </nav>
                <div class="top-end">
                    {move || session.rest.get().map(|rest| (rest.top_end)())}
                </div>
            </div>
        </header>
    }
}

/// Its end: whose data it is, and the language and the theme.
#[component]
pub fn TopEnd() -> impl IntoView {
    let session = session();
    let words = session.words();
    let asks = WorkspaceAsks::none();
    let is_sample = Memo::new(move |_| session.frame.with(|frame| frame.is_sample));
    let sample = move || {
        is_sample.get().then(|| {
            view! {
                <span class="tag sample" data-testid="sample-tag">
                    {words.t("sample.tag")}
                </span>
            }
        })
    };
    view! {
        {sample}
        <Palette asks=asks />
        <WorkspaceMenu asks=asks />
        {language_choice(session)}
        {theme_choice(session)}
    }
}

fn link(session: Session, to: &'static Destination) -> AnyView {
    let is_here = move || session.route.with(|route| is_under(&route.page, &to.page));
    view! {
        <a href=move || session.href(to.page.clone()) aria-current=move || is_here().then_some("page")>
            {session.words().t(to.key)}
        </a>
    }
    .into_any()
}

fn language_choice(session: Session) -> AnyView {
    let words = session.words();
    let now = session.locale.get_untracked();
    let options = Locale::ALL
        .into_iter()
        .map(|locale| {
            view! {
                <option value=locale.lang() lang=locale.lang() selected=locale == now>
                    {locale.own_name()}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        if let Some(locale) = Locale::of_tag(&value_of(&event)) {
            session.set_locale(locale);
        }
    };
    view! {
        <span class="choice-of">
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                <path
                    d="M2 9h14M9 2c5 4 5 10 0 14M9 2c-5 4-5 10 0 14"
                    stroke="currentColor"
                    stroke-width="1.3"
                    fill="none"
                />
                <circle cx="9" cy="9" r="7" stroke="currentColor" stroke-width="1.3" fill="none" />
            </svg>
            <select class="choice" aria-label=words.t("top.language") data-testid="language" on:change=choose>
                {options}
            </select>
        </span>
    }
    .into_any()
}

/// The themes with their word and their value in the list.
pub const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "system"), (Theme::Light, "light"), (Theme::Dark, "dark")];

fn theme_choice(session: Session) -> AnyView {
    let words = session.words();
    let now = session.theme.get_untracked();
    let options = THEMES
        .into_iter()
        .map(|(theme, value)| {
            view! {
                <option value=value selected=theme == now>
                    {words.t(&format!("theme.{value}"))}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let chosen = value_of(&event);
        if let Some((theme, _)) = THEMES.into_iter().find(|(_, value)| *value == chosen) {
            session.set_theme(theme);
        }
    };
    view! {
        <span class="choice-of">
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                <circle cx="9" cy="9" r="6.5" stroke="currentColor" stroke-width="1.3" fill="none" />
                <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
            </svg>
            <select class="choice" aria-label=words.t("top.theme") data-testid="theme" on:change=choose>
                {options}
            </select>
        </span>
    }
    .into_any()
}
