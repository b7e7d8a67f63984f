//! What a person says of an unknown table's columns: the same words for the page, for the remembered
//! answer, and for the headless run's `MAP.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::facts::TableId;

/// Order of day, month and year in a column of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year, month, day.
    Iso,
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// What parts the cells of a line, where sniffing must be overruled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MappingDelimiter {
    /// `,`
    #[serde(rename = ",")]
    Comma,
    /// `;`
    #[serde(rename = ";")]
    Semicolon,
    /// Tab.
    #[serde(rename = "\t")]
    Tab,
    /// `|`
    #[serde(rename = "|")]
    Pipe,
    /// Runs of blanks.
    #[serde(rename = "spaces")]
    Spaces,
}

/// Which mark stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimals {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Ids of the groups that a source can belong to, as the metrics group them.
pub const SOURCE_GROUPS: [&str; 14] = [
    "unknown",
    "paid_social",
    "social",
    "web_referral",
    "referral",
    "paid_search",
    "organic_search",
    "display",
    "outbound",
    "email",
    "event",
    "partner",
    "direct",
    "other",
];

/// What a value of a field can mean, where that is one of a list; empty for any other field.
pub fn meanings(table: TableId, field: &str) -> &'static [&'static str] {
    match (table, field) {
        (TableId::Deals, "status") => &["won", "lost", "open"],
        (TableId::Leads, "status") => &["customer", "lost", "open"],
        (TableId::Leads | TableId::Deals, "source") => &SOURCE_GROUPS,
        (TableId::Meetings, "status") => &["booked", "held", "cancelled", "no-show"],
        (TableId::Invitations | TableId::Messages, "direction") => &["outgoing", "incoming"],
        (TableId::Activity, "kind") => &["comment", "reaction"],
        (TableId::Posts | TableId::Audience, "account") => &["seller", "brand"],
        _ => &[],
    }
}

/// One file's mapping. An entry without `table` adds its `constants`, `dates` or `delimiter` to a
/// recognised file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// File name it is for.
    pub file: String,
    /// Canonical table name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Column name in the file (or its number from 1 where there is no header) → canonical field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Order of dates, for all columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// How the dates were written for which that order was said (`/d/yyyy`). Of a remembered mapping: where
    /// dates are written otherwise, the order is offered and not taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates_as: Option<String>,
    /// Canonical field → value for every row.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub constants: BTreeMap<String, String>,
    /// Field → value as exported → what it means: a canonical word of the field (`won`, `held`), for
    /// `status` one of `won`, `lost`, `open`, for `source` the id of a group of sources. Values are compared
    /// without regard to case and accents; the exported value is kept beside the meaning.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// The mark before the decimals, where finding it out must be overruled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<Decimals>,
    /// Whether there is a header; found out when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// How the letters are written (`windows-1250`), where finding it out must be overruled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What parts the cells, where sniffing must be overruled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<MappingDelimiter>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_s_example_is_read() {
        let text = r#"[{"file": "leads.csv", "table": "leads",
            "columns": {"mql_id": "id", "first_contact_date": "created", "origin": "source"},
            "dates": "dmy", "constants": {"seller": "Ada"}, "header": false, "delimiter": "spaces"}]"#;
        let read: Vec<Mapping> = serde_json::from_str(text).unwrap();
        assert_eq!(read[0].dates, Some(DateOrder::Dmy));
        assert_eq!(read[0].delimiter, Some(MappingDelimiter::Spaces));
        assert_eq!(read[0].columns["origin"], "source");
        let again: Vec<Mapping> = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
        assert_eq!(again, read);
    }
}
