//! What comes of conversations.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::metric::{breakdown, metric_view};
use super::scorecard::{axis_top, score_row};
use crate::charts::{ChartSpec, Unit as ChartUnit};
use crate::facts::{Bucket, ConnectionRow, CostRow, People, PersonId, Sym, sort_list};
use crate::metrics::{
    CONVERSATIONS_BY_LIFE, Context, Definitions, Dim, EFFORT_TO_CONVERSION, Figure, MEETINGS_BY_KEYWORD,
    MEETINGS_BY_SPEED, Metric, Stream, Unit, WARM_OUTCOMES, metric, share, waiting,
};
use crate::stats;
use crate::views::{
    BreakdownRow, BreakdownView, EffortView, OutcomeLine, PersonaLine, SpeedView, TalkRules, TalksView,
    WaitingLine,
};
use crate::workspace::Workspace;

/// Lines of the list of those who wait.
const MOST_WAITING: usize = 100;
/// The metrics that are split by persona, in order.
const SPLIT: [&str; 9] = [
    "conversations_started",
    "conversations_received",
    "started_reply_rate",
    "messages_sent",
    "messages_received",
    "warm_conversations",
    "warm_conversations_open",
    "response_rate",
    "conversations_waiting",
];
/// What may become of a warm conversation, in order.
const OUTCOMES: [&str; 4] = ["open", "won", "lost", "dormant"];
/// Keys of the persona's breakdown, in order.
const FITS: [&str; 3] = ["matching", "other", "unknown"];

/// What comes of conversations.
pub fn talks_view(workspace: &Workspace, asked: &Asked<'_>) -> TalksView {
    let (waiting, waiting_total) = waiting_lines(asked);
    let (became_warm, outcomes) = with(asked, &WARM_OUTCOMES, |stream| outcomes(asked, stream));
    let (meetings, meetings_by) = meeting_rates(asked);
    let by = |metric: &Metric, dim| with(asked, metric, |stream| breakdown(asked, metric, stream, dim));
    TalksView {
        frame: asked.frame.clone(),
        personas: SPLIT.into_iter().filter_map(metric).map(|metric| persona_line(asked, metric)).collect(),
        waiting,
        waiting_total,
        waiting_on: asked.frame.period.map(|period| period.to),
        speed: with(asked, &MEETINGS_BY_SPEED, |stream| speed(asked, stream)),
        outcomes,
        became_warm,
        life: by(&CONVERSATIONS_BY_LIFE, Dim::Life),
        keywords: with(asked, &MEETINGS_BY_KEYWORD, |stream| keywords(asked, stream)),
        keyword_list: workspace.definitions.keywords.clone(),
        meetings,
        meetings_by,
        effort: effort(workspace, asked),
    }
}

/// Keywords with what came of them. Who looks for a tag or keyword finds it, also while none of its conversations
/// can be judged yet.
fn keywords(asked: &Asked<'_>, stream: &Stream<'_>) -> BreakdownView {
    let mut view = breakdown(asked, &MEETINGS_BY_KEYWORD, stream, Dim::Keyword);
    let tags = asked.context.facts.tags.iter().filter(|tag| !tag.people.is_empty());
    let tags: BTreeSet<String> = tags.map(|tag| tag.name.clone()).collect();
    let mut others = stream.keys_left_out(Dim::Keyword);
    others.extend(tags.iter().cloned());
    others.retain(|key| view.rows.iter().all(|row| row.key != *key));
    for key in others {
        let figure = stream.figure(&asked.selection.with_key(Dim::Keyword, &key));
        if tags.contains(&key) || !figure.left_out.is_empty() {
            view.rows.push(BreakdownRow { key, figure, before: None });
        }
    }
    sort_list(&mut view.rows, |a, b| a.key.cmp(&b.key));
    view
}

/// The same question once more.
pub(super) fn again<'a>(asked: &Asked<'a>) -> Asked<'a> {
    let context = &asked.context;
    Asked {
        context: Context::new(
            context.facts,
            context.definitions,
            context.persona,
            context.zone,
            Some(context.today),
        ),
        frame: asked.frame.clone(),
        selection: asked.selection.clone(),
        before: asked.before.clone(),
        goals: asked.goals.clone(),
        shows_platform_events: asked.shows_platform_events,
        phase: asked.phase,
    }
}

fn with<T>(asked: &Asked<'_>, metric: &Metric, ask: impl FnOnce(&Stream<'_>) -> T) -> T {
    let samples = metric.samples(&asked.context);
    ask(&Stream::new(metric, &samples, &asked.context))
}

fn persona_line(asked: &Asked<'_>, metric: &Metric) -> PersonaLine {
    with(asked, metric, |stream| PersonaLine {
        row: score_row(asked, metric, stream),
        parts: asked.context.persona.map(|_| {
            let mut by: BTreeMap<String, Figure> =
                stream.breakdown(&asked.selection, Dim::Persona).into_iter().collect();
            FITS.map(|fit| by.remove(fit))
        }),
    })
}

fn waiting_lines(asked: &Asked<'_>) -> (Vec<WaitingLine>, u32) {
    let context = &asked.context;
    let text = |sym: Sym| context.text(sym).to_owned();
    let list = waiting(context, asked.selection.sellers.as_deref(), asked.selection.span.to);
    let mut employers: People<Sym> = People::under(context.facts.acquainted.clone());
    for (_, connection) in context.facts.rows::<ConnectionRow>() {
        let (profile, name) = (context.text(connection.profile_url), context.text(connection.name));
        employers.insert(PersonId::new(profile, "", name), connection.company);
    }
    let total = u32::try_from(list.len()).unwrap_or(u32::MAX);
    let lines = list.into_iter().take(MOST_WAITING).map(|one| {
        let person = PersonId::new(context.text(one.who.0), "", context.text(one.who.1));
        let company = employers.find(&person).into_iter().find(|company| !company.is_blank());
        WaitingLine {
            name: text(one.who.1),
            profile: text(one.who.0),
            company: company.map(|company| text(*company)).unwrap_or_default(),
            seller: text(one.seller),
            since: one.since,
            hours: one.hours,
            days: one.days,
            has_answered_before: one.has_answered_before,
            fit: one.fit.to_owned(),
        }
    });
    (lines.collect(), total)
}

/// Hits and cases of a share.
fn counts(figure: &Figure) -> (u64, u64) {
    // Hits are counted one by one, far below the 2⁵³ up to which a float is exact.
    (figure.numerator.map_or(0, |hits| hits.to_f64().max(0.0).round() as u64), figure.n)
}

fn speed(asked: &Asked<'_>, stream: &Stream<'_>) -> SpeedView {
    let classes = breakdown(asked, &MEETINGS_BY_SPEED, stream, Dim::Window);
    let of =
        |key: &str| classes.rows.iter().find(|row| row.key == key).map_or((0, 0), |row| counts(&row.figure));
    let groups = ["1h", "4h", "24h", "later"].map(of);
    let [hour, four, day, later] = groups;
    let (soon, late) = ((hour.0 + four.0, hour.1 + four.1), (day.0 + later.0, day.1 + later.1));
    let need = u64::from(asked.context.definitions.rate_needs);
    let has_enough = soon.1 >= need && late.1 >= need;
    let trend = stats::trend_of_shares(&groups).filter(|_| has_enough);
    let interval = stats::newcombe(soon.0, soon.1, late.0, late.1).filter(|_| has_enough);
    let part = |(k, n): (u64, u64)| k as f64 / n.max(1) as f64;
    SpeedView {
        whole: score_row(asked, &MEETINGS_BY_SPEED, stream),
        classes,
        trend: trend.map(|trend| (trend.slope, trend.p)),
        difference: interval.map(|interval| (part(soon) - part(late), interval.low, interval.high)),
    }
}

/// How many became warm, and what became of them.
fn outcomes(asked: &Asked<'_>, stream: &Stream<'_>) -> (Figure, Vec<OutcomeLine>) {
    let all = stream.figure(&asked.selection);
    let by: BTreeMap<String, Figure> = stream.breakdown(&asked.selection, Dim::Outcome).into_iter().collect();
    let need = asked.context.definitions.rate_needs;
    let lines = OUTCOMES.into_iter().filter(|_| all.n > 0).map(|key| {
        let count = by.get(key).map_or(0, |figure| figure.n);
        let parts = asked.context.persona.map(|_| {
            let own = asked.selection.with_key(Dim::Outcome, key);
            let by: BTreeMap<String, Figure> = stream.breakdown(&own, Dim::Persona).into_iter().collect();
            FITS.map(|fit| by.get(fit).map_or(0, |figure| figure.n))
        });
        OutcomeLine { key: key.to_owned(), count, share: share(count, all.n, need), parts }
    });
    let lines = lines.collect();
    (all, lines)
}

/// The share of warm conversations that led to a meeting, by seller, persona, and week or month of the start.
fn meeting_rates(asked: &Asked<'_>) -> (crate::views::ScoreRow, Vec<BreakdownView>) {
    let rate = metric("meeting_set_rate").unwrap_or(&MEETINGS_BY_SPEED);
    with(asked, rate, |stream| {
        let bucket = asked.frame.filter.by.bucket(asked.selection.span);
        let of_bucket =
            stream.series(&asked.selection, bucket).into_iter().filter(|point| point.figure.n > 0);
        let rows: Vec<BreakdownRow> = of_bucket
            .map(|point| BreakdownRow { key: point.from.iso(), figure: point.figure, before: None })
            .collect();
        let starts = BreakdownView {
            dim: if bucket == Bucket::Month { Dim::Month } else { Dim::Week },
            axis_top: axis_top(Unit::Ratio, rows.iter().map(|row| &row.figure), None),
            rows,
        };
        let mut by = vec![breakdown(asked, rate, stream, Dim::Seller)];
        if asked.context.persona.is_some() {
            by.push(breakdown(asked, rate, stream, Dim::Persona));
        }
        by.push(starts);
        (score_row(asked, rate, stream), by)
    })
}

fn effort(workspace: &Workspace, asked: &Asked<'_>) -> EffortView {
    let days = metric("time_to_conversion").unwrap_or(&EFFORT_TO_CONVERSION);
    let mut contacts = metric_view(workspace, asked, &EFFORT_TO_CONVERSION, Some(Dim::Source), None);
    if let Some(ChartSpec::Survival(curve)) = &mut contacts.survival {
        curve.time_unit = ChartUnit::Count;
    }
    let context = &asked.context;
    let roles = &context.facts.roles;
    let logged = context.facts.rows::<CostRow>().filter_map(|(_, cost)| {
        let day = cost.date.map(|date| context.day(date))?;
        let is_asked = asked.selection.span.contains(day)
            && roles.counts(asked.selection.sellers.as_deref(), cost.seller);
        cost.hours.filter(|_| is_asked)
    });
    let hours: Vec<f64> = logged.collect();
    let won = metric("deals_won").unwrap_or(days);
    EffortView {
        days: metric_view(workspace, asked, days, Some(Dim::Source), None),
        contacts,
        hours: (!hours.is_empty()).then(|| hours.iter().sum()),
        won: with(asked, won, |stream| stream.figure(&asked.selection)),
    }
}

impl TalkRules {
    /// Those in force.
    pub fn of(definitions: &Definitions) -> TalkRules {
        TalkRules {
            business_hours: definitions.business_hours.clone(),
            zone: definitions.zone.clone(),
            keywords: definitions.keywords.clone(),
        }
    }

    /// Puts them in force.
    pub fn apply(self, definitions: &mut Definitions) {
        definitions.business_hours = self.business_hours;
        definitions.zone = self.zone;
        definitions.keywords = self.keywords;
    }
}
