//! How well a column suits a field, and a table the file.

use std::collections::BTreeMap;

use super::columns::{Column, Columns, MOST_DISTINCT};
use super::hints::{hints, hints_at, is_first_hint};
use super::likeness::words_of;
use super::words::{self, Likenesses};
use crate::facts::{Field, FieldType, TableId};
use crate::sources::TableGuess;

/// A column suits a field from here on.
const LEAST: f64 = 0.5;
/// A table is worth proposing from here on.
const LEAST_TABLE: f64 = 2.5;
/// What a needed field counts for.
const NEEDED: f64 = 2.0;

/// Columns whose names are looked at, from the first: what a list says stands in its first hundreds.
const MOST_NAMED: usize = 512;

/// Whether a name is only the column's place, or a year.
fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a table would make of the columns.
pub(super) struct Fit {
    pub(super) table: TableId,
    /// Column → field.
    pub(super) fields: BTreeMap<String, String>,
    /// Column → the word that its name is like.
    pub(super) words: BTreeMap<String, String>,
    score: f64,
}

impl Fit {
    /// For the page.
    pub(super) fn view(self) -> TableGuess {
        TableGuess { table: self.table.name().to_owned(), columns: self.fields, words: self.words }
    }

    /// Whether it is worth proposing.
    pub(super) fn is_likely(&self) -> bool {
        self.score >= LEAST_TABLE
    }
}

/// Fields of which a table has at least one, where a date is all that it needs: a date and a name alone are
/// days of anything.
const TELLING: [(TableId, &[&str]); 6] = [
    (TableId::Connections, &["name", "profile_url", "email", "company", "position"]),
    (TableId::Posts, &["post_id", "url", "impressions", "kind"]),
    (TableId::Audience, &["impressions", "followers_total", "followers_new"]),
    (TableId::Meetings, &["person", "email", "company", "status"]),
    (TableId::Referrals, &["referrer", "lead_id", "deal_id"]),
    (TableId::Costs, &["amount", "hours"]),
];

/// What every table that could hold some of the columns would make of them, the best first.
pub(super) fn fits(file: &str, columns: &Columns) -> Vec<Fit> {
    let words = |(at, column): (usize, &Column)| match at < MOST_NAMED && !is_number(&column.name) {
        true => words_of(&column.name),
        false => String::new(),
    };
    let named: Vec<String> = columns.each.iter().enumerate().map(words).collect();
    let alike = Likenesses::of(&named);
    let file = words_of(file.rsplit('/').next().unwrap_or(file));
    let mut fits: Vec<Fit> = TableId::ALL
        .into_iter()
        .map(|table| {
            let (score, fields) = fit(table, &file, &named, &alike, columns);
            let words = columns.each.iter().zip(&named).filter_map(|(column, name)| {
                let word = words::word_for(table, fields.get(&column.name)?, name)?;
                let word = if word == name { "" } else { word };
                Some((column.name.clone(), word.to_owned()))
            });
            Fit { table, words: words.collect(), fields, score }
        })
        .filter(|fit| !fit.fields.is_empty())
        .collect();
    // Of equals the first of all tables, as they stand.
    fits.sort_by(|a, b| b.score.total_cmp(&a.score));
    fits
}

/// Gives each field its best column, needed fields first, and adds up how well they suit.
fn fit(
    table: TableId,
    file: &str,
    named: &[String],
    alike: &Likenesses,
    columns: &Columns,
) -> (f64, BTreeMap<String, String>) {
    let fields = table.schema().fields;
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        let is_count = field.kind == FieldType::Number && matches!(table, TableId::Posts | TableId::Audience);
        for (index, column) in columns.each.iter().enumerate() {
            if named.get(index).is_none_or(String::is_empty) {
                continue;
            }
            if is_count && named.get(index).is_some_and(|words| words::is_rate(&column.name, words)) {
                continue;
            }
            let score = suits(field, alike.score(table, field.name, index), column);
            if score >= LEAST {
                pairs.push((score, at, index));
            }
        }
    }
    pairs.sort_by(|a, b| {
        let needed = |pair: &(f64, usize, usize)| fields.get(pair.1).is_some_and(|field| field.needed);
        needed(b).cmp(&needed(a)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2))
    });
    let mut taken = vec![false; columns.each.len()];
    let mut given = vec![false; fields.len()];
    let mut mapping = BTreeMap::new();
    let mut total = 0.0;
    for (score, at, index) in pairs {
        let (Some(field), Some(given), Some(taken)) =
            (fields.get(at), given.get_mut(at), taken.get_mut(index))
        else {
            continue;
        };
        let Some((column, name)) = columns.each.get(index).zip(named.get(index)) else { continue };
        // First and last name make one field together.
        let half = words::is_half_name(name) && mapping.values().any(|known: &String| known == field.name);
        if *taken || (*given && !(half && words::takes_halves(field.name))) {
            continue;
        }
        if !*given {
            total += score * if field.needed { NEEDED } else { 1.0 };
        }
        (*taken, *given) = (true, true);
        mapping.insert(column.name.clone(), field.name.to_owned());
    }
    for (field, given) in fields.iter().zip(&given) {
        if field.needed && !given {
            // An identity can be made of name and date.
            total -= if field.name == "id" { 1.0 } else { 3.0 };
        }
    }
    let tells = TELLING.iter().find(|(of, _)| *of == table);
    if tells
        .is_some_and(|(_, fields)| !fields.iter().any(|field| mapping.values().any(|given| given == field)))
    {
        total -= NEEDED;
    }
    let known = hints(table);
    let hinted = named.iter().filter(|name| hints_at(known, name)).count();
    total += if hinted > 0 { 1.0 } else { 0.0 };
    total += if hints_at(known, file) { 1.5 } else { 0.0 };
    // A file that is named after the table says it more plainly than one that mentions it.
    total += if is_first_hint(known, file) { 0.5 } else { 0.0 };
    (total, mapping)
}

/// How well a column suits a field (0–1): the likeness of its name, unless its values speak against it.
fn suits(field: &Field, score: f64, column: &Column) -> f64 {
    if score < LEAST || column.filled == 0 {
        return score * 0.8;
    }
    let filled = f64::from(column.filled);
    let share = |count: u32| f64::from(count) / filled;
    let (dates, numbers) = (share(column.dates), share(column.numbers));
    let most = filled.min(f64::from(u32::try_from(MOST_DISTINCT).unwrap_or(u32::MAX)));
    let variety = f64::from(column.distinct()) / most;
    let factor = match (field.kind, field.name) {
        (FieldType::Moment, _) if dates < 0.6 => 0.0,
        (FieldType::Number | FieldType::Amount, _) if numbers < 0.6 || dates > 0.6 => 0.0,
        (FieldType::Text, "email") if share(column.emails) < 0.6 => 0.0,
        (FieldType::Text, "profile_url" | "url" | "link" | "shared_url") if share(column.links) < 0.5 => 0.0,
        (FieldType::Text, "id" | "post_id") if variety < 0.5 => 0.4,
        (FieldType::Text, "id" | "post_id") if variety < 0.9 => 0.8,
        (FieldType::Text, "id" | "post_id" | "deal_id" | "lead_id" | "conversation" | "customer") => 1.0,
        (FieldType::Text, _) if dates > 0.6 => 0.0,
        (FieldType::Text, _) if numbers > 0.9 => 0.4,
        (FieldType::Text, "seller") if filled > 20.0 && variety > 0.9 => 0.6,
        (FieldType::Text, "status" | "stage" | "kind" | "direction" | "currency")
            if filled > 100.0 && variety > 0.3 =>
        {
            0.4
        }
        _ => 1.0,
    };
    score * factor
}
