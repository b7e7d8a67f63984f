//! Which rows stand on the report: the key measures.

use crate::metrics::{MOST_REPORT_ROWS, ReportChoices, Stage, State};
use crate::views::ScoreRow;

/// What the report shows where nobody chose, the first that have a figure: activity, then results.
const LEADING: [&str; 12] = [
    "ssi",
    "persona_share",
    "connections_new",
    "engagement_rate",
    "conversations_started",
    "response_rate",
    "response_time",
    "meeting_set_rate",
    "meetings",
    "posts_shared",
    "warm_conversations",
    "invitation_acceptance_rate",
];
const LAGGING: [&str; 10] = [
    "leads",
    "lead_conversion_rate",
    "deals_created",
    "win_rate",
    "won_value",
    "sales_cycle",
    "social_revenue_share",
    "pipeline_value",
    "deals_won",
    "retention_rate",
];
/// So many of each, which fit on a page.
const SUGGESTED: (usize, usize) = (7, 6);

/// Whether a metric has a figure that a reader of one page can do something with.
pub(super) fn is_row(row: &ScoreRow) -> bool {
    row.stage != Stage::Context && row.part_of.is_none() && matches!(row.figure.state, State::Value(_))
}

/// The rows of activity and of results: those chosen, in the order of the scorecard, else those suggested.
pub(super) fn on_report<'a>(
    rows: &'a [ScoreRow],
    choices: &ReportChoices,
) -> (Vec<&'a ScoreRow>, Vec<&'a ScoreRow>) {
    if choices.rows.is_empty() {
        return (suggested(rows, &LEADING, SUGGESTED.0), suggested(rows, &LAGGING, SUGGESTED.1));
    }
    // One that was chosen stays where it has no figure at present, and says why.
    let wanted = rows.iter().filter(|row| choices.rows.contains(&row.id) && row.stage != Stage::Context);
    wanted.take(MOST_REPORT_ROWS).partition(|row| row.stage == Stage::Leading)
}

fn suggested<'a>(rows: &'a [ScoreRow], ids: &[&str], most: usize) -> Vec<&'a ScoreRow> {
    let found = ids.iter().filter_map(|id| rows.iter().find(|row| row.id == *id && is_row(row)));
    found.take(most).collect()
}
