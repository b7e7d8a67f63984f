//! The search interest that a person lays over the trend, and what it is.

use leptos::prelude::*;

use crate::charts::ChartSpec;
use crate::ui::parts::Pick;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::words::Words;
use crate::views::{MetricView, SearchChoice};

/// The choice of a term, where the workspace knows of any, with a sentence on what it shows.
pub fn choice(view: Signal<MetricView>) -> impl IntoView {
    let session = session();
    let words = session.words();
    let choices = Memo::new(move |_| view.with(|view| view.search.choices.clone()));
    let has_any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    let options = Signal::derive(move || {
        let none = (String::new(), words.t("search.none"));
        let option = |choice: &SearchChoice| (choice.key.clone(), name(words, choice));
        choices.with(|choices| std::iter::once(none).chain(choices.iter().map(option)).collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || {
        view.with(|view| view.search.chosen().map(|choice| choice.key.clone())).unwrap_or_default()
    });
    move || {
        has_any.get().then(|| {
            view! {
                <div class="bydim laid-over">
                    <Pick
                        name=words.t("search.pick")
                        test_id="search-interest"
                        options=options
                        value=chosen
                        on_pick=move |key| choose(session, key)
                    />
                    <p class="small quiet" data-testid="search-said" aria-live="polite">
                        {move || view.with(|view| said(words, view))}
                    </p>
                </div>
            }
        })
    }
}

fn choose(session: Session, key: String) {
    let mut route = session.route.get_untracked();
    if let Page::Metric { over, .. } = &mut route.page {
        *over = Some(key).filter(|key| !key.is_empty());
        session.go(&route);
    }
}

/// A term with its place and the length of its stretches.
fn name(words: Words, choice: &SearchChoice) -> String {
    let step = match choice.step.as_str() {
        "hour" => words.t("search.step.hour"),
        "day" => words.t("search.step.day"),
        "week" => words.t("search.step.week"),
        "month" => words.t("search.step.month"),
        _ => String::new(),
    };
    let parts = [choice.term.clone(), choice.region.clone(), step];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What it shows, or why it shows nothing.
fn said(words: Words, view: &MetricView) -> String {
    let Some(choice) = view.search.chosen() else { return words.t("search.offer") };
    let span = words.span(choice.span);
    let is_drawn = matches!(&view.trend, Some(ChartSpec::Trend(trend)) if trend.over.is_some());
    if !is_drawn {
        return words.fill("search.outside", &[("span", &span)]);
    }
    words.sentences([
        words.t("search.text"),
        words.t("search.means"),
        words.fill("search.export", &[("span", &span)]),
    ])
}
