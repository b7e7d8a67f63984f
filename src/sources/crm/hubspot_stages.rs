//! The times of stages that HubSpot keeps in columns of their own: `Date entered "Demo (Sales Pipeline)"`,
//! or `hs_v2_date_entered_<stage>` under internal names.

use crate::facts::{MISSING, Moment, TableId};
use crate::sources::mapped::MappedRow;

/// The stage that a column is about; `None` for other columns.
pub(super) fn entered(column: &str) -> Option<&str> {
    const LABEL: &str = "Date entered ";
    const INTERNAL: [&str; 2] = ["hs_v2_date_entered_", "hs_date_entered_"];
    if let Some(stage) = INTERNAL.iter().find_map(|start| column.strip_prefix(start)) {
        return Some(stage);
    }
    let start = column.get(..LABEL.len()).filter(|start| start.eq_ignore_ascii_case(LABEL))?;
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '„');
    let stage = column.get(start.len()..)?.trim_matches(quotes);
    // The pipeline stands in parentheses behind the stage.
    let bare = stage.strip_suffix(')').and_then(|open| Some(open.get(..open.rfind('(')?)?.trim()));
    bare.filter(|bare| !bare.is_empty()).or(Some(stage)).filter(|stage| !stage.is_empty())
}

/// Adds the stages that a deal has entered, in the order of their times.
pub(super) fn push_changes(row: &mut MappedRow<'_>) {
    let deal = row.stored("id");
    if deal == MISSING {
        return;
    }
    let columns: Vec<String> = row
        .cells()
        .filter(|(name, cell)| !cell.is_empty() && entered(name).is_some())
        .map(|(name, _)| name.to_owned())
        .collect();
    let mut changes: Vec<(i64, i64)> = Vec::with_capacity(columns.len());
    for column in &columns {
        let at = row.moment(column);
        if let Some(stage) = entered(column).filter(|_| at != MISSING) {
            let stage = row.text_cell(stage);
            changes.push((at, stage));
        }
    }
    changes.sort_by_key(|(at, _)| Moment::from_raw(*at).utc_seconds(&crate::facts::Zone::utc()));
    let mut from = MISSING;
    for (at, to) in changes {
        let fields = [("deal_id", deal), ("at", at), ("to_stage", to), ("from_stage", from)];
        row.push(TableId::StageChanges, &fields);
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Date entered \"Demo (Sales Pipeline)\"", Some("Demo"))]
    #[case("Date entered “Demo (EU) (Sales Pipeline)”", Some("Demo (EU)"))]
    #[case("Date entered 'Closed Won (Sales Pipeline)'", Some("Closed Won"))]
    #[case("date entered Demo", Some("Demo"))]
    #[case("hs_v2_date_entered_closedwon", Some("closedwon"))]
    #[case("Date entered \"\"", None)]
    #[case("Date exited \"Demo (Sales Pipeline)\"", None)]
    #[case("hs_v2_date_exited_closedwon", None)]
    #[case("Create Date", None)]
    fn stages_in_names(#[case] column: &str, #[case] stage: Option<&str>) {
        assert_eq!(entered(column), stage);
    }
}
