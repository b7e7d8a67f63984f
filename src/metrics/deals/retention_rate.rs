//! Customers who bought again.
//!
//! Formula: customers with a purchase in the base period who bought again in the period / customers of the base period.
//! The base of a whole month, quarter or year is the one before it, else the same number of days just before. New
//! customers are never in the numerator. A customer belongs to the source of the first purchase, so that the rows of a
//! breakdown by source add up. Returns, whose amount is negative, and purchases dated after today are no purchases.
//! Customers are told apart by their name or number as exported, upper and lower case alike.

use std::collections::BTreeMap;

use crate::facts::{Day, PurchaseRow, Reason, Sym, fold_name};
use crate::metrics::source_group::{group_of, source_keys};
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Customers who bought again.
pub static RETENTION_RATE: Metric = Metric {
    id: "retention_rate",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Retention,
    by: &[Dim::Source, Dim::SourceValue],
    headline: None,
    needs: &[Need::Purchases],
    cites: "Customer retention rate; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let bought = |purchase: &PurchaseRow, on: Day| match purchase.amount {
        Some(amount) if amount.0 < 0 => What::LeftOut(Reason::Returned),
        _ if on > ctx.today => What::LeftOut(Reason::AfterToday),
        _ => What::Bought,
    };
    let mut sources: BTreeMap<Key, (Day, Sym)> = BTreeMap::new();
    for (_, purchase) in ctx.facts.rows::<PurchaseRow>() {
        let Some(on) = purchase.date.map(|moment| ctx.day(moment)) else { continue };
        if bought(&purchase, on) == What::Bought {
            let customer = samples.keys.intern(&fold_name(ctx.text(purchase.customer)));
            let first = sources.entry(customer).or_insert((on, purchase.source));
            if on < first.0 {
                *first = (on, purchase.source);
            }
        }
    }
    for (row, purchase) in ctx.facts.rows::<PurchaseRow>() {
        let Some(on) = purchase.date.map(|moment| ctx.day(moment)) else { continue };
        let customer = samples.keys.intern(&fold_name(ctx.text(purchase.customer)));
        let source = sources.get(&customer).map_or(purchase.source, |(_, source)| *source);
        let group = group_of(ctx, source, Sym::BLANK);
        let [group, value, _] = source_keys(ctx, samples, source, group, Sym::BLANK);
        samples.add_keyed(on, Sym::BLANK, row, [group, value, customer], bought(&purchase, on));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, State};

    fn world() -> World {
        World::default().today("2026-06-30").rows(
            TableId::Purchases,
            "customer|date|amount|source",
            &[
                "A|2026-02-01|10|LinkedIn",
                "B|2026-02-28||",
                "C|2026-02-10|10|Email",
                "D|2026-02-11|10|Email",
                "E|2026-02-12|10|Email",
                "F|2026-01-31|10|",
                "a|2026-03-01|10|Email",
                "B|2026-03-31|10|",
                "B|2026-03-31|10|",
                "F|2026-03-05|10|",
                "New|2026-03-05|10|",
                "C|2026-03-05|-10|Email",
                "D|2026-04-01|10|",
                "E|2026-07-01|10|",
            ],
        )
    }

    #[test]
    fn customers_of_the_month_before_come_back() {
        // February: A, B, C, D, E. In March A and B bought; C only returned something.
        let figure = world().figure(&RETENTION_RATE, "2026-03-01", "2026-03-31");
        assert_eq!((figure.value(), figure.n), (Some(0.4), 5));
        assert_eq!(figure.left_out, [(Reason::Returned, 1)]);
        let wilson = (figure.low.unwrap().to_f64(), figure.high.unwrap().to_f64());
        assert!((wilson.0 - 0.1176).abs() < 1e-4 && (wilson.1 - 0.7693).abs() < 1e-4, "{wilson:?}");
    }

    #[test]
    fn a_customer_has_the_source_of_the_first_purchase() {
        let rows = world().figures(&RETENTION_RATE, Dim::Source, "2026-03-01", "2026-03-31");
        let counts: Vec<(&str, u64, State)> =
            rows.iter().map(|(key, figure)| (key.as_str(), figure.n, figure.state)).collect();
        let few = State::TooFew { need: 5 };
        assert_eq!(counts, [("email", 3, few), ("social", 1, few), ("unknown", 1, few)]);
    }

    #[test]
    fn without_a_base_there_is_nothing_to_keep() {
        let state = |from, to| world().figure(&RETENTION_RATE, from, to).state;
        assert_eq!(state("2026-01-01", "2026-01-31"), State::Missing(Missing::NoStart));
        assert_eq!(state("2026-06-01", "2026-06-30"), State::Missing(Missing::NoStart));
        // The one customer of January came back in March, not in February.
        let february = world().figure(&RETENTION_RATE, "2026-02-01", "2026-02-28");
        assert_eq!((february.state, february.n), (State::TooFew { need: 5 }, 1));
        let nothing = World::default().figure(&RETENTION_RATE, "2026-01-01", "2026-01-31");
        assert_eq!(nothing.state, State::Missing(Missing::NoFacts(Need::Purchases)));
        assert_eq!(state("2027-01-01", "2027-01-31"), State::Missing(Missing::OutsideData));
    }
}
