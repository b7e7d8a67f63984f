//! Files whose header uses the canonical names are recognised without a mapping.

use super::Mapping;
use super::mapped::Heading;
use super::values::fold_text;
use crate::facts::{TableId, TableSchema};
use crate::intake::normalise;

/// How a header answers to one table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Columns that carry a canonical name of the table.
    matched: usize,
    /// Whether the file's name says the table's.
    named: bool,
}

/// The mapping of a header to the table whose canonical names it uses: every needed field is there, and
/// at least half of the columns (three, or all of two) are fields of the table. The table with most matched fields wins, then
/// the one that the file is named after; two that are equal are no recognition, since a lead and a deal
/// may share all their columns.
pub fn recognise(file: &str, heading: &Heading) -> Option<Mapping> {
    heading.line?;
    let names: Vec<String> = heading.names.iter().map(|name| canonical_spelling(name)).collect();
    let mut fits: Vec<(Fit, TableId)> = TableId::ALL
        .into_iter()
        .filter_map(|table| {
            let schema = table.schema();
            let matched = names.iter().filter(|name| field_of(schema, name).is_some()).count();
            let whole = schema.fields.iter().filter(|field| field.needed).all(|field| {
                let sender = table == TableId::Messages && field.name == "direction";
                names.iter().any(|name| name == field.name || (sender && name == "sender"))
            });
            // Two names alone may be chance (`Date`, `Status`), unless the table is made of nothing else.
            let by_chance = matched < 2 || (matched == 2 && names.len() > 2);
            let fits = whole && !by_chance && matched * 2 >= names.len();
            fits.then(|| (Fit { matched, named: is_named_after(file, schema.name) }, table))
        })
        .collect();
    fits.sort();
    let (best, table) = fits.pop()?;
    if fits.last().is_some_and(|(other, _)| *other == best) {
        return None;
    }
    let columns = heading
        .names
        .iter()
        .zip(&names)
        .filter_map(|(name, spelled)| Some((name.clone(), field_of(table.schema(), spelled)?.to_owned())))
        .collect();
    Some(Mapping {
        file: file.to_owned(),
        table: Some(table.name().to_owned()),
        columns,
        ..Mapping::default()
    })
}

/// A mapping with what an entry without a table adds: constants, values, order of dates, delimiter.
pub fn with_additions(mut mapping: Mapping, added: &Mapping) -> Mapping {
    mapping.constants.extend(added.constants.clone());
    for (field, values) in &added.values {
        mapping.values.entry(field.clone()).or_default().extend(values.clone());
    }
    mapping.dates = added.dates.or(mapping.dates);
    mapping.decimals = added.decimals.or(mapping.decimals);
    mapping.delimiter = added.delimiter.or(mapping.delimiter);
    mapping.encoding = added.encoding.clone().or(mapping.encoding);
    mapping
}

/// A column name as the canonical names are spelled: lower case, words joined by `_`.
fn canonical_spelling(name: &str) -> String {
    normalise(name).replace(' ', "_")
}

fn field_of(schema: &TableSchema, name: &str) -> Option<&'static str> {
    let sender = schema.id == TableId::Messages && name == "sender";
    schema.fields.iter().map(|field| field.name).find(|field| *field == name).or(sender.then_some("sender"))
}

/// Whether the words of a file's name begin with those of a table's, in singular or plural.
fn is_named_after(file: &str, table: &str) -> bool {
    let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = fold_text(base.split('.').next().unwrap_or(base)).replace(['-', ' '], "_");
    stem.contains(table.strip_suffix('s').unwrap_or(table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn heading(names: &[&str]) -> Heading {
        Heading { line: Some(1), names: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    fn table_of(file: &str, names: &[&str]) -> Option<String> {
        recognise(file, &heading(names)).and_then(|mapping| mapping.table)
    }

    #[test]
    fn every_table_is_recognised_by_its_whole_header() {
        for table in TableId::ALL {
            let fields: Vec<&str> = table.schema().fields.iter().map(|field| field.name).collect();
            let found = recognise("upload.csv", &heading(&fields)).unwrap();
            assert_eq!(found.table.as_deref(), Some(table.name()));
            assert_eq!(found.columns.len(), fields.len());
        }
    }

    #[rstest]
    #[case("x.csv", &["Date", "Label"], Some("markers"))]
    #[case("x.csv", &["id", "status", "created", "closed", "amount", "note"], Some("deals"))]
    #[case("x.csv", &["seller", "conversation", "sender", "sent_at"], Some("messages"))]
    #[case("x.csv", &["Sent At", "Direction", "Name"], Some("invitations"))]
    #[case("leads.csv", &["id", "created", "status", "source"], Some("leads"))]
    #[case("Q3 deals.csv", &["id", "created", "status", "source"], Some("deals"))]
    #[case("x.csv", &["id", "created", "status", "source"], None)]
    #[case("x.csv", &["id", "amount"], None)]
    #[case("x.csv", &["date"], None)]
    #[case("x.csv", &["date", "impressions", "likes", "bookmarks", "replies", "profile visits"], None)]
    #[case("x.csv", &[], None)]
    fn headers(#[case] file: &str, #[case] names: &[&str], #[case] expected: Option<&str>) {
        assert_eq!(table_of(file, names).as_deref(), expected);
    }

    #[test]
    fn an_entry_without_table_adds_its_words() {
        let mut added = Mapping::default();
        added.constants.insert("seller".into(), "Ada Ek".into());
        let mapping = recognise("m.csv", &heading(&["date", "person", "status"])).unwrap();
        assert_eq!(with_additions(mapping, &added).constants["seller"], "Ada Ek");
    }
}
