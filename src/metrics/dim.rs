//! What figures are broken down by.

use serde::{Deserialize, Serialize};

/// What a figure can be broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dim {
    /// Seller.
    Seller,
    /// Team of the seller.
    Team,
    /// Platform.
    Platform,
    /// Campaign.
    Campaign,
    /// Source group.
    Source,
    /// Source as exported.
    SourceValue,
    /// Persona: matching, other, unknown.
    Persona,
    /// Post.
    Post,
    /// ISO week.
    Week,
    /// Month.
    Month,
    /// Weekday, 1 = Monday.
    Weekday,
    /// Hour, 0–23.
    Hour,
    /// Weekday and hour.
    WeekdayHour,
    /// Response window.
    Window,
    /// With or without a note.
    HasNote,
    /// Address that was sent or shared.
    Link,
    /// What metrics stand on: a field of the deals, or a table of a seller's.
    Input,
    /// Band of a lead's score.
    Band,
    /// Channel of a cost.
    Channel,
    /// Kind of cost.
    Category,
    /// Step of the funnel.
    Step,
    /// What became of a warm conversation.
    Outcome,
    /// How far somebody is a customer.
    Life,
    /// A word by which people were found.
    Keyword,
}

impl Dim {
    /// Whether samples carry it as a key; the others follow from their seller, day and hour.
    pub fn is_keyed(self) -> bool {
        !matches!(
            self,
            Dim::Seller | Dim::Team | Dim::Week | Dim::Month | Dim::Weekday | Dim::Hour | Dim::WeekdayHour
        )
    }

    /// The dimension in the headless run's words.
    pub fn id(self) -> &'static str {
        match self {
            Dim::Seller => "seller",
            Dim::Team => "team",
            Dim::Platform => "platform",
            Dim::Campaign => "campaign",
            Dim::Source => "source",
            Dim::SourceValue => "source_value",
            Dim::Persona => "persona",
            Dim::Post => "post",
            Dim::Week => "week",
            Dim::Month => "month",
            Dim::Weekday => "weekday",
            Dim::Hour => "hour",
            Dim::WeekdayHour => "weekday_hour",
            Dim::Window => "window",
            Dim::HasNote => "has_note",
            Dim::Link => "link",
            Dim::Input => "input",
            Dim::Band => "band",
            Dim::Channel => "channel",
            Dim::Category => "category",
            Dim::Step => "step",
            Dim::Outcome => "outcome",
            Dim::Life => "life",
            Dim::Keyword => "keyword",
        }
    }
}
