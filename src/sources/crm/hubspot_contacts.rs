//! HubSpot: the list of contacts, which are its leads.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// HubSpot, list of contacts (CSV, XLSX, or a ZIP of parts).
pub static CONTACTS: Source = Source {
    id: "hubspot.contacts",
    name: "HubSpot · Contacts",
    bring: "hubspot_contacts",
    files: &["hubspot-crm-exports-*.csv", "hubspot-crm-exports-*.xlsx", "hubspot-crm-exports-*.xls"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "labels, 2023–2026",
            needs: &["Record ID", "Email", "First Name", "Create Date"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "labels, to 2023",
            needs: &["Contact ID", "Email", "First Name", "Create Date"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "internal names, 2018–2026",
            needs: &["hs_object_id", "email", "firstname", "createdate"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Leads],
    feeds: &["leads"],
    columns: &[
        Column::field("id", &["Record ID", "Contact ID", "hs_object_id"]),
        Column::field("created", &["Create Date", "createdate"]),
        Column::field("seller", &["Contact owner", "hubspot_owner_id"]),
        Column::field("source", &["Original Traffic Source", "Original Source", "hs_analytics_source"]),
        Column::field("conversion_point", &["First Conversion", "first_conversion_event_name"]),
        Column::field("score", &["HubSpot Score", "hubspotscore"]),
        Column::field("status", &["Lifecycle Stage", "lifecyclestage"]),
        Column::field("status", &["Lead Status", "hs_lead_status"]),
        Column::field("converted_at", &["Became a Customer Date", "hs_lifecyclestage_customer_date"]),
        Column::field("person", &["First Name", "firstname"]),
        Column::field("person", &["Last Name", "lastname"]),
        Column::field("email", &["Email", "email"]),
        Column::field("company", &["Company Name", "company"]),
        Column::field("company", &["Associated Company"]),
    ],
    constants: &[],
    values: super::hubspot_deals::SOURCES,
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Phone Number", "Mobile Phone Number", "phone", "mobilephone", "Message"],
    quirks: &[
        "Contacts are the leads; a deal names its contact by `Associated Contact IDs`.",
        "A customer shows by `Became a Customer Date`, by `Date entered \"Customer (Lifecycle Stage Pipeline)\"`, or by the lifecycle stage alone.",
        "`Original Source` became `Original Traffic Source` in 2024; \"Referrals\" are links on other sites.",
    ],
    cites: "https://knowledge.hubspot.com/import-and-export/export-records; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use crate::facts::MISSING;
    if row.stored("converted_at") == MISSING {
        let is_customer = |name: &str| {
            super::hubspot_stages::entered(name).is_some_and(|stage| stage.eq_ignore_ascii_case("customer"))
        };
        let column = row.cells().find(|(name, _)| is_customer(name)).map(|(name, _)| name.to_owned());
        if let Some(column) = column {
            row.set("converted_at", row.moment(&column));
        }
    }
    for column in ["Last Modified Date", "lastmodifieddate", "Last Activity Date", "notes_last_updated"] {
        row.reaches(row.moment(column));
    }
    Ok(())
}
