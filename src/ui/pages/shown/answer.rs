//! The answer to a page's question, and the page around it.

use leptos::prelude::*;

use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::session;
use crate::views::{Answer, Ask, Failure, Frame};

/// What a page shows of its answer.
pub trait Shown: Clone + PartialEq + Send + Sync + 'static {
    /// Its part of an answer; none of any other.
    fn of(answer: &Answer) -> Option<Self>;
    /// The selection.
    fn frame(&self) -> &Frame;
}

/// Has a page show the view of an answer.
macro_rules! shows {
    ($view:ident of $answer:ident) => {
        impl $crate::ui::pages::shown::Shown for $view {
            fn of(answer: &$crate::views::Answer) -> Option<$view> {
                match answer {
                    $crate::views::Answer::$answer { view } => Some((**view).clone()),
                    _ => None,
                }
            }

            fn frame(&self) -> &$crate::views::Frame {
                &self.frame
            }
        }
    };
}
pub(in crate::ui::pages) use shows;

/// What a question's newest answer holds, and why there is none where it failed. While a new answer is on its way,
/// and where it fails, what was known stays in place.
pub fn followed<T: Clone + PartialEq + Send + Sync + 'static>(
    question: impl Fn() -> Ask + 'static,
    of: impl Fn(&Answer) -> Option<T> + Send + Sync + 'static,
) -> (Memo<Option<T>>, Memo<Option<Failure>>) {
    let answer = session().answer_to(question);
    let view = Memo::new(move |known: Option<&Option<T>>| {
        let new = answer.with(|answer| answer.as_ref().and_then(&of));
        new.or_else(|| known.cloned().flatten())
    });
    let failure = Memo::new(move |_| match answer.get() {
        Some(Answer::Failed { failure }) => Some(failure),
        _ => None,
    });
    (view, failure)
}

/// A page: heading, what is known now, and below it either its sections or two ways to data. While a new answer
/// is on its way, and where it fails, what was known stays in place.
pub fn shown<T: Shown>(
    title: &'static str,
    question: impl Fn() -> Ask + 'static,
    lead: impl Fn(&T) -> AnyView + Send + 'static,
    sections: impl Fn(Signal<T>) -> AnyView + Send + 'static,
) -> impl IntoView {
    let words = session().words();
    let (view, failure) = followed(question, T::of);
    let state = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.frame().is_empty)));
    let filled = move || {
        let first = view.get_untracked()?;
        Some(sections(Memo::new(move |_| view.get().unwrap_or_else(|| first.clone())).into()))
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t(title)}</h1>
                <div class="lead" data-testid="lead">
                    {move || {
                        view.with(|view| {
                            view.as_ref().filter(|view| !view.frame().is_empty).map(&lead)
                        })
                    }}
                </div>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || match state.get() {
            None => {
                view! {
                    <p class="quiet small late" role="status">
                        {words.t("state.reading")}
                    </p>
                    <div class="late chart" aria-hidden="true"></div>
                }
                    .into_any()
            }
            Some(true) => view! { <NothingYet /> }.into_any(),
            Some(false) => filled().into_any(),
        }}
    }
}

/// A part of a view that is shown anew only when it changes.
pub fn part<T: Shown, P: Clone + PartialEq + Send + Sync + 'static>(
    view: Signal<T>,
    of: impl Fn(&T) -> P + Send + Sync + 'static,
) -> Memo<P> {
    Memo::new(move |_| view.with(|view| of(view)))
}
