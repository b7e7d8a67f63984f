//! The reader of mapped tables: a person (or a canonical header) says which column is which field,
//! and every row becomes a fact or is accounted for.
//!
//! | file | holds |
//! |---|---|
//! | `heading` | the row of names, and one name per column |
//! | `plan` | which column fills which field |
//! | `row` | one row to stored integers, or why it is left out |
//! | `settle` | order of dates and decimal mark, decided over whole columns |
//! | `cells` | one cell to one stored integer |
//! | `finish` | a row that a declared source looks at again |
//! | `footer` | totals and furniture below a report |
//! | `typed` | a row that a person types |
//! | `rules` | what a declaration says of its rows |
//! | `account` | data ends and period of what was read |

mod account;
mod cells;
mod finish;
mod footer;
mod heading;
mod plan;
mod row;
mod rules;
mod settle;
#[cfg(test)]
mod tests;
mod typed;

use thiserror::Error;

use super::long_rows::LongRows;
use super::values::account_kind;
use super::{DateOrder, Mapping, MappingDelimiter, Question, Refusal, Source, Special};
use crate::facts::{FileFacts, LeftOutRow, Notice, Reason, TableId};
use crate::intake::{Delimiter, Dialect, IntakeError, Record, Rows, Text};

pub use finish::MappedRow;
pub use heading::{Heading, heading};
pub use typed::{TypedFault, typed_cells};

use finish::Reached;
use plan::Plan;

/// A table that can be read from the first row as often as needed.
pub trait TableSource {
    /// Its rows, from the first.
    ///
    /// # Errors
    /// Anything that keeps the table from being opened.
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, IntakeError>;

    /// Says what parts its cells. Sheets of workbooks have nothing to say it to.
    fn set_delimiter(&mut self, _delimiter: Delimiter) {}

    /// What parts its cells, where something does.
    fn delimiter(&self) -> Option<Delimiter> {
        None
    }

    /// How its letters are written, where they are bytes.
    fn encoding(&self) -> Option<&'static str> {
        None
    }

    /// What was decided or repaired while its bytes were decoded.
    fn notices(&self) -> Vec<Notice> {
        Vec::new()
    }
}

impl TableSource for Text {
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, IntakeError> {
        Ok(Box::new(Text::rows(self)))
    }

    fn set_delimiter(&mut self, delimiter: Delimiter) {
        self.set_dialect(Dialect { delimiter, ..self.dialect() });
    }

    fn delimiter(&self) -> Option<Delimiter> {
        Some(self.dialect().delimiter)
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(Text::encoding(self).label())
    }

    fn notices(&self) -> Vec<Notice> {
        let each = Text::notices(self).iter();
        each.map(|known| {
            let args = known.args();
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            notice(known.key().strip_prefix("notice.").unwrap_or(known.key()), &args)
        })
        .collect()
    }
}

impl MappingDelimiter {
    /// What a person would call it; none for marks that only machines write.
    pub fn of(delimiter: Delimiter) -> Option<MappingDelimiter> {
        let all = [
            MappingDelimiter::Comma,
            MappingDelimiter::Semicolon,
            MappingDelimiter::Tab,
            MappingDelimiter::Pipe,
            MappingDelimiter::Spaces,
        ];
        all.into_iter().find(|known| known.intake() == delimiter)
    }

    /// The same for the reader of rows.
    pub fn intake(self) -> Delimiter {
        match self {
            MappingDelimiter::Comma => Delimiter::Comma,
            MappingDelimiter::Semicolon => Delimiter::Semicolon,
            MappingDelimiter::Tab => Delimiter::Tab,
            MappingDelimiter::Pipe => Delimiter::Pipe,
            MappingDelimiter::Spaces => Delimiter::Spaces,
        }
    }
}

/// Who said what the columns are.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// A person, now or remembered.
    Mapped,
    /// The header itself, by using the canonical names.
    Canonical,
    /// A declared source, recognised by its columns.
    Declared(&'static Source),
}

/// Why a mapping cannot be followed.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MappingError {
    /// There is no such table.
    #[error("the mapping names no known table: {table:?}")]
    NoTable {
        /// The name given, blank for none.
        table: String,
    },
    /// The table has no such field.
    #[error("the table {table} has no field {field:?}")]
    NoField {
        /// The table.
        table: String,
        /// The name given.
        field: String,
    },
    /// The file has no such column.
    #[error("the file has no column {column:?}")]
    NoColumn {
        /// The name given.
        column: String,
    },
    /// The file has columns and no row below them.
    #[error("no row below the columns {columns}")]
    NoRows {
        /// Their names.
        columns: String,
    },
    /// A value for every row that the field cannot hold.
    #[error("{value:?} is no value for the field {field}")]
    BadConstant {
        /// The field.
        field: String,
        /// The value given.
        value: String,
    },
    /// The file itself.
    #[error(transparent)]
    File(#[from] IntakeError),
}

impl MappingError {
    /// The same for the page: message `error.<code>` and what to put into its places.
    pub fn refusal(&self) -> Refusal {
        let arg = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let (code, args) = match self {
            MappingError::NoTable { table } => ("mapping.no_table", vec![arg("table", table)]),
            MappingError::NoField { table, field } => {
                ("mapping.no_field", vec![arg("table", table), arg("field", field)])
            }
            MappingError::NoColumn { column } => ("mapping.no_column", vec![arg("column", column)]),
            MappingError::NoRows { columns } => ("no_rows", vec![arg("columns", columns)]),
            MappingError::BadConstant { field, value } => {
                ("mapping.bad_constant", vec![arg("field", field), arg("value", value)])
            }
            MappingError::File(error) => {
                let code = error.key();
                let code = code.strip_prefix("error.").unwrap_or(&code).to_owned();
                let args = error.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                return Refusal { code, args };
            }
        };
        Refusal { code: code.to_owned(), args }
    }
}

/// What a mapped table gave.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// Its facts and its account.
    pub facts: FileFacts,
    /// What to ask before it is counted.
    pub questions: Vec<Question>,
    /// How its dates are written, where their order matters.
    pub date_form: Option<String>,
}

/// Reads a table by a mapping. `file` is the name it goes by; of a sheet `file.xlsx/Sheet`.
///
/// Where the order of dates is open it is assumed (the one in which fewest rows end before they begin,
/// else day first), noted and asked. A table that needs an `id` which no column is mapped to goes by
/// name and creation date, else by its line.
///
/// # Errors
/// A mapping that does not fit the tables or the file, or anything wrong with the file.
pub fn read_mapped(
    file: &str,
    table: &mut dyn TableSource,
    mapping: &Mapping,
    origin: Origin,
) -> Result<Mapped, MappingError> {
    if let Some(delimiter) = mapping.delimiter {
        table.set_delimiter(delimiter.intake());
    }
    let heading = heading(table, Some(mapping))?;
    let mut plan = Plan::new(mapping, &heading)?;
    if let Origin::Declared(source) = origin {
        plan.follow(source);
    }
    let mut out = FileFacts::default();
    file.clone_into(&mut out.summary.file);
    out.summary.source = match origin {
        Origin::Mapped => format!("mapped.{}", plan.schema.name),
        Origin::Canonical => format!("canonical.{}", plan.schema.name),
        Origin::Declared(source) => source.id.to_owned(),
    };
    let finish = match origin {
        Origin::Declared(Source { special: Special::Mapped(finish), .. }) => *finish,
        _ => None,
    };
    let rules = match origin {
        Origin::Declared(source) => rules::Rules::of(source, &heading),
        _ => rules::Rules::default(),
    };
    let above = if finish.is_some() { rules::above(table, &heading)? } else { Vec::new() };
    let mut questions = Vec::new();
    let notices = &mut out.summary.notices;
    let date_form = settle::settle(&mut plan, table, &heading, mapping, notices, &mut questions)?;
    questions.extend(owner_question(plan.table, plan.has_seller(mapping) || is_of_brand(mapping)));

    let constants = plan.constants(mapping, &mut out.facts.names)?;
    let mut rows = table.rows()?;
    heading.skip(rows.as_mut())?;
    let mut record = Record::default();
    let mut cells = constants.clone();
    let mut further: Vec<(TableId, Vec<i64>)> = Vec::new();
    let mut reached = Reached::default();
    let mut shared = rules.shared();
    let mut long_rows = LongRows::beyond(heading.names.len());
    while rows.read(&mut record)? {
        out.summary.rows = out.summary.rows.saturating_add(1);
        long_rows.see(&record);
        shared.fill(&mut record);
        cells.copy_from_slice(&constants);
        let mut fault = row::fill(&plan, &record, &mut out.facts.names, &mut cells).err();
        let is_whole = fault.is_none() && row::check(&plan, &cells).is_ok();
        if rules.is_footer(&record, is_whole) || footer::is_footer(&plan, &record, !is_whole) {
            fault = Some(row::Fault { reason: Reason::Footer, column: None });
        }
        let line = u32::try_from(record.line()).unwrap_or(u32::MAX);
        let mut is_moved = false;
        if let (None, Some(finish)) = (&fault, finish) {
            let (facts, plan, cells) = (&mut out.facts, &plan, &mut cells);
            let (heading, record, above) = (&heading, &record, &above);
            let (further, reached) = (&mut further, &mut reached);
            let mut row =
                MappedRow { file, heading, record, plan, cells, facts, is_moved, further, above, reached };
            fault = finish(&mut row).err().map(|reason| row::Fault { reason, column: None });
            is_moved = row.is_moved;
        }
        match fault.or_else(|| row::check(&plan, &cells).err()) {
            None => {
                if !is_moved {
                    out.facts.table_mut(plan.table).push(&cells, 0, line);
                }
                for (table, cells) in further.drain(..) {
                    out.facts.table_mut(table).push(&cells, 0, line);
                }
            }
            Some(row::Fault { reason, column }) => {
                further.clear();
                let blamed = column.as_ref().and_then(|name| heading.column(name));
                let cells = shortened(&record, blamed, &rules.hidden);
                out.summary.leave_out(LeftOutRow { line, reason, column, cells });
            }
        }
    }
    out.summary.name_columns(&heading.names);
    let tally = rows.tally();
    drop(rows);
    out.summary.notices.extend(table.notices());
    if tally.stray_quotes > 0 {
        let line = tally.first_stray_quote_line.unwrap_or_default();
        let args = [("count", tally.stray_quotes.to_string()), ("line", line.to_string())];
        out.summary
            .notices
            .push(notice("stray_quotes", &args.each_ref().map(|(name, text)| (*name, text.as_str()))));
    }
    out.summary.notices.extend(long_rows.notice());
    if plan.makes_ids() {
        out.summary.notices.push(notice("made_ids", &[]));
    }
    if out.facts.table(plan.table).is_empty() {
        // Nothing is there that would be anybody's.
        questions.retain(|question| !matches!(question, Question::Owner { .. }));
    }
    account::close(&plan, &mut out, &reached);
    Ok(Mapped { facts: out, questions, date_form })
}

/// What would have to be asked before a table is read by a mapping, and the order of its dates where a
/// date settles it.
///
/// # Errors
/// As [`read_mapped`].
pub fn questions(
    table: &mut dyn TableSource,
    heading: &Heading,
    mapping: &Mapping,
) -> Result<(Vec<Question>, Option<DateOrder>), MappingError> {
    let mut plan = Plan::new(mapping, heading)?;
    let mut questions = Vec::new();
    settle::settle(&mut plan, table, heading, mapping, &mut Vec::new(), &mut questions)?;
    let order = plan.bound.iter().find_map(|bound| match bound.kind {
        cells::Kind::Moment(order) if order != DateOrder::Iso && questions.is_empty() => Some(order),
        _ => None,
    });
    questions.extend(owner_question(plan.table, plan.has_seller(mapping) || is_of_brand(mapping)));
    Ok((questions, order))
}

/// Asks whose export it is, where rows can have a seller and nothing says which.
fn owner_question(table: TableId, has_seller: bool) -> Option<Question> {
    let asks = !has_seller && table.schema().column("seller").is_some();
    asks.then(|| Question::Owner { tables: vec![table], candidates: Vec::new() })
}

/// Whether every row is of a brand's page, which is no seller's.
pub fn is_of_brand(mapping: &Mapping) -> bool {
    mapping.constants.get("account").is_some_and(|words| account_kind(words) == Some("brand"))
}

/// A row's cells for the account of left-out rows, the one to blame among them, without those that hold the
/// texts of people.
fn shortened(record: &Record, blamed: Option<usize>, hidden: &[usize]) -> Vec<String> {
    const LONGEST: usize = 60;
    const MOST: usize = 24;
    (0..record.width().min(MOST.max(blamed.map_or(0, |column| column + 1))))
        .map(|column| {
            if hidden.contains(&column) {
                return String::from("…");
            }
            let text = record.text(column);
            match text.char_indices().nth(LONGEST) {
                Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                None => text.into_owned(),
            }
        })
        .collect()
}

fn notice(code: &str, args: &[(&str, &str)]) -> Notice {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Notice { code: code.to_owned(), args }
}
