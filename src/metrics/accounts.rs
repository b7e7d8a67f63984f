//! Whose account a row is about, and where.

use super::Context;
use crate::facts::{Sym, fold_name};

/// Whether a row is a brand page's although its seller is a person. The rows of sellers that are brand pages
/// themselves are told apart by the selection, which may be of them.
pub(super) fn is_brand(ctx: &Context<'_>, account: Sym, seller: Sym) -> bool {
    ctx.text(account) == "brand" && !ctx.facts.roles.is_brand(seller)
}

/// The platform as a key: blank means LinkedIn.
pub(super) fn platform(ctx: &Context<'_>, platform: Sym) -> String {
    let platform = fold_name(ctx.text(platform));
    if platform.is_empty() { "linkedin".to_owned() } else { platform }
}
