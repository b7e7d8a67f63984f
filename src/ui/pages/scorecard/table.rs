//! The table: groups by stage, within them sections, rows, and at the end what needs other files.

use super::{missing, row};
use crate::facts::Bucket;
use crate::metrics::{Missing, Section, Stage, State};
use crate::ui::session::Session;
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

/// The table.
pub fn table(session: Session, words: Words, view: &ScorecardView) -> AnyView {
    let [measure, value, interval, change, course, n] = heads(words, view);
    view! {
        <table class="score" data-testid="scorecard">
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
            {group(session, words, view, Stage::Leading)}
            {group(session, words, view, Stage::Lagging)}
            {group(session, words, view, Stage::Context)}
        </table>
    }
    .into_any()
}

/// Lines that are drawn in one frame: more at once would hold the page up.
const LINES_A_FRAME: usize = 5;

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

/// Counts frames up to a number.
fn count_frames(shown: RwSignal<usize>, until: usize) {
    request_animation_frame(move || {
        // The page may have been left meanwhile.
        let Some(now) = shown.try_update(|shown| {
            *shown += 1;
            *shown
        }) else {
            return;
        };
        if now < until {
            count_frames(shown, until);
        }
    });
}

fn group(session: Session, words: Words, view: &ScorecardView, stage: Stage) -> Option<AnyView> {
    let lines = lines(view, stage);
    if lines.is_empty() {
        return None;
    }
    let (class, id) = match stage {
        Stage::Leading => ("lead", "leading"),
        Stage::Lagging => ("", "lagging"),
        Stage::Context => ("", "context"),
    };
    let view = StoredValue::new(view.clone());
    let shown = RwSignal::new(1usize);
    let parts: Vec<Vec<Line>> = lines.chunks(LINES_A_FRAME).map(<[Line]>::to_vec).collect();
    count_frames(shown, parts.len());
    let parts: Vec<AnyView> = parts
        .into_iter()
        .enumerate()
        .map(|(frame, lines)| {
            let is_due = Memo::new(move |_| shown.get() > frame);
            let part =
                move || is_due.get().then(|| view.with_value(|view| draw(session, words, view, &lines)));
            part.into_any()
        })
        .collect();
    let group = view! {
        <tbody class=class>
            <tr class="grp">
                <th colspan=COLUMNS scope="rowgroup">
                    <h2>{words.t(&format!("stage.{id}"))}</h2>
                    <span>{words.t(&format!("stage.{id}_of"))}</span>
                </th>
            </tr>
            {parts}
        </tbody>
    };
    Some(group.into_any())
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
