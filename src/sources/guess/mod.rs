//! What an unknown table may be: a first answer for a person to correct.
//!
//! | file | holds |
//! |---|---|
//! | `word_lists` | what people call the fields, in five languages and some neighbours |
//! | `words` | how much a column's name is like them |
//! | `likeness` | how much a column name is like those words |
//! | `hints` | words that speak for a table |
//! | `columns` | what the values of a column look like |
//! | `fit` | how well a column suits a field, and a table the file |

mod columns;
mod fit;
mod hints;
mod likeness;
#[cfg(test)]
mod tests;
mod word_lists;
mod words;

use super::mapped::{MappingError, TableSource, heading, questions};
use super::{Mapping, MappingDelimiter, UnknownTable};
use columns::Columns;

/// Looks at an unknown table: its columns over all rows, the likeliest mapping, and what to ask.
/// `file` is the name it goes by; of a sheet `file.xlsx/Sheet`. `said` overrules whether there is a
/// header and what parts the cells.
///
/// # Errors
/// Anything wrong with the file.
pub fn view(
    file: &str,
    table: &mut dyn TableSource,
    said: Option<&Mapping>,
) -> Result<UnknownTable, MappingError> {
    if let Some(delimiter) = said.and_then(|said| said.delimiter) {
        table.set_delimiter(delimiter.intake());
    }
    let said = said.map(|said| Mapping { columns: Default::default(), ..said.clone() });
    let heading = heading(table, said.as_ref())?;
    let columns = Columns::read(table, &heading)?;
    let fits = fit::fits(file, &columns);
    let mut guess = Mapping {
        file: file.to_owned(),
        header: heading.line.is_none().then_some(false),
        delimiter: said.as_ref().and_then(|said| said.delimiter),
        encoding: said.and_then(|said| said.encoding),
        ..Mapping::default()
    };
    let mut asked = Vec::new();
    if let Some(best) = fits.first().filter(|fit| fit.is_likely()) {
        guess.table = Some(best.table.name().to_owned());
        guess.columns = best.fields.clone();
        (asked, guess.dates) = questions(table, &heading, &guess)?;
    }
    Ok(UnknownTable {
        file: file.to_owned(),
        rows: columns.rows,
        columns: columns.views(heading.line.is_some()),
        guess,
        guesses: fits.into_iter().map(fit::Fit::view).collect(),
        delimiter: table.delimiter().and_then(MappingDelimiter::of),
        encoding: table.encoding().map(str::to_owned),
        questions: asked,
        shape: heading.shape(),
    })
}
