//! A chart with its legend, the sentence that stands for it, and the table of the same points. Every page that
//! draws on a canvas draws through this.
//!
//! | file | holds |
//! |---|---|
//! | `said` | the sentence, and what is read out at a point |
//! | `legend` | the names of lines and marks |
//! | `twin` | the table of the same points |
//! | `looking` | fewer and more days, and what a point opens |
//! | `keep` | the chart as a file |

mod keep;
mod legend;
mod looking;
mod said;
mod twin;

use std::rc::Rc;

use leptos::prelude::*;

use looking::Looking;

use crate::charts::{ChartSpec, Name, Unit as ChartUnit};
use crate::facts::{Bucket, Day, Span};
use crate::metrics::Unit;
use crate::text::Locale;
use crate::ui::canvas::{ChartFigure, Labels};
use crate::ui::pages::own;
use crate::ui::parts::CopyTable;
use crate::ui::phrases::Ticks;
use crate::ui::session::session;
use crate::ui::words::{Words, words};
use crate::views::MetricView;

pub use twin::{fold, folded, lines, table, table_of};

/// A chart and the words around it.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// The chart.
    pub spec: ChartSpec,
    /// What it shows, where it has one line; blank where the line's own name says so.
    pub name: String,
    /// What stands over it as a file; blank for the name.
    pub heading: String,
    /// How it is counted, at the foot of a file; blank where that needs more than a line.
    pub formula: String,
    /// The metric that a point opens.
    pub opens: Option<String>,
    /// What the metric's values are.
    pub unit: Unit,
    /// How time is cut.
    pub bucket: Bucket,
    /// Currency of money.
    pub currency: String,
    /// What stands at the line of a goal or reference; blank for "goal" and its value.
    pub goal: String,
    /// What is counted upwards; blank where the heading says so.
    pub title: String,
    /// What is counted from left to right, of a plane.
    pub across: String,
    /// Names of a plane's quarters.
    pub corners: Vec<String>,
}

impl Drawn {
    /// A chart whose lines or curves have names of their own.
    pub fn plain(unit: Unit, bucket: Bucket, currency: &str, spec: &ChartSpec) -> Drawn {
        Drawn {
            spec: spec.clone(),
            name: String::new(),
            heading: String::new(),
            formula: String::new(),
            opens: None,
            unit,
            bucket,
            currency: currency.to_owned(),
            goal: String::new(),
            title: String::new(),
            across: String::new(),
            corners: Vec::new(),
        }
    }

    /// A metric's line over time.
    pub fn trend(words: Words, id: &str, unit: Unit, bucket: Option<Bucket>, spec: &ChartSpec) -> Drawn {
        let plain = Drawn::plain(unit, bucket.unwrap_or(Bucket::Week), "", spec);
        Drawn {
            name: words.metric_name(id, None),
            formula: words.metric_text(id, "formula").unwrap_or_default(),
            opens: Some(id.to_owned()),
            ..plain
        }
    }

    /// A chart of a metric that is opened.
    pub fn of_metric(words: Words, view: &MetricView, spec: &ChartSpec) -> Drawn {
        let plain = Drawn::plain(view.row.unit, view.bucket, &view.frame.currency, spec);
        let formula = match &view.own {
            Some(own) => own::said(words, own),
            None => words.metric_text(&view.row.id, "formula").unwrap_or_default(),
        };
        let name = words.metric_name(&view.row.id, view.variant.as_deref());
        Drawn { name, formula, ..plain }
    }

    fn ticks(&self, words: Words) -> Ticks {
        Ticks { words, unit: self.unit, currency: self.currency.clone() }
    }

    /// A value of the chart with its unit.
    fn value(&self, words: Words, unit: &ChartUnit, value: f64) -> String {
        words.value_with_unit(self.ticks(words).unit_of(unit), value, &self.currency)
    }

    /// The name of a week or month by its first day.
    fn place(&self, words: Words, day: i32) -> String {
        match self.bucket {
            Bucket::Month => words.month(Day(day)),
            Bucket::Week => words.fill("chart.week_of", &[("day", &words.short_day(Day(day)))]),
        }
    }

    /// What is written inside the chart, over the days shown.
    fn labels(&self, words: Words, spec: &ChartSpec) -> Labels {
        let mut labels = Labels {
            goal: self.goal.clone(),
            title: self.title.clone(),
            across: self.across.clone(),
            corners: self.corners.clone(),
            at_risk: words.t("scorecard.head.n"),
            ..Labels::bare(Rc::new(self.ticks(words)))
        };
        match spec {
            ChartSpec::Trend(trend) => {
                // Arabic letters beside a line are hard to tell from it: there the legend carries the names.
                if words.locale() != Locale::Ar {
                    labels.names = trend.series.iter().map(|series| name_of(words, &series.name)).collect();
                    labels.before = words.t("legend.before");
                    let over = trend.over.as_ref().map(|over| name_of(words, &over.series.name));
                    labels.over = over.unwrap_or_default();
                }
                labels.events = trend.events.iter().map(|event| name_of(words, &event.name)).collect();
                if let Some(goal) = trend.goal.filter(|_| self.goal.is_empty()) {
                    let value = self.value(words, &trend.y.unit, goal);
                    labels.goal = words.fill("goals.line", &[("value", &value)]);
                }
            }
            // Of several curves the table tells the medians: on the curves they would cover each other.
            ChartSpec::Survival(curves) if curves.series.len() == 1 => {
                let median = |median: f64| {
                    let value = self.value(words, &curves.time_unit, median);
                    words.fill("chart.median", &[("value", &value)])
                };
                labels.medians =
                    curves.series.iter().map(|curve| curve.median.map(median).unwrap_or_default()).collect();
            }
            ChartSpec::Survival(_) | ChartSpec::Quadrants(_) => {}
        }
        labels
    }
}

/// A name in the page's words, or as the user gave it.
fn name_of(words: Words, name: &Name) -> String {
    match name {
        Name::Key(key) => words.t(key),
        Name::Text(text) => text.clone(),
    }
}

/// A chart while there is one; what has the focus keeps it while its values change.
pub fn drawn_where(source: Memo<Option<Drawn>>, class: &'static str, test_id: &'static str) -> impl IntoView {
    let is_there = Memo::new(move |_| source.with(Option::is_some));
    move || {
        let first = is_there.get().then(|| source.get_untracked()).flatten()?;
        let kept = Memo::new(move |known: Option<&Drawn>| {
            source.get().or_else(|| known.cloned()).unwrap_or_else(|| first.clone())
        });
        Some(drawn(kept.into(), class, test_id))
    }
}

/// A chart that does not change where it stands.
pub fn drawn_once(chart: Drawn, class: &'static str, test_id: &'static str) -> AnyView {
    drawn(Signal::stored(chart), class, test_id).into_any()
}

/// A chart with its legend, and its table folded below.
pub fn drawn(chart: Signal<Drawn>, class: &'static str, test_id: &'static str) -> impl IntoView {
    let words = words();
    view! {
        {picture(chart, class, test_id, None)}
        {folded(words.t("twin.title"), move || chart.with(|chart| table(words, chart)))}
    }
}

/// A chart with its legend, for a page that has its table elsewhere. `open` is told the days of a point that is
/// opened; without it a point of a metric opens the metric's page at those days.
pub fn picture(
    chart: Signal<Drawn>,
    class: &'static str,
    test_id: &'static str,
    open: Option<Callback<Span>>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let looking = Looking::at(session, chart, open);
    let spec = looking.spec;
    let labels = move |spec: &ChartSpec| chart.with(|chart| chart.labels(words, spec));
    let tip =
        move |index: usize| chart.with(|chart| spec.with(|spec| said::at_point(words, chart, spec, index)));
    let summary = Memo::new(move |_| chart.with(|chart| said::sentence(words, chart)));
    let is_named = looking.touch.is_named;
    view! {
        <ChartFigure
            spec=spec
            labels=labels
            tip=tip
            summary=summary
            kind=words.t("chart.kind")
            keys=Signal::derive(move || looking.keys(words))
            touch=looking.touch
            class=class
            test_id=test_id
        >
            {move || chart.with(|chart| legend::legend(words, chart, is_named.get()))}
            {looking.way_back(words)}
            <span class="push keeps">
                <CopyTable lines=move || chart.with_untracked(|chart| lines(words, chart)) />
                {keep::buttons(session, chart, spec.into())}
            </span>
        </ChartFigure>
    }
}
