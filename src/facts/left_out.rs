//! Why a row is not used.

use serde::{Deserialize, Serialize};

macro_rules! reasons {
    ($( $(#[$doc:meta])* $variant:ident = $id:literal, )*) => {
        /// A reason to leave a row out: of the import, or of one metric.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Reason { $( $(#[$doc])* $variant, )* }

        impl Reason {
            /// All reasons.
            pub const ALL: &'static [Reason] = &[$( Reason::$variant, )*];

            /// The reason in the words of the headless run, which are English in every language.
            pub fn id(self) -> &'static str {
                match self { $( Reason::$variant => $id, )* }
            }
        }
    };
}

reasons! {
    /// A connection with neither name nor profile address.
    ClosedAccount = "closed account",
    /// A needed cell is blank.
    NeededBlank = "a needed cell is blank",
    /// A date that cannot be read.
    BadDate = "date not readable",
    /// A number that cannot be read.
    BadNumber = "number not readable",
    /// A value outside the list that the field allows.
    BadChoice = "value not known",
    /// The row says again what an earlier row of the file said.
    Repeated = "said twice in the file",
    /// A totals or footer row.
    Footer = "totals or footer row",
    /// The row holds nothing.
    BlankRow = "blank row",
    /// A message of which neither side is the owner.
    NotOwners = "neither side is the owner",
    /// A draft that was never sent.
    Draft = "draft",
    /// An advertisement in the inbox.
    Sponsored = "sponsored conversation",
    /// More than one other person.
    Group = "group conversation",
    /// Not old enough at data end to be counted.
    TooYoung = "too young at data end",
    /// Before the oldest row that the export keeps.
    BeforeExport = "before the oldest row of the export",
    /// A value that the metric needs is unknown.
    Unknown = "unknown",
    /// Position unknown.
    UnknownPosition = "position unknown",
    /// Amount unknown.
    UnknownAmount = "amount unknown",
    /// Currency without a rate.
    NoRate = "currency without a rate",
    /// No creation date.
    NoCreated = "no creation date",
    /// No closing date.
    NoClosed = "no closing date",
    /// Ends before it starts.
    EndsBeforeStart = "ends before it starts",
    /// No seller while a seller is chosen.
    NoSeller = "no seller",
    /// A brand page's row.
    BrandPage = "brand page",
    /// Impressions or engagements unknown.
    UnknownEngagement = "impressions or engagements unknown",
    /// Dated after today: an expectation.
    AfterToday = "after today",
    /// Not matched with a person on the other side.
    Unmatched = "no invitation known",
    /// A daily row, where the days between are missing and so the period cannot be told by day.
    PartOfPeriod = "daily rows cover a part of the period only",
    /// What the row says is counted by another one.
    CountedAlready = "counted already by another row",
    /// A row of a deal's history that moves it to no other stage.
    NoStageChange = "no change of stage",
    /// Became a customer, nobody says when.
    NoConverted = "no conversion date",
    /// Goods that came back.
    Returned = "a return",
    /// No touch on the way to the deal is known.
    NoTouches = "no touch known",
    /// A row of a known export that no metric needs.
    NoMetric = "no metric uses it",
    /// A meeting that was called off.
    Cancelled = "cancelled",
    /// A meeting to which the other side did not come.
    NoShow = "no-show",
    /// No source, while other rows have one.
    UnknownSource = "source unknown",
    /// A page that no seller shared or sent.
    NotShared = "not shared by a seller",
}

impl Reason {
    /// Whether another word in one of its cells can make a row of a file usable.
    pub fn is_mendable(self) -> bool {
        matches!(self, Reason::NeededBlank | Reason::BadDate | Reason::BadNumber | Reason::BadChoice)
    }

    /// Key of the message that says it to a person.
    pub fn message_key(self) -> String {
        format!("reason.{}", self.id().replace([' ', '-', ','], "_"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_reasons_share_their_words() {
        for (index, reason) in Reason::ALL.iter().enumerate() {
            assert!(Reason::ALL.iter().skip(index + 1).all(|other| other.id() != reason.id()));
        }
    }
}
