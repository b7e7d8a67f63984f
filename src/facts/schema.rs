//! The canonical tables: their names, fields, which fields are needed, and what makes two rows the same.
//!
//! Importers fill these tables, a person maps unknown columns onto them, blank templates are printed
//! from them, and a file whose header uses these names is recognised without mapping.

use serde::{Deserialize, Serialize};

use super::rows;
use super::table::MISSING;

/// What a field holds, and so how its cell is stored (one `i64` each, `MISSING` for none).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Any words: a number of [`super::Names`].
    Text,
    /// A date, a wall clock or an instant: [`super::Moment`].
    Moment,
    /// A number: the bits of an `f64`.
    Number,
    /// Money without its currency: [`super::Amount`].
    Amount,
    /// Yes or no: 1 or 0.
    Flag,
}

/// One field of a table.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Canonical name, in English in every language.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldType,
    /// Whether a row without it is left out.
    pub needed: bool,
}

/// What a repeated identity inside one file means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// The rows are different events that merely look alike (two messages in one second).
    AreEvents,
    /// The later row is the same thing said again (a deal's id twice).
    AreTheSame,
}

/// A canonical table.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// Which.
    pub id: TableId,
    /// Canonical name, in English in every language.
    pub name: &'static str,
    /// Its fields in column order.
    pub fields: &'static [Field],
    /// Row identity: parts, each the first of its fields that is filled.
    pub identity: &'static [&'static [&'static str]],
    /// What a repeated identity inside one file means.
    pub repeats: Repeats,
    /// The fields whose dates say how far the data goes. Expected dates are not among them.
    pub dated_by: &'static [&'static str],
}

impl TableSchema {
    /// The column of a field.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == field)
    }

    /// The stored integers that say which thing a row speaks of: of each part of the identity the first that
    /// is filled.
    pub fn identity_of(&self, cell: impl Fn(usize) -> i64) -> Vec<i64> {
        let filled = |part: &[&str]| {
            let columns = part.iter().filter_map(|field| self.column(field));
            columns.map(&cell).find(|cell| *cell != MISSING)
        };
        self.identity.iter().map(|part| filled(part).unwrap_or(MISSING)).collect()
    }
}

/// The canonical tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum TableId {
    /// Readings of the Social Selling Index.
    Ssi,
    /// People a seller is connected with.
    Connections,
    /// Invitations to connect, both directions.
    Invitations,
    /// Single messages: times, sides and persons, never texts.
    Messages,
    /// Posts and reposts, with what they brought where known.
    Posts,
    /// One row a day of an account's audience.
    Audience,
    /// A seller's own comments and reactions.
    Activity,
    /// Meetings booked, held, cancelled or missed.
    Meetings,
    /// Referrals logged by hand.
    Referrals,
    /// Links sent to a person.
    LinkSends,
    /// Visits of web pages.
    Pages,
    /// Leads.
    Leads,
    /// Deals (opportunities).
    Deals,
    /// Moves of deals between stages.
    StageChanges,
    /// Touches on the way to a deal.
    Touches,
    /// Paths summed up by a tool.
    Paths,
    /// Purchases of customers.
    Purchases,
    /// Costs, hours included.
    Costs,
    /// Weekly check-ins.
    Checkins,
    /// Dated events to compare before and after.
    Markers,
    /// Conversations that a person says are warm.
    WarmConversations,
    /// How much a term was searched for, relative to a peak.
    SearchInterest,
}

impl TableId {
    /// All tables, in column order of everything that lists them.
    pub const ALL: [TableId; 22] = [
        TableId::Ssi,
        TableId::Connections,
        TableId::Invitations,
        TableId::Messages,
        TableId::Posts,
        TableId::Audience,
        TableId::Activity,
        TableId::Meetings,
        TableId::Referrals,
        TableId::LinkSends,
        TableId::Pages,
        TableId::Leads,
        TableId::Deals,
        TableId::StageChanges,
        TableId::Touches,
        TableId::Paths,
        TableId::Purchases,
        TableId::Costs,
        TableId::Checkins,
        TableId::Markers,
        TableId::WarmConversations,
        TableId::SearchInterest,
    ];

    /// The table's schema.
    pub fn schema(self) -> &'static TableSchema {
        rows::schema(self)
    }

    /// Canonical name, in English in every language.
    pub fn name(self) -> &'static str {
        self.schema().name
    }

    /// The table of a canonical name.
    pub fn by_name(name: &str) -> Option<TableId> {
        TableId::ALL.into_iter().find(|id| id.name() == name)
    }

    /// Position in [`TableId::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_whole() {
        for (index, id) in TableId::ALL.into_iter().enumerate() {
            assert_eq!(id.index(), index);
            let schema = id.schema();
            assert_eq!(schema.id, id);
            assert_eq!(TableId::by_name(schema.name), Some(id));
            for part in schema.identity {
                assert!(!part.is_empty());
                for field in *part {
                    assert!(schema.column(field).is_some(), "{}: no field {field}", schema.name);
                }
            }
            for field in schema.dated_by {
                let column =
                    schema.column(field).unwrap_or_else(|| panic!("{}: no field {field}", schema.name));
                assert_eq!(schema.fields[column].kind, FieldType::Moment);
            }
        }
    }
}
