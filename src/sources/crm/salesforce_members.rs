//! Salesforce: a report of campaign members, the touches of campaigns.

use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, RowRule, Source};

/// Salesforce, report of campaigns with leads and contacts.
pub static MEMBERS: Source = Source {
    id: "salesforce.campaign_members",
    name: "Salesforce · Campaign members",
    bring: "salesforce_campaigns",
    files: &["report*.csv", "report*.xls", "*.xlsx"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2016–2026",
        needs: &["Campaign Name", "Member Status", "Member First Associated Date"],
        alone: false,
        proof: None,
    }],
    tables: &[TableId::Touches],
    feeds: &["attribution"],
    columns: &[
        Column::field("at", &["Member First Associated Date"]),
        Column::field("campaign", &["Campaign Name"]),
        Column::field("channel", &["Campaign Type"]),
        Column::field("kind", &["Member Status"]),
        Column::field("lead_id", &["Lead ID"]),
        Column::field("person", &["First Name"]),
        Column::field("person", &["Last Name"]),
        Column::field("company", &["Company / Account", "Company", "Account Name"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[RowRule::LoneCell, RowRule::Grouped],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "`Member First Associated Date` is a day without a time.",
        "Without `Campaign Type` the campaign's name is the channel.",
    ],
    cites: "https://help.salesforce.com/s/articleView?id=sales.campaigns_reports.htm; columns as in public readers of its exports",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Mapped(Some(finish)),
};

#[cfg(feature = "engine")]
fn finish(row: &mut crate::sources::mapped::MappedRow<'_>) -> Result<(), crate::facts::Reason> {
    if row.stored("channel") == crate::facts::MISSING {
        row.set("channel", row.stored("campaign"));
    }
    let id = row.text_of("lead_id");
    row.set_text("lead_id", super::salesforce_ids::short_id(&id));
    row.reaches(row.moment("Member First Responded Date"));
    Ok(())
}
