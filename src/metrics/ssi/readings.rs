//! Readings of the index.

use std::collections::BTreeSet;

use crate::facts::{CheckinRow, Day, Reason, SsiRow, Sym, gather};
use crate::metrics::{
    Better, Context, Key, Kind, Layer, Metric, Need, Sample, Samples, Section, Stage, Unit, What,
};

/// A pillar of the index.
pub(super) const fn pillar(id: &'static str, emit: fn(&Context<'_>, &mut Samples)) -> Metric {
    let cites = "LinkedIn, The new formula for social selling, 2015-01-26: four pillars of 0 to 25, together 0 to 100";
    of(id, Unit::Pillar, Better::Higher, cites, emit)
}

/// A rank: lower is better.
pub(super) const fn rank(id: &'static str, emit: fn(&Context<'_>, &mut Samples)) -> Metric {
    let cites = "LinkedIn’s page of the Social Selling Index shows the rank as top x %";
    of(id, Unit::TopPercent, Better::Lower, cites, emit)
}

const fn of(
    id: &'static str,
    unit: Unit,
    better: Better,
    cites: &'static str,
    emit: fn(&Context<'_>, &mut Samples),
) -> Metric {
    Metric {
        id,
        version: 1,
        section: Section::Ssi,
        stage: Stage::Leading,
        unit,
        better,
        kind: Kind::Reading,
        by: &[],
        headline: None,
        needs: &[Need::Ssi],
        cites,
        emit,
    }
}

/// Adds one reading per row that has the value; a row without it is left out. The hour tells which of two
/// readings of one day is the later one.
pub(super) fn add(ctx: &Context<'_>, samples: &mut Samples, value: impl Fn(&SsiRow) -> Option<f64>) {
    for (row, reading) in ctx.facts.rows::<SsiRow>() {
        let Some(date) = reading.date else { continue };
        samples.list.push(Sample {
            day: ctx.day(date),
            hour: date.hour(ctx.zone),
            seller: reading.seller,
            keys: [Key::BLANK; 3],
            row,
            layer: Layer::Daily,
            what: value(&reading).map_or(What::LeftOut(Reason::Unknown), What::Reading),
        });
    }
}

/// Adds what check-ins report of the index, for weeks of which no reading tells. A check-in that does not speak of
/// it is no row of it.
pub(super) fn add_reported(ctx: &Context<'_>, samples: &mut Samples) {
    let covered: BTreeSet<(Sym, Day)> = gather(
        (ctx.facts.rows::<SsiRow>())
            .filter(|(_, reading)| reading.total.is_some())
            .filter_map(|(_, reading)| Some((reading.seller, ctx.day(reading.date?).week_start()))),
    );
    for (row, checkin) in ctx.facts.rows::<CheckinRow>() {
        let (Some(week), Some(index)) = (checkin.week.map(|week| ctx.day(week)), checkin.ssi) else {
            continue;
        };
        let is_covered = covered.contains(&(checkin.seller, week.week_start()));
        let what = if is_covered { What::LeftOut(Reason::CountedAlready) } else { What::Reading(index) };
        samples.add(week, checkin.seller, row, what);
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::TableId;
    use crate::metrics::ssi::{
        SSI_BRAND, SSI_INDUSTRY_RANK, SSI_INSIGHTS, SSI_NETWORK_RANK, SSI_PEOPLE, SSI_RELATIONSHIPS,
    };
    use crate::metrics::testing::World;

    #[test]
    fn rows_with_the_value_are_readings() {
        for (metric, column, value) in [
            (&SSI_BRAND, "brand", "24.5"),
            (&SSI_PEOPLE, "people", "12.25"),
            (&SSI_INSIGHTS, "insights", "25"),
            (&SSI_RELATIONSHIPS, "relationships", "7.5"),
            (&SSI_INDUSTRY_RANK, "industry_rank", "12"),
            (&SSI_NETWORK_RANK, "network_rank", "1"),
        ] {
            let world = World::default().rows(
                TableId::Ssi,
                &format!("seller|date|total|{column}"),
                &[&format!("Ada|2024-02-29|61|{value}"), "Bo|2024-02-28|40|0", "Ada|2024-03-07|62|"],
            );
            assert_eq!(
                world.said(metric),
                [
                    &format!("2024-02-29 Ada: reads {value}"),
                    "2024-02-28 Bo: reads 0",
                    "2024-03-07 Ada: left out, unknown",
                ],
                "{column}"
            );
        }
    }
}
