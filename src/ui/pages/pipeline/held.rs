//! Things held against each other: value and interval on one axis, n, and the difference to the others.

use leptos::prelude::*;

use super::rows::value_text;
use crate::charts::Name;
use crate::metrics::{Change as Difference, Unit, Verdict};
use crate::ui::parts::{
    Change, CopyTable, Direction, DotRange, DotRangeAxis, Judgement, RangeTick, interval_on_axis,
};
use crate::ui::words::Words;
use crate::views::{Held, HeldTable};

/// Width of the axis in CSS pixels.
const WIDTH: f64 = 240.0;
/// Under so many cases a dot is hollow: its interval is too wide to rank by.
const RANKED_FROM: u64 = 30;

/// A name as text.
pub fn name_text(words: Words, name: &Name) -> String {
    match name {
        Name::Key(key) => words.t(key),
        Name::Text(text) => text.clone(),
    }
}

/// A table of what is held: `first` heads the names, `against` the differences; without it there is no such column.
pub fn table(
    words: Words,
    held: &HeldTable,
    currency: &str,
    first: String,
    against: Option<String>,
    test_id: &'static str,
) -> AnyView {
    let unit = held.unit.0;
    let top = held.axis_top.filter(|top| *top > 0.0);
    let axis = top.map(|top| {
        let ticks = [0.0, 0.5, 1.0].map(|position| RangeTick {
            position,
            text: words.tick(unit, position * top, position >= 1.0, currency),
        });
        let (from, to) = words.axis_ends(unit, top, currency);
        let label = words.fill("breakdown.axis", &[("from", &from), ("to", &to)]);
        view! { <DotRangeAxis ticks=ticks.to_vec() label=label width=WIDTH /> }
    });
    let has_change = against.is_some();
    let lines: Vec<AnyView> =
        held.rows.iter().map(|row| line(words, unit, row, top, currency, against.as_deref())).collect();
    let (kept, currency) = (held.clone(), currency.to_owned());
    let copied_head: Vec<String> = std::iter::once(first.clone()).chain(against.clone()).collect();
    view! {
        <table class="data held" data-testid=test_id>
            <thead>
                <tr>
                    <th scope="col">{first}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
                    <th scope="col" class="r">{words.t("copy.interval")}</th>
                    <th scope="col" class="onaxis">{axis}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                    {has_change.then(|| view! { <th scope="col">{against.unwrap_or_default()}</th> })}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        <p class="small">
            <CopyTable lines=move || copied(words, &kept, &currency, &copied_head) />
        </p>
    }
    .into_any()
}

/// The table as it is copied; `head` begins with what heads the names and ends with what differences are against.
fn copied(words: Words, held: &HeldTable, currency: &str, head: &[String]) -> Vec<Vec<String>> {
    let unit = held.unit.0;
    let missing = || "–".to_owned();
    let [first, against @ ..] = head else { return Vec::new() };
    let fixed = ["scorecard.head.value", "copy.interval", "scorecard.head.n"].map(|key| words.t(key));
    let head = std::iter::once(first.clone()).chain(fixed).chain(against.iter().cloned()).collect();
    let line = |row: &Held| {
        let interval = words.figure_interval(unit, &row.figure, currency);
        let change = |change: Difference| words.signed(unit, change.difference, currency);
        let change = (!against.is_empty()).then(|| row.change.map_or_else(missing, change));
        let cells = [
            name_text(words, &row.name),
            value_text(words, unit, &row.figure, currency),
            interval.unwrap_or_else(missing),
            words.counted(&row.figure),
        ];
        cells.into_iter().chain(change).collect()
    };
    std::iter::once(head).chain(held.rows.iter().map(line)).collect()
}

fn line(
    words: Words,
    unit: Unit,
    row: &Held,
    top: Option<f64>,
    currency: &str,
    against: Option<&str>,
) -> AnyView {
    let value = row.figure.value();
    let range = value.zip(top).filter(|(value, _)| *value >= 0.0).map(|(value, top)| {
        view! {
            <DotRange
                estimate=value / top
                interval=interval_on_axis(&row.figure, value, top)
                grid=vec![0.0, 0.5, 1.0]
                hollow=row.figure.low.is_some() && row.figure.n < RANKED_FROM
                label=words.read_aloud(unit, &row.figure, currency)
                width=WIDTH
            />
        }
    });
    let hatch = range.is_none().then(|| view! { <span class="hatch onaxis" aria-hidden="true"></span> });
    let class = if value.is_some() { "num strong" } else { "q3" };
    view! {
        <tr>
            <th scope="row">
                <bdi>{name_text(words, &row.name)}</bdi>
            </th>
            <td class="r" data-head=words.t("scorecard.head.value")>
                <span class=class>
                    <bdi>{value_text(words, unit, &row.figure, currency)}</bdi>
                </span>
            </td>
            <td class="r num q3" data-head=words.t("copy.interval")>
                <bdi dir="ltr" class="ltr">
                    {words.figure_interval(unit, &row.figure, currency).unwrap_or_else(|| "–".into())}
                </bdi>
            </td>
            <td class="onaxis">{range} {hatch}</td>
            <td class="r num q3" data-head=words.t("scorecard.head.n")>{words.counted(&row.figure)}</td>
            {against
                .map(|against| {
                    view! {
                        <td data-head=against.to_owned()>
                            {row.change.map(|change| difference(words, unit, change, currency))}
                        </td>
                    }
                })}
        </tr>
    }
    .into_any()
}

/// A difference with its interval and what may be said of it.
pub fn difference(words: Words, unit: Unit, change: Difference, currency: &str) -> AnyView {
    let (judgement, word) = match change.verdict {
        Verdict::Better => (Judgement::Better, "pipe.held.better"),
        Verdict::Worse => (Judgement::Worse, "pipe.held.worse"),
        Verdict::CannotTell => (Judgement::Unclear, "pipe.held.cannot_tell"),
        Verdict::Moved => (Judgement::Neutral, "pipe.held.differs"),
        Verdict::Counted => (Judgement::Neutral, "verdict.counted"),
    };
    let interval = change.low.zip(change.high);
    let interval =
        interval.map(|(low, high)| words.signed_interval(unit, low, high, currency)).unwrap_or_default();
    view! {
        <Change
            judgement=judgement
            direction=if change.difference < 0.0 { Direction::Down } else { Direction::Up }
            number=words.signed(unit, change.difference, currency)
            word=words.t(word)
            interval=interval
        />
    }
    .into_any()
}
