//! Seconds that a session on a shared page lasts on the average.
//!
//! Formula: sum of (mean seconds × sessions) / sum of sessions, over pages dated in the period whose address, without UTM
//! parameters, a seller shared or sent. Bootstrap interval over the rows of pages.

use super::shared_pages::{self, BY};
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Seconds that a session on a shared page lasts on the average.
pub static TIME_ON_PAGE: Metric = Metric {
    id: "time_on_page",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Seconds,
    better: Better::Higher,
    kind: Kind::RatioOfSums,
    by: BY,
    headline: None,
    needs: &[Need::Pages, Need::SharedLinks],
    cites: "Google Analytics 4: average engagement time per session; weighted by sessions, not mean of means",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    shared_pages::add(ctx, samples, |page, sessions| page.seconds.map(|seconds| seconds * sessions));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Selection, State, Stream};

    #[test]
    fn sessions_weigh() {
        let world = World::default()
            .rows(TableId::LinkSends, "seller|link|sent_at", &["Ada|https://one.example/a|2026-01-01"])
            .rows(
                TableId::Pages,
                "url|date|sessions|seconds",
                &[
                    "one.example/a|2026-01-01|10|90",
                    "one.example/a|2026-01-02|30|10",
                    "one.example/a|2026-01-03|70|",
                    "one.example/b|2026-01-03|70|500",
                    "one.example/a|2026-02-01|0|0",
                ],
            );
        let (ctx, samples) = (world.context(), world.samples(&TIME_ON_PAGE));
        let figure = |from: &str, to: &str| {
            let span = Span { from: day(from), to: day(to) };
            Stream::new(&TIME_ON_PAGE, &samples, &ctx).figure(&Selection::all(span))
        };
        // (10 × 90 + 30 × 10) / 40
        let january = figure("2026-01-01", "2026-01-31");
        assert_eq!((january.value(), january.n), (Some(30.0), 2));
        assert_eq!(figure("2026-01-02", "2026-01-02").value(), Some(10.0));
        assert_eq!(figure("2026-01-03", "2026-01-03").state, State::Missing(Missing::AllUnknown));
        assert_eq!(figure("2026-02-01", "2026-02-01").state, State::Missing(Missing::NothingInPeriod));
    }
}
