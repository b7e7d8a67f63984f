//! Names hidden, or replaced by pseudonyms: in which words, and which questions that goes for.

use serde::{Deserialize, Serialize};

use super::Ask;

/// The words that stand for names, as the page's language has them. `{n}` is the place of the letter or number
/// that tells one from another; without it they are all called the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskWords {
    /// For a seller or a brand page; a letter tells them apart.
    pub seller: String,
    /// For any other person.
    pub person: String,
    /// For a company.
    pub company: String,
    /// For a deal.
    pub deal: String,
    /// For a profile, page or e-mail address.
    pub address: String,
    /// The letters that tell sellers apart, in order.
    pub letters: String,
    /// The ten digits.
    pub digits: String,
}

/// What becomes of a question while names are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderMask {
    /// It looks at something: its answer holds no name.
    Looks,
    /// No name comes of it: asked as ever.
    Plain,
    /// It changes something that a person should see the names of: refused.
    Refused,
}

impl Ask {
    /// What becomes of it while names are hidden. What is not listed is refused, so that a new question shows no
    /// name by mistake.
    pub fn under_mask(&self) -> UnderMask {
        match self {
            Ask::Scorecard { .. }
            | Ask::Metric { .. }
            | Ask::Rows { .. }
            | Ask::Data { .. }
            | Ask::Team { .. }
            | Ask::Log { .. }
            | Ask::SuggestPeople { .. }
            | Ask::Matches { .. }
            | Ask::Attribution { .. }
            | Ask::Pipeline { .. }
            | Ask::Goals { .. }
            | Ask::BeforeAfter { .. }
            | Ask::Content { .. }
            | Ask::Network { .. }
            | Ask::Ssi { .. }
            | Ask::Referrals { .. }
            | Ask::TalkHours { .. }
            | Ask::Talks { .. }
            | Ask::Friends { .. }
            | Ask::Person { .. }
            | Ask::OwnScores { .. }
            | Ask::OwnMetric { .. }
            | Ask::OwnRows { .. }
            | Ask::TryOwn { .. }
            | Ask::Programme { .. }
            | Ask::Leads { .. }
            | Ask::Funnel { .. }
            | Ask::Delay { .. }
            | Ask::Honesty { .. }
            | Ask::Return { .. }
            | Ask::Choices
            | Ask::Benchmarks { .. }
            | Ask::Report { .. }
            | Ask::Slides { .. } => UnderMask::Looks,
            Ask::Open { .. }
            | Ask::Body
            | Ask::Rename { .. }
            | Ask::Mappings
            | Ask::Unstage
            | Ask::Template { .. }
            | Ask::Glossary
            | Ask::ReminderFile { .. }
            | Ask::ShowPlatformEvents { .. }
            | Ask::ChangeReport { .. }
            | Ask::UndoPlan
            // What it masks it was asked to mask.
            | Ask::Masked { .. } => UnderMask::Plain,
            _ => UnderMask::Refused,
        }
    }
}
