//! One sample per connection.

use crate::facts::{ConnectionRow, RowRef};
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Context, Key, Samples, What};

/// Adds what a connection's fit to the persona says, with the fit as its key; no fit where no persona is chosen.
pub(super) fn add(
    ctx: &Context<'_>,
    samples: &mut Samples,
    what: impl Fn(Option<PersonaFit>) -> Option<What>,
) {
    for (row, connection) in ctx.facts.rows::<ConnectionRow>() {
        let Some(on) = connection.connected_on else { continue };
        let fit = PersonaFit::of(ctx, connection.position, connection.company);
        if let Some(what) = what(fit) {
            let keys = [PersonaFit::key(fit, samples), Key::BLANK, Key::BLANK];
            samples.add_keyed(ctx.day(on), connection.seller, row, keys, what);
        }
    }
}

/// Adds what is known of a connection's row.
pub(super) fn add_rows(ctx: &Context<'_>, samples: &mut Samples, what: impl Fn(RowRef) -> Option<What>) {
    for (row, connection) in ctx.facts.rows::<ConnectionRow>() {
        if let (Some(on), Some(what)) = (connection.connected_on, what(row)) {
            samples.add(ctx.day(on), connection.seller, row, what);
        }
    }
}
