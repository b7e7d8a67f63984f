//! Which activity comes before results, as rows of the document.

use serde::Serialize;
use serde_json::Value;

use super::value::number;
use crate::metrics::{Context, Selection, Tested, lead_lag};

/// One leading series against one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct LagRow {
    series: &'static str,
    outcome: &'static str,
    weeks: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unavailable: Option<&'static str>,
    low: Option<usize>,
    high: Option<usize>,
    /// Corrected for all rows and lags.
    p: Value,
    /// Pairs of weeks.
    n: usize,
}

impl LagRow {
    /// All that can be held against each other; none where there are no such series.
    pub(super) fn list(context: &Context<'_>, selection: &Selection) -> Option<Vec<LagRow>> {
        let all = lead_lag(context, selection.sellers.as_deref(), selection.span);
        (!all.tested.is_empty()).then(|| all.tested.iter().map(LagRow::new).collect())
    }

    fn new(tested: &Tested) -> LagRow {
        let finding = tested.finding;
        LagRow {
            series: tested.series,
            outcome: tested.outcome,
            weeks: finding.map(|finding| finding.weeks),
            unavailable: match (finding, &tested.curve) {
                (Some(_), _) => None,
                (None, Some(_)) => Some("nothing visible yet"),
                (None, None) => Some("too few to say"),
            },
            low: finding.map(|finding| finding.low),
            high: finding.map(|finding| finding.high),
            p: tested.p.map_or(Value::Null, number),
            n: tested.pairs().unwrap_or(tested.seller_weeks),
        }
    }
}
