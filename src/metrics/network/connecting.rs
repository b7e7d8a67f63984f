//! Which connections came about through which invitation.

use std::collections::BTreeMap;

use super::acquaintances::Acquaintance;
use crate::facts::{Day, InvitationRow, PersonId, RowRef, Sym};
use crate::metrics::Context;

/// Which way an invitation went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Outgoing,
    Incoming,
}

impl Direction {
    /// From an invitation's text; `None` for any other word.
    pub fn of(ctx: &Context<'_>, direction: Sym) -> Option<Direction> {
        match ctx.text(direction) {
            "outgoing" => Some(Direction::Outgoing),
            "incoming" => Some(Direction::Incoming),
            _ => None,
        }
    }
}

/// The other person of an invitation.
pub(super) fn other_person(ctx: &Context<'_>, invitation: &InvitationRow) -> PersonId {
    PersonId::new(ctx.text(invitation.profile_url), "", ctx.text(invitation.name))
}

/// The connection that accepted an invitation sent on a day: connected on the day before it or later, for
/// the two dates may stand in different zones. Of namesakes the earliest.
pub(super) fn accepted(ctx: &Context<'_>, seller: Sym, person: &PersonId, sent: Day) -> Option<Acquaintance> {
    (ctx.acquaintances().find(seller, person).into_iter().copied())
        .filter(|known| known.connected >= sent.plus(-1))
        .min_by_key(|known| (known.connected, known.row))
}

/// The connections that an invitation explains, and whether a received one does. A connection counts once,
/// and an invitation explains one connection.
pub(super) fn explained(ctx: &Context<'_>) -> BTreeMap<RowRef, bool> {
    let mut explained = BTreeMap::new();
    for (_, invitation) in ctx.facts.rows::<InvitationRow>() {
        let Some(sent) = invitation.sent_at.map(|moment| ctx.day(moment)) else { continue };
        let person = other_person(ctx, &invitation);
        let after = accepted(ctx, invitation.seller, &person, sent);
        match Direction::of(ctx, invitation.direction) {
            Some(Direction::Outgoing) => {
                if let Some(known) = after {
                    explained.entry(known.row).or_insert(false);
                }
            }
            Some(Direction::Incoming) => {
                let any = || ctx.acquaintances().find(invitation.seller, &person).into_iter().copied().last();
                if let Some(known) = after.or_else(any) {
                    explained.insert(known.row, true);
                }
            }
            None => {}
        }
    }
    explained
}
