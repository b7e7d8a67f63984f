//! Pipedrive: the list of deals.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Pipedrive, list of deals (CSV or XLSX).
pub static DEALS: Source = Source {
    id: "pipedrive.deals",
    name: "Pipedrive · Deals",
    bring: "pipedrive",
    files: &["deals-*.csv", "deals-*.xlsx"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2024–2026",
        needs: &["Deal - Title", "Deal - Status"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Deals],
    feeds: &["deals", "pipeline", "attribution"],
    columns: &[
        Column::field("id", &["Deal - ID"]),
        Column::field("name", &["Deal - Title"]),
        Column::field("seller", &["Deal - Owner", "Deal - Creator"]),
        Column::field("company", &["Deal - Organization"]),
        Column::field("person", &["Deal - Contact person"]),
        Column::field("created", &["Deal - Deal created"]),
        // An open deal has no closing time: the expected date stands in for it.
        Column::field("closed", &["Deal - Deal closed on"]),
        Column::field("closed", &["Deal - Won time"]),
        Column::field("closed", &["Deal - Lost time"]),
        Column::field("closed", &["Deal - Expected close date"]),
        Column::field("status", &["Deal - Status"]),
        Column::field("stage", &["Deal - Stage"]),
        Column::field("amount", &["Deal - Value"]),
        Column::field("currency", &["Deal - Currency of Value"]),
        // The origin ("Manually created") tells how the deal was entered, not where it came from.
        Column::field("source", &["Deal - Source channel"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "Every header is `Entity - Field label`; the columns are those of the view, in its order.",
        "`Deal - Deal created` and `Deal - Deal closed on` are spelled so; custom fields stand in the account's language.",
        "Status is `Open`, `Won` or `Lost`, in lower case too; there is no history of stages.",
    ],
    cites: "https://support.pipedrive.com/en/article/exporting-data-from-pipedrive; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    for column in ["Deal - Update time", "Deal - Last activity date"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
