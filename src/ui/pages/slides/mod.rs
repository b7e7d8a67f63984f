//! The slides: the answer, activity, results and a figure of each area, in big type and without names, for a room
//! full of people.
//!
//! | file | holds |
//! |---|---|
//! | `slide` | one slide |
//! | `keys` | which key goes where |

mod keys;
mod slide;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::shown::followed;
use crate::ui::masking::replace;
use crate::ui::parts::Failed;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::views::{Answer, Ask};
use keys::{Step, step};

/// The slides.
#[component]
pub fn SlidesPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Slides { filter: session.filter() },
        |answer| match answer {
            Answer::Slides { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let count = Memo::new(move |_| view.with(|view| view.as_ref().map_or(0, |view| view.slides.len())));
    let at = Memo::new(move |_| {
        let at = session.route.with(|route| match route.page {
            Page::Slides { at } => at as usize,
            _ => 0,
        });
        at.min(count.get().saturating_sub(1))
    });
    let go = move |to: usize| {
        let page = Page::Slides { at: u32::try_from(to).unwrap_or(0) };
        // One step back in the browser leaves the slides, however far one came.
        replace(&session.route.with_untracked(|route| route.to(page)));
    };
    let take = move |what: Step| match what {
        Step::Next => go((at.get_untracked() + 1).min(count.get_untracked().saturating_sub(1))),
        Step::Back => go(at.get_untracked().saturating_sub(1)),
        Step::First => go(0),
        Step::Last => go(count.get_untracked().saturating_sub(1)),
        Step::Leave => session.leave_slides(),
    };
    let is_rtl = words.locale().is_rtl();
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(what) = step(&event.key(), event.shift_key(), is_rtl, is_on_control(&event)) {
            event.prevent_default();
            take(what);
        }
    });
    on_cleanup(move || listener.remove());
    let place = move || {
        let number = |number: usize| words.integer(u64::try_from(number).unwrap_or(0));
        (count.get() > 0).then(|| {
            words.fill("slides.place", &[("at", &number(at.get() + 1)), ("of", &number(count.get()))])
        })
    };
    view! {
        <div class="slides" data-testid="slides">
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            <div class="slide" aria-live="polite">
                {move || {
                    view.with(|view| match view {
                        None => {
                            view! { <p class="quiet late" role="status">{words.t("state.reading")}</p> }.into_any()
                        }
                        Some(view) => match view.slides.get(at.get()) {
                            Some(one) => slide::slide(words, view, one),
                            None => view! { <p class="quiet">{words.t("scorecard.empty")}</p> }.into_any(),
                        },
                    })
                }}
            </div>
            <div class="slides-bar" role="group" aria-label=words.t("slides.title")>
                <button class="btn" data-testid="slides-leave" on:click=move |_| take(Step::Leave)>
                    {words.t("slides.leave")}
                </button>
                <button class="btn plain wide" on:click=move |_| fill_screen(session)>
                    {words.t("slides.full")}
                </button>
                <span class="note push">{move || words.t(&format!("names.note_{}", session.names_now().id()))}</span>
                <span class="num" data-testid="slides-place">{place}</span>
                <button
                    class="btn"
                    data-testid="slides-back"
                    disabled=move || at.get() == 0
                    on:click=move |_| take(Step::Back)
                >
                    {words.t("slides.back")}
                </button>
                <button
                    class="btn primary"
                    data-testid="slides-next"
                    disabled=move || count.get() <= at.get() + 1
                    on:click=move |_| take(Step::Next)
                >
                    {words.t("slides.next")}
                </button>
            </div>
        </div>
    }
}

/// Whether a key is meant for what has the focus.
fn is_on_control(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| matches!(target.closest("button, a, summary, select, canvas"), Ok(Some(_))))
}

fn fill_screen(session: Session) {
    let root = document().document_element();
    if root.is_none_or(|root| root.request_fullscreen().is_err()) {
        session.say_error(session.words().t("slides.no_full"));
    }
}
