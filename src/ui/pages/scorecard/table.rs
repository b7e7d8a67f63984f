//! The table: groups by stage, within them sections, rows, and at the end what needs other files.

use leptos::prelude::*;

use super::{missing, row};
use crate::facts::Bucket;
use crate::metrics::{Missing, Section, Stage, State};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ScoreRow, ScorecardView};

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
        </table>
    }
    .into_any()
}

fn group(session: Session, words: Words, view: &ScorecardView, stage: Stage) -> Option<AnyView> {
    let rows: Vec<&ScoreRow> = view.rows.iter().filter(|row| row.stage == stage).collect();
    if rows.is_empty() {
        return None;
    }
    let (class, id) = match stage {
        Stage::Leading => ("lead", "leading"),
        Stage::Lagging => ("", "lagging"),
    };
    let (wanting, known): (Vec<&ScoreRow>, Vec<&ScoreRow>) =
        rows.into_iter().filter(|row| row.part_of.is_none()).partition(|row| wants_facts(row));
    let mut lines: Vec<AnyView> = Vec::new();
    let mut section: Option<Section> = None;
    for row in known {
        if section != Some(row.section) {
            section = Some(row.section);
            lines.push(section_head(words, row.section));
        }
        lines.push(row::row(session, words, view, row));
        let parts: Vec<&ScoreRow> =
            view.rows.iter().filter(|part| part.part_of.as_deref() == Some(&row.id)).collect();
        if parts.iter().any(|part| part.figure.value().is_some()) {
            lines.push(row::parts(session, words, &view.frame.currency, &parts));
        }
    }
    lines.extend(missing::wanting(session, words, &wanting));
    let group = view! {
        <tbody class=class>
            <tr class="grp">
                <th colspan=COLUMNS scope="rowgroup">
                    <h2>{words.t(&format!("stage.{id}"))}</h2>
                    <span>{words.t(&format!("stage.{id}_of"))}</span>
                </th>
            </tr>
            {lines}
        </tbody>
    };
    Some(group.into_any())
}

fn section_head(words: Words, section: Section) -> AnyView {
    let id = match section {
        Section::Ssi => "ssi",
        Section::Network => "network",
        Section::Content => "content",
        Section::Conversations => "conversations",
        Section::Leads => "leads",
        Section::Deals => "deals",
    };
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
