//! What a person says of a metric of their own.

use serde::{Deserialize, Serialize};

use crate::facts::{FieldType, TableId};
use crate::metrics::{Better, Stage};

/// What comes before the name in the id of such a metric, so that it is told from the catalogue's.
const MARK: &str = "own:";

/// Tables that such a metric can count, in the order in which they are offered.
const TABLES: [TableId; 17] = [
    TableId::Connections,
    TableId::Invitations,
    TableId::Messages,
    TableId::WarmConversations,
    TableId::Meetings,
    TableId::Referrals,
    TableId::LinkSends,
    TableId::Posts,
    TableId::Activity,
    TableId::Ssi,
    TableId::Leads,
    TableId::Deals,
    TableId::StageChanges,
    TableId::Touches,
    TableId::Purchases,
    TableId::Costs,
    TableId::Checkins,
];

/// A metric that a person made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMetric {
    /// Its name; no other of theirs has it.
    pub name: String,
    /// What it says of the rows.
    pub kind: OwnKind,
    /// The rows it begins with: those counted, those of which a share is asked, those that a time begins with.
    pub of: OwnPart,
    /// The rows that they lead to: what makes a hit, what ends the time. A count has none.
    #[serde(default)]
    pub to: Option<OwnPart>,
    /// What the two have in common.
    #[serde(default)]
    pub link: OwnLink,
    /// Days that are given; none for as long as the data goes.
    #[serde(default)]
    pub within_days: Option<u32>,
    /// Which direction is good.
    pub better: Better,
    /// Activity or result.
    pub stage: Stage,
}

/// What a metric says of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnKind {
    /// How many.
    Count,
    /// How many of them led to the others.
    Rate,
    /// How long it took until the others.
    Time,
}

/// Rows of a table that are meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPart {
    /// The table.
    pub table: TableId,
    /// The field that dates a row.
    pub date: String,
    /// What must hold of a row, all of it.
    #[serde(default)]
    pub conditions: Vec<Condition>,
}

/// What must hold of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The field.
    pub field: String,
    /// How it is held against the value.
    pub test: Test,
    /// What it is held against.
    #[serde(default)]
    pub value: String,
}

/// How a field is held against a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Is one of the values, which commas part.
    Is,
    /// Is known, and none of them.
    IsNot,
    /// Holds the words of one of them, in their order.
    Holds,
    /// Is at least so much.
    AtLeast,
    /// Is at most so much.
    AtMost,
    /// Is known.
    Known,
    /// Is not known.
    Unknown,
}

/// What two rows have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnLink {
    /// The same person, and the same seller where both have one.
    #[default]
    Person,
    /// The same lead.
    Lead,
    /// The same deal.
    Deal,
    /// The same company.
    Company,
    /// They are one row.
    Row,
    /// Nothing: the one number is divided by the other.
    Nothing,
}

impl Test {
    /// All of them.
    pub const ALL: [Test; 7] =
        [Test::Is, Test::IsNot, Test::Holds, Test::AtLeast, Test::AtMost, Test::Known, Test::Unknown];

    /// In the words of a file.
    pub fn id(self) -> &'static str {
        match self {
            Test::Is => "is",
            Test::IsNot => "is_not",
            Test::Holds => "holds",
            Test::AtLeast => "at_least",
            Test::AtMost => "at_most",
            Test::Known => "known",
            Test::Unknown => "unknown",
        }
    }

    /// Whether it needs a value.
    pub fn has_value(self) -> bool {
        !matches!(self, Test::Known | Test::Unknown)
    }

    /// Whether it can be asked of a field.
    pub fn fits(self, kind: FieldType) -> bool {
        match self {
            Test::Known | Test::Unknown => true,
            Test::Is | Test::IsNot => !matches!(kind, FieldType::Moment),
            Test::Holds => kind == FieldType::Text,
            Test::AtLeast | Test::AtMost => matches!(kind, FieldType::Number | FieldType::Amount),
        }
    }
}

impl OwnLink {
    /// All of them.
    pub const ALL: [OwnLink; 6] =
        [OwnLink::Person, OwnLink::Lead, OwnLink::Deal, OwnLink::Company, OwnLink::Row, OwnLink::Nothing];

    /// In the words of a file.
    pub fn id(self) -> &'static str {
        match self {
            OwnLink::Person => "person",
            OwnLink::Lead => "lead",
            OwnLink::Deal => "deal",
            OwnLink::Company => "company",
            OwnLink::Row => "row",
            OwnLink::Nothing => "nothing",
        }
    }

    /// The fields of a table that tell it, best first.
    pub fn fields(self, table: TableId) -> Vec<&'static str> {
        let wanted: &[&str] = match (self, table) {
            (OwnLink::Person, TableId::Purchases) => &["customer"],
            (OwnLink::Person, TableId::Deals) => &["person"],
            (OwnLink::Person, TableId::Referrals) => &["referrer"],
            (OwnLink::Person, _) => &["profile_url", "email", "person", "name"],
            (OwnLink::Lead, TableId::Leads) | (OwnLink::Deal, TableId::Deals) => &["id"],
            (OwnLink::Lead, _) => &["lead_id"],
            (OwnLink::Deal, _) => &["deal_id"],
            (OwnLink::Company, TableId::Purchases) => &["customer"],
            (OwnLink::Company, _) => &["company"],
            (OwnLink::Row | OwnLink::Nothing, _) => &[],
        };
        let schema = table.schema();
        wanted.iter().copied().filter(|field| schema.column(field).is_some()).collect()
    }
}

impl OwnPart {
    /// A table with its first date and no condition.
    pub fn of(table: TableId) -> OwnPart {
        let date = OwnPart::dates(table).first().copied().unwrap_or_default().to_owned();
        OwnPart { table, date, conditions: Vec::new() }
    }

    /// The fields of a table that can date its rows.
    pub fn dates(table: TableId) -> Vec<&'static str> {
        let fields = table.schema().fields.iter();
        fields.filter(|field| field.kind == FieldType::Moment).map(|field| field.name).collect()
    }

    /// Whether its table has the fields that it speaks of, and each condition can be asked.
    fn is_whole(&self) -> bool {
        let schema = self.table.schema();
        let can_ask = |condition: &Condition| {
            let field = schema.fields.iter().find(|field| field.name == condition.field);
            field.is_some_and(|field| condition.test.fits(field.kind))
                && (!condition.test.has_value() || !condition.value.trim().is_empty())
        };
        OwnMetric::tables().contains(&self.table)
            && OwnPart::dates(self.table).contains(&self.date.as_str())
            && self.conditions.iter().all(can_ask)
    }
}

impl OwnMetric {
    /// The tables that can be counted.
    pub fn tables() -> &'static [TableId] {
        &TABLES
    }

    /// Its id: a mark and its name.
    pub fn id(&self) -> String {
        format!("{MARK}{}", self.name)
    }

    /// The name in an id; none in one of the catalogue's.
    pub fn name_in(id: &str) -> Option<&str> {
        id.strip_prefix(MARK)
    }

    /// Whether the two tables can be joined in this way.
    pub fn can_link(link: OwnLink, of: TableId, to: TableId, kind: OwnKind) -> bool {
        match link {
            OwnLink::Row => of == to,
            OwnLink::Nothing => kind == OwnKind::Rate,
            _ => !link.fields(of).is_empty() && !link.fields(to).is_empty(),
        }
    }

    /// Whether all is said that it needs.
    pub fn is_whole(&self) -> bool {
        let parts = match (self.kind, &self.to) {
            (OwnKind::Count, _) => true,
            (_, None) => false,
            (kind, Some(to)) => {
                to.is_whole() && OwnMetric::can_link(self.link, self.of.table, to.table, kind)
            }
        };
        !self.name.trim().is_empty() && self.of.is_whole() && parts
    }
}

#[cfg(test)]
mod definition_tests {
    use super::*;

    #[test]
    fn every_table_offered_has_a_date() {
        assert!(TABLES.iter().all(|table| !OwnPart::dates(*table).is_empty()));
    }

    #[test]
    fn what_is_not_said_in_full_is_told() {
        let mut metric = OwnMetric {
            name: "Demos".into(),
            kind: OwnKind::Rate,
            of: OwnPart::of(TableId::Leads),
            to: None,
            link: OwnLink::Lead,
            within_days: None,
            better: Better::Higher,
            stage: Stage::Leading,
        };
        assert!(!metric.is_whole());
        metric.to = Some(OwnPart::of(TableId::Deals));
        assert!(metric.is_whole());
        metric.link = OwnLink::Row;
        assert!(!metric.is_whole());
        metric.link = OwnLink::Lead;
        let condition =
            |field: &str, test, value: &str| Condition { field: field.into(), test, value: value.into() };
        metric.of.conditions = vec![condition("created", Test::Holds, "x")];
        assert!(!metric.is_whole());
        metric.of.conditions = vec![condition("status", Test::Is, " ")];
        assert!(!metric.is_whole());
        metric.of.conditions = vec![condition("status", Test::Known, "")];
        assert!(metric.is_whole());
        assert_eq!(OwnMetric::name_in(&metric.id()), Some("Demos"));
        assert_eq!(OwnMetric::name_in("ssi"), None);
    }
}
