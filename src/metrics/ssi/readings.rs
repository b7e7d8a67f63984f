//! Readings of the index.

use std::collections::BTreeSet;

use crate::facts::{CheckinRow, Day, Reason, SsiRow, Sym};
use crate::metrics::{Context, Key, Layer, Sample, Samples, What};

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
    let covered: BTreeSet<(Sym, Day)> = (ctx.facts.rows::<SsiRow>())
        .filter(|(_, reading)| reading.total.is_some())
        .filter_map(|(_, reading)| Some((reading.seller, ctx.day(reading.date?).week_start())))
        .collect();
    for (row, checkin) in ctx.facts.rows::<CheckinRow>() {
        let (Some(week), Some(index)) = (checkin.week.map(|week| ctx.day(week)), checkin.ssi) else {
            continue;
        };
        let is_covered = covered.contains(&(checkin.seller, week.week_start()));
        let what = if is_covered { What::LeftOut(Reason::CountedAlready) } else { What::Reading(index) };
        samples.add(week, checkin.seller, row, what);
    }
}
