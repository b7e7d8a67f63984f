//! Network: activity.
//!
//! One file per metric. `connected` and `invited` walk connections and invitations;
//! `acquaintances` finds connections by person; `connecting` says which invitation explains which connection;
//! `follower_levels` rebuilds followers by day; `tagged` says who was found where.

mod acquaintances;
mod connected;
mod connecting;
mod connection_growth_rate;
mod connections;
mod connections_new;
#[cfg(test)]
mod example;
mod follower_levels;
mod followers;
mod followers_new;
mod inbound_connections;
mod inbound_share;
mod invitation_acceptance_rate;
mod invitations_received;
mod invitations_sent;
mod invited;
mod persona_connections;
mod persona_share;
mod potential_reach;
mod tagged;

pub(in crate::metrics) use acquaintances::Acquaintances;
pub(in crate::metrics) use follower_levels::FollowerLevels;

use super::Metric;

pub use connection_growth_rate::CONNECTION_GROWTH_RATE;
pub use connections::CONNECTIONS;
pub use connections_new::CONNECTIONS_NEW;
pub use followers::FOLLOWERS;
pub use followers_new::FOLLOWERS_NEW;
pub use inbound_connections::INBOUND_CONNECTIONS;
pub use inbound_share::INBOUND_SHARE;
pub use invitation_acceptance_rate::INVITATION_ACCEPTANCE_RATE;
pub use invitations_received::INVITATIONS_RECEIVED;
pub use invitations_sent::INVITATIONS_SENT;
pub use persona_connections::PERSONA_CONNECTIONS;
pub use persona_share::PERSONA_SHARE;
pub use potential_reach::POTENTIAL_REACH;
pub use tagged::{Listed, TaggedRows, tagged_rows};

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &CONNECTIONS,
    &CONNECTIONS_NEW,
    &CONNECTION_GROWTH_RATE,
    &FOLLOWERS,
    &FOLLOWERS_NEW,
    &PERSONA_CONNECTIONS,
    &PERSONA_SHARE,
    &INVITATIONS_SENT,
    &INVITATIONS_RECEIVED,
    &INVITATION_ACCEPTANCE_RATE,
    &INBOUND_CONNECTIONS,
    &INBOUND_SHARE,
    &POTENTIAL_REACH,
];
