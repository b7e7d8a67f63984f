//! Zoho CRM: the list of leads.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Zoho CRM, list of leads.
pub static LEADS: Source = Source {
    id: "zoho.leads",
    name: "Zoho CRM · Leads",
    bring: "zoho_leads",
    files: &["Leads_*.csv", "Leads_*.xlsx"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2022–2026",
        needs: &["Record Id", "Lead Owner", "Lead Status", "Created Time"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Leads],
    feeds: &["leads"],
    columns: &[
        Column::field("id", &["Record Id"]),
        Column::field("created", &["Created Time"]),
        Column::field("seller", &["Lead Owner"]),
        Column::field("source", &["Lead Source"]),
        Column::field("campaign", &["Campaign Source"]),
        Column::field("score", &["Score", "Total Score"]),
        Column::field("status", &["Lead Status"]),
        Column::field("converted_at", &["Converted Date Time", "Converted Time"]),
        Column::field("person", &["First Name"]),
        Column::field("person", &["Last Name"]),
        Column::field("email", &["Email"]),
        Column::field("company", &["Company"]),
    ],
    constants: &[],
    values: &[("source", "-None-", "unknown")],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Description", "Phone", "Mobile"],
    quirks: &[
        "Looked-up fields come in pairs, `Lead Owner.id` and `Lead Owner`; identifiers begin with `zcrm_`; a choice not made is `-None-`.",
        "A converted lead leaves the list unless converted leads are exported too: `Is Converted` says it then.",
    ],
    cites: "https://help.zoho.com/portal/en/kb/crm/data-administration/export-data; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    super::zoho_deals::bare_id(row);
    if row.flag(&["Is Converted", "Converted"]) == Some(true) {
        row.set_text("status_group", "won");
    }
    for column in ["Modified Time", "Last Activity Time"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
