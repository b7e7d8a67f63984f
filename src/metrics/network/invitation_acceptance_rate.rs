//! Share of the invitations sent that were accepted.
//!
//! Formula: outgoing invitations of the period, at least 14 days old at data end, whose invitee is a connection connected on or
//! after the day before it was sent / all such invitations. Data end is that of the connections, which would tell.
//! LinkedIn keeps recent invitations only: nothing is known before the oldest one. Wilson interval. Against an earlier period
//! at equal age.

use super::connecting::{Direction, accepted, other_person};
use super::invited;
use crate::facts::{Day, InvitationRow, Reason, TableId};
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Ripe, Samples, Section, Stage, Unit, What};

/// Share of the invitations sent that were accepted.
pub static INVITATION_ACCEPTANCE_RATE: Metric = Metric {
    id: "invitation_acceptance_rate",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::HasNote],
    headline: None,
    needs: &[Need::Invitations, Need::Connections],
    cites: "LinkedIn archive: Invitations.csv, direction and time; acceptance by the join with Connections.csv; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    invited::add(ctx, samples, Direction::Outgoing, |invitation, sent| {
        case(ctx, invitation, sent).unwrap_or_else(What::LeftOut)
    });
}

/// Whether and since when an invitation is accepted, or why that cannot be told.
fn case(ctx: &Context<'_>, invitation: &InvitationRow, sent: Day) -> Result<What, Reason> {
    let person = other_person(ctx, invitation);
    let known_until = ctx.facts.data_end(TableId::Connections, invitation.seller).ok_or(Reason::Unknown)?;
    if person.is_blank() || !ctx.acquaintances().knows(invitation.seller) {
        return Err(Reason::Unknown);
    }
    let given_days = i32::try_from(ctx.definitions.acceptance_days).unwrap_or(i32::MAX);
    if known_until.0 - sent.0 < given_days {
        return Err(Reason::TooYoung);
    }
    let accepted = accepted(ctx, invitation.seller, &person, sent);
    let hit = accepted.map_or(Ripe::NotYet, |connection| Ripe::On(connection.connected));
    Ok(What::Ripening { seen: sent.plus(given_days), hit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::invitations;

    #[test]
    fn connections_tell_who_accepted() {
        assert_eq!(
            invitations().said(&INVITATION_ACCEPTANCE_RATE),
            [
                "2026-03-10 Ada yes: hit on 2026-03-09",
                "2026-03-10 Ada no: hit on 2026-03-10",
                "2026-03-10 Ada no: miss",
                "2026-03-11 Ada no: left out, too young at data end",
                "2026-03-01 Ada: left out, unknown",
                "2026-03-01 Bo yes: left out, unknown",
            ]
        );
    }
}
