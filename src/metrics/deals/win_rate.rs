//! Share of the closed deals that were won.
//!
//! Formula: won / (won + lost), of deals closed in the period. Wilson interval.

use super::cases::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the closed deals that were won.
pub static WIN_RATE: Metric = Metric {
    id: "win_rate",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Win rate as won / (won + lost), as Salesforce and HubSpot define it; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_closed(ctx, samples, |_, won| Some(What::Case(won)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::deals::example::world;

    #[test]
    fn closed_deals_are_cases_even_when_they_end_before_they_start() {
        assert_eq!(
            world().said(&WIN_RATE),
            [
                "2026-02-28 Ada social/LinkedIn/Spring: hit",
                "2026-02-28 Ada email/Email: miss",
                "2026-05-02 nobody referral/Referral: left out, no closing date",
                "2026-04-01 Bo social/LinkedIn: hit",
                "2026-07-01 Bo social/LinkedIn: left out, after today",
                "2026-05-01 Bo social/LinkedIn: miss",
            ]
        );
    }
}
