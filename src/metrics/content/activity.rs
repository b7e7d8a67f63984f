//! Own comments and reactions.

use crate::facts::ActivityRow;
use crate::metrics::{Context, Samples, What};

/// Adds one count per row of a kind.
pub(super) fn add(ctx: &Context<'_>, samples: &mut Samples, kind: &str) {
    for (row, activity) in ctx.facts.rows::<ActivityRow>() {
        if let Some(date) = activity.date
            && ctx.text(activity.kind) == kind
        {
            samples.add(ctx.day(date), activity.seller, row, What::Count(1.0));
        }
    }
}
