//! One metric opened up: its value, trend, breakdown, and how it is counted from which rows.

pub(super) mod breakdown;
mod events;
mod head;
pub(super) mod heat;
pub(super) mod heat_data;
pub(super) mod heat_twin;
mod margin;
mod over;
mod rows;
pub(super) mod survival;
mod trend;

use leptos::prelude::*;

use super::shown::Drawn;
use crate::metrics::{Dim, OwnMetric};
use crate::ui::parts::Failed;
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::words;
use crate::views::{Answer, Ask, Filter, MetricView};

/// What the address asks for: selection, breakdown, headline's key, what is laid over the trend.
type Asked = (Filter, Option<String>, Option<String>, Option<String>);

/// The metric page.
#[component]
pub fn MetricPage(
    /// Metric id.
    id: String,
) -> impl IntoView {
    let session = session();
    let words = words();
    let own = id.clone();
    let asked = Memo::new(move |known: Option<&Asked>| {
        session.route.with(|route| match &route.page {
            Page::Metric { id, by, variant, over } if *id == own => {
                (route.filter.clone(), by.clone(), variant.clone(), over.clone())
            }
            // The address has left already; the page is about to go and asks nothing more.
            _ => known.cloned().unwrap_or_default(),
        })
    });
    let question = id.clone();
    let answer = session.answer_to(move || {
        let (filter, by, variant, over) = asked.get();
        let by = by.as_deref().and_then(dim_of);
        match OwnMetric::name_in(&question) {
            Some(name) => Ask::OwnMetric { name: name.to_owned(), filter, by, over },
            None => Ask::Metric { id: question.clone(), filter, by, variant, over },
        }
    });
    let view = Memo::new(move |_| {
        answer.with(|answer| match answer {
            Some(Answer::Metric { view }) => Some((**view).clone()),
            _ => None,
        })
    });
    let failure = Memo::new(move |_| {
        answer.with(|answer| match answer {
            Some(Answer::Failed { failure }) => Some(failure.clone()),
            _ => None,
        })
    });
    let is_waiting = Memo::new(move |_| answer.with(Option::is_none));
    view! {
        {move || {
            is_waiting
                .get()
                .then(|| {
                    view! {
                        <p class="quiet small late" role="status">
                            {words.t("state.reading")}
                        </p>
                        <div class="late chart" aria-hidden="true"></div>
                    }
                })
        }}
        {move || {
            failure
                .get()
                .map(|failure| {
                    view! {
                        <h1>{words.t("metric.page.unknown")}</h1>
                        <Failed failure=failure />
                    }
                })
        }}
        {when_some(view, |view| opened(view).into_any())}
    }
}

/// The page of a metric that was found.
fn opened(view: Signal<MetricView>) -> impl IntoView {
    let words = words();
    let listed = RwSignal::new(None::<rows::Listed>);
    let trend = Memo::new(move |_| {
        view.with(|view| view.trend.as_ref().map(|spec| Drawn::of_metric(words, view, spec)))
    });
    let curve = Memo::new(move |_| view.with(|view| view.survival.clone()));
    let heat = Memo::new(move |_| view.with(|view| view.heat.clone()));
    // Without a case there is nothing to stand side by side.
    let breakdown = Memo::new(move |_| {
        view.with(|view| {
            let found = view.breakdown.clone();
            found.filter(|found| !found.rows.is_empty() || view.row.figure.n > 0)
        })
    });
    let beside = move || {
        view! {
            <div class="cols">
                <div>
                    {when_some(trend, move |chart| trend::trend(view, chart, listed).into_any())}
                    {when_some(curve, move |spec| survival::survival(view, spec).into_any())}
                    {events::section(view)}
                    {when_some(breakdown, move |rows| breakdown::breakdown(view, rows).into_any())}
                </div>
                <aside class="side" aria-label=words.t("metric.page.proof")>
                    {move || view.with(|view| margin::margin(words, view, listed))}
                </aside>
            </div>
        }
    };
    in_turn(
        || (),
        sections![
            head::head(view),
            beside(),
            when_some(heat, move |heat| heat::heat(view, heat).into_any()),
            when_some(trend, move |chart| trend::twin(chart).into_any()),
            rows::dialog(view, listed),
        ],
    )
}

/// Shows something while there is one, and keeps it in place while it changes: what has the focus keeps it.
fn when_some<T>(
    source: Memo<Option<T>>,
    show: impl Fn(Signal<T>) -> AnyView + Send + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let is_there = Memo::new(move |_| source.with(Option::is_some));
    move || {
        let first = is_there.get().then(|| source.get_untracked()).flatten()?;
        let kept = Memo::new(move |known: Option<&T>| {
            source.get().or_else(|| known.cloned()).unwrap_or_else(|| first.clone())
        });
        Some(show(kept.into()))
    }
}

/// A dimension by its id; none for any other text.
fn dim_of(id: &str) -> Option<Dim> {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_are_read_by_their_ids() {
        for dim in [Dim::Seller, Dim::SourceValue, Dim::HasNote] {
            assert_eq!(dim_of(dim.id()), Some(dim));
        }
        assert_eq!(dim_of("shoe size"), None);
    }
}
