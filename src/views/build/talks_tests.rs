//! Conversations, hand-computed.
