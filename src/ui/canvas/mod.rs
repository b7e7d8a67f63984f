//! Charts drawn on a canvas, and the same charts as an SVG file.
//!
//! [`painter`] draws a [`ChartSpec`](crate::charts::ChartSpec) through plotters on any backend;
//! [`context`] is the backend of a browser canvas, [`svg`] that of a file; [`figure`] is the
//! component that keeps a canvas right while data, size, resolution and theme change.
//!
//! | file | holds |
//! |---|---|
//! | `figure` | the chart of a page; `over` what lies over it, `watch` when it is drawn again |
//! | `painter` | any chart; `trend`, `survival`, `quadrants` one kind each; `overlay` what lies over a trend |
//! | `pen`, `series`, `names` | strokes and type, the look of one of several series, names at the ends of lines |
//! | `labels`, `theme` | the words and the colours |
//! | `sheet`, `download` | a chart with the words around it, as a file |
//! | `context`, `svg` | where it is drawn |

pub mod context;
pub mod download;
pub mod figure;
pub mod labels;
mod names;
mod over;
mod overlay;
pub mod painter;
mod pen;
mod quadrants;
mod series;
mod sheet;
mod survival;
pub mod svg;
pub mod theme;
mod trend;
mod watch;

pub use download::{save_png, save_svg, svg_file, svg_sheet};
pub use figure::{ChartFigure, Gesture, Touch, measure_text};

pub use labels::{Format, Labels};
pub use painter::{PaintError, Place, Plot, paint};
pub use sheet::{Caption, Sample};
pub use theme::{Scheme, Theme};
