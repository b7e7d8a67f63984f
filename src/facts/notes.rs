//! What a person notes beside the facts: answers about a seller's habits, whether a first message named a mutual
//! connection, introductions asked for, and where people were found.

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

/// Where people were found: a group, a channel, a fair, a keyword. Somebody belongs to it who is on its list, whose
/// title or company has one of its words, or who was invited or became known in its days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleTag {
    /// Its name.
    pub name: String,
    /// Names or profile addresses.
    pub people: Vec<String>,
    /// Words of titles or companies.
    pub words: Vec<String>,
    /// First of its days.
    pub from: Option<Day>,
    /// Last of its days.
    pub to: Option<Day>,
}

impl PeopleTag {
    /// Without blanks around words, and nobody twice.
    pub fn tidy(mut self) -> PeopleTag {
        self.name = self.name.trim().to_owned();
        for list in [&mut self.people, &mut self.words] {
            *list = tidy_list(list);
        }
        self
    }

    /// Whether it has days.
    pub fn has_days(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether a day is one of its own.
    pub fn holds(&self, day: Day) -> bool {
        self.has_days() && self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A list without blanks around its lines, empty ones, and repeated ones.
pub fn tidy_list(list: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for line in list.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if !kept.iter().any(|known| known == line) {
            kept.push(line.to_owned());
        }
    }
    kept
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
    /// Where people were found.
    SetTag {
        /// All of it; in place of one of that name.
        tag: PeopleTag,
        /// The name that it had; none for a new one.
        was: Option<String>,
    },
    /// Nobody was found there after all.
    RemoveTag {
        /// Its name.
        name: String,
    },
    /// Say of one person that they were found there, or take it back. Where there is none of that name it is made.
    TagPerson {
        /// Name of the tag.
        tag: String,
        /// Name or profile address.
        person: String,
        /// Whether they were.
        on: bool,
    },
    /// The people who engaged with the posts, as a person copied them; an empty list takes them back.
    Engagers {
        /// Names or profile addresses.
        people: Vec<String>,
    },
}
