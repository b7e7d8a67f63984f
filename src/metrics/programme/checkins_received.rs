//! Share of the weekly check-ins that came in.
//!
//! Formula: check-ins / (sellers × ISO weeks of the period from each seller's first check-in on). A full head-count.
//!
//! Every week that the period touches is owed whole, up to the one that today lies in: a check-in of that week counts
//! though its Monday lies before the period. Two of one week are one.

use crate::facts::CheckinRow;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the weekly check-ins that came in.
pub static CHECKINS_RECEIVED: Metric = Metric {
    id: "checkins_received",
    version: 1,
    section: Section::Programme,
    stage: Stage::Context,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::HeadWeeks,
    by: &[],
    headline: None,
    needs: &[Need::Checkins],
    cites: "Response rate of a weekly report; weeks: ISO 8601; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, checkin) in ctx.facts.rows::<CheckinRow>() {
        if let Some(week) = checkin.week {
            samples.add(ctx.day(week).week_start(), checkin.seller, row, What::Count(1.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Figure, Missing, Quantity, Selection, State, Stream};

    /// Ada since 5 January, three of the four weeks to 1 February; Bo since 19 January, one of two.
    fn world() -> World {
        World::default().today("2026-02-01").rows(
            TableId::Checkins,
            "seller|week|ssi",
            &[
                "Ada|2026-01-05|60",
                "Ada|2026-01-12|61",
                "Ada|2026-01-14|61",
                "Ada|2026-01-26|",
                "Bo|2026-01-19|50",
            ],
        )
    }

    fn figure(world: &World, from: &str, to: &str) -> Figure {
        let (ctx, samples) = (world.context(), world.samples(&CHECKINS_RECEIVED));
        let span = Span { from: day(from), to: day(to) };
        Stream::new(&CHECKINS_RECEIVED, &samples, &ctx).figure(&Selection::all(span))
    }

    fn counts(figure: &Figure) -> (Option<Quantity>, Option<Quantity>) {
        (figure.numerator, figure.denominator)
    }

    fn of(counted: f64, all: f64) -> (Option<Quantity>, Option<Quantity>) {
        (Some(Quantity::Number(counted)), Some(Quantity::Number(all)))
    }

    #[test]
    fn each_seller_owes_from_the_first_one_on() {
        assert_eq!(counts(&figure(&world(), "2026-01-01", "2026-02-01")), of(4.0, 6.0));
        // A week is owed as soon as it has begun, and none after today is.
        assert_eq!(counts(&figure(&world(), "2026-01-01", "2026-12-31")), of(4.0, 6.0));
        assert_eq!(counts(&figure(&world(), "2026-01-01", "2026-01-25")), of(3.0, 4.0));
    }

    #[test]
    fn a_week_that_the_period_cuts_is_owed_whole() {
        let sunday = figure(&world(), "2026-01-11", "2026-01-11");
        assert_eq!((counts(&sunday), sunday.value()), (of(1.0, 1.0), Some(1.0)));
    }

    #[test]
    fn a_week_without_any_is_zero_and_one_before_the_first_is_unknown() {
        let later = world().today("2026-02-10");
        assert_eq!(counts(&figure(&later, "2026-02-02", "2026-02-08")), of(0.0, 2.0));
        let before = figure(&world(), "2025-12-29", "2026-01-04");
        assert_eq!(before.state, State::Missing(Missing::OutsideData));
        let none = figure(&World::default(), "2026-01-01", "2026-01-31");
        assert_eq!(none.state, State::Missing(Missing::NoFacts(Need::Checkins)));
    }
}
