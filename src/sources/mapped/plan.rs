//! Which column fills which field, and how its cells are read.

use std::collections::BTreeMap;

use super::cells::Kind;
use super::{Heading, MappingError, cells};
use crate::facts::{FieldType, MISSING, Moment, Names, TableId, TableSchema, Zone, text_to_cell};
use crate::intake::{Record, normalise};
use crate::sources::values::{NumberStyle, fold_text};
use crate::sources::{DateOrder, Mapping, Source};

/// A field and the columns that fill it.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    /// What is filled.
    pub(super) target: Target,
    /// The columns from 0 and their names, left to right.
    pub(super) columns: Vec<(usize, String)>,
    /// How their cells are read.
    pub(super) kind: Kind,
    /// What values as exported mean, by their folded text.
    pub(super) meanings: BTreeMap<String, String>,
}

/// What a column fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A field of the table, by its place.
    Field(usize),
    /// The sender of a message, who is compared with the seller for want of a direction.
    Sender,
}

fn folded(values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    values.iter().map(|(value, meaning)| (fold_text(value).into_owned(), meaning.clone())).collect()
}

/// A mapping made ready for one file.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) table: TableId,
    pub(super) schema: &'static TableSchema,
    pub(super) bound: Vec<Bound>,
    made_id: Option<MadeId>,
    /// Whether several columns of words are one text each, or alternatives in their order.
    joins_all: bool,
}

/// The places of the fields that an identity is made of.
#[derive(Clone, Debug)]
struct MadeId {
    id: usize,
    names: Vec<usize>,
    created: Option<usize>,
}

impl Plan {
    /// Looks every table, field and column of a mapping up.
    pub(super) fn new(mapping: &Mapping, heading: &Heading) -> Result<Plan, MappingError> {
        let name = mapping.table.as_deref().unwrap_or_default();
        let table = TableId::by_name(name).ok_or_else(|| MappingError::NoTable { table: name.to_owned() })?;
        let schema = table.schema();
        let no_field =
            |field: &str| MappingError::NoField { table: name.to_owned(), field: field.to_owned() };
        let mut columns = Vec::with_capacity(mapping.columns.len());
        for (column, field) in &mapping.columns {
            let at =
                heading.column(column).ok_or_else(|| MappingError::NoColumn { column: column.clone() })?;
            let target = match schema.column(field) {
                Some(place) => Target::Field(place),
                None if table == TableId::Messages && field == "sender" => Target::Sender,
                None => return Err(no_field(field)),
            };
            columns.push((at, column.clone(), target));
        }
        columns.sort_unstable_by_key(|(at, _, _)| *at);
        let mut bound: Vec<Bound> = Vec::new();
        for (at, column, target) in columns {
            match bound.iter_mut().find(|bound| bound.target == target) {
                Some(bound) => bound.columns.push((at, column)),
                None => {
                    let kind = match target {
                        Target::Field(place) => schema.fields.get(place).map(|field| Kind::of(table, field)),
                        Target::Sender => None,
                    };
                    let kind = kind.unwrap_or(Kind::Text);
                    let field = match target {
                        Target::Field(place) => schema.fields.get(place).map_or("", |field| field.name),
                        Target::Sender => "sender",
                    };
                    let meanings = mapping.values.get(field).map(folded).unwrap_or_default();
                    bound.push(Bound { target, columns: vec![(at, column)], kind, meanings });
                }
            }
        }
        if let Some(field) = mapping.constants.keys().find(|field| schema.column(field).is_none()) {
            return Err(no_field(field));
        }
        let mut plan = Plan { table, schema, bound, made_id: None, joins_all: true };
        plan.made_id = plan.find_made_id(mapping);
        Ok(plan)
    }

    /// Takes the columns of a field in the order of a declaration: alternatives, of which the first that is
    /// filled counts, save for the halves of a person's name.
    pub(super) fn follow(&mut self, source: &Source) {
        self.joins_all = false;
        for bound in &mut self.bound {
            bound.columns.sort_by_key(|(_, column)| {
                let column = normalise(column);
                source
                    .columns
                    .iter()
                    .position(|known| known.names.iter().any(|name| normalise(name) == column))
            });
        }
    }

    /// Whether the words of several columns make one text.
    pub(super) fn joins(&self, target: Target) -> bool {
        let Target::Field(place) = target else { return true };
        let Some(field) = self.schema.fields.get(place) else { return false };
        field.kind == FieldType::Text
            && (self.joins_all
                || field.name == "person"
                || field.name == "name" && self.table != TableId::Deals)
    }

    /// The columns that fill a field.
    pub(super) fn bound_to(&self, field: &str) -> Option<&Bound> {
        let place = self.schema.column(field)?;
        self.bound.iter().find(|bound| bound.target == Target::Field(place))
    }

    /// The order of the table's dates, once it is settled.
    pub(super) fn date_order(&self) -> DateOrder {
        let order = self.bound.iter().find_map(|bound| match bound.kind {
            Kind::Moment(order) | Kind::Week(order) => Some(order),
            _ => None,
        });
        order.unwrap_or(DateOrder::Iso)
    }

    /// Whether every row can have a seller.
    pub(super) fn has_seller(&self, mapping: &Mapping) -> bool {
        self.bound_to("seller").is_some() || mapping.constants.contains_key("seller")
    }

    /// The values for every row as stored integers.
    pub(super) fn constants(&self, mapping: &Mapping, names: &mut Names) -> Result<Vec<i64>, MappingError> {
        let mut stored = vec![MISSING; self.schema.fields.len()];
        for (field, value) in &mapping.constants {
            let bad = || MappingError::BadConstant { field: field.clone(), value: value.clone() };
            let place = self.schema.column(field).ok_or_else(bad)?;
            let kind =
                self.schema.fields.get(place).map(|field| Kind::of(self.table, field)).ok_or_else(bad)?;
            let kind = kind.settled(mapping.dates.unwrap_or(DateOrder::Iso), NumberStyle::Point, false);
            let cell = cells::read_text(kind, value, names).map_err(|_| bad())?;
            if let Some(slot) = stored.get_mut(place) {
                *slot = cell.value;
            }
        }
        Ok(stored)
    }

    /// Whether rows get an identity for want of a column.
    pub(super) fn makes_ids(&self) -> bool {
        self.made_id.is_some()
    }

    fn find_made_id(&self, mapping: &Mapping) -> Option<MadeId> {
        let id = self.schema.column("id")?;
        if self.bound_to("id").is_some() || mapping.constants.contains_key("id") {
            return None;
        }
        let place = |field: &str| self.bound_to(field).and(self.schema.column(field));
        let names = ["name", "email", "person", "company"].into_iter().filter_map(place).collect();
        Some(MadeId { id, names, created: place("created") })
    }

    /// Gives a row the identity that no column states: its name and creation date, else its line.
    pub(super) fn make_id(&self, record: &Record, cells: &mut [i64], names: &mut Names) {
        let Some(made) = &self.made_id else { return };
        let filled = |place: &usize| cells.get(*place).copied().filter(|cell| *cell != MISSING);
        let name = made.names.iter().find_map(filled).and_then(|cell| u32::try_from(cell).ok());
        let text = match name {
            None => format!("row {}", record.line()),
            Some(number) => {
                let created = made.created.as_ref().and_then(filled).unwrap_or(MISSING);
                made_id(names.text(crate::facts::Sym(number)), created)
            }
        };
        if let Some(cell) = cells.get_mut(made.id) {
            *cell = text_to_cell(names.intern(&text));
        }
    }
}

/// The identity of a thing whose file states none: its name and the day on which it was created, as stored.
pub(super) fn made_id(name: &str, created: i64) -> String {
    let mut text = fold_text(name).into_owned();
    if created != MISSING {
        text.push(' ');
        text.push_str(&Moment::from_raw(created).day(&Zone::utc()).iso());
    }
    text
}
