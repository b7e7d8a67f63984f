//! One sample per invitation of a direction.

use super::connecting::Direction;
use crate::facts::{Day, InvitationRow, Reason};
use crate::metrics::{Context, Key, Samples, What};

/// Adds what an invitation says on the day it was sent, with the key of having a note where that is known.
pub(super) fn add(
    ctx: &Context<'_>,
    samples: &mut Samples,
    direction: Direction,
    what: impl Fn(&InvitationRow, Day) -> What,
) {
    for (row, invitation) in ctx.facts.rows::<InvitationRow>() {
        let Some(sent) = invitation.sent_at.map(|moment| ctx.day(moment)) else { continue };
        if Direction::of(ctx, invitation.direction) == Some(direction) {
            let note = invitation.has_note.map_or("", |has_note| if has_note { "yes" } else { "no" });
            let keys = [samples.keys.intern(note), Key::BLANK, Key::BLANK];
            samples.add_keyed(sent, invitation.seller, row, keys, what(&invitation, sent));
        }
    }
}

/// Adds the received invitations of sellers whose connections are not known.
pub(super) fn add_unknown(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, invitation) in ctx.facts.rows::<InvitationRow>() {
        let Some(sent) = invitation.sent_at.map(|moment| ctx.day(moment)) else { continue };
        if Direction::of(ctx, invitation.direction) == Some(Direction::Incoming)
            && !ctx.acquaintances().knows(invitation.seller)
        {
            samples.add(sent, invitation.seller, row, What::LeftOut(Reason::Unknown));
        }
    }
}
