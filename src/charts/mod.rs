//! Charts as plain data: specs, ticks, and their description as table and sentence.
//!
//! A chart is a value that can be compared, sent to a worker and tested. Who draws it (canvas, SVG
//! file) and in whose language it is labelled is decided elsewhere; no word for a reader is here.

pub mod describe;
pub mod reduce;
pub mod spec;
pub mod ticks;

pub use describe::{Cell, Column, Extreme, Facts, TableTwin};
pub use spec::{
    AtRisk, ChartSpec, Counted, EventMark, Interval, Marker, Name, Point, QuadrantSpec, Quarter, Step, Stop,
    SurvivalSeries, SurvivalSpec, TimeAxis, Trail, TrendSeries, TrendSpec, Unit, ValueAxis,
};
pub use ticks::{DayStyle, TimeTick, ValueTicks, time_ticks, value_ticks};
