//! One sample per daily row of an audience; brand pages are left out.

use crate::facts::{AudienceRow, Reason};
use crate::metrics::accounts::{is_brand, platform};
use crate::metrics::{Context, Key, Samples, What};

/// Adds what a seller's row says, with the platform as its key.
pub(super) fn add(ctx: &Context<'_>, samples: &mut Samples, what: impl Fn(&AudienceRow) -> Option<What>) {
    for (row, daily) in ctx.facts.rows::<AudienceRow>() {
        let Some(date) = daily.date else { continue };
        let brand = is_brand(ctx, daily.account, daily.seller).then_some(What::LeftOut(Reason::BrandPage));
        if let Some(what) = brand.or_else(|| what(&daily)) {
            let platform = samples.keys.intern(&platform(ctx, daily.platform));
            samples.add_keyed(ctx.day(date), daily.seller, row, [platform, Key::BLANK, Key::BLANK], what);
        }
    }
}
