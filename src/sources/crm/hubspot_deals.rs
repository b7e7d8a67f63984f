//! HubSpot: the list of deals.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// What HubSpot's sources mean: a referral is a link on another site.
pub(super) const SOURCES: &[(&str, &str, &str)] = &[
    ("source", "Referrals", "web_referral"),
    ("source", "REFERRALS", "web_referral"),
    ("source", "AI Referrals", "web_referral"),
    ("source", "AI_REFERRALS", "web_referral"),
];

/// HubSpot, list of deals (CSV, XLSX, or a ZIP of parts).
pub static DEALS: Source = Source {
    id: "hubspot.deals",
    name: "HubSpot · Deals",
    bring: "hubspot_deals",
    files: &["hubspot-crm-exports-*.csv", "hubspot-crm-exports-*.xlsx", "hubspot-crm-exports-*.xls"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "labels, 2023–2026",
            needs: &["Record ID", "Deal Name", "Deal Stage"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "labels, to 2023",
            needs: &["Deal ID", "Deal Name", "Deal Stage"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "internal names, 2018–2026",
            needs: &["hs_object_id", "dealname", "dealstage"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Deals, TableId::StageChanges],
    feeds: &["deals", "pipeline", "attribution"],
    columns: &[
        Column::field("id", &["Record ID", "Deal ID", "hs_object_id"]),
        Column::field("name", &["Deal Name", "dealname"]),
        Column::field("seller", &["Deal owner", "hubspot_owner_id"]),
        Column::field("company", &["Associated Company"]),
        Column::field("person", &["Associated Contact"]),
        Column::field("lead_id", &["Associated Contact IDs"]),
        Column::field("created", &["Create Date", "createdate"]),
        Column::field("closed", &["Close Date", "closedate"]),
        Column::field("status", &["Deal Stage", "dealstage"]),
        Column::field("amount", &["Amount"]),
        Column::field("amount", &["Amount in company currency", "amount_in_home_currency"]),
        Column::field("currency", &["Currency", "deal_currency_code"]),
        Column::field(
            "source",
            &["Original Traffic Source", "Original Source", "Original Source Type", "hs_analytics_source"],
        ),
    ],
    constants: &[],
    values: SOURCES,
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["Associated Note", "Deal Description", "description"],
    quirks: &[
        "Headers are the labels of properties, or their internal names when that is chosen; `Original Source` became `Original Traffic Source` in 2024.",
        "Times of stages stand in columns such as `Date entered \"Demo (Sales Pipeline)\"`, quotes inside the name.",
        "A stage may have any name: `Is Closed Won`, `Is closed lost` and `Is Deal Closed?` say how it ended.",
        "Several associated ids are parted by `;`: the first names the lead.",
        "Large exports are a ZIP of parts `…-1.csv`, `…-2.csv`; times are those of the portal's zone, without a mark.",
        "\"Referrals\" are links on other sites.",
    ],
    cites: "https://knowledge.hubspot.com/import-and-export/export-records; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    use super::outcome::{Said, settle};
    let said = Said {
        won: row.flag(&["Is Closed Won", "hs_is_closed_won"]),
        lost: row.flag(&["Is closed lost", "hs_is_closed_lost"]),
        closed: row.flag(&["Is Deal Closed?", "hs_is_closed"]),
    };
    settle(row, said);
    for field in ["lead_id", "person", "company"] {
        let all = row.text_of(field);
        if let Some((first, _)) = all.split_once(';') {
            row.set_text(field, first.trim());
        }
    }
    // "Bo Lind (bo@granit.example)"
    let person = row.text_of("person");
    if let Some((name, _)) = person.split_once(" (").filter(|(_, mail)| mail.contains('@')) {
        row.set_text("person", name);
    }
    for column in ["Last Modified Date", "hs_lastmodifieddate", "Last Activity Date", "notes_last_updated"] {
        row.reaches(row.moment(column));
    }
    super::hubspot_stages::push_changes(row);
    Ok(())
}
