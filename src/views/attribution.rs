//! Who is credited with what was won: seven models, the roles of social networks, and every deal's path.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::Day;
use crate::metrics::{CreditRule, Figure, ReturnRules};

/// The attribution page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AttributionView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// What the models say; none where no file tells of touches or paths.
    pub court: Option<CourtView>,
    /// First, last and in-between touches of social networks, and any.
    pub roles: Vec<RoleView>,
    /// The metric of the role whose count falls most, of those that fall at all.
    pub falling: Option<String>,
    /// Months that growth is taken over: so many against as many before.
    pub growth_months: u32,
    /// Months by their won deals, the latest first.
    pub months: Vec<MonthView>,
    /// Deals that are not listed, for want of room.
    pub more_deals: u32,
    /// What a person has set.
    pub rules: ReturnRules,
}

/// What the models say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CourtView {
    /// Conversions.
    pub conversions: f64,
    /// Their value; none where no value is known.
    pub value: Option<f64>,
    /// What the figures stand on.
    pub coverage: CoverageView,
    /// Resamples behind the intervals.
    pub resamples: u32,
    /// Channels as exported, and whether each is a social network; those with most credit first.
    pub channels: Vec<(String, bool)>,
    /// Channels that are not listed, for want of room.
    pub more_channels: u32,
    /// The models, in a fixed order.
    pub models: Vec<ModelView>,
    /// Share of social networks by the lowest and by the highest model.
    pub social_range: Option<(f64, f64)>,
    /// The same as value.
    pub social_value: Option<(f64, f64)>,
}

/// What the figures stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CoverageView {
    /// Deals won in the period.
    pub deals_won: u32,
    /// Those with a touch on their path.
    pub deals_with_path: u32,
    /// Touches that are conversions of their own.
    pub touch_conversions: u32,
    /// Rows of a table of paths.
    pub path_rows: u32,
    /// Those left out.
    pub path_rows_left_out: u32,
    /// Paths that ended without a conversion.
    pub nulls: f64,
    /// Conversions of unknown value.
    pub without_value: f64,
    /// Touches of all days: all, on a path, of open deals, too old, too late, nobody's.
    pub touches: [u32; 6],
}

/// A model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelView {
    /// Which.
    pub rule: CreditRule,
    /// Why it says nothing: `too_few`, `no_times`, `no_conversions`.
    pub withheld: Option<String>,
    /// Social networks together.
    pub social: Option<CreditView>,
    /// By channel, in the order of [`CourtView::channels`].
    pub channels: Vec<CreditView>,
}

/// What a channel is credited with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreditView {
    /// Conversions.
    pub conversions: f64,
    /// Share of all conversions.
    pub share: f64,
    /// Its 95 % interval.
    pub range: Option<(f64, f64)>,
    /// Value.
    pub value: f64,
}

/// A role of social networks on the paths of won deals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleView {
    /// The metric that counts it.
    pub metric: String,
    /// Deals of the period.
    pub count: Figure,
    /// Their value.
    pub value: Figure,
    /// Share of the deals with a known path, with its interval.
    pub share: Option<(f64, f64, f64)>,
    /// Deals by month up to the end of the period.
    pub months: Vec<(Day, Option<f64>)>,
    /// Growth a month, with its interval; none where too few to say.
    pub growth: Option<(f64, f64, f64)>,
    /// Deals of the earlier and of the later months.
    pub halves: (u32, u32),
}

/// The deals won in a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// Its first day.
    pub from: Day,
    /// Its deals, the latest first.
    pub deals: Vec<DealPathView>,
}

/// A won deal and its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DealPathView {
    /// What it is called.
    pub name: String,
    /// Day of the winning.
    pub day: Day,
    /// Amount.
    pub value: Option<f64>,
    /// Source as the CRM has it.
    pub source: String,
    /// Whether the first touch says otherwise.
    pub disagrees: bool,
    /// Touches in time.
    pub touches: Vec<TouchView>,
    /// What each touch gets, by model.
    pub splits: Vec<(CreditRule, Vec<f64>)>,
}

/// A touch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TouchView {
    /// Day.
    pub day: Day,
    /// Channel as exported.
    pub channel: String,
    /// Campaign.
    pub campaign: String,
    /// Whether it is a social network.
    pub is_social: bool,
}
