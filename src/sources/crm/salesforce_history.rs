//! Salesforce: the history of opportunities, as the report of stages or of all tracked fields.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, RowRule, Source};

/// Salesforce, opportunity history or opportunity field history.
pub static HISTORY: Source = Source {
    id: "salesforce.opportunity_history",
    name: "Salesforce · Opportunity history",
    bring: "salesforce_history",
    files: &["report*.csv", "report*.xls", "*.xlsx"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "history, 2016–2026",
            needs: &["Opportunity Name", "From Stage", "To Stage"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "field history, 2016–2026",
            needs: &["Opportunity Name", "Field / Event", "New Value"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::StageChanges],
    feeds: &["pipeline"],
    columns: &[
        Column::field("deal_id", &["Opportunity ID"]),
        Column::field("at", &["Last Modified", "Last Modified Date"]),
        Column::field("at", &["Edit Date"]),
        Column::field("at", &["Last Stage Change Date"]),
        Column::field("to_stage", &["To Stage"]),
        Column::field("to_stage", &["New Value"]),
        Column::field("from_stage", &["From Stage"]),
        Column::field("from_stage", &["Old Value"]),
        Column::own(&["Opportunity Name"]),
        Column::own(&["Field / Event"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[RowRule::LoneCell, RowRule::Grouped],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "One row per change, often newest first; rows in which only the amount or a date changed are left out.",
        "Of the field history only the rows of the field Stage are read.",
        "Without `Opportunity ID` a change is matched by name and `Created Date`.",
    ],
    cites: "https://help.salesforce.com/s/articleView?id=sales.opportunity_history.htm; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::facts::{MISSING, Reason};
    let field = row.text("Field / Event");
    if !field.is_empty() && !field.eq_ignore_ascii_case("stage") {
        return Err(Reason::NoStageChange);
    }
    let (from, to) = (row.stored("from_stage"), row.stored("to_stage"));
    if to == MISSING || from == to {
        return Err(Reason::NoStageChange);
    }
    let id = row.text_of("deal_id");
    let name = row.text("Opportunity Name");
    if !id.is_empty() {
        row.set_text("deal_id", super::salesforce_ids::short_id(&id));
    } else if !name.is_empty() {
        let made = row.made_id(&name, row.moment("Created Date"));
        row.set_text("deal_id", &made);
    }
    Ok(())
}
