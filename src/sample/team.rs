//! The three sellers: how much each does, and what is planted in whose data.

use super::people::profile_url;
use super::planted;

/// A seller's habits.
pub(super) struct Plan {
    pub first: &'static str,
    pub last: &'static str,
    pub headline: &'static str,
    pub seed: u64,
    /// Number that stands behind the names of the archive's side files.
    pub member_id: &'static str,
    /// What a browser adds to the second and third file of one name.
    pub browser_suffix: &'static str,
    /// Numbers of people begin here; each seller's network has a thousand of its own.
    pub first_person: i64,
    /// Connections from before the sample begins.
    pub earlier_connections: i64,
    /// Invitations sent a week.
    pub invitations_sent: i64,
    /// Invitations received, tenths a week.
    pub invitations_received: i64,
    /// Per cent of invitations that carry a note, and how many are accepted with and without.
    pub with_note: i64,
    pub accepted_with_note: i64,
    pub accepted_without_note: i64,
    /// Per cent of new connections in the persona, first and last week.
    pub persona: [i64; 2],
    /// Conversations and restarts begun by the seller and by others, tenths a week.
    pub talks_started: i64,
    pub talks_received: i64,
    /// Posts, tenths a week, first and last week.
    pub posts: [i64; 2],
    /// Followers who are not connections.
    pub other_followers: i64,
    /// Social Selling Index, tenths of points, first and last week.
    pub index: [i64; 2],
    /// Share of the team's leads, and per cent of them that become deals.
    pub lead_weight: i64,
    pub leads_to_deals: i64,
}

impl Plan {
    pub fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    pub fn url(&self) -> String {
        profile_url(self.first, self.last)
    }
}

pub(super) const TEAM: [Plan; 3] = [
    Plan {
        first: "Ines",
        last: "Larkspur",
        headline: "Inspection lines for food and packaging",
        seed: 0x1e5_0001,
        member_id: "100000001",
        browser_suffix: "",
        first_person: 0,
        earlier_connections: 170,
        invitations_sent: 5,
        invitations_received: 20,
        with_note: 30,
        accepted_with_note: 42,
        accepted_without_note: 42,
        persona: [22, 22],
        talks_started: 43,
        talks_received: 22,
        posts: [12, 27],
        other_followers: 240,
        index: [planted::RISING_INDEX_FIRST * 10, planted::RISING_INDEX_LAST * 10],
        lead_weight: 48,
        leads_to_deals: 46,
    },
    Plan {
        first: "Viktor",
        last: "Papermoon",
        headline: "Measuring systems, northern and eastern Europe",
        seed: 0x71c_0002,
        member_id: "100000002",
        browser_suffix: " (1)",
        first_person: 1000,
        earlier_connections: 180,
        invitations_sent: 8,
        invitations_received: 15,
        with_note: 45,
        accepted_with_note: planted::ACCEPTED_WITH_NOTE,
        accepted_without_note: planted::ACCEPTED_WITHOUT_NOTE,
        persona: [24, 24],
        talks_started: 50,
        talks_received: 25,
        posts: [10, 9],
        other_followers: 130,
        index: [624, 618],
        lead_weight: 44,
        leads_to_deals: 46,
    },
    Plan {
        first: "Mei",
        last: "Quillfeather",
        headline: "Quality software for plants",
        seed: 0x3e1_0003,
        member_id: "100000003",
        browser_suffix: " (2)",
        first_person: 2000,
        earlier_connections: 110,
        invitations_sent: 3,
        invitations_received: 7,
        with_note: 4,
        accepted_with_note: 40,
        accepted_without_note: 40,
        persona: [planted::PERSONA_FIRST, planted::PERSONA_NEWEST],
        talks_started: 25,
        talks_received: 12,
        posts: [4, 6],
        other_followers: 60,
        index: [392, 447],
        lead_weight: 8,
        leads_to_deals: 12,
    },
];
