//! Deals lost, by their closing date.
//!
//! Formula: number of deals lost that closed in the period. A closing date after today is an expectation; an
//! open deal's is no fact at all.

use super::cases::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Deals lost, by their closing date.
pub static DEALS_LOST: Metric = Metric {
    id: "deals_lost",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Lower,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Counts of a CRM's own list of deals; HubSpot and Salesforce report created, won and lost deals by these dates",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |_, won| (!won).then_some(What::Count(1.0)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::deals::example::world;

    #[test]
    fn lost_deals_count_on_their_closing_day() {
        assert_eq!(
            world().said(&DEALS_LOST),
            ["2026-02-28 Ada email/Email: count 1", "2026-05-01 Bo social/LinkedIn: count 1",]
        );
    }
}
