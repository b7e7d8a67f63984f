//! Growth against inbound share: who becomes known, and to whom that happens of itself.

use super::Asked;
use super::network::Told;
use crate::charts::{ChartSpec, Name, QuadrantSpec, Stop, Trail, Unit, ValueAxis};
use crate::facts::{Bucket, Day, Span};
use crate::metrics::{Dim, Selection, Stream};
use crate::views::BreadthView;

/// So many whole months are shown, up to the end of the period: a quarter alone makes no trail.
const MONTHS: usize = 6;
/// Trails beyond the number of category colours cannot be told apart.
const MOST_TRAILS: usize = 8;

/// The trails of the chosen sellers over the last whole months.
pub(super) fn breadth(asked: &Asked<'_>) -> BreadthView {
    let months = last_months(asked.selection.span.to);
    let (Some(size), Some(growth), Some(inbound)) = (
        Told::of(asked, "connections"),
        Told::of(asked, "connection_growth_rate"),
        Told::of(asked, "inbound_share"),
    ) else {
        return BreadthView::default();
    };
    let (growth, inbound) = (growth.stream(asked), inbound.stream(asked));
    let (Some(first), Some(last)) = (months.first().copied(), months.last().copied()) else {
        return BreadthView::default();
    };
    let whole = Span { from: first, to: Bucket::Month.next(last).plus(-1) };
    let all = asked.selection.over(whole);
    let inbound_of_all = inbound.figure(&all);
    // Growth of a month, so that it lies where the months lie.
    let growth_of_all = growth.figure(&asked.selection.over(Span { from: last, to: whole.to }));
    let mut trails: Vec<Trail> = (size.stream(asked).breakdown(&asked.selection, Dim::Seller).into_iter())
        .filter_map(|(name, _)| trail(asked, &growth, &inbound, name, whole, &months))
        .collect();
    trails.truncate(MOST_TRAILS);
    let split = growth_of_all.value().zip(inbound_of_all.value());
    let mut view = BreadthView { months, ..BreadthView::default() };
    if let Some(split) = split.filter(|_| !trails.is_empty()) {
        let axis = |ceiling| ValueAxis { unit: Unit::Ratio, ceiling };
        let spec = QuadrantSpec { x: axis(None), y: axis(Some(1.0)), split, trails };
        view.now = (spec.trails.iter())
            .filter_map(|trail| {
                let place = trail.stops.iter().rev().find_map(|stop| stop.drawn())?;
                let Name::Text(name) = &trail.name else { return None };
                Some((name.clone(), spec.quarter(place)))
            })
            .collect();
        view.chart = Some(ChartSpec::Quadrants(spec));
        view.split = Some((growth_of_all, inbound_of_all));
    }
    view
}

/// The first days of the last whole months up to a day, oldest first.
fn last_months(to: Day) -> Vec<Day> {
    // A month that ends on the day is whole.
    let mut after = to.plus(1).month_start();
    let mut months = Vec::with_capacity(MONTHS);
    for _ in 0..MONTHS {
        after = after.plus(-1).month_start();
        months.push(after);
    }
    months.reverse();
    months
}

/// A seller's places; none where no month has one.
fn trail(
    asked: &Asked<'_>,
    growth: &Stream<'_>,
    inbound: &Stream<'_>,
    name: String,
    whole: Span,
    months: &[Day],
) -> Option<Trail> {
    let seller = asked.context.facts.names.find(&name)?;
    let selection = Selection::of_seller(whole, seller);
    let [growth, inbound] = [growth, inbound].map(|stream| stream.series(&selection, Bucket::Month));
    let value = |points: &[crate::metrics::Point], month: Day| {
        points.iter().find(|point| point.from == month).and_then(|point| point.figure.value())
    };
    let stops: Vec<Stop> = (months.iter())
        .map(|month| Stop { day: month.0, x: value(&growth, *month), y: value(&inbound, *month) })
        .collect();
    stops.iter().any(|stop| stop.drawn().is_some()).then(|| Trail { name: Name::Text(name), stops })
}
