//! Deals won, by their closing date.
//!
//! Formula: number of deals won that closed in the period. A closing date after today is an expectation; an
//! open deal's is no fact at all.

use super::cases::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Deals won, by their closing date.
pub static DEALS_WON: Metric = Metric {
    id: "deals_won",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Counts of a CRM's own list of deals; HubSpot and Salesforce report created, won and lost deals by these dates",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |_, won| won.then_some(What::Count(1.0)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::deals::example::world;

    #[test]
    fn won_deals_count_on_their_closing_day() {
        assert_eq!(
            world().said(&DEALS_WON),
            [
                "2026-02-28 Ada social/LinkedIn/Spring: count 1",
                "2026-05-02 nobody referral/Referral: left out, no closing date",
                "2026-04-01 Bo social/LinkedIn: count 1",
                "2026-07-01 Bo social/LinkedIn: left out, after today",
            ]
        );
    }
}
