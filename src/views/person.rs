//! All that is known of one person, in the order of time.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::Day;

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// Name; may be blank.
    pub name: String,
    /// Profile address; may be blank.
    pub profile: String,
    /// Employer.
    pub company: String,
    /// Position.
    pub position: String,
    /// The tags on whose lists they stand, and what stands there for them.
    pub tags: Vec<(String, String)>,
    /// Tags and keywords that can be said of them.
    pub known_tags: Vec<String>,
    /// Sellers who know them.
    pub sellers: Vec<String>,
    /// Messages to them and from them.
    pub messages: (u32, u32),
    /// The newest events, newest first.
    pub events: Vec<PersonEvent>,
    /// How many there are.
    pub total: u32,
}

/// Something that happened with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEvent {
    /// When.
    pub day: Day,
    /// Minutes after midnight, where the time is known.
    pub minute: Option<u16>,
    /// Whose; may be blank.
    pub seller: String,
    /// What.
    pub kind: PersonEventKind,
    /// In the words of the file: status, stage, address, channel.
    pub detail: String,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonEventKind {
    /// An invitation was sent.
    InvitationSent,
    /// An invitation was received.
    InvitationReceived,
    /// They are connected.
    Connected,
    /// A message to them.
    MessageSent,
    /// A message from them.
    MessageReceived,
    /// Somebody says that the conversation is warm.
    Warm,
    /// A link was sent to them.
    LinkSent,
    /// A meeting.
    Meeting,
    /// They referred somebody.
    Referral,
    /// A lead.
    Lead,
    /// The lead became a customer.
    Converted,
    /// A touch on the way to a deal.
    Touch,
    /// A deal was created.
    DealCreated,
    /// A deal moved to another stage.
    Stage,
    /// A deal was won.
    DealWon,
    /// A deal was lost.
    DealLost,
    /// They bought.
    Purchase,
}

impl PersonEventKind {
    /// The message is `person.event.<id>`.
    pub fn id(self) -> &'static str {
        match self {
            PersonEventKind::InvitationSent => "invitation_sent",
            PersonEventKind::InvitationReceived => "invitation_received",
            PersonEventKind::Connected => "connected",
            PersonEventKind::MessageSent => "message_sent",
            PersonEventKind::MessageReceived => "message_received",
            PersonEventKind::Warm => "warm",
            PersonEventKind::LinkSent => "link_sent",
            PersonEventKind::Meeting => "meeting",
            PersonEventKind::Referral => "referral",
            PersonEventKind::Lead => "lead",
            PersonEventKind::Converted => "converted",
            PersonEventKind::Touch => "touch",
            PersonEventKind::DealCreated => "deal_created",
            PersonEventKind::Stage => "stage",
            PersonEventKind::DealWon => "deal_won",
            PersonEventKind::DealLost => "deal_lost",
            PersonEventKind::Purchase => "purchase",
        }
    }
}
