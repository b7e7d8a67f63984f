//! Whether months with a high index bring more deals than months with a low one.
//!
//! A seller-month is one seller in one whole calendar month with a reading of the index in it and known deals. Both
//! groups' deals a month have a bootstrap interval over seller-months, their difference one by MOVER. What is
//! compared is which months were which, not what a rising index does: sellers and seasons differ too.

use super::Asked;
use super::network::Told;
use crate::facts::{Bucket, Day, Span};
use crate::metrics::{Dim, Point, Selection};
use crate::stats::{self, Estimate, RESAMPLES};
use crate::views::{HIGH_SSI, HighFrom, HighLow, MonthGroup};

/// So many seller-months are needed on either side: below, one good month of one seller decides.
const NEED: u32 = 10;
const SEED: u64 = 0x5EED;
/// Deals are whole; the resampled means are kept in thousandths.
const THOUSANDTHS: i128 = 1_000;

/// The test over all months that are known up to the end of the period.
pub(super) fn high_low(asked: &Asked<'_>, high_from: HighFrom) -> HighLow {
    let months = seller_months(asked);
    let indexes: Vec<f64> = months.iter().map(|(index, _)| *index).collect();
    let border = match high_from {
        HighFrom::Seventy => Some(HIGH_SSI).filter(|_| !indexes.is_empty()),
        HighFrom::OwnMedian => stats::median(&indexes),
    };
    let mut view = HighLow { high_from, border, need: NEED, ..HighLow::default() };
    let Some(border) = border else { return view };
    let (high, low): (Vec<_>, Vec<_>) = months.into_iter().partition(|(index, _)| *index >= border);
    (view.high, view.low) = (group(&high), group(&low));
    view.difference = difference(view.high, view.low);
    view
}

/// Index and deals of each seller-month.
fn seller_months(asked: &Asked<'_>) -> Vec<(f64, u32)> {
    let (Some(index), Some(deals)) = (Told::of(asked, "ssi"), Told::of(asked, "deals_created")) else {
        return Vec::new();
    };
    let (index, deals) = (index.stream(asked), deals.stream(asked));
    let to = asked.selection.span.to;
    let from = asked.frame.known.map_or(to, |known| known.from.min(to));
    let span = Span { from, to };
    let mut months = Vec::new();
    for (name, _) in index.breakdown(&asked.selection.over(span), Dim::Seller) {
        let Some(seller) = asked.context.facts.names.find(&name) else { continue };
        let selection = Selection::of_seller(span, seller);
        let deals = deals.series(&selection, Bucket::Month);
        for point in index.series(&selection, Bucket::Month).iter().filter(|point| is_whole(point)) {
            if let Some(value) = point.figure.value()
                && let Some(count) = deals_of(&deals, point.from)
            {
                months.push((value, count));
            }
        }
    }
    months
}

fn is_whole(point: &Point) -> bool {
    point.span.from == point.from && point.span.to == Bucket::Month.next(point.from).plus(-1)
}

fn deals_of(deals: &[Point], month: Day) -> Option<u32> {
    let count = deals.iter().find(|point| point.from == month && is_whole(point))?.figure.value()?;
    // A count of deals: whole, and far below the limit.
    (count >= 0.0).then_some(count.round() as u32)
}

fn group(months: &[(f64, u32)]) -> MonthGroup {
    let deals: u32 = months.iter().map(|(_, deals)| deals).sum();
    let count = u32::try_from(months.len()).unwrap_or(u32::MAX);
    let rows: Vec<i128> = months.iter().map(|(_, deals)| i128::from(*deals) * THOUSANDTHS).collect();
    let interval = stats::bootstrap_mean_i128(&rows, RESAMPLES, SEED).filter(|_| count >= NEED);
    let scaled = |limit: i128| limit as f64 / THOUSANDTHS as f64;
    let rate = interval.map(|interval| {
        (f64::from(deals) / f64::from(count.max(1)), scaled(interval.low), scaled(interval.high))
    });
    MonthGroup { months: count, deals, rate }
}

fn difference(high: MonthGroup, low: MonthGroup) -> Option<(f64, f64, f64)> {
    let estimate = |(value, low, high): (f64, f64, f64)| Estimate { value, low, high };
    let (high, low) = (estimate(high.rate?), estimate(low.rate?));
    let interval = stats::difference(high, low)?;
    Some((high.value - low.value, interval.low, interval.high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deals_a_month_and_their_difference() {
        // Ten months of 3 and 1 deals in turn against ten of 1: 2 a month against 1.
        let high: Vec<(f64, u32)> = (0..10).map(|month| (75.0, if month % 2 == 0 { 3 } else { 1 })).collect();
        let low: Vec<(f64, u32)> = (0..10).map(|_| (40.0, 1)).collect();
        let (high, low) = (group(&high), group(&low));
        assert_eq!((high.months, high.deals), (10, 20));
        let (rate, from, to) = high.rate.unwrap();
        assert_eq!(rate, 2.0);
        assert!((1.0..2.0).contains(&from) && (2.0..=3.0).contains(&to), "{from} {to}");
        assert_eq!(low.rate, Some((1.0, 1.0, 1.0)));
        // All the doubt is that of the one group: MOVER adds nothing.
        assert_eq!(difference(high, low), Some((1.0, from - 1.0, to - 1.0)));
    }

    #[test]
    fn below_ten_months_nothing_is_said() {
        let few: Vec<(f64, u32)> = (0..9).map(|_| (75.0, 2)).collect();
        let (few, enough) = (group(&few), group(&[(40.0, 1); 10]));
        assert_eq!((few.deals, few.rate, difference(few, enough)), (18, None, None));
    }
}
