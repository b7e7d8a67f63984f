//! Deals in the pipeline at the end of a day.
//!
//! Formula: deals created by then and not closed, or closed after it. The expected closing date of an open deal is no
//! fact and ends nothing. Deals without a creation date, closed ones without a closing date, and deals that close
//! before they were created are left out.

use super::cases::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Deals in the pipeline at the end of a day.
pub static PIPELINE_DEALS: Metric = Metric {
    id: "pipeline_deals",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Level,
    by: BY,
    headline: None,
    needs: &[Need::Deals],
    cites: "Open deals as of a day, rebuilt from creation and closing dates, as pipeline snapshots of CRMs have them",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.deals().add_standing(ctx, samples, |_| Ok((What::Step(1.0), What::Step(-1.0))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::deals::example::world;

    #[test]
    fn deals_stand_from_creation_until_they_close() {
        assert_eq!(
            world().said(&PIPELINE_DEALS),
            [
                "2026-01-31 Ada social/LinkedIn/Spring: step +1",
                "2026-02-28 Ada social/LinkedIn/Spring: step -1",
                "2026-02-01 Ada email/Email: step +1",
                "2026-02-28 Ada email/Email: step -1",
                "2026-03-01 Bo unknown: step +1",
                "2026-03-02 nobody referral/Referral: left out, no closing date",
                "2026-04-01 Bo social/LinkedIn: left out, no creation date",
                "2026-05-01 Bo social/LinkedIn: step +1",
                "2026-07-01 Bo social/LinkedIn: step -1",
                "2026-05-02 Bo social/LinkedIn: left out, ends before it starts",
            ]
        );
    }
}
