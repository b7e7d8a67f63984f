//! A figure per seller, source, weekday …: dots and intervals on one shared axis.

use leptos::prelude::*;

use crate::metrics::{Dim, Figure, Quantity, State, Unit};
use crate::ui::parts::{CopyTable, DotRange, DotRangeAxis, Pick, RangeTick, interval_on_axis};
use crate::ui::route::{Page, Route};
use crate::ui::session::{Session, session};
use crate::ui::words::{Words, words};
use crate::views::{BreakdownRow, BreakdownView, MetricView, ScoreRow};

/// Under so many rows a dot is hollow: its interval is too wide to rank by.
const RANKED_FROM: u64 = 30;

/// So many names are listed as not to be told apart; beyond, the table shows it better.
const MOST_NAMES: usize = 5;

/// The breakdown and the choice of its dimension.
pub fn breakdown(view: Signal<MetricView>, rows: Signal<BreakdownView>) -> impl IntoView {
    let session = session();
    let words = words();
    let dims = Memo::new(move |_| view.with(|view| view.dims.clone()));
    let options = Signal::derive(move || {
        let option = |dim: &Dim| (dim.id().to_owned(), words.t(&format!("dim.{}", dim.id())));
        dims.with(|dims| dims.iter().map(option).collect::<Vec<_>>())
    });
    view! {
        <section class="sec">
            <h2>{words.t("breakdown.title")}</h2>
            <div class="bydim">
                <Pick
                    name=words.t("breakdown.by")
                    test_id="breakdown-by"
                    options=options
                    value=Signal::derive(move || rows.with(|rows| rows.dim.id().to_owned()))
                    on_pick=move |dim| choose(session, dim)
                />
                <p class="small quiet">{move || view.with(|view| rows.with(|rows| reads(words, view, rows)))}</p>
            </div>
            {move || {
                view.with(|view| {
                    rows.with(|rows| table(session, words, &view.row, &view.frame.currency, rows))
                })
            }}
        </section>
    }
}

fn choose(session: Session, dim: String) {
    let mut route = session.route.get_untracked();
    if let Page::Metric { by, .. } = &mut route.page {
        *by = Some(dim);
        session.go(&route);
    }
}

/// Whether the rows stand in the order of what they show, and not in one of their own.
fn is_ranked(dim: Dim) -> bool {
    !matches!(dim, Dim::Week | Dim::Month | Dim::Weekday | Dim::Hour | Dim::WeekdayHour | Dim::Window)
}

/// How the rows are ordered, who cannot be told apart, and what band and hollow dots mean.
fn reads(words: Words, view: &MetricView, rows: &BreakdownView) -> String {
    let has_intervals = rows.rows.iter().any(|row| row.figure.low.is_some());
    if !has_intervals {
        return words.t("breakdown.no_intervals");
    }
    let mut sentences = Vec::new();
    if is_ranked(rows.dim) {
        sentences.push(words.t("breakdown.ordered"));
        let alike = alike(&rows.rows);
        if alike.len() > 1 {
            let shown = alike.iter().take(MOST_NAMES);
            let mut names: Vec<String> = shown.map(|row| words.key_name(rows.dim, &row.key)).collect();
            if alike.len() > MOST_NAMES {
                names.push(words.integer(u64::try_from(alike.len() - MOST_NAMES).unwrap_or(0)));
            }
            sentences.push(words.fill("breakdown.alike", &[("names", &words.list(&names))]));
        }
    }
    if view.row.figure.low.is_some() && rows.axis_top.is_some() {
        sentences.push(words.t("breakdown.band"));
    }
    let is_hollow = |row: &BreakdownRow| row.figure.low.is_some() && row.figure.n < RANKED_FROM;
    if rows.rows.iter().any(is_hollow) {
        sentences.push(words.t("breakdown.hollow"));
    }
    words.sentences(sentences)
}

/// The first row and those after it whose intervals overlap its own.
fn alike(rows: &[BreakdownRow]) -> Vec<&BreakdownRow> {
    let ends = |row: &BreakdownRow| row.figure.low.zip(row.figure.high);
    let mut known = rows.iter().filter(|row| ends(row).is_some());
    let Some(first) = known.next() else { return Vec::new() };
    let floor = first.figure.low.map_or(f64::INFINITY, Quantity::to_f64);
    let overlaps = |row: &&BreakdownRow| row.figure.high.is_some_and(|high| high.to_f64() >= floor);
    std::iter::once(first).chain(known.filter(overlaps)).collect()
}

/// Ticks of an axis from zero: quarters, or as few as stay whole where things are counted.
fn axis_ticks(unit: Unit, top: f64) -> Vec<f64> {
    let is_whole = |parts: f64| unit != Unit::Count || (top / parts).fract() == 0.0;
    let parts = [4u8, 2, 1].into_iter().find(|parts| is_whole(f64::from(*parts))).unwrap_or(1);
    (0..=parts).map(|tick| f64::from(tick) / f64::from(parts)).collect()
}

/// The table of a breakdown; the band is the figure of all rows together.
pub fn table(
    session: Session,
    words: Words,
    whole: &ScoreRow,
    currency: &str,
    rows: &BreakdownView,
) -> AnyView {
    let unit = whole.unit;
    let top = rows.axis_top.filter(|top| *top > 0.0);
    let grid = top.map(|top| axis_ticks(unit, top)).unwrap_or_default();
    let axis = top.map(|top| {
        let ticks: Vec<RangeTick> = grid
            .iter()
            .map(|position| RangeTick {
                position: *position,
                text: words.tick(unit, position * top, *position >= 1.0, currency),
            })
            .collect();
        let (from, to) = words.axis_ends(unit, top, currency);
        let label = words.fill("breakdown.axis", &[("from", &from), ("to", &to)]);
        view! { <DotRangeAxis ticks=ticks label=label /> }.into_any()
    });
    let lines: Vec<AnyView> = rows
        .rows
        .iter()
        .map(|row| line(session, words, (whole, currency), rows, row, (top, &grid)))
        .collect();
    let (currency, kept) = (currency.to_owned(), rows.clone());
    view! {
        <table class="data held sellers" data-testid="breakdown-table">
            <thead>
                <tr>
                    <th scope="col">{words.t(&format!("dim.{}", rows.dim.id()))}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
                    <th scope="col" class="r">{words.t("copy.interval")}</th>
                    <th scope="col" class="onaxis">{axis}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        <p class="small">
            <CopyTable lines=move || copied(words, unit, &currency, &kept) />
        </p>
    }
    .into_any()
}

/// The table as it is copied.
fn copied(words: Words, unit: Unit, currency: &str, rows: &BreakdownView) -> Vec<Vec<String>> {
    let head = [
        words.t(&format!("dim.{}", rows.dim.id())),
        words.t("scorecard.head.value"),
        words.t("copy.interval"),
        words.t("scorecard.head.n"),
    ];
    let line = |row: &BreakdownRow| {
        let value = row.figure.value().map(|value| words.value_with_unit(unit, value, currency));
        vec![
            words.key_name(rows.dim, &row.key),
            value.unwrap_or_else(|| without_value(words, &row.figure)),
            words.figure_interval(unit, &row.figure, currency).unwrap_or_else(|| "–".to_owned()),
            words.counted(&row.figure),
        ]
    };
    std::iter::once(head.to_vec()).chain(rows.rows.iter().map(line)).collect()
}

fn line(
    session: Session,
    words: Words,
    (whole, currency): (&ScoreRow, &str),
    rows: &BreakdownView,
    row: &BreakdownRow,
    (top, grid): (Option<f64>, &[f64]),
) -> AnyView {
    let unit = whole.unit;
    let name = words.key_name(rows.dim, &row.key);
    let name = if matches!(rows.dim, Dim::Seller | Dim::Team) && !row.key.is_empty() {
        let href = of_key(session, rows.dim, &row.key).address();
        view! {
            <a class="nl" href=href>
                <bdi>{name}</bdi>
            </a>
        }
        .into_any()
    } else {
        view! { <bdi>{name}</bdi> }.into_any()
    };
    let value = match row.figure.value() {
        Some(value) => {
            let text = words.value_with_unit(unit, value, currency);
            view! {
                <span class="val part">
                    <bdi dir="ltr" class="ltr">{text}</bdi>
                </span>
            }
            .into_any()
        }
        None => view! { <span class="q3">{without_value(words, &row.figure)}</span> }.into_any(),
    };
    let interval = words.figure_interval(unit, &row.figure, currency);
    let range = top.and_then(|top| range(words, (whole, currency), row, top, grid));
    let hatch = range.is_none().then(|| view! { <span class="hatch onaxis" aria-hidden="true"></span> });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="r" data-head=words.t("scorecard.head.value")>{value}</td>
            <td class="r num q3" data-head=words.t("copy.interval")>
                <bdi dir="ltr" class="ltr">{interval.unwrap_or_else(|| "–".to_owned())}</bdi>
            </td>
            <td class="onaxis">{range} {hatch}</td>
            <td class="r num q3" data-head=words.t("scorecard.head.n")>{words.counted(&row.figure)}</td>
        </tr>
    }
    .into_any()
}

/// The row's dot and interval; none without a value, and none below zero, where the axis does not go.
fn range(
    words: Words,
    (whole, currency): (&ScoreRow, &str),
    row: &BreakdownRow,
    top: f64,
    grid: &[f64],
) -> Option<AnyView> {
    let value = row.figure.value().filter(|value| *value >= 0.0)?;
    let team = &whole.figure;
    let team = team.low.zip(team.high).map(|(low, high)| (low.to_f64() / top, high.to_f64() / top));
    let range = view! {
        <DotRange
            estimate=value / top
            interval=interval_on_axis(&row.figure, value, top)
            grid=grid.to_vec()
            team=team
            before=row.before.as_ref().and_then(|before| before.value()).map(|before| before / top)
            hollow=row.figure.low.is_some() && row.figure.n < RANKED_FROM
            label=words.read_aloud(whole.unit, &row.figure, currency)
        />
    };
    Some(range.into_any())
}

/// What stands in the place of a value.
fn without_value(words: Words, figure: &Figure) -> String {
    match figure.state {
        State::TooFew { .. } => words.t("state.too_few"),
        State::NotReached => words.t("state.not_reached"),
        _ => words.t("key.unknown"),
    }
}

/// The same page with one seller or team chosen.
fn of_key(session: Session, dim: Dim, key: &str) -> Route {
    let mut route = session.route.get_untracked();
    let chosen = Some(key.to_owned());
    (route.filter.seller, route.filter.team) = if dim == Dim::Team { (None, chosen) } else { (chosen, None) };
    route
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_of_counts_are_whole() {
        assert_eq!(axis_ticks(Unit::Count, 8.0), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(axis_ticks(Unit::Count, 6.0), [0.0, 0.5, 1.0]);
        assert_eq!(axis_ticks(Unit::Count, 1.0), [0.0, 1.0]);
        assert_eq!(axis_ticks(Unit::Ratio, 1.0).len(), 5);
    }

    #[test]
    fn rows_whose_intervals_overlap_the_first_are_alike() {
        let row = |key: &str, low: f64, high: f64| {
            let mut figure = Figure::of(State::Value(Quantity::Number(low)), 40);
            (figure.low, figure.high) = (Some(Quantity::Number(low)), Some(Quantity::Number(high)));
            BreakdownRow { key: key.to_owned(), figure, before: None }
        };
        let rows = [row("a", 0.6, 0.8), row("b", 0.5, 0.6), row("c", 0.4, 0.59)];
        assert_eq!(alike(&rows).iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert!(alike(&[]).is_empty());
    }
}
