//! Declared exports whose tables are read as mapped tables are: the declaration is a ready-made mapping.

use super::canonical::with_additions;
use super::declaration::Source;
use super::mapped::{Origin, TableSource, is_of_brand, read_mapped};
use super::recognise::Recognised;
use super::stated_end::{in_name, in_preamble, is_named_as_declared, tells_until};
use super::{Mapping, Outcome};
use crate::facts::{Day, FileFacts};
use crate::intake::{limits, peek};

/// Reads a recognised table. `said` adds a person's constants and order of dates.
pub fn read_declared(
    file: &str,
    table: &mut dyn TableSource,
    found: &Recognised,
    said: &Mapping,
) -> (Outcome, Option<FileFacts>) {
    let mut mapping = with_additions(declared_mapping(found), said);
    // What was said of all files, such as whose they are, need not fit this one.
    let schema = found.source.tables.first().map(|table| table.schema());
    mapping.constants.retain(|field, _| schema.is_some_and(|schema| schema.column(field).is_some()));
    if is_of_brand(&mapping) {
        mapping.constants.remove("seller");
    }
    let stated = stated_end(file, table, found);
    match read_mapped(file, table, &mapping, Origin::Declared(found.source)) {
        Ok(mut read) => {
            if let Some(end) = stated {
                tells_until(&mut read.facts, end);
            }
            // The table is the declaration's, not a person's: without it the answer to a question is
            // added to the declaration when the file is read again.
            let mapping = Mapping { file: file.to_owned(), ..said.clone() };
            let summary = read.facts.summary.clone();
            let outcome = Outcome::Read { summary, mapping: Some(mapping), questions: read.questions };
            (outcome, Some(read.facts))
        }
        Err(error) => (Outcome::Refused { file: file.to_owned(), refusal: error.refusal() }, None),
    }
}

/// The day up to which the file says that it tells: in its name, where that is as the tool gives it, else
/// above its header.
fn stated_end(file: &str, table: &mut dyn TableSource, found: &Recognised) -> Option<Day> {
    if is_named_as_declared(found.source, file)
        && let Some(day) = in_name(file)
    {
        return Some(day);
    }
    let mut rows = table.rows().ok()?;
    let sample = peek(rows.as_mut(), limits::HEADER_ROWS).ok()?;
    let above = sample.records.iter().take_while(|record| record.line() < found.header.line);
    in_preamble(above, found.source.dates)
}

/// The mapping that a declaration stands for, with the names that the file gives its columns.
fn declared_mapping(found: &Recognised) -> Mapping {
    let source: &Source = found.source;
    let text = |words: &&str| (*words).to_owned();
    let mut mapping = Mapping {
        table: source.tables.first().map(|table| table.name().to_owned()),
        dates: source.dates,
        ..Mapping::default()
    };
    for column in source.columns.iter().filter(|column| !column.field.is_empty()) {
        let at = column.names.iter().find_map(|name| found.header.position(name));
        if let Some(name) = at.and_then(|at| found.header.names.get(at)) {
            mapping.columns.insert(name.clone(), column.field.to_owned());
        }
    }
    for (field, words) in source.constants {
        mapping.constants.insert(text(field), text(words));
    }
    for (field, value, meaning) in source.values {
        mapping.values.entry(text(field)).or_default().insert(text(value), text(meaning));
    }
    mapping
}
