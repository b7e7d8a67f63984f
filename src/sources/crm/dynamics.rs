//! Microsoft Dynamics 365 Sales: opportunities of a view.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// Dynamics 365 Sales, opportunities (XLSX).
pub static OPPORTUNITIES: Source = Source {
    id: "dynamics.opportunities",
    name: "Dynamics 365 · Opportunities",
    bring: "dynamics",
    files: &["*.xlsx"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2020–2026",
            needs: &["(Do Not Modify) Opportunity", "Topic", "Status"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2020–2026, views without a status",
            needs: &["(Do Not Modify) Opportunity", "Topic", "Status Reason"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2023–2026, views without a status",
            needs: &["(Do Not Modify) Opportunity", "Topic", "Pipeline Phase"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Deals],
    feeds: &["deals", "pipeline"],
    columns: &[
        Column::field("id", &["(Do Not Modify) Opportunity"]),
        Column::field("name", &["Topic"]),
        Column::field("seller", &["Owner"]),
        Column::field("company", &["Account", "Potential Customer"]),
        Column::field("person", &["Contact"]),
        Column::field("created", &["Created On"]),
        Column::field("closed", &["Actual Close Date"]),
        Column::field("closed", &["Est. Close Date", "Close Date"]),
        Column::field("status", &["Status"]),
        Column::field("status", &["Status Reason"]),
        Column::field("status", &["Pipeline Phase"]),
        Column::field("amount", &["Actual Revenue"]),
        Column::field("amount", &["Est. Revenue"]),
        Column::field("currency", &["Currency"]),
        Column::field("source", &["Lead Source"]),
        Column::field("campaign", &["Source Campaign"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Description"],
    quirks: &[
        "Columns A to C are hidden in the sheet: identity, checksum, last change. The sheet bears the view's name.",
        "A hidden sheet holds lists of choices and a checksum: it is no table of the person's.",
        "Dates are numbers of days. A view may rename everything: then the mapping of columns is asked.",
    ],
    cites: "https://learn.microsoft.com/en-us/power-apps/user/export-excel-static-worksheet; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    let id = row.text_of("id").to_ascii_lowercase();
    row.set_text("id", &id);
    let stage = row.first_text(&["Pipeline Phase", "Sales Stage", "Status Reason"]);
    row.set_text("stage", &stage);
    for column in ["(Do Not Modify) Modified On", "Modified On"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
