//! One file per metric, one registry, one aggregator.
//!
//! A metric walks the facts once and emits dated samples; the aggregator turns any stream of samples into
//! a figure for a period, a series by week or month, and a breakdown by any key. So a metric's file holds
//! what is particular to it and nothing else.
//!
//! | file | holds |
//! |---|---|
//! | `metric`, `kind`, `dim`, `need` | what a metric declares |
//! | `registry` | the one list of metrics |
//! | `context` | what a metric may look at |
//! | `definitions` | windows, thresholds, word lists: the part that a person may change |
//! | `return_rules` | how credit and return are counted: what a person sets |
//! | `content_rules` | weights, thresholds and words of content, as a person sets them |
//! | `persona` | whom the sellers want to know |
//! | `window` | from when to when the facts tell of whom |
//! | `sample` | what a metric emits |
//! | `aggregate` | samples → figure, one file per family of kinds |
//! | `series` | a figure per week or month |
//! | `breakdown` | a figure per key |
//! | `figure` | what comes out |
//! | `change` | how two figures differ |
//! | `ssi`, `network`, `content`, `conversations`, `meetings`, `leads`, `deals`, `attribution`, `funnel`, `programme` | the metrics, one file each |
//! | `lead_lag` | which activity comes before results, and by how long |
//! | `pipeline` | what the pipeline page asks beyond single figures |
//! | `programme_plan` | the programme: its kind, its phase, what the team says of itself |
//! | `report_choices` | what a person chose for the report |
//! | `quota` | what a seller is meant to win in a month or a quarter |
//! | `reported` | what check-ins report where no export covers a week |
//! | `before_after` | a metric before and after a day |
//! | `benchmark` | numbers that are often quoted, and the test of one's own figure against them |
//! | `goal`, `goal_progress` | what somebody wants to reach, and how far they have come |
//! | `talk` | what the page of conversations asks beside the catalogue |
//! | `own` | metrics that a person made |
//! | `business_hours` | the hours that count as working time |
//! | `derived` | what several of them derive, made once for a question |
//! | `source_group`, `status`, `persona_fit`, `accounts`, `daily` | what several of them ask of a row |

#[cfg(feature = "engine")]
mod accounts;
#[cfg(feature = "engine")]
mod aggregate;
#[cfg(feature = "engine")]
pub mod attribution;
mod before_after;
mod benchmark;
#[cfg(feature = "engine")]
mod breakdown;
mod business_hours;
mod change;
#[cfg(feature = "engine")]
mod content;
mod content_rules;
#[cfg(feature = "engine")]
mod context;
#[cfg(feature = "engine")]
mod conversations;
#[cfg(feature = "engine")]
mod daily;
#[cfg(feature = "engine")]
mod deals;
#[cfg(feature = "engine")]
mod definitions;
#[cfg(feature = "engine")]
mod derived;
mod dim;
mod figure;
#[cfg(feature = "engine")]
mod funnel;
mod goal;
#[cfg(feature = "engine")]
mod goal_progress;
#[cfg(test)]
mod goal_tests;
#[cfg(feature = "engine")]
mod kind;
#[cfg(feature = "engine")]
mod lead_lag;
mod lead_rules;
#[cfg(feature = "engine")]
mod leads;
#[cfg(feature = "engine")]
mod meetings;
mod metric;
mod need;
#[cfg(feature = "engine")]
mod network;
mod own;
mod persona;
#[cfg(feature = "engine")]
mod persona_fit;
#[cfg(feature = "engine")]
mod pipeline;
#[cfg(feature = "engine")]
mod programme;
mod programme_plan;
mod quota;
#[cfg(feature = "engine")]
mod registry;
mod report_choices;
#[cfg(feature = "engine")]
mod reported;
mod return_rules;
#[cfg(feature = "engine")]
mod sample;
#[cfg(feature = "engine")]
mod series;
#[cfg(feature = "engine")]
mod source_group;
#[cfg(feature = "engine")]
mod ssi;
#[cfg(feature = "engine")]
mod status;
#[cfg(feature = "engine")]
mod talk;
#[cfg(test)]
mod testing;
#[cfg(feature = "engine")]
mod window;

#[cfg(feature = "engine")]
pub use aggregate::{
    RowsBehind, Selection, Stream, aggregate, change, pooled, retention_base, rows_behind, share, share_of,
};
pub use before_after::{BeforeAfter, Compared};
#[cfg(feature = "engine")]
pub use before_after::{before_after, reach};
pub use benchmark::{
    BENCHMARKS, Benchmark, BenchmarkChange, BenchmarkRules, ChangedBenchmark, Doubt, Meant, OwnBenchmark,
    Ruling, Trial, Trust, benchmark, rule,
};
#[cfg(feature = "engine")]
pub use breakdown::breakdown;
pub use business_hours::BusinessHours;
pub use change::{Change, Verdict};
#[cfg(feature = "engine")]
pub use content::{ContentPost, Counting, Engagers, address, engagers};
pub use content_rules::{Attribute, ContentRules, TagRule, Weights};
#[cfg(feature = "engine")]
pub use context::Context;
#[cfg(feature = "engine")]
pub use definitions::Definitions;
pub use dim::Dim;
pub use figure::{Basis, Duration, Figure, Missing, OpenCases, Quantity, ReadingAge, State};
#[cfg(feature = "engine")]
pub use funnel::{Journey, Journeys, Reached, Step};
pub use goal::{Forecast, Goal, GoalChange, GoalOf, GoalPer, Measure, Outlook, Progress, Standing};
#[cfg(feature = "engine")]
pub use goal_progress::{LEAST_STEPS, against, measure, progress};
#[cfg(feature = "engine")]
pub use kind::Kind;
#[cfg(feature = "engine")]
pub use lead_lag::{Finding, LAGS, LeadLag, Tested, lead_lag};
#[cfg(feature = "engine")]
pub use lead_rules::has_phrase;
pub use lead_rules::{LeadRules, MOST_SCORE_RULES, RuleField, ScoreRule};
#[cfg(feature = "engine")]
pub use leads::{
    BAND_CONVERSION_COST, BAND_GROWTH, Band, LEAD_CONVERSION_RATE, LEADS, LEADS_IN_BAND, LeadTouch, LeadWay,
    ScoreLine, Stay, lead_ways,
};
#[cfg(feature = "engine")]
pub use meetings::{FirstMessage, first_messages};
#[cfg(feature = "engine")]
pub use metric::Metric;
pub use metric::{Better, Section, Stage, Unit};
pub use need::Need;
#[cfg(feature = "engine")]
pub use network::{Listed, TaggedRows, tagged_rows};
pub use own::{Condition, OwnKind, OwnLink, OwnMetric, OwnPart, Test};
pub use persona::Persona;
#[cfg(feature = "engine")]
pub use pipeline::{
    ActivityKind, CustomersAfter, EXIT_DAYS, Exits, FirstTouches, GoneCustomers, Handover, Hits, Lift,
    StageCredit, StageKey, StageLevels, WARM_DAYS, WarmOutcomes, WinBins, customers_after_win, exits,
    first_touches, gone_customers, handover, lift_on_leads, lift_on_wins, return_by_stage, social_effort,
    stage_levels, warm_outcomes, win_bins,
};
pub use programme_plan::{
    Adoption, Assessment, Horizon, MOST_POINTS, Phase, Programme, ProgrammeChange, READINESS_ITEMS,
    STATEMENTS,
};
#[cfg(feature = "engine")]
pub use quota::quota_periods;
pub use quota::{Quota, QuotaOf, QuotaPer};
#[cfg(feature = "engine")]
pub use registry::{REGISTRY, metric};
pub use report_choices::{
    MOST_HEADLINE, MOST_NOTE, MOST_REPORT_ROWS, NameStyle, Paper, ReportChange, ReportChoices,
};
pub use return_rules::{CreditRule, ReturnRules};
#[cfg(feature = "engine")]
pub use sample::{End, Key, Layer, Ripe, Sample, Samples, What};
#[cfg(feature = "engine")]
pub use series::{Point, series};
#[cfg(feature = "engine")]
pub use source_group::{SourceGroup, group, group_of};
#[cfg(feature = "engine")]
pub use status::{DealState, Statuses};
#[cfg(feature = "engine")]
pub use talk::{
    CONVERSATIONS_BY_LIFE, EFFORT_TO_CONVERSION, MEETINGS_BY_KEYWORD, MEETINGS_BY_SPEED,
    RESPONSE_TIME_BUSINESS, Stalled, WARM_OUTCOMES, Waiting, stalled, waiting,
};
#[cfg(feature = "engine")]
pub use window::{Coverage, Extent};
