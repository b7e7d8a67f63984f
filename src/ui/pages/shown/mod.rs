//! How pages of one subject show their answer: its figures as cells, its charts with legend and table, and what
//! stands there while there is none.
//!
//! | file | holds |
//! |---|---|
//! | `answer` | the answer to a page's question, and the page around it |
//! | `cells` | a figure as cells of a table |
//! | `drawn` | a chart with legend, sentence, table and file |

mod answer;
mod cells;
mod drawn;

pub(super) use answer::shows;
pub use answer::{Shown, followed, part, shown};
pub use cells::{bare_cell, figure_cell, interval_of, name_cell, number, points, share_change};
pub use drawn::{Drawn, drawn, drawn_once, drawn_where, fold, folded, lines, picture, table, table_of};
