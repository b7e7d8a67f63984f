//! How the number of leads in a band grows by the month.
//!
//! Formula: level at the last month end in the period / level at the month end before − 1; and the compound monthly
//! rate over 3, 6 and 12 months, (level / level so many months before)^(1 / months) − 1. The levels are those of
//! `leads_in_band`. The headline is that of all bands together over one month. A month end after the end of the data
//! is unknown, so the last one that the data reach is taken.

use super::bands::Band;
use super::cases::Outcomes;
use super::way::{Stay, stays};
use crate::facts::{Day, LeadRow};
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Months that a growth looks back.
const MONTHS: [u8; 4] = [1, 3, 6, 12];

/// How the number of leads in a band grows by the month.
pub static BAND_GROWTH: Metric = Metric {
    id: "band_growth",
    version: 1,
    section: Section::Leads,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Neither,
    kind: Kind::MonthlyGrowth,
    by: &[Dim::Band],
    headline: Some((Dim::Band, "")),
    needs: &[Need::Leads],
    cites: "Compound monthly growth rate; interval: percentile bootstrap over days, Efron 1979, Ann. Statist. 7, 1",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let outcomes = Outcomes::new(ctx);
    let keys = Band::ALL.map(|band| {
        (band, MONTHS.map(|months| (samples.keys.intern(&format!("{}:{months}m", band.id())), months)))
    });
    for (row, lead) in ctx.facts.rows::<LeadRow>() {
        let Some(created) = lead.created.map(|moment| ctx.day(moment)) else { continue };
        if !outcomes.is_open(ctx, &lead) {
            continue;
        }
        match stays(ctx, &outcomes, &lead, created) {
            Err(reason) => samples.add(created, lead.seller, row, What::LeftOut(reason)),
            Ok(stays) => {
                let mut add = |key, months, from, until: Option<Day>| {
                    let keys = [key, Key::BLANK, Key::BLANK];
                    let days = std::iter::once((from, 1.0)).chain(until.map(|until| (until, -1.0)));
                    for (day, step) in days {
                        samples.add_keyed(day, lead.seller, row, keys, What::Monthly { step, months });
                    }
                };
                // From band to band a lead stays a lead.
                add(Key::BLANK, 1, created, stays.last().and_then(|last| last.until));
                for Stay { band, from, until } in stays {
                    let own = keys.iter().filter(|(other, _)| *other == band).flat_map(|(_, keys)| keys);
                    for (key, months) in own {
                        add(*key, *months, from, until);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    /// Fast leads: 1 at the end of January, 2 at the end of February and March, 8 at the end of April.
    fn world() -> World {
        World::default()
            .today("2026-05-10")
            .rows(
                TableId::Leads,
                "id|created|score|converted_at",
                &[
                    "a|2026-01-31|70|",
                    "b|2026-02-01|71|",
                    "c|2026-04-01|72|",
                    "d|2026-04-02|73|",
                    "e|2026-04-03|74|",
                    "f|2026-04-04|75|",
                    "g|2026-04-05|76|",
                    "h|2026-04-30|77|",
                    "i|2026-04-10|78|2026-04-20",
                    "j|2026-04-10||",
                ],
            )
            .known_until(TableId::Leads, "", "2026-05-10")
    }

    fn growth(world: &World, from: &str, to: &str) -> Vec<(String, Option<f64>)> {
        let rows = world.figures(&BAND_GROWTH, Dim::Band, from, to);
        rows.into_iter().map(|(key, figure)| (key, figure.value())).collect()
    }

    #[test]
    fn levels_at_month_ends_are_compared() {
        // 8 / 2 − 1 = 3 over a month; (8 / 1)^(1/3) − 1 = 1 a month over three; nothing stood before.
        let found = growth(&world(), "2026-04-01", "2026-05-09");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], ("fast:1m".to_owned(), Some(3.0)));
        assert_eq!(found[1].0, "fast:3m");
        assert!((found[1].1.unwrap() - 1.0).abs() < 1e-12);
        let figure = world().figure(&BAND_GROWTH, "2026-04-01", "2026-05-09");
        assert_eq!(figure.numerator, Some(Quantity::Number(6.0)));
        assert_eq!(figure.denominator, Some(Quantity::Number(2.0)));
        let (low, high) = (figure.low.unwrap().to_f64(), figure.high.unwrap().to_f64());
        assert!(low < 3.0 && 3.0 < high, "{low} {high}");
    }

    #[test]
    fn without_a_month_end_there_is_nothing_to_compare() {
        let state = |from, to| world().figure(&BAND_GROWTH, from, to).state;
        assert_eq!(state("2026-04-01", "2026-04-29"), State::Missing(Missing::NothingInPeriod));
        assert_eq!(state("2026-01-01", "2026-01-31"), State::Missing(Missing::NoStart));
        assert_eq!(state("2026-03-01", "2026-03-31"), State::Value(Quantity::Number(0.0)));
        // The data end on 10 May: the end of May is not known, that of April is the last.
        assert_eq!(state("2026-04-01", "2026-05-31"), State::Value(Quantity::Number(3.0)));
        assert_eq!(state("2026-05-01", "2026-05-31"), State::Missing(Missing::NothingInPeriod));
    }

    #[test]
    fn a_band_that_empties_shrinks_by_all() {
        let world = World::default()
            .today("2026-05-10")
            .rows(TableId::Leads, "id|created|score|converted_at", &["a|2026-01-31|10|2026-02-28"])
            .known_until(TableId::Leads, "", "2026-03-10");
        let figure = world.figure(&BAND_GROWTH, "2026-02-01", "2026-02-28");
        assert_eq!(figure.value(), Some(-1.0));
        assert!(figure.low.unwrap().to_f64() >= -1.0);
    }
}
