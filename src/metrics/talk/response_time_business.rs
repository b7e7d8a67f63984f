//! Hours of working time from an incoming turn to the owner's answer.
//!
//! Formula: as `response_time`, but only the working hours of the workspace count: a message that comes at night waits
//! from the next opening on. Which turns count, and where they are censored, is the same.

use crate::metrics::conversations::emit_waits;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Hours of working time from an incoming turn to the owner's answer.
pub static RESPONSE_TIME_BUSINESS: Metric = Metric {
    id: "response_time_business",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Hours,
    better: Better::Lower,
    kind: Kind::Duration,
    by: &[Dim::Persona, Dim::Weekday, Dim::Hour, Dim::WeekdayHour],
    headline: None,
    needs: &[Need::Messages],
    cites: "Business hours beside calendar hours; Kaplan and Meier 1958, JASA 53, 457",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let hours = &ctx.definitions.business_hours;
    emit_waits(ctx, samples, |from, until| {
        hours.seconds_between(ctx.zone.to_wall(from), ctx.zone.to_wall(until))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn nights_and_weekends_do_not_count() {
        let world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at",
                &[
                    // Friday 16:00 to Monday 09:30: one hour and one and a half.
                    "Ada|a|incoming|2026-01-02 16:00Z",
                    "Ada|a|outgoing|2026-01-05 09:30Z",
                    // Saturday night, answered on Saturday night.
                    "Ada|b|incoming|2026-01-03 20:00Z",
                    "Ada|b|outgoing|2026-01-03 23:00Z",
                    // Never: seven days hold five working days of nine hours.
                    "Ada|c|incoming|2026-01-03 20:00Z",
                ],
            )
            .known_until(TableId::Messages, "Ada", "2026-02-01");
        assert_eq!(
            world.said(&RESPONSE_TIME_BUSINESS),
            [
                "2026-01-02 16h Ada: lasts 2.5 then the event",
                "2026-01-03 20h Ada: lasts 0 then the event",
                "2026-01-03 20h Ada: lasts 45 and open",
            ]
        );
    }

    #[test]
    fn the_clock_is_that_of_the_zone() {
        let world = World::default().hours_east(10).rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at",
            &["Ada|a|incoming|2026-01-01 21:00Z", "Ada|a|outgoing|2026-01-01 23:00Z"],
        );
        // 07:00 to 09:00 on Friday there.
        assert_eq!(world.said(&RESPONSE_TIME_BUSINESS), ["2026-01-02 7h Ada: lasts 1 then the event"]);
    }
}
