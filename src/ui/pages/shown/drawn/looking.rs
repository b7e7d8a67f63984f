//! Looking closer: which days of a chart are shown, and what a point opens.

use leptos::prelude::*;

use super::Drawn;
use crate::charts::{ChartSpec, Name, TimeAxis, window};
use crate::facts::{Bucket, Day, Span};
use crate::ui::canvas::{Gesture, Touch};
use crate::ui::route::{Page, Route};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::PeriodChoice;

/// A chart as a person looks at it.
#[derive(Clone, Copy)]
pub struct Looking {
    chart: Signal<Drawn>,
    window: RwSignal<Option<TimeAxis>>,
    /// The chart over the days shown.
    pub spec: Memo<ChartSpec>,
    /// What the canvas is told and tells.
    pub touch: Touch,
}

impl Looking {
    /// Begins with all days.
    pub fn at(session: Session, chart: Signal<Drawn>, open: Option<Callback<Span>>) -> Looking {
        let window = RwSignal::new(None::<TimeAxis>);
        let chosen = RwSignal::new(None::<usize>);
        let spec = Memo::new(move |_| chart.with(|chart| window::shown(&chart.spec, window.get())));
        // Days that another selection does not have are not looked at any longer.
        let whole = Memo::new(move |_| chart.with(|chart| axis(&chart.spec)));
        Effect::new(move |known: Option<Option<TimeAxis>>| {
            let whole = whole.get();
            if known.is_some_and(|known| known != whole) {
                window.set(None);
            }
            whole
        });
        let show = move |next: Option<TimeAxis>| {
            let day = chosen.get_untracked().and_then(|at| spec.with_untracked(|spec| day_at(spec, at)));
            window.set(next);
            let at = day.and_then(|day| spec.with_untracked(|spec| place_of(spec, day)));
            chosen.set(at);
        };
        let on_gesture = Callback::new(move |gesture: Gesture| {
            let all = chart.with_untracked(|chart| days(&chart.spec));
            let shown = spec.with_untracked(days);
            let now = spec.with_untracked(axis);
            match (gesture, now) {
                (Gesture::Open(at), _) => {
                    spec.with_untracked(|spec| {
                        chart.with_untracked(|chart| opened(session, chart, spec, at, open));
                    });
                }
                (Gesture::Between(one, other), _) => {
                    if let Some(next) = window::between(&shown, one, other) {
                        show(Some(next));
                    }
                }
                (Gesture::Closer, Some(now)) => {
                    let around = chosen.get_untracked().and_then(|at| shown.get(at).copied());
                    if let Some(next) = window::closer(&all, now, around) {
                        show(Some(next));
                    }
                }
                (Gesture::Wider, Some(now)) => show(window::wider(&all, now)),
                (Gesture::Whole, _) => show(None),
                (Gesture::Closer | Gesture::Wider, None) => {}
            }
        });
        let touch = Touch {
            chosen,
            is_named: RwSignal::new(false),
            is_zoomed: Signal::derive(move || window.get().is_some()),
            can_open: Signal::derive(move || chart.with(|chart| can_open(chart, open.is_some()))),
            on_gesture,
        };
        Looking { chart, window, spec, touch }
    }

    /// What the keys do here, read aloud.
    pub fn keys(self, words: Words) -> String {
        let is_line = self.spec.with(|spec| matches!(spec, ChartSpec::Trend(_)));
        let opens = self.touch.can_open.get();
        let said = [(true, "chart.keys.move"), (opens, "chart.keys.open"), (is_line, "chart.keys.zoom")];
        words.sentences(said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| words.t(key)))
    }

    /// Which days are shown while they are not all, and the way back. Fingers cannot mark days without scrolling, so
    /// they get buttons; where there is a pointer that can, those are hidden.
    pub fn way_back(self, words: Words) -> impl IntoView {
        let on_gesture = self.touch.on_gesture;
        let is_line = Memo::new(move |_| self.chart.with(|chart| days(&chart.spec).len() > 3));
        let back = move || {
            let TimeAxis { from_day, to_day } = self.window.get()?;
            let to = self.chart.with(|chart| last_day(chart.bucket, to_day));
            let shown = words.span(Span { from: Day(from_day), to });
            Some(view! {
                <span class="zoomed" role="status">
                    {shown}
                    <button
                        type="button"
                        class="link note"
                        data-testid="chart-whole"
                        on:click=move |_| on_gesture.run(Gesture::Whole)
                    >
                        {words.t("chart.whole")}
                    </button>
                </span>
            })
        };
        let button = move |gesture: Gesture, key: &'static str| {
            view! {
                <button type="button" class="link note" on:click=move |_| on_gesture.run(gesture)>
                    {words.t(key)}
                </button>
            }
        };
        let by_finger = move || {
            is_line.get().then(|| {
                view! {
                    <span class="by-finger">
                        {button(Gesture::Closer, "chart.closer")}
                        {move || self.window.get().map(|_| button(Gesture::Wider, "chart.wider"))}
                    </span>
                }
            })
        };
        view! {
            {back}
            {by_finger}
        }
    }
}

/// The days of a trend that have a point; none of other charts.
fn days(spec: &ChartSpec) -> Vec<i32> {
    match spec {
        ChartSpec::Trend(trend) => trend.days(),
        ChartSpec::Survival(_) | ChartSpec::Quadrants(_) => Vec::new(),
    }
}

fn axis(spec: &ChartSpec) -> Option<TimeAxis> {
    match spec {
        ChartSpec::Trend(trend) => Some(trend.x),
        ChartSpec::Survival(_) | ChartSpec::Quadrants(_) => None,
    }
}

fn day_at(spec: &ChartSpec, at: usize) -> Option<i32> {
    days(spec).get(at).copied()
}

fn place_of(spec: &ChartSpec, day: i32) -> Option<usize> {
    days(spec).iter().position(|own| *own == day)
}

/// The last day of the week or month that begins on a day.
fn last_day(bucket: Bucket, start: i32) -> Day {
    bucket.next(Day(start)).plus(-1)
}

/// Whether a point leads anywhere: a step of a curve holds the cases of all days.
fn can_open(chart: &Drawn, has_own_way: bool) -> bool {
    !matches!(chart.spec, ChartSpec::Survival(_)) && (has_own_way || chart.opens.is_some())
}

/// Opens a place: its days on the page that the chart stands on, or the metric's page at them; of a trail, for its
/// seller.
fn opened(session: Session, chart: &Drawn, spec: &ChartSpec, at: usize, open: Option<Callback<Span>>) {
    let (day, seller) = match spec {
        ChartSpec::Trend(_) => (day_at(spec, at), None),
        ChartSpec::Quadrants(plane) => {
            let mut stops =
                plane.trails.iter().flat_map(|trail| trail.stops.iter().map(move |stop| (trail, stop)));
            match stops.nth(at) {
                Some((trail, stop)) => (Some(stop.day), seller_of(&trail.name)),
                None => (None, None),
            }
        }
        ChartSpec::Survival(_) => (None, None),
    };
    let Some(day) = day else { return };
    let days = Span { from: Day(day), to: last_day(chart.bucket, day) };
    match (open, &chart.opens) {
        (Some(open), _) => open.run(days),
        (None, Some(metric)) => {
            let mut filter = session.route.with_untracked(|route| route.filter.clone());
            filter.period = PeriodChoice::Days(days);
            if seller.is_some() {
                (filter.seller, filter.team) = (seller, None);
            }
            let page = Page::Metric { id: metric.clone(), by: None, variant: None, over: None };
            session.go(&Route { page, filter });
        }
        (None, None) => {}
    }
}

/// A trail with a name that the user gave is a seller's.
fn seller_of(name: &Name) -> Option<String> {
    match name {
        Name::Text(name) => Some(name.clone()),
        Name::Key(_) => None,
    }
}
