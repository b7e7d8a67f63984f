//! What a person settles about a lead or deal.

use serde::{Deserialize, Serialize};

use super::TableId;

/// What is settled of a lead or deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettledField {
    /// Where it came from.
    Source,
    /// Whose it is.
    Seller,
}

impl SettledField {
    /// The field of the table.
    pub fn column(self) -> &'static str {
        match self {
            SettledField::Source => "source",
            SettledField::Seller => "seller",
        }
    }
}

/// One thing that was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Leads or deals.
    pub table: TableId,
    /// Identifier of the lead or deal.
    pub id: String,
    /// What.
    pub field: SettledField,
    /// As what; blank takes back what was said before.
    pub value: String,
}

impl Settlement {
    /// Whether both speak of the same thing.
    pub fn is_of(&self, other: &Settlement) -> bool {
        (self.table, &self.id, self.field) == (other.table, &other.id, other.field)
    }
}
