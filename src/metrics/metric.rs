//! What a metric declares of itself.

#[cfg(feature = "engine")]
use super::{Context, Samples};
use crate::facts::TableId;
use serde::{Deserialize, Serialize};

/// A metric: one declaration and one walk over the facts. Its words are the messages
/// `metric.<id>.name`, `.of` (what is counted, under the name), `.formula`, `.why` and `.needs`.
#[cfg(feature = "engine")]
pub struct Metric {
    /// Contract id, English in every language; never changes its meaning.
    pub id: &'static str,
    /// Version of the formula.
    pub version: u32,
    /// Where it is listed.
    pub section: Section,
    /// Activity or result.
    pub stage: Stage,
    /// What its values are.
    pub unit: Unit,
    /// Which direction is good.
    pub better: Better,
    /// How its samples become a figure.
    pub kind: Kind,
    /// What it can be broken down by, beside seller, week and month, in the order of its samples' keys
    /// (weekday, hour and weekday_hour take no key: they come from the sample's time).
    pub by: &'static [Dim],
    /// Of a metric that emits one stream per key (the windows of a response rate): the dimension and the
    /// key that the headline, the series and every other breakdown take. A blank key stands for the samples
    /// that have none: a stream of its own, of which the breakdown by the dimension knows nothing.
    pub headline: Option<(Dim, &'static str)>,
    /// The facts it stands on: without any row of the first it is missing.
    pub needs: &'static [Need],
    /// Where the definition comes from.
    pub cites: &'static str,
    /// Walks the facts once.
    pub emit: fn(&Context<'_>, &mut Samples),
}

#[cfg(feature = "engine")]
impl Metric {
    /// All its samples over the facts.
    pub fn samples(&self, context: &Context<'_>) -> Samples {
        let mut samples = Samples::default();
        (self.emit)(context, &mut samples);
        samples
    }

    /// Where the samples' keys hold a dimension; none for one that comes from the sample itself or is not
    /// offered.
    pub fn key_position(&self, dim: Dim) -> Option<usize> {
        if !dim.is_keyed() {
            return None;
        }
        self.by.iter().filter(|offered| offered.is_keyed()).position(|offered| *offered == dim)
    }
}

/// Where a metric is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Social Selling Index.
    Ssi,
    /// Network.
    Network,
    /// Content.
    Content,
    /// Conversations.
    Conversations,
    /// Referrals, meetings, time.
    Meetings,
    /// Leads.
    Leads,
    /// Deals and revenue.
    Deals,
    /// How well the programme is told of.
    Programme,
    /// Attribution, cost and return.
    Attribution,
    /// What a person made.
    Own,
}

impl Section {
    /// The section in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Section::Ssi => "ssi",
            Section::Network => "network",
            Section::Content => "content",
            Section::Conversations => "conversations",
            Section::Meetings => "meetings",
            Section::Leads => "leads",
            Section::Deals => "deals",
            Section::Programme => "programme",
            Section::Attribution => "attribution",
            Section::Own => "own",
        }
    }
}

/// Activity, result, or what both rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// What the team does.
    Leading,
    /// What comes of it.
    Lagging,
    /// What the other two rest on.
    Context,
}

/// What a metric's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A fraction, shown as a percentage.
    Ratio,
    /// A number of things.
    Count,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Seconds.
    Seconds,
    /// Money in the workspace's currency.
    Money,
    /// A score from 0 to 100.
    Score,
    /// A pillar's score from 0 to 25.
    Pillar,
    /// Score points a week.
    PointsPerWeek,
    /// "Among the top x per cent": a number of per cent, lower is better.
    TopPercent,
    /// So many times as much: a ratio that can be above one.
    Times,
}

impl Unit {
    /// The unit in the headless run's words.
    pub fn id(self) -> &'static str {
        match self {
            Unit::Ratio | Unit::Times => "ratio",
            Unit::Count => "count",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Seconds => "seconds",
            Unit::Money => "money",
            Unit::Score | Unit::Pillar => "score",
            Unit::PointsPerWeek => "points/week",
            Unit::TopPercent => "top %",
        }
    }
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither in itself.
    Neither,
}

/// How samples become a figure.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Steps up to the end of the period, added up.
    Level,
    /// The newest reading of each seller up to the end of the period; of a team the median.
    Reading,
    /// The newest reading of each seller and key up to the end of the period; of a team the sum, unknown
    /// while one seller's is.
    ReadingSum,
    /// Least-squares slope a week over each seller's readings of the last 56 days; of a team the median.
    Slope,
    /// Counts in the period.
    Count,
    /// Counts from daily rows where every day of the period has one, else from posts; per seller and platform.
    LayeredCount,
    /// k of n: Wilson interval, and too few below five.
    Share,
    /// k of n of the cases up to the end of the period: Wilson interval, and too few below five.
    LevelShare,
    /// Sellers with a count in the 28 days up to the end of the period / sellers whose facts are known: a full
    /// head-count, never too few.
    HeadCount,
    /// Seller-weeks with a count / seller-weeks, over the ISO weeks that the period touches and that are known
    /// of the seller: Wilson interval, and too few below five.
    ActiveWeeks,
    /// Seller-weeks with a count / seller-weeks from each seller's first one on, over the ISO weeks that the
    /// period touches and that have begun: a full head-count, never too few.
    HeadWeeks,
    /// k of n of the cases up to the end of the period: a full head-count, never too few.
    LevelHeads,
    /// Σ numerator / Σ denominator with a bootstrap interval over the rows.
    RatioOfSums,
    /// As `RatioOfSums`, over the layer that `LayeredCount` takes.
    LayeredRatio,
    /// Σ counts in the period / mean of the readings at the end of the day before it and of its last day.
    PerReading,
    /// Σ of the steps up in the period / level at the end of the day before it, bootstrap interval over days.
    Growth,
    /// Level at the last month end / level so many months before, as a monthly rate, − 1; bootstrap interval over
    /// days.
    MonthlyGrowth,
    /// Customers who bought in the base period and again in the period / those of the base period: Wilson
    /// interval, and too few below five.
    Retention,
    /// Odds of a hit in one group of cases against those of the others: exact interval.
    Odds,
    /// Kaplan–Meier median of durations.
    Duration,
    /// Money of hits in the period, bootstrap interval over its rows.
    MoneySum,
    /// Money of hits in the period / their number, bootstrap interval over the rows.
    MoneyMean,
    /// Money standing at the end of the period: amounts are added from their day on, negative ones end them.
    MoneyLevel,
    /// Σ money of hits / Σ money, bootstrap interval over the rows.
    MoneyRatio,
    /// Money of the period / counts in it: costs are held fixed, so there is no interval.
    MoneyPer,
    /// (Σ money of hits − Σ the other money) / Σ the other money, bootstrap interval over the hits.
    Return,
}

#[cfg(feature = "engine")]
impl Kind {
    /// Whether the headless run prints a series of it: counts, ratios and money.
    pub fn has_series(self) -> bool {
        !matches!(self, Kind::Duration | Kind::Slope)
    }
}

#[cfg(feature = "engine")]
impl Kind {
    /// Whether the value at the end of the period counts, and not what happened in it.
    pub fn is_level(self) -> bool {
        matches!(
            self,
            Kind::Level
                | Kind::LevelShare
                | Kind::LevelHeads
                | Kind::MoneyLevel
                | Kind::Reading
                | Kind::ReadingSum
        )
    }

    /// Whether there is a choice between daily rows and rows of posts.
    pub fn is_layered(self) -> bool {
        matches!(self, Kind::LayeredCount | Kind::LayeredRatio | Kind::PerReading)
    }
}

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
