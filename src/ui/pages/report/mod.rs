//! The report for management: one page for the current selection, in a language, on a paper and with names of its
//! own, to be printed or saved.
//!
//! | file | holds |
//! |---|---|
//! | `bar` | what a person chooses for it |
//! | `sheet` | the page itself |
//! | `rows` | its rows of figures |
//! | `said` | its sentences |

mod bar;
mod rows;
mod said;
mod sheet;

use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::shown::followed;
use crate::metrics::ReportChoices;
use crate::text::Locale;
use crate::ui::masking::{mask_words, masked};
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::views::{Answer, Ask, ReportView};

pub(super) use said::{ahead, clearest, headline};

/// The report page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    // The names on the sheet are its own choice, whatever the rest of the program shows.
    let choices = RwSignal::new(ReportChoices::default());
    let question = move || {
        let (locale, names) = choices.with(|choices| (language(session, choices), choices.names));
        let names = if session.names_now() == Default::default() { names } else { session.names_now() };
        let question = Ask::Report { filter: session.filter() };
        masked(question, mask_words(session.words_of(locale), names))
    };
    let (view, failure) = followed(question, |answer| match answer {
        Answer::Report { view } => Some((**view).clone()),
        _ => None,
    });
    Effect::new(move || {
        view.with(|view| {
            if let Some(view) = view
                && choices.with_untracked(|choices| *choices != view.choices)
            {
                choices.set(view.choices.clone());
            }
        });
    });
    let locale = Memo::new(move |_| choices.with(|choices| language(session, choices)));
    // The sheet waits for the words of its language.
    let spoken = RwSignal::new(None::<Locale>);
    Effect::new(move || {
        let locale = locale.get();
        spawn_local(async move {
            if session.words_of(locale).fetch().await.is_ok() {
                spoken.try_set(Some(locale));
            }
        });
    });
    let is_empty = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.frame.is_empty)));
    view! {
        <div class="report-page">
            // The sheet has a head of its own.
            <h1 class="noprint" class:vh=move || is_empty.get() != Some(true)>
                {words.t("report.title")}
            </h1>
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            {move || match is_empty.get() {
                None => view! { <p class="quiet small late" role="status">{words.t("state.reading")}</p> }.into_any(),
                Some(true) => view! { <NothingYet /> }.into_any(),
                Some(false) => bar::bar(session, view, choices),
            }}
            {move || {
                let (Some(locale), Some(false)) = (spoken.get(), is_empty.get()) else { return ().into_any() };
                in_language(session, locale, view)
            }}
        </div>
    }
}

/// The language of the report.
fn language(session: Session, choices: &ReportChoices) -> Locale {
    Locale::of_tag(&choices.language)
        .filter(|_| !choices.language.is_empty())
        .unwrap_or_else(|| session.locale.get_untracked())
}

/// The sheet, whose parts take their words from a session of its own language.
fn in_language(session: Session, locale: Locale, view: Memo<Option<ReportView>>) -> AnyView {
    let own = Session { locale: RwSignal::new(locale), ..session };
    view! {
        <Provider value=own>
            {move || view.with(|view| view.as_ref().map(|view| sheet::sheet(own, view)))}
        </Provider>
    }
    .into_any()
}
