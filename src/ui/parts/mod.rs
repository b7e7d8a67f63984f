//! What pages share: bars, and small graphics of tables as SVG and HTML.
//!
//! The graphics take finished text and positions from 0 to 1 and know only where things go: what a value
//! means, how it is rounded and which words it gets is decided before. Value axes run from left
//! (small) to right (large) in every language.

mod baseline_note;
mod change;
mod copy;
mod dialogs;
mod dot_range;
mod failed;
mod filter_bar;
mod heat_cells;
mod heat_map;
mod intake;
mod legend_mark;
mod more_menu;
mod names_pick;
mod narrow;
mod nothing_yet;
mod notices;
mod pick;
mod row_marks;
mod seller_pick;
mod sparkline;
mod templates;
mod toast_bar;
mod top_bar;
mod typed_digits;
mod whisker;
mod workspace_menu;

pub use baseline_note::BaselineNote;
pub use change::{Change, ChangeRange, Direction, DirectionMark, GoalMark, Judgement, direction_of};
pub use copy::{CopyTable, copy_text};
pub use dialogs::{ConfirmDialog, Dialog, TextDialog};
pub use dot_range::{DotRange, DotRangeAxis, RangeTick};
pub use failed::Failed;
pub use filter_bar::{FilterBar, period_id, period_of, periods};
pub use heat_cells::{DayRange, HeatCell, HeatMapData, HeatPaint, HeatRow, WorkingHours, step_of};
pub use heat_map::HeatMap;
pub use intake::{DropZone, FileInput, PasteButton, follow_drops};
pub use legend_mark::{LegendKind, LegendMark};
pub use more_menu::MoreMenu;
pub use names_pick::{NamesNote, NamesPick, where_names_show};
pub use nothing_yet::NothingYet;
pub use notices::Notices;
pub use pick::{Pick, PickOption};
pub use row_marks::{ChangeText, change_mark, change_text, goal_words, interval_on_axis, value_whisker};
pub use seller_pick::SellerPick;
pub use sparkline::Sparkline;
pub use templates::Templates;
pub use toast_bar::ToastBar;
pub use top_bar::{THEMES, TopBar, TopEnd};
pub use typed_digits::typed_digits;
pub use whisker::Whisker;
pub use workspace_menu::{WorkspaceAsks, WorkspaceMenu};

/// A length in SVG units with the noise taken off: 12.3, 12, -0.5.
fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    // A position that is no number would break the whole path.
    if tenths.is_finite() { format!("{}", if tenths == 0.0 { 0.0 } else { tenths }) } else { "0".into() }
}

/// An interval line with caps around a level, `cap` long to each side.
fn interval_path(low: f64, high: f64, y: f64, cap: f64) -> String {
    let (low, high, top, tall) = (px(low), px(high), px(y - cap), px(cap * 2.0));
    format!("M{low} {y}H{high}M{low} {top}v{tall}M{high} {top}v{tall}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_always_numbers() {
        assert_eq!([12.34, 12.0, -0.04, f64::NAN].map(px), ["12.3", "12", "0", "0"]);
    }

    #[test]
    fn an_interval_is_a_line_with_caps() {
        assert_eq!(interval_path(147.4, 167.2, 10.0, 3.5), "M147.4 10H167.2M147.4 6.5v7M167.2 6.5v7");
    }
}
