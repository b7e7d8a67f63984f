//! Days from a deal's creation to its winning.
//!
//! Formula: Kaplan–Meier median of the days from creation to won, of deals created in the period. Open deals are
//! censored at data end, lost ones at their closing date: "if no deal were lost".

use super::cases::{BY, DealCase, Ending};
use crate::facts::Reason;
use crate::metrics::{Better, Context, End, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Days from a deal's creation to its winning.
pub static SALES_CYCLE: Metric = Metric {
    id: "sales_cycle",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Days,
    better: Better::Lower,
    kind: Kind::Duration,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Kaplan and Meier 1958, JASA 53, 457; competing losses: Aalen and Johansen 1978, Scand. J. Statist. 5, 141",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let deals = ctx.deals();
    for case in &deals.list {
        let what = lasting(ctx, case).unwrap_or_else(What::LeftOut);
        deals.add(ctx, samples, case, case.created, what);
    }
}

/// How long a deal has lasted, or why nobody can say.
fn lasting(ctx: &Context<'_>, case: &DealCase) -> Result<What, Reason> {
    let created = case.created.ok_or(Reason::NoCreated)?;
    let (until, end) = match case.ending {
        Ending::Closed { won: true, on } => (on, End::Event),
        Ending::Closed { won: false, on } => (on, End::Other),
        Ending::Undated { .. } => return Err(Reason::NoClosed),
        Ending::Open | Ending::Expected { .. } => (ctx.deals_end(case.seller), End::Open),
    };
    if until < created {
        return Err(if end == End::Open { Reason::TooYoung } else { Reason::EndsBeforeStart });
    }
    Ok(What::Lasting { time: f64::from(until.0 - created.0), end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::deals::example::world;
    use crate::metrics::testing::World;

    #[test]
    fn won_deals_end_lost_ones_rule_out_open_ones_wait() {
        assert_eq!(
            world().known_until(TableId::Deals, "Bo", "2026-06-30").said(&SALES_CYCLE),
            [
                "2026-01-31 Ada social/LinkedIn/Spring: lasts 28 then the event",
                "2026-02-01 Ada email/Email: lasts 27 then another",
                "2026-03-01 Bo unknown: lasts 121 and open",
                "2026-03-02 nobody referral/Referral: left out, no closing date",
                "2026-05-02 Bo social/LinkedIn: left out, no creation date",
                "2026-05-01 Bo social/LinkedIn: lasts 60 and open",
                "2026-05-02 Bo social/LinkedIn: left out, ends before it starts",
            ]
        );
    }

    #[test]
    fn days_are_dates_of_the_workspace_s_zone() {
        let deals = ["a|2026-01-01 23:30Z|2026-01-02 00:30Z|Won"];
        let world = World::default().today("2026-06-30");
        let world = world.rows(TableId::Deals, "id|created|closed|status", &deals);
        assert_eq!(world.said(&SALES_CYCLE), ["2026-01-01 nobody unknown: lasts 1 then the event"]);
        let world = World::default().today("2026-06-30").hours_east(1);
        let world = world.rows(TableId::Deals, "id|created|closed|status", &deals);
        assert_eq!(world.said(&SALES_CYCLE), ["2026-01-02 nobody unknown: lasts 0 then the event"]);
    }
}
