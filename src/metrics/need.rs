//! The facts that metrics stand on.

use crate::facts::TableId;
use serde::{Deserialize, Serialize};

/// Facts that a metric stands on; the message `need.<id>` names the file that would bring them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Readings of the Social Selling Index.
    Ssi,
    /// Connections.
    Connections,
    /// Invitations.
    Invitations,
    /// Messages.
    Messages,
    /// Posts.
    Posts,
    /// Impressions and engagements, by day or by post.
    Engagement,
    /// Followers by day.
    Followers,
    /// Shares by the audience, by post.
    Shares,
    /// Clicks, by post.
    Clicks,
    /// Own comments and reactions.
    Activity,
    /// Leads.
    Leads,
    /// Deals.
    Deals,
    /// A saved persona.
    Persona,
    /// Messages, or conversations that a person says are warm.
    Warm,
    /// Readings of the Social Selling Index, or what check-ins report of it.
    SsiOrReported,
    /// Meetings.
    Meetings,
    /// Leads or deals, whose sources tell of referrals, or referrals logged by hand.
    Referrals,
    /// Links sent to persons.
    LinkSends,
    /// Visits of web pages.
    Pages,
    /// Addresses that sellers shared or sent.
    SharedLinks,
    /// Weekly check-ins.
    Checkins,
    /// Anything at all.
    Anything,
    /// Leads, or deals that came without one.
    LeadsOrDeals,
    /// Purchases.
    Purchases,
    /// Costs.
    Costs,
    /// Touches on the way to deals.
    Touches,
    /// Deals' moves from stage to stage.
    StageChanges,
}

impl Need {
    /// The need in the headless run's words: "no file with …".
    pub fn id(self) -> &'static str {
        match self {
            Need::Ssi => "ssi",
            Need::Connections => "connections",
            Need::Invitations => "invitations",
            Need::Messages => "messages",
            Need::Posts => "posts",
            Need::Engagement => "engagement",
            Need::Followers => "followers",
            Need::Shares => "shares",
            Need::Clicks => "clicks",
            Need::Activity => "activity",
            Need::Leads => "leads",
            Need::Deals => "deals",
            Need::Persona => "persona",
            Need::Warm => "messages",
            Need::SsiOrReported => "ssi",
            Need::Meetings => "meetings",
            Need::Referrals => "referrals",
            Need::LinkSends => "link_sends",
            Need::Pages => "pages",
            Need::SharedLinks => "shared_links",
            Need::Checkins => "checkins",
            Need::Anything => "anything",
            Need::LeadsOrDeals => "leads",
            Need::Purchases => "purchases",
            Need::Costs => "costs",
            Need::Touches => "touches",
            Need::StageChanges => "stage_changes",
        }
    }

    /// Whether the need is for some fields of its tables, so that the tables can have rows and still not
    /// answer it.
    pub fn is_of_fields(self) -> bool {
        matches!(self, Need::Engagement | Need::Followers | Need::Shares | Need::Clicks | Need::SsiOrReported)
    }

    /// The tables that can bring it; any one will do.
    pub fn tables(self) -> &'static [TableId] {
        match self {
            Need::Ssi => &[TableId::Ssi],
            Need::Connections => &[TableId::Connections],
            Need::Invitations => &[TableId::Invitations],
            Need::Messages => &[TableId::Messages],
            Need::Posts => &[TableId::Posts],
            Need::Engagement => &[TableId::Audience, TableId::Posts],
            Need::Followers => &[TableId::Audience],
            Need::Shares | Need::Clicks => &[TableId::Posts],
            Need::Activity => &[TableId::Activity],
            Need::Leads => &[TableId::Leads],
            Need::Deals => &[TableId::Deals],
            Need::Persona => &[],
            Need::Warm => &[TableId::Messages, TableId::WarmConversations],
            Need::SsiOrReported => &[TableId::Ssi, TableId::Checkins],
            Need::Meetings => &[TableId::Meetings],
            Need::Referrals => &[TableId::Leads, TableId::Deals, TableId::Referrals],
            Need::LinkSends => &[TableId::LinkSends],
            Need::Pages => &[TableId::Pages],
            Need::SharedLinks => &[TableId::Posts, TableId::LinkSends],
            Need::Checkins => &[TableId::Checkins],
            Need::Anything => &TableId::ALL,
            Need::LeadsOrDeals => &[TableId::Leads, TableId::Deals],
            Need::Purchases => &[TableId::Purchases],
            Need::Costs => &[TableId::Costs],
            Need::Touches => &[TableId::Touches],
            Need::StageChanges => &[TableId::StageChanges],
        }
    }
}
