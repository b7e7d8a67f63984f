//! Share of the created deals that were won by data end.
//!
//! Formula: won by data end / all deals created in the period. Open deals stay in the denominator; their number and
//! median age stand beside the rate. A won deal without a closing date counts. Against an earlier period at equal age.

use super::cases::BY;
use crate::facts::Reason;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the created deals that were won by data end.
pub static CLOSE_RATE: Metric = Metric {
    id: "close_rate",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Close rate of a cohort: won / all created, open deals kept; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let deals = ctx.deals();
    for case in &deals.list {
        let Some(created) = case.created else {
            deals.add(ctx, samples, case, None, What::LeftOut(Reason::NoCreated));
            continue;
        };
        let what = What::Ripening { seen: created, hit: case.ripe() };
        deals.add(ctx, samples, case, Some(created), what);
        if case.is_open() {
            let age_days = (ctx.deals_end(case.seller).0 - created.0).max(0);
            samples.open.push((created, case.seller, age_days));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::deals::example::world;
    use crate::metrics::testing::{World, day};

    #[test]
    fn every_created_deal_is_a_case() {
        assert_eq!(
            world().said(&CLOSE_RATE),
            [
                "2026-01-31 Ada social/LinkedIn/Spring: hit on 2026-02-28",
                "2026-02-01 Ada email/Email: miss",
                "2026-03-01 Bo unknown: miss",
                "2026-03-02 nobody referral/Referral: hit, nobody says when",
                "2026-05-02 Bo social/LinkedIn: left out, no creation date",
                "2026-05-01 Bo social/LinkedIn: miss",
                "2026-05-02 Bo social/LinkedIn: miss",
            ]
        );
    }

    #[test]
    fn open_deals_are_as_old_as_the_data() {
        let world = World::default()
            .today("2026-12-31")
            .rows(
                TableId::Deals,
                "id|seller|created|status",
                &["a|Ada|2026-01-01|Open", "b|Ada|2026-01-11|Lost"],
            )
            .known_until(TableId::Deals, "Ada", "2026-03-01");
        let open = world.samples(&CLOSE_RATE).open;
        assert_eq!(open.len(), 1);
        assert_eq!((open[0].0, open[0].2), (day("2026-01-01"), 59));
    }
}
