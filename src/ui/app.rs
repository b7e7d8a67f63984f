//! The start of the program, and the shell: top bar, filter bar, and the page of the address.

use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser::{apply_language, apply_theme, held, looks, note_beginning};
use super::pages::StartPage;
use super::parts::TopBar;
use super::rest::rest;
use super::route::{Page, Route};
use super::session::{EngineState, ImportState, Session, session};
use super::steps::Steps;
use super::wording::say_wordless;
use super::words::Words;
use crate::metrics::NameStyle;
use crate::store::{Library, Preferences};
use crate::text::Locale;
use crate::views::Frame;

/// Puts the app in the place of the static page.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(home) = document().get_element_by_id("app") else { return };
    // What the page holds is there before its first view and as long as the page is open.
    let owner = Owner::new();
    let session = owner.with(new_session);
    // Leptos's own way to run a future begins with its first view.
    wasm_bindgen_futures::spawn_local(async move {
        if session.words().fetch().await.is_err() {
            say_wordless(&home);
            return;
        }
        home.set_inner_html("");
        let mounted =
            owner.with(|| mount_to(home.unchecked_into(), move || view! { <App session=session /> }));
        mounted.forget();
        session.wake_engine();
        fetch_the_rest(session, &owner).await;
        std::mem::forget(owner);
    });
}

/// Fetches what the first view does without. Nothing that follows needs the network.
async fn fetch_the_rest(session: Session, owner: &Owner) {
    match rest().await {
        Ok(rest) => {
            owner.with(|| (rest.begin)(session));
            session.rest.set(Some(rest));
        }
        Err(_) => session.lacks_rest.set(true),
    }
    session.fetch_all_words().await;
    note_beginning();
}

/// The app.
#[component]
fn App(
    /// What the page holds.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    follow_address(session);
    Effect::new(move || apply_theme(session.theme.get()));
    Effect::new(move || {
        let locale = session.locale.get();
        apply_language(locale.lang(), locale.dir());
    });
    // A change of language makes everything anew: words are plain text then, not signals.
    move || {
        session.locale.track();
        view! { <Shell /> }
    }
}

/// Bars and page.
#[component]
fn Shell() -> impl IntoView {
    let session = session();
    let words = session.words();
    // The page is made anew when another one is opened, not when its selection changes.
    let page = Memo::new(move |_| session.route.with(|route| route.page.kind()));
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>{words.t("nav.skip")}</a>
        <TopBar />
        {move || session.rest.get().map(|rest| (rest.filter_bar)())}
        <main id="main" tabindex="-1">
            <div class="wrap">
                {move || session.lacks_rest.get().then(|| lacking(session))}
                {move || session.rest.get().map(|rest| (rest.notices)())}
                {move || match page.get() {
                    Page::Start => view! { <StartPage /> }.into_any(),
                    other => session.rest.get().map(|rest| (rest.page)(other)).into_any(),
                }}
            </div>
        </main>
        {move || session.rest.get().map(|rest| (rest.toasts)())}
    }
}

/// Says that the rest of the program did not come: nothing but the first view works then.
fn lacking(session: Session) -> AnyView {
    view! {
        <p class="callout bad" role="alert">
            {session.words().t("failure.part")}
        </p>
    }
    .into_any()
}

fn new_session() -> Session {
    let (locale, theme) = looks();
    // Until the workspace is opened it holds what it held last time: so the bars stand where they will stay.
    let (has_data, is_sample) = held();
    Session {
        route: RwSignal::new(Route::parse(&hash())),
        locale: RwSignal::new(locale),
        theme: RwSignal::new(theme),
        names: RwSignal::new(NameStyle::Names),
        revision: RwSignal::new(0),
        frame: RwSignal::new(Frame { is_empty: !has_data, is_sample, ..Frame::default() }),
        engine: RwSignal::new(EngineState::Starting),
        workspaces: RwSignal::new(Vec::new()),
        current: RwSignal::new(None),
        save_state: RwSignal::new(None),
        is_elsewhere: RwSignal::new(false),
        damage: RwSignal::new(None),
        import: RwSignal::new(ImportState::Idle),
        toast: RwSignal::new(None),
        steps: RwSignal::new(Steps::default()),
        rest: RwSignal::new(None),
        lacks_rest: RwSignal::new(false),
        all_words: Locale::ALL.map(Words::new),
        library: StoredValue::new_local(Library::closed()),
        preferences: StoredValue::new_local(Preferences::default()),
        engine_link: StoredValue::new_local(None),
        reader_link: StoredValue::new_local(None),
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Keeps page and selection as the address says.
fn follow_address(session: Session) {
    window_event_listener(ev::hashchange, move |_| {
        let hash = hash();
        // `#main` is the skip link's, not a page.
        if hash.starts_with("#/") || hash.is_empty() {
            let route = Route::parse(&hash);
            let page_changed = session.route.with_untracked(|old| old.page != route.page);
            session.route.set(route);
            if page_changed {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    });
}

fn skip_to_main(event: ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main")
        && let Ok(main) = main.dyn_into::<web_sys::HtmlElement>()
    {
        // Focus is a help; where it fails the page is no worse.
        let _ = main.focus();
    }
}
