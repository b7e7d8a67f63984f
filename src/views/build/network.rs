//! The network page's values.

use super::goals::goal_lines;
use super::people_tags::people_tags;
use super::scorecard::score_row;
use super::{Asked, benchmarks, breadth, trend};
use crate::charts::ChartSpec;
use crate::facts::{Bucket, Day, Span, Sym};
use crate::metrics::{
    Dim, Figure, Goal, Metric, Missing, Need, Samples, Section, Selection, Stream, change, metric,
};
use crate::views::{NetworkLine, NetworkView, NotesView, PersonaWeeks, Since};
use crate::workspace::Workspace;

/// The metrics whose rows the page needs.
const ROWS: [&str; 6] = [
    "connections",
    "connections_new",
    "connection_growth_rate",
    "persona_share",
    "inbound_share",
    "potential_reach",
];

/// Weeks of the persona's table.
const PERSONA_WEEKS: i32 = 8;

/// A metric with its samples, to be asked as a stream.
pub(super) struct Told {
    pub metric: &'static Metric,
    pub samples: Samples,
}

impl Told {
    /// The samples of a metric of the registry.
    pub fn of(asked: &Asked<'_>, id: &str) -> Option<Told> {
        let metric = metric(id)?;
        Some(Told { metric, samples: metric.samples(&asked.context) })
    }

    /// Ready for questions.
    pub fn stream<'a>(&'a self, asked: &'a Asked<'_>) -> Stream<'a> {
        Stream::new(self.metric, &self.samples, &asked.context)
    }
}

/// The figure of each of some sellers over the period, missing with its reason where there is none.
pub(super) fn of_sellers(asked: &Asked<'_>, id: &str, sellers: &[String]) -> Vec<Figure> {
    let told = Told::of(asked, id);
    let stream = told.as_ref().map(|told| told.stream(asked));
    let figure = |seller: &String| {
        let seller = asked.context.facts.names.find(seller)?;
        Some(stream.as_ref()?.figure(&Selection::of_seller(asked.selection.span, seller)))
    };
    let or_missing =
        |figure: Option<Figure>| figure.unwrap_or_else(|| Figure::missing(Missing::NothingInPeriod));
    sellers.iter().map(|seller| or_missing(figure(seller))).collect()
}

/// The network page.
pub fn network_view(workspace: &Workspace, asked: &Asked<'_>) -> NetworkView {
    let rows = ROWS.iter().filter_map(|id| {
        let told = Told::of(asked, id)?;
        Some(score_row(asked, told.metric, &told.stream(asked)))
    });
    let bucket = asked.frame.filter.by.bucket(asked.selection.span);
    NetworkView {
        frame: asked.frame.clone(),
        rows: rows.collect(),
        bucket: Some(bucket),
        size: trend_of(asked, "connections", bucket),
        share: trend_of(asked, "persona_share", bucket),
        sellers: sellers(workspace, asked),
        average: benchmarks::in_force(workspace, "connections_930"),
        breadth: breadth::breadth(asked),
        notes: notes(asked),
        followers: Told::of(asked, "followers")
            .map(|told| told.stream(asked).breakdown(&asked.selection, Dim::Platform))
            .unwrap_or_default(),
        persona_weeks: persona_weeks(asked),
        goals: goal_lines(workspace, asked, |goal| is_of_persona(&goal.metric) && is_asked(asked, goal)),
        tags: people_tags(asked),
    }
}

/// Whether a metric counts the people of a persona, or their share.
fn is_of_persona(id: &str) -> bool {
    metric(id)
        .is_some_and(|metric| metric.section == Section::Network && metric.needs.contains(&Need::Persona))
}

/// Whether a goal is of the persona that is chosen; any goal where none is.
fn is_asked(asked: &Asked<'_>, goal: &Goal) -> bool {
    let chosen = &asked.frame.filter.persona;
    chosen.is_none() || goal.persona == *chosen
}

/// A metric's trend without the period before.
pub(super) fn trend_of(asked: &Asked<'_>, id: &str, bucket: Bucket) -> Option<ChartSpec> {
    let told = Told::of(asked, id)?;
    let mut spec = trend::trend(asked, told.metric, &told.stream(asked), &asked.selection, bucket)?;
    if let ChartSpec::Trend(trend) = &mut spec {
        trend.before = None;
    }
    Some(spec)
}

fn sellers(workspace: &Workspace, asked: &Asked<'_>) -> Vec<NetworkLine> {
    let Some(connections) = Told::of(asked, "connections") else { return Vec::new() };
    let stream = connections.stream(asked);
    let sizes = stream.breakdown(&asked.selection, Dim::Seller);
    let names: Vec<String> = sizes.iter().map(|(name, _)| name.clone()).collect();
    let [new, growth, shares, inbound] =
        ["connections_new", "connection_growth_rate", "persona_share", "inbound_share"]
            .map(|id| of_sellers(asked, id, &names));
    let figures = new.into_iter().zip(growth).zip(shares.into_iter().zip(inbound));
    (sizes.into_iter().zip(figures))
        .map(|((seller, size), ((new, growth), (persona_share, inbound_share)))| {
            let sym = asked.context.facts.names.find(&seller);
            let baseline = workspace.roster.baseline_of(&seller);
            let since = (sym.zip(baseline))
                .filter(|(_, day)| *day <= asked.selection.span.to)
                .and_then(|(sym, day)| since(&stream, sym, day, &size));
            NetworkLine {
                size,
                baseline,
                since,
                new,
                growth,
                unknown_titles: sym.and_then(|sym| unknown_titles(asked, &stream, sym)),
                persona_share,
                inbound_share,
                seller,
            }
        })
        .collect()
}

/// Connections of whom nobody knows whether they are of the persona; none where no persona is chosen.
fn unknown_titles(asked: &Asked<'_>, stream: &Stream<'_>, seller: Sym) -> Option<f64> {
    asked.context.persona?;
    let unknown = Selection::of_seller(asked.selection.span, seller).with_key(Dim::Persona, "unknown");
    stream.figure(&unknown).value()
}

/// What has come since the end of a day.
fn since(stream: &Stream<'_>, seller: Sym, day: Day, size: &Figure) -> Option<Since> {
    let on_day = Selection::of_seller(Span { from: day, to: day }, seller);
    let from = stream.figure(&on_day).value()?;
    let more = size.value()? - from;
    Some(Since { from, more, share: (from > 0.0).then(|| more / from) })
}

fn notes(asked: &Asked<'_>) -> NotesView {
    let sent =
        Told::of(asked, "invitations_sent").map(|told| score_row(asked, told.metric, &told.stream(asked)));
    let Some(told) = Told::of(asked, "invitation_acceptance_rate") else {
        return NotesView { sent, ..NotesView::default() };
    };
    let stream = told.stream(asked);
    let by_note = stream.breakdown(&asked.selection, Dim::HasNote);
    let of = |key: &str| by_note.iter().find(|(known, _)| known == key).map(|(_, figure)| figure.clone());
    let (with, without) = (of("yes"), of("no"));
    NotesView {
        sent,
        all: Some(score_row(asked, told.metric, &stream)),
        difference: (with.as_ref().zip(without.as_ref()))
            .and_then(|(with, without)| change(told.metric, with, without)),
        with,
        without,
    }
}

fn persona_weeks(asked: &Asked<'_>) -> Option<PersonaWeeks> {
    asked.context.persona?;
    let told = Told::of(asked, "persona_connections")?;
    let stream = told.stream(asked);
    let last = asked.selection.span.to.week_start();
    let weeks: Vec<Day> = (0..PERSONA_WEEKS).rev().map(|back| last.plus(-7 * back)).collect();
    let span = Span { from: weeks.first().copied().unwrap_or(last), to: asked.selection.span.to };
    let known = stream.breakdown(&asked.selection, Dim::Seller);
    let sellers = known.into_iter().filter_map(|(name, _)| {
        let seller = asked.context.facts.names.find(&name)?;
        let points = stream.series(&Selection::of_seller(span, seller), Bucket::Week);
        let at = |week: &Day| {
            let point = points.iter().find(|point| point.from == *week)?;
            point.figure.value()
        };
        Some((name, weeks.iter().map(at).collect()))
    });
    Some(PersonaWeeks { sellers: sellers.collect(), weeks })
}
