//! Deals and revenue on one page: what stands in the pipeline, how long deals take, how many are won and from where,
//! and what comes before and after the winning.

use serde::{Deserialize, Serialize};

use super::{Frame, ScoreRow};
use crate::charts::{ChartSpec, Name};
use crate::facts::{Bucket, Day, Span};
use crate::metrics::{Change, Figure, Unit};

/// The pipeline page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineView {
    /// The selection.
    pub frame: Frame,
    /// How time is cut.
    pub bucket: Bucket,
    /// What stands in the pipeline.
    pub level: LevelPart,
    /// Social sources against the others over time.
    pub mix: MixPart,
    /// How long a deal takes.
    pub cycle: CyclePart,
    /// How many deals are won.
    pub rates: RatesPart,
    /// Winning by elapsed time and by touches.
    pub wins: WinsPart,
    /// What the open warm conversations may bring.
    pub warm: WarmPart,
    /// From lead to customer in two steps.
    pub handover: HandoverPart,
    /// Deals lost soon after an activity.
    pub exits: ExitsPart,
    /// Where in the pipeline channels first touch deals.
    pub firsts: FirstsPart,
    /// Customers who came back, and who did not.
    pub retention: RetentionPart,
    /// What deals and leads with an activity do against those without.
    pub lift: LiftPart,
}

/// One of several things and its figure, held against all the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Its name: a message, or the words of a file.
    pub name: Name,
    /// Its figure.
    pub figure: Figure,
    /// Its figure minus that of what it is held against; none where they cannot be compared.
    pub change: Option<Change>,
}

/// Things held against each other on one axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeldTable {
    /// Unit of the figures.
    pub unit: HeldUnit,
    /// Upper end of the shared axis.
    pub axis_top: Option<f64>,
    /// The rows.
    pub rows: Vec<Held>,
}

/// A unit; a share where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldUnit(pub Unit);

impl Default for HeldUnit {
    fn default() -> HeldUnit {
        HeldUnit(Unit::Ratio)
    }
}

/// What stands in the pipeline over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LevelPart {
    /// Catalogue metrics of the period.
    pub rows: Vec<ScoreRow>,
    /// Deals in the pipeline, rebuilt from creation and closing dates.
    pub deals: Option<ChartSpec>,
    /// Their value.
    pub value: Option<ChartSpec>,
    /// Deals by stage, where changes of stage are known.
    pub stages: Option<ChartSpec>,
    /// Deals that stood in the pipeline in the period.
    pub standing: u64,
    /// Those of them whose stages are known.
    pub with_stages: u64,
}

/// Social sources against the others over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MixPart {
    /// Social share of pipeline, won value and effort.
    pub chart: Option<ChartSpec>,
    /// Whether touches tell of the effort.
    pub has_effort: bool,
    /// Win rate of social sources against the other known ones.
    pub win: Option<Held>,
}

/// How long the deals of one group take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CycleGroup {
    /// Its name.
    pub name: Name,
    /// Median with interval, cases and events.
    pub figure: Figure,
}

/// What may be said of two groups of durations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CycleVerdict {
    /// One of them has too few deals.
    #[default]
    TooFew,
    /// The first is shorter.
    Shorter,
    /// The first is longer.
    Longer,
    /// They cannot be told apart.
    CannotTell,
}

/// The difference of two mean durations within a horizon, first minus second, in days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeanGap {
    /// Up to which day time counts.
    pub horizon: f64,
    /// The difference.
    pub difference: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How long a deal takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CyclePart {
    /// The metric over all sources.
    pub row: ScoreRow,
    /// The curves.
    pub chart: Option<ChartSpec>,
    /// Social sources, then the others; empty where the sources are not known.
    pub groups: Vec<CycleGroup>,
    /// How much shorter or longer the deals of the first group take on average, up to a day that both reach.
    pub mean: Option<MeanGap>,
    /// Deals of unknown source, which belong to neither.
    pub unknown: u64,
    /// The log-rank test between the two.
    pub logrank_p: Option<f64>,
    /// What may be said.
    pub verdict: CycleVerdict,
    /// Mean days of the deals that were lost, and their number.
    pub lost_mean: Option<(f64, u64)>,
    /// The day by which half of the deals ever won were won.
    pub half_of_won: Option<f64>,
}

/// How many deals are won.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RatesPart {
    /// Each rate over all sources, and by source against the other known ones.
    pub rates: Vec<RateBySource>,
    /// Odds of referrals against the others.
    pub odds: Option<ScoreRow>,
    /// How long referrals take, and the others.
    pub referral_cycle: Vec<CycleGroup>,
    /// What may be said of them.
    pub referral_verdict: CycleVerdict,
}

/// A rate by source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RateBySource {
    /// The metric.
    pub row: ScoreRow,
    /// By source.
    pub table: HeldTable,
}

/// A bin: from so many up to so many; the last is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// The least.
    pub from: u32,
    /// The most; none for no end.
    pub to: Option<u32>,
}

/// The win rate of a bin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BinRate {
    /// The bin.
    pub bin: Bin,
    /// Won of closed deals.
    pub figure: Figure,
}

/// Winning by elapsed time and by touches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WinsPart {
    /// By days from creation to closing.
    pub by_days: Vec<BinRate>,
    /// By touches up to closing; empty where nothing tells of touches.
    pub by_touches: Vec<BinRate>,
    /// Closed deals without a creation date, which are in no bin of days.
    pub undated: u64,
}

/// What the open warm conversations may bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WarmPart {
    /// Warm conversations open at the end of the period.
    pub open: ScoreRow,
    /// Share of the own past ones that a deal came of.
    pub rate: Figure,
    /// Median value of a deal.
    pub median: Figure,
    /// The three multiplied; too few where the history is.
    pub value: Figure,
    /// Days that a conversation is given.
    pub days: u32,
    /// Cases that the rate and the median need each.
    pub need: u32,
}

/// From lead to customer in two steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HandoverPart {
    /// Leads accepted, of all leads: social sources, the others.
    pub accepted: HeldTable,
    /// Customers, of accepted leads.
    pub won: HeldTable,
    /// Which side of the hand-over is weak for social leads.
    pub weak: WeakSide,
}

/// Which side of a hand-over is weak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeakSide {
    /// Nothing is known to compare.
    #[default]
    Unknown,
    /// No side can be told to be weaker.
    CannotTell,
    /// Before it: fewer social leads are accepted.
    Before,
    /// After it: fewer accepted social leads are won.
    After,
    /// Both.
    Both,
    /// Neither: social leads do at least as well, and better on one side.
    Neither,
}

/// Deals lost soon after an activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExitsPart {
    /// Days after an activity.
    pub days: u32,
    /// Share of any such stretch of an open deal that ends with its loss.
    pub base: Option<Figure>,
    /// By activity, worst first, held against the base.
    pub table: HeldTable,
    /// Lost deals whose loss is dated by a change of stage alone.
    pub dated_by_stage: u64,
    /// Lost deals of which no file says when they were lost: they stay out.
    pub undated: u64,
}

/// Where in the pipeline channels first touch deals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FirstsPart {
    /// The stages, in the order in which deals pass them.
    pub stages: Vec<Name>,
    /// Each channel's first touches of a deal by stage.
    pub channels: Vec<ChannelFirsts>,
    /// Deals touched in the stage whose earliest touch there is social, by stage.
    pub earliest: HeldTable,
    /// Those touched by social channels only, by stage.
    pub only: HeldTable,
}

/// A channel's first touches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelFirsts {
    /// The channel.
    pub name: Name,
    /// Deals first touched by it, by stage.
    pub counts: Vec<u64>,
}

/// Customers who came back, and who did not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetentionPart {
    /// The metric.
    pub row: ScoreRow,
    /// The period whose customers may come back.
    pub base: Option<Span>,
    /// Customers who did not, those who spent most first.
    pub gone: Vec<GoneCustomer>,
    /// How many they are in all.
    pub gone_total: u64,
    /// Kept: engaged customers, then the others.
    pub engaged: HeldTable,
    /// Touches after the win, of the customers won: customers with any, and touches in all.
    pub after_win: Option<AfterWin>,
}

/// A customer who did not come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoneCustomer {
    /// Name or number as exported.
    pub name: String,
    /// The last purchase up to the end of the period.
    pub last: Day,
    /// What was spent in the base period, in ten-thousandths; none where an amount is not known.
    pub spent: Option<i128>,
}

/// Touches of customers after their deal was won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AfterWin {
    /// Customers with a touch after the win, of all won.
    pub touched: Figure,
    /// Touches in all.
    pub touches: u64,
}

/// What deals and leads with an activity do against those without.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LiftPart {
    /// On winning: win rate of deals with the activity or channel, held against those without.
    pub on_win: HeldTable,
    /// On leads: share of known people with the activity who became leads, held against those without.
    pub on_lead: HeldTable,
}
