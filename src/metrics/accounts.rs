//! Whose account a row is about, and where.

use super::Context;
use crate::facts::{Sym, fold_name};

/// Whether an account is a brand page, not a seller's own.
pub(super) fn is_brand(ctx: &Context<'_>, account: Sym) -> bool {
    ctx.text(account) == "brand"
}

/// The platform as a key: blank means LinkedIn.
pub(super) fn platform(ctx: &Context<'_>, platform: Sym) -> String {
    let platform = fold_name(ctx.text(platform));
    if platform.is_empty() { "linkedin".to_owned() } else { platform }
}
