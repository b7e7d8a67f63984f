//! Readings of the index.

use crate::facts::{Reason, SsiRow};
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
