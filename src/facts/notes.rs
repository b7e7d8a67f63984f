//! What a person notes beside the facts: answers about a seller's habits, whether a first message named a mutual
//! connection, and introductions asked for.

use serde::{Deserialize, Serialize};

use super::Day;

/// A question about a seller's habits, three for each pillar of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// The profile says whom the seller helps, and with what.
    ProfileForBuyers,
    /// Something is published every week.
    PublishesWeekly,
    /// The profile shows proof: recommendations, examples.
    ShowsProof,
    /// A saved search for the persona is looked through every week.
    SavedSearches,
    /// Those who looked at the profile are looked at.
    FollowsUpVisitors,
    /// Several people of each target company are known.
    KnowsTheCommittee,
    /// Others' discussions are joined, not only reacted to.
    JoinsDiscussions,
    /// What is shared comes with a view of one's own.
    SharesWithComment,
    /// Target companies and their people are followed.
    FollowsAccounts,
    /// Those who decide are talked to.
    TalksToDeciders,
    /// Invitations carry a reason of their own.
    PersonalInvitations,
    /// Known people are written to without wanting to sell.
    KeepsInTouch,
}

impl CheckItem {
    /// The three of each pillar, in the order of the pillars: brand, people, insights, relationships.
    pub const BY_PILLAR: [[CheckItem; 3]; 4] = [
        [CheckItem::ProfileForBuyers, CheckItem::PublishesWeekly, CheckItem::ShowsProof],
        [CheckItem::SavedSearches, CheckItem::FollowsUpVisitors, CheckItem::KnowsTheCommittee],
        [CheckItem::JoinsDiscussions, CheckItem::SharesWithComment, CheckItem::FollowsAccounts],
        [CheckItem::TalksToDeciders, CheckItem::PersonalInvitations, CheckItem::KeepsInTouch],
    ];

    /// The message is `ssi.check.<id>`.
    pub fn id(self) -> &'static str {
        match self {
            CheckItem::ProfileForBuyers => "profile_for_buyers",
            CheckItem::PublishesWeekly => "publishes_weekly",
            CheckItem::ShowsProof => "shows_proof",
            CheckItem::SavedSearches => "saved_searches",
            CheckItem::FollowsUpVisitors => "follows_up_visitors",
            CheckItem::KnowsTheCommittee => "knows_the_committee",
            CheckItem::JoinsDiscussions => "joins_discussions",
            CheckItem::SharesWithComment => "shares_with_comment",
            CheckItem::FollowsAccounts => "follows_accounts",
            CheckItem::TalksToDeciders => "talks_to_deciders",
            CheckItem::PersonalInvitations => "personal_invitations",
            CheckItem::KeepsInTouch => "keeps_in_touch",
        }
    }
}

/// What came of asking for an introduction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskOutcome {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The colleague introduced them.
    Introduced,
    /// A meeting came of it.
    Meeting,
    /// The colleague would rather not.
    Declined,
    /// The other person did not answer.
    NoAnswer,
}

impl AskOutcome {
    /// All, in the order in which they are offered.
    pub const ALL: [AskOutcome; 5] = [
        AskOutcome::Waiting,
        AskOutcome::Introduced,
        AskOutcome::Meeting,
        AskOutcome::Declined,
        AskOutcome::NoAnswer,
    ];

    /// The message is `referrals.ask.<id>`.
    pub fn id(self) -> &'static str {
        match self {
            AskOutcome::Waiting => "waiting",
            AskOutcome::Introduced => "introduced",
            AskOutcome::Meeting => "meeting",
            AskOutcome::Declined => "declined",
            AskOutcome::NoAnswer => "no_answer",
        }
    }
}

/// A change of what is noted. Sellers go by the names that are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteChange {
    /// Answer a question about a seller's habits; none takes the answer back.
    Check {
        /// Whose.
        seller: String,
        /// Which.
        item: CheckItem,
        /// Yes or no.
        answer: Option<bool>,
        /// The day of the answer.
        on: Day,
    },
    /// How many weeks lie between readings of the index.
    ReadingsEvery {
        /// So many.
        weeks: u32,
    },
    /// Say whether a first message named a mutual connection; none takes it back.
    Mutual {
        /// Whose message.
        seller: String,
        /// What stands for the person, as the view gave it.
        person: String,
        /// The day of the message.
        sent: Day,
        /// Whether it did.
        mentioned: Option<bool>,
    },
    /// A colleague was asked to introduce.
    AskIntroduction {
        /// Who asked.
        seller: String,
        /// The colleague.
        via: String,
        /// To whom.
        person: String,
        /// At which company.
        company: String,
        /// The day.
        on: Day,
    },
    /// What came of it.
    Settle {
        /// Number of the ask.
        id: u32,
        /// What.
        outcome: AskOutcome,
        /// The day on which that was noted.
        on: Day,
    },
    /// It was no such ask after all.
    ForgetAsk {
        /// Number of the ask.
        id: u32,
    },
}
