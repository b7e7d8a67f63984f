//! Salesforce: a report of leads.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, RowRule, Source};

/// Salesforce, report of leads.
pub static LEADS: Source = Source {
    id: "salesforce.leads",
    name: "Salesforce · Leads",
    bring: "salesforce_leads",
    files: &["report*.csv", "report*.xls", "*.xlsx"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2016–2026",
        needs: &["Lead Owner", "Lead Status", "Company / Account", "Created Date"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Leads],
    feeds: &["leads"],
    columns: &[
        Column::field("id", &["Lead ID"]),
        Column::field("created", &["Created Date"]),
        Column::field("seller", &["Lead Owner"]),
        Column::field("source", &["Lead Source"]),
        Column::field("campaign", &["Campaign Name"]),
        Column::field("score", &["Lead Score"]),
        Column::field("status", &["Lead Status"]),
        Column::field("converted_at", &["Converted Date"]),
        Column::field("person", &["First Name"]),
        Column::field("person", &["Last Name"]),
        Column::field("email", &["Email"]),
        Column::field("company", &["Company / Account"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[RowRule::LoneCell, RowRule::Grouped],
    quoting: Quoting::Usual,
    hidden: &["Description"],
    quirks: &[
        "`Converted` is 1 or 0, or the words for them; `Converted Date` is blank where it is 0.",
        "Without `Lead ID` a lead goes by its e-mail address or name, and its creation date.",
    ],
    cites: "https://help.salesforce.com/s/articleView?id=sales.leads_reports.htm; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    let id = row.text_of("id");
    row.set_text("id", super::salesforce_ids::short_id(&id));
    if row.flag(&["Converted"]) == Some(true) {
        row.set_text("status_group", "won");
    }
    for column in ["Last Modified Date", "Last Activity"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
