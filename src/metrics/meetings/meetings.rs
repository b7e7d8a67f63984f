//! Meetings booked or held.
//!
//! Formula: number of meetings dated in the period whose status is booked or held; by source. Cancelled ones and
//! no-shows are left out and counted apart, a meeting without a status is unknown, and one after today is an
//! expectation. A booked meeting whose day has passed counts although nobody says that it was held.

use super::outcome::outcome;
use crate::facts::{MeetingRow, PersonId};
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::source_group::group;
use crate::metrics::{
    Better, Context, Dim, Kind, Layer, Metric, Need, Sample, Samples, Section, Stage, Unit, What,
};

/// Meetings booked or held.
pub static MEETINGS: Metric = Metric {
    id: "meetings",
    version: 1,
    section: Section::Meetings,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Source, Dim::SourceValue, Dim::Persona],
    headline: None,
    needs: &[Need::Meetings],
    cites: "Counts of meetings by the day of the meeting, as calendars and CRM systems list them with their outcome",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, meeting) in ctx.facts.rows::<MeetingRow>() {
        let Some(date) = meeting.date else { continue };
        let day = ctx.day(date);
        let what = outcome(ctx, &meeting, day).map_or_else(What::LeftOut, |()| What::Count(1.0));
        let person = PersonId::new("", ctx.text(meeting.email), ctx.text(meeting.person));
        let fit = ctx.acquaintances().fit(ctx, meeting.seller, &person);
        let source = ctx.text(meeting.source);
        let keys = [
            samples.keys.intern(group(source).id()),
            samples.keys.intern(source),
            PersonaFit::key(fit, samples),
        ];
        let (seller, hour, layer) = (meeting.seller, date.hour(ctx.zone), Layer::Daily);
        samples.list.push(Sample { day, hour, seller, keys, row, layer, what });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Quantity, Selection, State, Stream};

    fn world() -> World {
        World::default().today("2026-03-31").rows(
            TableId::Meetings,
            "seller|date|person|status|source",
            &[
                "Ada|2026-02-28|One|held|LinkedIn",
                "Ada|2026-03-01|Two|booked|",
                "Bo|2026-03-02 09:30|One|cancelled|",
                "Bo|2026-03-31|Three|no-show|",
                "|2026-03-31|Four|held|Referral",
                "Ada|2026-03-31|Five||",
                "Ada|2026-04-01|Six|booked|",
            ],
        )
    }

    #[test]
    fn booked_and_held_ones_count_on_their_day() {
        assert_eq!(
            world().said(&MEETINGS),
            [
                "2026-02-28 Ada social/LinkedIn: count 1",
                "2026-03-01 Ada unknown: count 1",
                "2026-03-02 9h Bo unknown: left out, cancelled",
                "2026-03-31 Bo unknown: left out, no-show",
                "2026-03-31 nobody referral/Referral: count 1",
                "2026-03-31 Ada unknown: left out, unknown",
                "2026-04-01 Ada unknown: left out, after today",
            ]
        );
    }

    #[test]
    fn the_borders_of_the_period_belong_to_it() {
        let world = world();
        let (ctx, samples) = (world.context(), world.samples(&MEETINGS));
        let figure = |from: &str, to: &str| {
            let span = Span { from: day(from), to: day(to) };
            Stream::new(&MEETINGS, &samples, &ctx).figure(&Selection::all(span))
        };
        let march = figure("2026-03-01", "2026-03-31");
        assert_eq!((march.value(), march.n), (Some(2.0), 2));
        assert_eq!(march.left_out, [(Reason::Unknown, 1), (Reason::Cancelled, 1), (Reason::NoShow, 1)]);
        assert_eq!(figure("2026-02-28", "2026-03-30").value(), Some(2.0));
        assert_eq!(figure("2026-03-03", "2026-03-30").state, State::Value(Quantity::Number(0.0)));
        assert_eq!(figure("2026-01-01", "2026-01-31").state, State::Missing(Missing::OutsideData));
    }

    #[test]
    fn without_any_status_nothing_is_known() {
        let world = World::default().rows(TableId::Meetings, "seller|date", &["Ada|2026-03-01"]);
        let (ctx, samples) = (world.context(), world.samples(&MEETINGS));
        let span = Span { from: day("2026-03-01"), to: day("2026-03-01") };
        let figure = Stream::new(&MEETINGS, &samples, &ctx).figure(&Selection::all(span));
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }
}
