//! What a person says of an unknown table's columns: the same words for the page, for the remembered
//! answer, and for the headless run's `MAP.json`.

use std::collections::BTreeMap;

use serde::ser::{SerializeStruct, Serializer};
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// File name it is for.
    pub file: String,
    /// Canonical table name.
    pub table: Option<String>,
    /// Column name in the file (or its number from 1 where there is no header) → canonical field.
    pub columns: BTreeMap<String, String>,
    /// Order of dates, for all columns.
    pub dates: Option<DateOrder>,
    /// How the dates were written for which that order was said (`/d/yyyy`). Of a remembered mapping: where
    /// dates are written otherwise, the order is offered and not taken.
    pub dates_as: Option<String>,
    /// Canonical field → value for every row.
    pub constants: BTreeMap<String, String>,
    /// Field → value as exported → what it means: a canonical word of the field (`won`, `held`), for
    /// `status` one of `won`, `lost`, `open`, for `source` the id of a group of sources. Values are compared
    /// without regard to case and accents; the exported value is kept beside the meaning.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// The mark before the decimals, where finding it out must be overruled.
    pub decimals: Option<Decimals>,
    /// Whether there is a header; found out when not said.
    pub header: Option<bool>,
    /// How the letters are written (`windows-1250`), where finding it out must be overruled.
    pub encoding: Option<String>,
    /// What parts the cells, where sniffing must be overruled.
    pub delimiter: Option<MappingDelimiter>,
}

/// JSON leaves out what was not said. The messages between page and workers name no field and need all.
impl Serialize for Mapping {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Mapping {
            file,
            table,
            columns,
            dates,
            dates_as,
            constants,
            values,
            decimals,
            header,
            encoding,
            delimiter,
        } = self;
        let all = !serializer.is_human_readable();
        let mut fields = serializer.serialize_struct("Mapping", 11)?;
        fields.serialize_field("file", file)?;
        macro_rules! where_said {
            ($name:literal, $value:ident, $is_said:expr) => {
                if all || $is_said {
                    fields.serialize_field($name, $value)?;
                }
            };
        }
        where_said!("table", table, table.is_some());
        where_said!("columns", columns, !columns.is_empty());
        where_said!("dates", dates, dates.is_some());
        where_said!("dates_as", dates_as, dates_as.is_some());
        where_said!("constants", constants, !constants.is_empty());
        where_said!("values", values, !values.is_empty());
        where_said!("decimals", decimals, decimals.is_some());
        where_said!("header", header, header.is_some());
        where_said!("encoding", encoding, encoding.is_some());
        where_said!("delimiter", delimiter, delimiter.is_some());
        fields.end()
    }
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
