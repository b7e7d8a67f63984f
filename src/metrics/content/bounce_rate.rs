//! Share of the sessions on shared pages that bounced.
//!
//! Formula: sum of bounces / sum of sessions, over pages dated in the period whose address, without UTM parameters, a
//! seller shared or sent. Where only a rate is given, bounces are the rate × the sessions. Bootstrap interval over
//! the rows of pages.

use super::shared_pages::{self, BY};
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the sessions on shared pages that bounced.
pub static BOUNCE_RATE: Metric = Metric {
    id: "bounce_rate",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Lower,
    kind: Kind::RatioOfSums,
    by: BY,
    headline: None,
    needs: &[Need::Pages, Need::SharedLinks],
    cites: "Google Analytics 4: bounce rate as the share of sessions that were not engaged; ratio of sums, not mean of ratios",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    shared_pages::add(ctx, samples, |page, sessions| {
        page.bounces.or_else(|| page.bounce_rate.map(|rate| rate * sessions))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Quantity, Selection, State, Stream};

    fn world() -> World {
        World::default()
            .rows(
                TableId::Posts,
                "seller|account|published_at|shared_url",
                &[
                    "Ada||2026-01-01|https://one.example/a?utm_source=x",
                    "Granit|brand|2026-01-01|https://one.example/b",
                ],
            )
            .rows(
                TableId::Pages,
                "url|date|sessions|bounces|bounce_rate",
                &[
                    "https://one.example/a|2026-01-01|100|40|0.9",
                    "https://one.example/a|2026-01-31|300||0.2",
                    "https://one.example/a|2026-02-01|10||",
                    "https://one.example/b|2026-01-02|900|900|",
                    "https://one.example/c|2026-01-02|900|900|",
                    "https://one.example/a||50|50|",
                ],
            )
    }

    fn figure(world: &World, from: &str, to: &str) -> crate::metrics::Figure {
        let (ctx, samples) = (world.context(), world.samples(&BOUNCE_RATE));
        let span = Span { from: day(from), to: day(to) };
        Stream::new(&BOUNCE_RATE, &samples, &ctx).figure(&Selection::all(span))
    }

    #[test]
    fn sessions_weigh() {
        let said: Vec<String> = (world().said(&BOUNCE_RATE).iter())
            .map(|said| said.replace("nobody https://one.example/", ""))
            .collect();
        assert_eq!(
            said,
            [
                "2026-01-01 a: 40 of 100",
                "2026-01-31 a: 60 of 300",
                "2026-02-01 a: left out, unknown",
                "2026-01-02 b: left out, brand page",
                "2026-01-02 c: left out, not shared by a seller",
                "2026-02-01 a: left out, unknown",
            ]
        );
        let january = figure(&world(), "2026-01-01", "2026-01-31");
        assert_eq!((january.value(), january.n), (Some(0.25), 2));
        assert_eq!(january.denominator, Some(Quantity::Number(400.0)));
        assert_eq!(figure(&world(), "2026-01-02", "2026-01-31").value(), Some(0.2));
    }

    #[test]
    fn nothing_is_no_zero() {
        assert_eq!(
            figure(&world(), "2026-01-03", "2026-01-30").state,
            State::Missing(Missing::NothingInPeriod)
        );
        assert_eq!(figure(&world(), "2026-02-01", "2026-02-01").state, State::Missing(Missing::AllUnknown));
        let pages =
            World::default().rows(TableId::Pages, "url|date|sessions|bounces", &["/a|2026-01-01|9|1"]);
        assert_eq!(
            figure(&pages, "2026-01-01", "2026-01-31").state,
            State::Missing(Missing::NoFacts(Need::SharedLinks))
        );
    }
}
