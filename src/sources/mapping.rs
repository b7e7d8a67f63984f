//! What a person says of an unknown table's columns: the same words for the page, for the remembered
//! answer, and for the headless run's `MAP.json`.

use std::collections::BTreeMap;

use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

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
    /// Canonical field → value for every row.
    pub constants: BTreeMap<String, String>,
    /// Whether there is a header; found out when not said.
    pub header: Option<bool>,
    /// What parts the cells, where sniffing must be overruled.
    pub delimiter: Option<MappingDelimiter>,
}

/// JSON leaves out what was not said. The messages between page and workers name no field and need all.
impl Serialize for Mapping {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Mapping { file, table, columns, dates, constants, header, delimiter } = self;
        let all = !serializer.is_human_readable();
        let mut fields = serializer.serialize_struct("Mapping", 7)?;
        fields.serialize_field("file", file)?;
        if all || table.is_some() {
            fields.serialize_field("table", table)?;
        }
        if all || !columns.is_empty() {
            fields.serialize_field("columns", columns)?;
        }
        if all || dates.is_some() {
            fields.serialize_field("dates", dates)?;
        }
        if all || !constants.is_empty() {
            fields.serialize_field("constants", constants)?;
        }
        if all || header.is_some() {
            fields.serialize_field("header", header)?;
        }
        if all || delimiter.is_some() {
            fields.serialize_field("delimiter", delimiter)?;
        }
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
