//! What a row has in common with one of another table.

use std::collections::HashMap;

use super::OwnLink;
use super::fits::{Rows, text};
use crate::facts::{MISSING, People, PersonId, Sym, fold_name};
use crate::metrics::Context;

/// What a row can be found by.
enum Mark {
    Person(PersonId),
    Text(String),
}

/// The columns that tell what a row can be found by.
pub(super) struct Marks {
    link: OwnLink,
    /// Column of the profile address, the e-mail address and the name; of other links the first only.
    columns: [Option<usize>; 3],
}

impl Marks {
    pub fn new(link: OwnLink, rows: &Rows<'_>) -> Marks {
        let schema = rows.table.schema();
        let fields = link.fields(rows.table.id);
        let of = |names: &[&str]| {
            fields.iter().find(|field| names.contains(field)).and_then(|field| schema.column(field))
        };
        let columns = match link {
            OwnLink::Person => {
                [of(&["profile_url"]), of(&["email"]), of(&["person", "name", "customer", "referrer"])]
            }
            _ => [fields.first().and_then(|field| schema.column(field)), None, None],
        };
        Marks { link, columns }
    }

    /// None where nothing is known that a row could be found by.
    fn of(&self, ctx: &Context<'_>, rows: &Rows<'_>, row: usize) -> Option<Mark> {
        let [first, email, name] = self.columns.map(|column| {
            let cell = column.map_or(MISSING, |column| rows.table.cell(column, row));
            ctx.text(text(cell))
        });
        let mark = match self.link {
            OwnLink::Person => {
                let person = PersonId::new(first, email, name);
                return (!person.is_blank()).then_some(Mark::Person(person));
            }
            OwnLink::Row => row.to_string(),
            OwnLink::Company => fold_name(first),
            // Numbers of things are compared as they stand.
            _ => first.to_owned(),
        };
        (!mark.is_empty()).then_some(Mark::Text(mark))
    }
}

/// Rows to be found by what they have in common with others.
pub(super) struct Found<T> {
    people: People<(Sym, T)>,
    texts: HashMap<String, Vec<(Sym, T)>>,
}

impl<T: Copy> Found<T> {
    pub fn new(ctx: &Context<'_>) -> Found<T> {
        Found { people: People::under(ctx.facts.acquainted.clone()), texts: HashMap::new() }
    }

    /// Adds a row, where it can be found.
    pub fn add(&mut self, ctx: &Context<'_>, marks: &Marks, rows: &Rows<'_>, row: usize, what: T) {
        let seller = rows.seller(row);
        match marks.of(ctx, rows, row) {
            Some(Mark::Person(person)) => self.people.insert(person, (seller, what)),
            Some(Mark::Text(text)) => self.texts.entry(text).or_default().push((seller, what)),
            None => {}
        }
    }

    /// What has the same mark as a row; none where the row has no mark. People are those of the same seller,
    /// where both rows have one.
    pub fn of(&self, ctx: &Context<'_>, marks: &Marks, rows: &Rows<'_>, row: usize) -> Option<Vec<T>> {
        let seller = rows.seller(row);
        Some(match marks.of(ctx, rows, row)? {
            Mark::Person(person) => {
                let same = |other: Sym| seller.is_blank() || other.is_blank() || seller == other;
                let found = self.people.find(&person).into_iter();
                found.filter(|(other, _)| same(*other)).map(|(_, what)| *what).collect()
            }
            Mark::Text(text) => {
                let found = self.texts.get(&text).map_or(&[][..], Vec::as_slice);
                found.iter().map(|(_, what)| *what).collect()
            }
        })
    }
}
