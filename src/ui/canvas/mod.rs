//! Charts drawn on a canvas, and the same charts as an SVG file.
//!
//! [`painter`] draws a [`ChartSpec`](crate::charts::ChartSpec) through plotters on any backend;
//! [`context`] is the backend of a browser canvas, [`svg`] that of a file; [`figure`] is the
//! component that keeps a canvas right while data, size, resolution and theme change.

pub mod context;
pub mod download;
pub mod figure;
pub mod labels;
pub mod painter;
mod pen;
mod quadrants;
mod survival;
pub mod svg;
pub mod theme;
mod trend;
mod watch;

pub use download::svg_file;
pub use figure::{ChartFigure, measure_text};

pub use labels::{Format, Labels};
pub use painter::{PaintError, Place, Plot, paint};
pub use theme::{Scheme, Theme};
