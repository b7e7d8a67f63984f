//! The report for management on one page, and the slides.

use super::Asked;
use super::benchmarks::benchmark_line;
use super::delay::{lags, whole};
use super::on_report::{is_row, on_report};
use super::scorecard::score_rows;
use super::trend;
use crate::facts::TableId;
use crate::metrics::{Missing, REGISTRY, ReportChoices, Stage, State, Stream, Verdict, metric};
use crate::views::{
    Ahead, Course, Gap, Input, Moved, Offered, ReportView, ScoreRow, Slide, SlidesView, Windows,
};
use crate::workspace::{Setup, Workspace};

/// Gaps that have room.
const MOST_GAPS: usize = 4;
/// Inputs that have room; those with the most rows.
const MOST_INPUTS: usize = 8;
/// The figures that have a slide of their own, by area: the first of each that has a course.
const AREAS: [&[&str]; 6] = [
    &["persona_share", "connections_new", "connections"],
    &["engagement_rate", "posts_shared"],
    &["response_rate", "response_time", "conversations_started"],
    &["meeting_set_rate", "meetings"],
    &["pipeline_value", "deals_created", "win_rate"],
    &["social_revenue_share", "won_value", "leads"],
];

/// The quoted number that the report answers with the own return.
const QUOTED: &str = "roi_15";

/// The report.
pub fn report_view(workspace: &Workspace, asked: &Asked<'_>) -> ReportView {
    let rows = score_rows(asked);
    let choices = workspace.plan.report.clone();
    let (leading, lagging) = chosen(&rows, &choices);
    let offered = rows.iter().filter(|row| is_row(row)).map(|row| Offered {
        id: row.id.clone(),
        stage: row.stage,
        is_shown: leading.iter().chain(&lagging).any(|shown| shown.id == row.id),
    });
    let definitions = &workspace.definitions;
    ReportView {
        frame: asked.frame.clone(),
        moved: (moved(&leading), moved(&lagging)),
        clearest: clearest(leading.iter().chain(&lagging)),
        lead: ahead(asked),
        courses: [&leading, &lagging].into_iter().filter_map(|rows| course_of_first(asked, rows)).collect(),
        gaps: gaps(&rows),
        inputs: inputs(asked),
        files: u32::try_from(workspace.files.len()).unwrap_or(u32::MAX),
        typed: u32::try_from(workspace.entries().count()).unwrap_or(u32::MAX),
        ready: workspace.plan.programme.ready.iter().copied().collect(),
        quoted: benchmark_line(workspace, asked, QUOTED),
        checksum: checksum(workspace),
        windows: Windows {
            response_hours: definitions.response_window_hours,
            warm_incoming: definitions.warm_incoming,
            meeting_days: definitions.meeting_days,
            rate_needs: definitions.rate_needs,
        },
        offered: offered.collect(),
        choices,
        leading,
        lagging,
    }
}

/// The slides: the answer, activity, results, a figure of each area, the delay, what is not known.
pub fn slides_view(workspace: &Workspace, asked: &Asked<'_>) -> SlidesView {
    let rows = score_rows(asked);
    let (leading, lagging) = chosen(&rows, &workspace.plan.report);
    let mut slides = Vec::new();
    if !leading.is_empty() || !lagging.is_empty() {
        let clearest = clearest(leading.iter().chain(&lagging)).map(Box::new);
        slides.push(Slide::Answer { moved: (moved(&leading), moved(&lagging)), clearest });
    }
    for (stage, rows) in [(Stage::Leading, leading), (Stage::Lagging, lagging)] {
        if !rows.is_empty() {
            slides.push(Slide::Rows { stage, rows });
        }
    }
    for area in AREAS {
        let of_area: Vec<ScoreRow> =
            area.iter().filter_map(|id| rows.iter().find(|row| row.id == *id)).cloned().collect();
        slides.extend(course_of_first(asked, &of_area).map(|course| Slide::Figure(Box::new(course))));
    }
    slides.extend(ahead(asked).map(Slide::Ahead));
    let gaps = gaps(&rows);
    if !slides.is_empty() && !gaps.is_empty() {
        slides.push(Slide::Gaps(gaps));
    }
    SlidesView { frame: asked.frame.clone(), slides }
}

/// Copies of the rows of activity and of results.
fn chosen(rows: &[ScoreRow], choices: &ReportChoices) -> (Vec<ScoreRow>, Vec<ScoreRow>) {
    let (leading, lagging) = on_report(rows, choices);
    (leading.into_iter().cloned().collect(), lagging.into_iter().cloned().collect())
}

fn moved(rows: &[ScoreRow]) -> Moved {
    let mut moved = Moved::default();
    for change in rows.iter().filter_map(|row| row.change) {
        match change.verdict {
            Verdict::Better => moved.better += 1,
            Verdict::Worse => moved.worse += 1,
            Verdict::Moved => moved.other += 1,
            Verdict::CannotTell => {}
            // Without an interval nothing can be told clearly.
            Verdict::Counted => continue,
        }
        moved.compared += 1;
    }
    moved
}

/// The judged change whose interval is farthest from nothing, measured by its own width.
fn clearest<'a>(rows: impl Iterator<Item = &'a ScoreRow>) -> Option<ScoreRow> {
    let clear = rows.filter_map(|row| {
        let change =
            row.change.filter(|change| matches!(change.verdict, Verdict::Better | Verdict::Worse))?;
        let reach = (change.high? - change.low?) / 2.0;
        let clearness = change.difference.abs() / reach.max(f64::MIN_POSITIVE);
        Some((clearness, row))
    });
    clear.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, row)| row.clone())
}

/// The course of the first of some rows that has one.
fn course_of_first(asked: &Asked<'_>, rows: &[ScoreRow]) -> Option<Course> {
    let bucket = asked.frame.filter.by.bucket(asked.selection.span);
    rows.iter().filter(|row| is_row(row)).find_map(|row| {
        let metric = metric(&row.id)?;
        let samples = metric.samples(&asked.context);
        let stream = Stream::new(metric, &samples, &asked.context);
        let trend = trend::trend(asked, metric, &stream, &asked.selection, bucket)?;
        Some(Course { row: row.clone(), bucket, trend })
    })
}

fn ahead(asked: &Asked<'_>) -> Option<Ahead> {
    let lags = lags(asked, whole(asked)?);
    lags.into_iter()
        .find_map(|lag| Some(Ahead { finding: lag.finding?, series: lag.series, outcome: lag.outcome }))
}

fn gaps(rows: &[ScoreRow]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for row in rows {
        let State::Missing(Missing::NoFacts(need) | Missing::NoFactsOfSeller(need)) = row.figure.state else {
            continue;
        };
        match gaps.iter_mut().find(|gap| gap.need == need) {
            Some(gap) => gap.ids.push(row.id.clone()),
            None => gaps.push(Gap { need, ids: vec![row.id.clone()] }),
        }
    }
    gaps.truncate(MOST_GAPS);
    gaps
}

fn inputs(asked: &Asked<'_>) -> Vec<Input> {
    let facts = asked.context.facts;
    let mut inputs: Vec<Input> = TableId::ALL
        .into_iter()
        .filter(|table| !facts.table(*table).is_empty())
        .map(|table| Input {
            table: table.name().to_owned(),
            rows: u32::try_from(facts.table(table).len()).unwrap_or(u32::MAX),
            until: asked.context.coverage.of_whole_table(table).end,
        })
        .collect();
    crate::facts::sort_list(&mut inputs, |a, b| b.rows.cmp(&a.rows));
    inputs.truncate(MOST_INPUTS);
    inputs
}

/// The definitions and the versions of all formulas in short: FNV-1a over what a setup file would hold.
fn checksum(workspace: &Workspace) -> String {
    let versions = REGISTRY.iter().map(|metric| format!("{}:{};", metric.id, metric.version));
    let counted = Setup::of(workspace).counting() + &versions.collect::<String>();
    let hash = counted.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let digits = format!("{hash:016x}");
    let part = |from: usize| digits.get(from..from + 4).unwrap_or_default().to_owned();
    [part(0), part(4), part(8)].join("-")
}
