//! What was spent and what came back: by channel, by the part that social networks play, by rule of credit.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::charts::Name;
use crate::facts::Day;
use crate::metrics::{Figure, ReturnRules};

/// The return page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReturnView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// What a person has set.
    pub rules: ReturnRules,
    /// All costs of the period; none where no file tells of any.
    pub cost: Option<Figure>,
    /// The same by channel as exported.
    pub cost_by_channel: Vec<(String, Figure)>,
    /// The same by kind.
    pub cost_by_category: Vec<(String, Figure)>,
    /// Channels as source groups.
    pub channels: Vec<ChannelView>,
    /// The return of social networks by rule of credit, and by the part they play.
    pub returns: Vec<ReturnLine>,
    /// Days that a deal takes, the median; none where not reached or not known.
    pub cycle_days: Option<f64>,
    /// Days by which the revenue is taken later.
    pub shift_days: i32,
    /// Days of the shifted period that lie after the end of the data.
    pub unknown_days: i32,
    /// End of the data.
    pub data_end: Option<Day>,
    /// Cost of a converted lead by band.
    pub bands: Vec<(String, Figure)>,
    /// Stages of the deals.
    pub stages: Vec<StageView>,
    /// The return of social networks by the stage in which they touched deals; none where the rule credits no single
    /// touch.
    pub by_stage: Option<Vec<StageReturn>>,
    /// Median amount of won deals.
    pub median_won: Option<f64>,
    /// What the open deals are worth by the values that a person has set; none where no value is set.
    pub pipeline_worth: Option<f64>,
    /// Open deals without such a value.
    pub open_without_value: u32,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelView {
    /// Id of the source group.
    pub group: String,
    /// Whether it is a social network.
    pub is_social: bool,
    /// Leads created.
    pub leads: Option<Figure>,
    /// Money spent.
    pub cost: Option<f64>,
    /// Cost of a lead.
    pub cost_per_lead: Option<Figure>,
    /// Share of the leads that became customers.
    pub conversion: Option<Figure>,
    /// Cost of a deal won.
    pub cost_per_customer: Option<Figure>,
    /// Return under the rule of credit.
    pub roi: Option<Figure>,
    /// Growth of leads a month, with its interval.
    pub growth: Option<(f64, f64, f64)>,
    /// Conversion of social networks minus its own, with the interval.
    pub conversion_gap: Option<(f64, f64, f64)>,
    /// Cost of a lead of social networks as a multiple of its own, with the interval.
    pub cost_ratio: Option<(f64, f64, f64)>,
}

/// The return of social networks under one rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnLine {
    /// Id of the rule, or of the metric that counts the part they play.
    pub id: String,
    /// Whether it is a part they play and not a rule.
    pub is_role: bool,
    /// Revenue credited.
    pub revenue: Option<f64>,
    /// The return; none where the rule says nothing or the cost is not known.
    pub figure: Option<Figure>,
}

/// A stage of the deals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageView {
    /// As exported.
    pub stage: String,
    /// Closed deals that were in it.
    pub closed: u64,
    /// Those won.
    pub won: u64,
    /// 95 % interval of their share.
    pub share: Option<(f64, f64)>,
    /// Suggested value.
    pub suggested: Option<f64>,
    /// The person's own value.
    pub value: Option<f64>,
    /// Deals that are in it now.
    pub open: u32,
}

/// The return of social networks in one stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageReturn {
    /// The stage.
    pub stage: Name,
    /// Social touches with deals in it.
    pub touches: u64,
    /// Its part of the social costs, by touches; none where no cost is known, or no touch.
    pub cost: Option<f64>,
    /// Revenue credited.
    pub revenue: f64,
    /// The return; none where no cost falls to it.
    pub figure: Option<Figure>,
}
