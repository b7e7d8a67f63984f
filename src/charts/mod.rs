//! Charts as plain data: specs, ticks, and their description as table and sentence.
//!
//! A chart is a value that can be compared, sent to a worker and tested. Who draws it (canvas, SVG
//! file) and in whose language it is labelled is decided elsewhere; no word for a reader is here.
//!
//! | file or folder | holds |
//! |---|---|
//! | `spec` | what a chart shows |
//! | `describe` | the same points as a table, and the facts of its sentence |
//! | `ticks` | where an axis carries ticks |
//! | `reduce` | long lines thinned to the pixels there are |
//! | `window` | which days are shown when a person looks closer |
//! | `cursor` | what keys do |
//! | `apart` | names at the ends of lines, kept from covering each other |
//! | `caption` | the text around a chart that is saved as a file |

pub mod apart;
pub mod caption;
pub mod cursor;
pub mod describe;
pub mod reduce;
pub mod spec;
pub mod ticks;
pub mod window;

pub use apart::apart;
pub use cursor::{Stroke, after_key};
pub use describe::{Cell, Column, Extreme, Facts, TableTwin};
pub use spec::{
    AtRisk, ChartSpec, Counted, EventMark, Interval, Marker, Name, Overlay, Point, QuadrantSpec, Quarter,
    Step, Stop, SurvivalSeries, SurvivalSpec, TimeAxis, Trail, TrendSeries, TrendSpec, Unit, ValueAxis,
    dash_of_series,
};
pub use ticks::{DayStyle, TimeTick, ValueTicks, time_ticks, value_ticks};
