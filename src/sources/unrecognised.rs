//! A table that no declared source recognises: read by what a person said or by its canonical header,
//! else shown to the person with a guess.

use super::canonical::{recognise, with_additions};
use super::guess::view;
use super::mapped::{MappingError, Origin, TableSource, heading, read_mapped};
use super::{Mapping, Outcome, Question};
use crate::facts::FileFacts;
use crate::intake::{IntakeError, Rows, Workbook};

/// One sheet of a workbook as a table.
#[derive(Debug)]
pub struct SheetTable<'a> {
    /// The workbook.
    pub book: &'a mut Workbook,
    /// The sheet's place among those that hold cells.
    pub sheet: usize,
}

impl TableSource for SheetTable<'_> {
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, IntakeError> {
        self.book.rows(self.sheet)
    }
}

/// The sheets that a person can see, as places among those that hold cells, and the names that they go
/// by as tables: `file.xlsx/Sheet`, or `file.xlsx` alone for the only one.
pub fn sheet_tables(book: &Workbook) -> Vec<(usize, String)> {
    let shown: Vec<(usize, &str)> = book
        .sheets()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| !sheet.hidden)
        .map(|(at, sheet)| (at, sheet.name.as_str()))
        .collect();
    match shown.as_slice() {
        [(at, _)] => vec![(*at, book.name().to_owned())],
        many => many.iter().map(|(at, name)| (*at, format!("{}/{name}", book.name()))).collect(),
    }
}

/// Reads a table, or says what is known of it. `said` is the mapping for its file, given now or
/// remembered; one without a table adds its constants, dates and delimiter to a canonical header.
pub fn read_unrecognised(
    file: &str,
    table: &mut dyn TableSource,
    said: Option<&Mapping>,
) -> (Outcome, Option<FileFacts>) {
    match try_read(file, table, said) {
        Ok(read) => read,
        Err(error) => (Outcome::Refused { file: file.to_owned(), refusal: error.refusal() }, None),
    }
}

fn try_read(
    file: &str,
    table: &mut dyn TableSource,
    said: Option<&Mapping>,
) -> Result<(Outcome, Option<FileFacts>), MappingError> {
    if let Some(mapping) = said.filter(|mapping| mapping.table.is_some()) {
        return read(file, table, mapping.clone(), Origin::Mapped);
    }
    if let Some(delimiter) = said.and_then(|said| said.delimiter) {
        table.set_delimiter(delimiter.intake());
    }
    let heading = heading(table, None)?;
    match recognise(file, &heading) {
        Some(mapping) => {
            let mapping = said.map_or_else(|| mapping.clone(), |said| with_additions(mapping.clone(), said));
            read(file, table, mapping, Origin::Canonical)
        }
        None => {
            let view = view(file, table, said)?;
            if view.rows == 0 {
                return Err(no_rows(view.columns.iter().map(|column| column.name.as_str())));
            }
            Ok((Outcome::Unknown { table: view }, None))
        }
    }
}

/// Says that a table has nothing but its columns.
fn no_rows<'a>(names: impl Iterator<Item = &'a str>) -> MappingError {
    const MOST: usize = 8;
    const LONGEST: usize = 40;
    let mut shown: Vec<String> = Vec::new();
    for name in names {
        if shown.len() == MOST {
            shown.push("…".to_owned());
            break;
        }
        shown.push(match name.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
            None => name.to_owned(),
        });
    }
    MappingError::NoRows { columns: shown.join(", ") }
}

fn read(
    file: &str,
    table: &mut dyn TableSource,
    mut mapping: Mapping,
    origin: Origin,
) -> Result<(Outcome, Option<FileFacts>), MappingError> {
    let read = read_mapped(file, table, &mapping, origin)?;
    if read.facts.summary.rows == 0 {
        return Err(no_rows(read.facts.summary.columns.iter().map(String::as_str)));
    }
    let is_asked = read.questions.iter().any(|question| matches!(question, Question::DateOrder { .. }));
    if mapping.dates.is_some() && !is_asked {
        mapping.dates_as = read.date_form.clone();
    }
    let outcome = Outcome::Read {
        summary: read.facts.summary.clone(),
        mapping: Some(mapping),
        questions: read.questions,
    };
    Ok((outcome, Some(read.facts)))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;
    use crate::facts::{DealRow, Moment, TableId};
    use crate::intake::{Opened, Text, Upload, open};

    fn text(body: &str) -> Text {
        Text::from_text("t.csv", body.to_owned()).unwrap()
    }

    #[test]
    fn a_canonical_header_is_read_with_what_was_added() {
        let said = Mapping { constants: [("seller".into(), "Ada Ek".into())].into(), ..Mapping::default() };
        let body = "date,person,status\n2026-01-02,Bo,held\n";
        let (outcome, facts) = read_unrecognised("meetings.csv", &mut text(body), Some(&said));
        let Outcome::Read { summary, questions, .. } = outcome else { panic!("{outcome:?}") };
        assert_eq!((summary.source.as_str(), questions.len()), ("canonical.meetings", 0));
        assert_eq!(facts.unwrap().summary.facts, [(TableId::Meetings, 1)]);
    }

    #[test]
    fn an_unknown_table_is_shown_and_read_when_answered() {
        let body = "Opp,State\nA1,won\nA2,lost\n";
        let (outcome, facts) = read_unrecognised("x.csv", &mut text(body), None);
        let Outcome::Unknown { table } = outcome else { panic!("{outcome:?}") };
        assert_eq!((table.rows, facts.is_some()), (2, false));
        let columns = [("Opp".into(), "id".into()), ("State".into(), "status".into())].into();
        let answer = Mapping { table: Some("deals".into()), columns, ..Mapping::default() };
        let (outcome, _) = read_unrecognised("x.csv", &mut text(body), Some(&answer));
        assert!(matches!(outcome, Outcome::Read { summary, .. } if summary.source == "mapped.deals"));
    }

    #[test]
    fn a_mapping_that_does_not_fit_is_refused() {
        let answer = Mapping { table: Some("dreams".into()), ..Mapping::default() };
        let (outcome, _) = read_unrecognised("x.csv", &mut text("a\n1\n"), Some(&answer));
        assert!(matches!(outcome, Outcome::Refused { refusal, .. } if refusal.code == "mapping.no_table"));
    }

    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// A workbook of one sheet, whose cells of style 1 are dates.
    fn workbook(rows: &str) -> Workbook {
        let parts = [
            ("[Content_Types].xml", format!(r#"<Types xmlns="{PACKAGE}content-types"/>"#)),
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    r#"<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="Open" sheetId="1" r:id="r1"/></sheets></workbook>"#
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/styles.xml",
                format!(
                    r#"<styleSheet xmlns="{SHEET}"><cellXfs count="2"><xf numFmtId="0"></xf><xf numFmtId="14"></xf></cellXfs></styleSheet>"#
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(r#"<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>"#),
            ),
        ];
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, body) in parts {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(body.as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        match open(Upload { name: "book.xlsx".into(), bytes }).unwrap() {
            Opened::Workbook(book) => book,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_sheet_is_read_like_a_list() {
        let word = |at: &str, word: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{word}</t></is></c>"#);
        let header: String = [("A1", "Id"), ("B1", "Status"), ("C1", "Created"), ("D1", "Amount")]
            .map(|(at, name)| word(at, name))
            .concat();
        let first = format!(
            r#"{}{}<c r="C2" s="1"><v>45507</v></c><c r="D2"><v>1234.5</v></c>"#,
            word("A2", "7"),
            word("B2", "won")
        );
        // A number without a date's format, and a date as text.
        let second = format!(r#"<c r="A3"><v>8</v></c>{}<c r="C3"><v>45508.5</v></c>"#, word("B3", "lost"));
        let mut book = workbook(&format!(
            r#"<row r="1">{header}</row><row r="2">{first}</row><row r="3">{second}</row>"#
        ));
        assert_eq!(sheet_tables(&book), [(0, "book.xlsx".to_owned())]);
        let (outcome, facts) =
            read_unrecognised("book.xlsx", &mut SheetTable { book: &mut book, sheet: 0 }, None);
        let Outcome::Read { summary, .. } = outcome else { panic!("{outcome:?}") };
        assert_eq!(
            (summary.source.as_str(), summary.rows, summary.left_out_count()),
            ("canonical.deals", 2, 0)
        );
        let facts = facts.unwrap().facts;
        let rows: Vec<DealRow> = facts.rows::<DealRow>().map(|(_, row)| row).collect();
        let told: Vec<_> = rows
            .iter()
            .map(|row| {
                let created = row.created.map(Moment::iso).unwrap_or_default();
                (facts.names.text(row.id), created, row.amount.map(|amount| amount.print(2)))
            })
            .collect();
        assert_eq!(
            told,
            [
                ("7", "2024-08-03".to_owned(), Some("1234.50".to_owned())),
                ("8", "2024-08-04 12:00:00".to_owned(), None)
            ]
        );
    }
}
