//! Conversations: activity.
//!
//! One file per metric; `turns` groups the messages, sets some aside, cuts at restarts and finds turns; `warm_marks` holds what a
//! person says is warm against the messages; `warmings` is both together.

mod conversations_received;
mod conversations_started;
mod conversations_waiting;
#[cfg(test)]
mod example;
mod messages_received;
mod messages_sent;
mod response_rate;
mod response_time;
mod started_reply_rate;
mod turns;
mod warm_conversations;
mod warm_conversations_open;
mod warm_marks;
mod warmings;

use super::Metric;
pub use conversations_received::CONVERSATIONS_RECEIVED;
pub use conversations_started::CONVERSATIONS_STARTED;
pub use conversations_waiting::CONVERSATIONS_WAITING;
pub use messages_received::MESSAGES_RECEIVED;
pub use messages_sent::MESSAGES_SENT;
pub use response_rate::RESPONSE_RATE;
pub use response_time::RESPONSE_TIME;
pub(in crate::metrics) use response_time::emit_waits;
pub use started_reply_rate::STARTED_REPLY_RATE;
pub(in crate::metrics) use turns::{Conversations, Ends, Message, Talk};
pub use warm_conversations::WARM_CONVERSATIONS;
pub use warm_conversations_open::WARM_CONVERSATIONS_OPEN;
pub(in crate::metrics) use warmings::warmings;

/// The metrics of this part, in the order in which they are shown.
pub const ALL: &[&Metric] = &[
    &CONVERSATIONS_STARTED,
    &CONVERSATIONS_RECEIVED,
    &STARTED_REPLY_RATE,
    &MESSAGES_SENT,
    &MESSAGES_RECEIVED,
    &WARM_CONVERSATIONS,
    &WARM_CONVERSATIONS_OPEN,
    &RESPONSE_RATE,
    &RESPONSE_TIME,
    &CONVERSATIONS_WAITING,
];
