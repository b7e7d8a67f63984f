//! What each page shows, as values with message keys, and the questions that ask for them.
//!
//! The page turns selections into questions and answers into DOM; it computes no number. Every type here is
//! plain data that crosses the border between page and worker.
//!
//! | file | holds |
//! |---|---|
//! | `filter` | the selection that the filter bar states, and what it comes to |
//! | `choices` | what it can be narrowed to besides |
//! | `imports` | the preview of an import |
//! | `details` | the same row by row |
//! | `returns` | what was spent and what came back |
//! | `scorecard` | rows of figures |
//! | `metric` | one metric opened up |
//! | `search` | how much terms were searched for, over its trend |
//! | `pipeline` | deals and revenue on one page |
//! | `before_after` | a metric before and after an event |
//! | `benchmarks` | numbers that are often quoted, with one's own figures |
//! | `programme` | the programme's clock, baseline and team |
//! | `glossary` | what every metric is |
//! | `goals` | what the sellers want to reach |
//! | `leads` | leads and bands |
//! | `log` | what is typed in |
//! | `checkin` | the weekly check-in: address, text, file |
//! | `matches` | where records of two systems meet |
//! | `attribution` | who is credited with what was won |
//! | `content` | what was shared and what came of it, one file per section |
//! | `data` | what is in the workspace |
//! | `network` | the network: size, persona, inbound, reach |
//! | `referrals` | who refers, what comes of it, and who knows whom |
//! | `ssi` | the index: pillars, ranks, slopes, checklist |
//! | `talks` | conversations: hours, who waits, what comes of it |
//! | `person` | all that is known of one person |
//! | `own` | metrics that a person made |
//! | `team` | the sellers and teams |
//! | `report` | the report for management, and the slides |
//! | `changes` | which questions change something |
//! | `mask` | names hidden or replaced |
//! | `utm` | marks in an address |
//! | `funnel` | cohorts, the bottleneck, where people stand |
//! | `delay` | which activity comes before results |
//! | `honesty` | what can be said, and what cannot |
//! | `protocol` | questions and answers between page and workers |
//! | `first` | those that a returning reader waits for, by themselves |
//! | `message` | how they travel |
//! | `build` | from facts to all of the above |

mod attribution;
mod before_after;
mod benchmarks;
#[cfg(feature = "engine")]
pub mod build;
mod changes;
pub mod checkin;
mod choices;
mod content;
mod data;
mod delay;
mod details;
mod filter;
mod first;
mod funnel;
mod glossary;
mod goals;
mod honesty;
mod imports;
mod leads;
mod log;
mod mask;
mod matches;
mod message;
mod metric;
mod network;
mod own;
mod person;
mod pipeline;
mod programme;
mod protocol;
mod quota;
mod referrals;
mod report;
mod returns;
mod scorecard;
mod search;
mod ssi;
mod talks;
mod team;
pub mod utm;

pub use attribution::{
    AttributionView, CourtView, CoverageView, CreditView, DealPathView, ModelView, MonthView, RoleView,
    TouchView,
};
pub use before_after::BeforeAfterView;
pub use benchmarks::{BenchmarkLine, BenchmarksView, HiddenBenchmark, Mine};
pub use choices::{BrandChoice, Choices, Only};
pub use content::{
    AudienceLine, AudienceView, Channel, ChannelMix, ClickLine, Clicks, ClicksView, ContentChange,
    ContentView, Counts, EngagersView, FollowersView, Item, ItemPost, ItemsView, Level, LevelRows, LowKind,
    LowPost, LowSeller, PageLine, PagesView, PostDetail, PostTag, PostsView, RankRow, SentLink, SharerLine,
    SharersView, ShortLink, Stack, StackOf, StacksView, Sum, TagLine, TagsView, Without,
};
pub use data::{DataView, FileView, ImportView, TableInventory};
pub use delay::{ClockView, DelayView, FindingView, LagDot, LagView};
pub use details::{FieldChange, Origin, RowKind, StagedRow, StagedRows, WordView};
pub use filter::{Baseline, BucketChoice, Compare, Filter, Frame, PeriodChoice, SellerGroup};
pub use first::{FirstAnswer, FirstAsk};
pub use funnel::{
    Against, BottleneckView, CohortStep, CohortView, DelayLine, FunnelView, ShareWithin, StandingView,
};
pub use glossary::{GlossaryEntry, Method};
pub use goals::{GoalLine, GoalMetric, GoalsView, RowGoal};
pub use honesty::{Claim, Gap, HonestyView};
pub use imports::{StagedFile, StagedView};
pub use leads::{
    BandLine, CreditLine, FlaggedLead, Got, HardSell, LeadsView, MissingSource, MissingSources, MoveTable,
    Moves, Nurture, PointLine, ScoredLead, SourceLine, TipLine, UnsettledLead,
};
pub use log::{
    EntryChange, EntryFault, EntryView, Every, GRID_WEEKS, LogView, MOST_REPEATS, Reading, Reminder,
    SellerReadings, TypedRow, pasted_cells, reading_day, repeats,
};
pub use mask::{MaskWords, UnderMask};
pub use matches::{DecisionView, MatchesView, MeetingList, MeetingView, SideView};
pub use message::{Garbled, pack, unpack};
pub use metric::{
    BreakdownRow, BreakdownView, HeatCell, HeatView, MetricView, OriginCount, RowList, RowView, Which,
};
pub use network::{
    BreadthView, NetworkLine, NetworkView, NotesView, PersonaWeeks, Since, TagOfPeople, TagRequests,
    TagsOfPeople,
};
pub use own::OwnScoresView;
pub use person::{PersonEvent, PersonEventKind, PersonView};
pub use pipeline::{
    AfterWin, Bin, BinRate, ChannelFirsts, CycleGroup, CyclePart, CycleVerdict, ExitsPart, FirstsPart,
    GoneCustomer, HandoverPart, Held, HeldTable, HeldUnit, LevelPart, LiftPart, MeanGap, MixPart,
    PipelineView, RateBySource, RatesPart, RetentionPart, WarmPart, WeakSide, WinsPart,
};
pub use programme::{Clock, ProgrammeView, SaidLine, SellerActivity, TeamAverage, ThenMetric, ThenRow};
pub use protocol::{Answer, Ask, Failure, ImportAnswer, ImportAsk};
pub use quota::{QuotaGroup, QuotaTest};
pub use referrals::{
    AskLine, FirstMessageLine, MutualView, PathLine, PathsView, ReferralLine, ReferralsView, TargetLine,
};
pub use report::{Ahead, Course, Input, Moved, Offered, ReportView, Slide, SlidesView, Windows};
pub use returns::{ChannelView, ReturnLine, ReturnView, StageReturn, StageView};
pub use scorecard::{ScoreRow, ScorecardView};
pub use search::{SearchChoice, SearchView};
pub use ssi::{CheckView, HIGH_SSI, HighFrom, HighLow, MonthGroup, PILLARS, PillarView, SsiLine, SsiView};
pub use talks::{
    EffortView, FriendLine, FriendsView, OutcomeLine, PersonaLine, SpeedView, StalledLine, TalkHoursView,
    TalkRules, TalksView, WaitingLine, WeekView,
};
pub use team::{NameLine, SellerLine, TeamLine, TeamView};
