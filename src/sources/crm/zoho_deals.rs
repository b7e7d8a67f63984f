//! Zoho CRM: the list of deals.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Zoho CRM, list of deals.
pub static DEALS: Source = Source {
    id: "zoho.deals",
    name: "Zoho CRM · Deals",
    bring: "zoho",
    files: &["Deals_*.csv", "Deals_*.xlsx"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2022–2026",
        needs: &["Deal Name", "Stage", "Closing Date"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Deals],
    feeds: &["deals", "pipeline", "attribution"],
    columns: &[
        Column::field("id", &["Record Id", "Deal Id"]),
        Column::field("name", &["Deal Name"]),
        Column::field("seller", &["Deal Owner"]),
        Column::field("company", &["Account Name", "Company Name"]),
        Column::field("person", &["Contact Name"]),
        Column::field("created", &["Created Time"]),
        Column::field("closed", &["Closing Date"]),
        Column::field("status", &["Stage"]),
        Column::field("amount", &["Amount"]),
        Column::field("currency", &["Currency"]),
        Column::field("source", &["Lead Source"]),
        Column::field("campaign", &["Campaign Source"]),
    ],
    constants: &[],
    values: &[("source", "-None-", "unknown")],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Description"],
    quirks: &[
        "Looked-up fields come in pairs, `Deal Owner.id` and `Deal Owner`; identifiers begin with `zcrm_`; a choice not made is `-None-`.",
        "An account may rename its columns: `Deal Id` for `Record Id`, `Company Name` for `Account Name`.",
        "Amounts may carry a currency's sign and commas.",
    ],
    cites: "https://help.zoho.com/portal/en/kb/crm/data-administration/export-data; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

/// Identifiers without the prefix that only some exports have.
#[cfg(feature = "engine")]
pub(super) fn bare_id(row: &mut crate::sources::mapped::MappedRow<'_>) {
    let id = row.text_of("id");
    if let Some(bare) = id.strip_prefix("zcrm_") {
        row.set_text("id", bare);
    }
}

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    bare_id(row);
    super::outcome::settle(row, super::outcome::Said::default());
    for column in ["Modified Time", "Last Activity Time"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
