//! The table: groups by stage, within them sections, rows, and at the end what needs other files.

use super::{missing, row};
use crate::facts::Bucket;
use crate::metrics::{Missing, Phase, Section, Stage, State};
use crate::ui::session::Session;
use crate::ui::turns::Turn;
use crate::ui::words::Words;
use crate::views::{ScoreRow, ScorecardView};
use leptos::prelude::*;

/// Columns of the table.
pub const COLUMNS: &str = "6";

/// The widths of the columns.
pub fn columns() -> AnyView {
    view! {
        <colgroup>
            <col class="c1" />
            <col class="c2" />
            <col class="c3" />
            <col class="c4" />
            <col class="c5" />
            <col class="c7" />
        </colgroup>
    }
    .into_any()
}

/// The words over the columns.
pub fn heads(words: Words, view: &ScorecardView) -> [String; 6] {
    let frame = &view.frame;
    let change = match frame.before {
        Some(before) => words.fill("scorecard.head.change_from", &[("span", &words.span(before))]),
        None => words.t("scorecard.head.change"),
    };
    let bucket = frame.period.map_or(Bucket::Week, |period| frame.filter.by.bucket(period));
    let course = if bucket == Bucket::Month { "scorecard.head.months" } else { "scorecard.head.weeks" };
    [
        words.t("scorecard.head.measure"),
        words.t("scorecard.head.value"),
        words.t("scorecard.head.interval"),
        change,
        words.t(course),
        words.t("scorecard.head.n"),
    ]
}

/// The table, and what stands below it. It is drawn from above to below, a few lines a frame: so nothing that stands
/// there already moves, and the page is not held up.
pub fn table(
    session: Session,
    words: Words,
    view: &ScorecardView,
    below: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let [measure, value, interval, change, course, n] = heads(words, view);
    let first = if view.phase == Phase::Results {
        [Stage::Lagging, Stage::Leading]
    } else {
        [Stage::Leading, Stage::Lagging]
    };
    let shown = RwSignal::new(0usize);
    let view = StoredValue::new(view.clone());
    let mut frames = 0;
    let groups: Vec<AnyView> = first
        .into_iter()
        .chain([Stage::Context])
        .filter_map(|stage| {
            let parts = parts(session, words, view, stage);
            let from = frames;
            frames += parts.len();
            (!parts.is_empty()).then(|| group(words, view, stage, Drawing { shown, from }, parts))
        })
        .collect();
    let turn = Turn::next_free();
    on_cleanup(move || turn.leave());
    turn.step_by_step(move || {
        shown.update(|shown| *shown += 1);
        shown.get_untracked() <= frames
    });
    let is_whole = Memo::new(move |_| shown.get() > frames);
    view! {
        <table class="score" data-testid="scorecard" aria-busy=move || (!is_whole.get()).then_some("true")>
            <caption class="vh">{words.t("scorecard.title")}</caption>
            {columns()}
            <thead>
                <tr>
                    <th scope="col" class="nm">{measure}</th>
                    <th scope="col">{value}</th>
                    <th scope="col">{interval}</th>
                    <th scope="col">{change}</th>
                    <th scope="col">{course}</th>
                    <th scope="col" class="r">{n}</th>
                </tr>
            </thead>
            {groups}
        </table>
        {move || is_whole.get().then(&below)}
    }
    .into_any()
}

/// Lines that are drawn in one frame: more at once would hold the page up.
const LINES_A_FRAME: usize = 4;

/// A line of the table, by the place of its row in the view.
#[derive(Clone)]
enum Line {
    Section(Section),
    Row(usize),
    /// The parts of the row above.
    Parts(Vec<usize>),
    /// What needs other files.
    Wanting(Vec<usize>),
}

/// The lines of a stage, in order.
fn lines(view: &ScorecardView, stage: Stage) -> Vec<Line> {
    let of_stage =
        view.rows.iter().enumerate().filter(|(_, row)| row.stage == stage && row.part_of.is_none());
    let (wanting, known): (Vec<_>, Vec<_>) = of_stage.partition(|(_, row)| wants_facts(row));
    let mut lines = Vec::new();
    let mut section: Option<Section> = None;
    for (place, row) in known {
        if section != Some(row.section) {
            section = Some(row.section);
            lines.push(Line::Section(row.section));
        }
        lines.push(Line::Row(place));
        let is_part =
            |part: &ScoreRow| part.part_of.as_deref() == Some(&row.id) && part.figure.value().is_some();
        if view.rows.iter().any(is_part) {
            let all =
                view.rows.iter().enumerate().filter(|(_, part)| part.part_of.as_deref() == Some(&row.id));
            lines.push(Line::Parts(all.map(|(place, _)| place).collect()));
        }
    }
    if !wanting.is_empty() {
        lines.push(Line::Wanting(wanting.into_iter().map(|(place, _)| place).collect()));
    }
    lines
}

/// Draws lines.
fn draw(session: Session, words: Words, view: &ScorecardView, lines: &[Line]) -> Vec<AnyView> {
    let rows = |places: &[usize]| places.iter().filter_map(|place| view.rows.get(*place)).collect::<Vec<_>>();
    let mut drawn = Vec::new();
    for line in lines {
        match line {
            Line::Section(section) => drawn.push(section_head(words, *section)),
            Line::Row(place) => {
                drawn.extend(view.rows.get(*place).map(|of| row::row(session, words, view, of)));
            }
            Line::Parts(places) => {
                drawn.push(row::parts(session, words, &view.frame.currency, &rows(places)))
            }
            Line::Wanting(places) => drawn.extend(missing::wanting(session, words, &rows(places))),
        }
    }
    drawn
}

/// Draws a part of a group.
type Part = Box<dyn Fn() -> Vec<AnyView> + Send>;

/// The parts of a stage, each for a frame of its own.
fn parts(session: Session, words: Words, view: StoredValue<ScorecardView>, stage: Stage) -> Vec<Part> {
    let lines = view.with_value(|view| lines(view, stage));
    let part = |lines: &[Line]| -> Part {
        let lines = lines.to_vec();
        Box::new(move || view.with_value(|view| draw(session, words, view, &lines)))
    };
    lines.chunks(LINES_A_FRAME).map(part).collect()
}

/// Which frame it is, and with which one a group begins.
#[derive(Clone, Copy)]
struct Drawing {
    shown: RwSignal<usize>,
    from: usize,
}

fn group(
    words: Words,
    view: StoredValue<ScorecardView>,
    stage: Stage,
    drawing: Drawing,
    parts: Vec<Part>,
) -> AnyView {
    let (class, id) = match stage {
        Stage::Leading => ("lead", "leading"),
        Stage::Lagging if view.with_value(|view| view.phase == Phase::Activity) => ("grey", "lagging"),
        Stage::Lagging => ("", "lagging"),
        Stage::Context => ("", "context"),
    };
    let Drawing { shown, from } = drawing;
    let is_due = move |frame: usize| Memo::new(move |_| shown.get() > from + frame);
    let has_begun = is_due(0);
    let head = move || {
        has_begun.get().then(|| {
            let note = (class == "grey").then(|| view! { <span>{words.t("programme.activity_note")}</span> });
            view! {
                <tr class="grp">
                    <th colspan=COLUMNS scope="rowgroup">
                        <h2>{words.t(&format!("stage.{id}"))}</h2>
                        <span>{words.t(&format!("stage.{id}_of"))}</span>
                        {note}
                    </th>
                </tr>
            }
        })
    };
    let parts: Vec<AnyView> = parts
        .into_iter()
        .enumerate()
        .map(|(frame, part)| {
            let is_due = is_due(frame);
            (move || is_due.get().then(&part)).into_any()
        })
        .collect();
    view! {
        <tbody class=class>
            {head}
            {parts}
        </tbody>
    }
    .into_any()
}

fn section_head(words: Words, section: Section) -> AnyView {
    let id = section.id();
    view! {
        <tr class="sect">
            <th colspan=COLUMNS scope="colgroup">
                <h3>{words.t(&format!("section.{id}"))}</h3>
            </th>
        </tr>
    }
    .into_any()
}

/// Whether no file has anything for the row.
fn wants_facts(row: &ScoreRow) -> bool {
    matches!(row.figure.state, State::Missing(Missing::NoFacts(_)))
}
