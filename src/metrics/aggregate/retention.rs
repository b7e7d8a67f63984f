//! Customers who buy again.

use std::collections::BTreeSet;

use super::{View, count_of, share};
use crate::facts::{Day, RowRef, Span, gather};
use crate::metrics::{Figure, Key, Missing, What};

/// The period whose customers may come back: for a whole month, quarter or year the one before it, else the
/// same number of days just before.
pub fn base(span: Span) -> Span {
    let Some(months) = whole_months(span) else { return span.before() };
    let (_, month, _) = span.from.ymd();
    let is_calendar = match months {
        1 => true,
        3 => month % 3 == 1,
        12 => month == 1,
        _ => false,
    };
    if !is_calendar {
        return span.before();
    }
    let from = (0..months).fold(span.from, |day, _| day.plus(-1).month_start());
    Span { from, to: span.from.plus(-1) }
}

/// How many whole months a period has; none where it has a part of one, or more than a year.
fn whole_months(span: Span) -> Option<u8> {
    let mut start: Day = Some(span.from).filter(|day| *day == day.month_start())?;
    (1..=12).find(|_| {
        start = start.next_month_start();
        start == span.to.plus(1)
    })
}

/// Customers of the base period who bought in the period / customers of the base period.
pub(super) fn bought_again(view: &View<'_>, span: Span, known: Span) -> Figure {
    let base = base(span);
    let before = customers(view, base);
    if before.is_empty() || base.to < known.from {
        return Figure::missing(Missing::NoStart);
    }
    let again = customers(view, span).intersection(&before).count();
    share::of(count_of(again), count_of(before.len()), view.context.definitions.rate_needs)
}

fn customers(view: &View<'_>, span: Span) -> BTreeSet<Key> {
    gather(view.within(span).iter().filter(|sample| sample.what == What::Bought).map(|sample| sample.keys[2]))
}

/// The purchases of the base period, and those of its customers in the period.
pub(super) fn rows(view: &View<'_>, span: Span) -> Vec<RowRef> {
    let base = base(span);
    let before = customers(view, base);
    let again = view.within(span).iter().filter(|sample| before.contains(&sample.keys[2]));
    view.within(base).iter().chain(again).map(|sample| sample.row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28")]
    #[case("2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31")]
    #[case("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31")]
    #[case("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31")]
    #[case("2026-02-01", "2026-04-30", "2025-11-04", "2026-01-31")]
    #[case("2026-03-01", "2026-03-30", "2026-01-30", "2026-02-28")]
    #[case("2026-01-05", "2026-01-11", "2025-12-29", "2026-01-04")]
    #[case("2025-01-01", "2026-12-31", "2023-01-02", "2024-12-31")]
    fn the_base_lies_just_before(
        #[case] from: &str,
        #[case] to: &str,
        #[case] base_from: &str,
        #[case] base_to: &str,
    ) {
        let span = |from, to| Span { from: Day::parse_iso(from).unwrap(), to: Day::parse_iso(to).unwrap() };
        assert_eq!(base(span(from, to)), span(base_from, base_to));
    }
}
