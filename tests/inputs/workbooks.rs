//! Workbooks, and what only calls itself one: inputs 44 to 57.

use std::io::{Cursor, Write};

use rapport::facts::TableId;
use rstest::rstest;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{cells, deals, fate, read_all};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The parts of a workbook, as XML.
#[derive(Default)]
struct Book {
    /// Rows of each visible sheet.
    sheets: Vec<String>,
    /// Rows of a hidden sheet.
    hidden: Option<String>,
    strings: Option<String>,
    /// What stands after a sheet's rows.
    after: String,
    is_1904: bool,
}

impl Book {
    fn of(rows: &str) -> Book {
        Book { sheets: vec![rows.to_owned()], ..Book::default() }
    }

    fn bytes(self) -> Vec<u8> {
        let hidden = self.hidden.iter().map(|rows| (rows.as_str(), "state=\"hidden\""));
        let sheets: Vec<(&str, &str)> =
            self.sheets.iter().map(|rows| (rows.as_str(), "")).chain(hidden).collect();
        let mut names = String::new();
        let mut relations = String::new();
        let mut parts = Vec::new();
        for (at, (rows, state)) in sheets.iter().enumerate() {
            let n = at + 1;
            names.push_str(&format!(r#"<sheet name="S{n}" sheetId="{n}" {state} r:id="r{n}"/>"#));
            relations.push_str(&format!(
                r#"<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>"#
            ));
            let sheet = format!(
                r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{}</worksheet>"#,
                self.after
            );
            parts.push((format!("xl/worksheets/sheet{n}.xml"), sheet));
        }
        let date1904 = if self.is_1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
        parts.extend([
            ("[Content_Types].xml".into(), format!(r#"<Types xmlns="{PACKAGE}/content-types"/>"#)),
            ("_rels/.rels".into(), format!(r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#)),
            ("xl/workbook.xml".into(), format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{date1904}<sheets>{names}</sheets></workbook>"#)),
            ("xl/_rels/workbook.xml.rels".into(), format!(r#"<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>"#)),
            ("xl/styles.xml".into(), format!(r#"<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#)),
        ]);
        parts.extend(self.strings.map(|strings| ("xl/sharedStrings.xml".to_owned(), strings)));
        zipped(&parts)
    }
}

fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn text_cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn number_cell(at: &str, number: &str) -> String {
    format!(r#"<c r="{at}"><v>{number}</v></c>"#)
}

/// The header of a list of deals in a row.
fn header(row: u32) -> String {
    let cells: String = (["id", "created", "status", "amount"].iter().zip(['A', 'B', 'C', 'D']))
        .map(|(name, column)| text_cell(&format!("{column}{row}"), name))
        .collect();
    format!(r#"<row r="{row}">{cells}</row>"#)
}

/// A deal in a row; its day is a number with the format of a date.
fn deal(row: u32, id: &str, day: &str, amount: &str) -> String {
    format!(
        r#"<row r="{row}">{}<c r="B{row}" s="1"><v>{day}</v></c>{}{}</row>"#,
        text_cell(&format!("A{row}"), id),
        text_cell(&format!("C{row}"), "Won"),
        number_cell(&format!("D{row}"), amount),
    )
}

fn strings(count: &str, items: &str) -> String {
    format!(r#"<sst xmlns="{MAIN}" uniqueCount="{count}">{items}</sst>"#)
}

fn shared(index: u32) -> Book {
    Book::of(&format!(r#"<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>"#))
}

fn far_corners() -> Vec<u8> {
    let last = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    Book::of(&format!("{}{}{last}", header(1), deal(2, "a", "45507", "5"))).bytes()
}

fn stray_cell() -> Vec<u8> {
    let mut rows = header(1);
    for row in 2..20_002 {
        rows.push_str(&deal(row, &format!("d{row}"), "45507", "5"));
    }
    rows.push_str(r#"<row r="20003"><c r="XFD20003"><v>1</v></c></row>"#);
    Book::of(&rows).bytes()
}

fn with_strings(count: &str, items: &str, index: u32) -> Vec<u8> {
    Book { strings: Some(strings(count, items)), ..shared(index) }.bytes()
}

fn entities() -> Vec<u8> {
    let bomb = r#"<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst uniqueCount="1"><si><t>&c;</t></si></sst>"#;
    Book { strings: Some(bomb.to_owned()), ..shared(0) }.bytes()
}

fn attributes(count: usize, name: &str) -> Vec<u8> {
    let all: String = (0..count).map(|at| format!(" {name}{at}=\"x\"")).collect();
    Book::of(&format!("<row r=\"1\"{all}>{}</row>", number_cell("A1", "1"))).bytes()
}

fn deep(levels: usize) -> Vec<u8> {
    let rows = format!("{}{}", header(1), deal(2, "a", "45507", "5"));
    Book { after: "<x>".repeat(levels) + &"</x>".repeat(levels), ..Book::of(&rows) }.bytes()
}

fn long_cell(length: usize) -> Vec<u8> {
    Book::of(&format!(r#"<row r="1">{}</row>"#, text_cell("A1", &"x".repeat(length)))).bytes()
}

fn good() -> Vec<u8> {
    Book::of(&format!("{}{}", header(1), deal(2, "a", "45507", "5"))).bytes()
}

fn cut(mut bytes: Vec<u8>, kept: usize) -> Vec<u8> {
    bytes.truncate(kept);
    bytes
}

const SPREADSHEET_XML: &str = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>";
const HTML: &str = "<html><table><tr><th>id</th><th>created</th><th>status</th></tr><tr><td>a</td><td>2026-01-02</td><td>Won</td></tr></table></html>";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The head of an old workbook that asks for two thousand million sectors of tables.
fn asks_for_all_memory() -> Vec<u8> {
    let mut bytes = vec![0_u8; 1_536];
    bytes[..8].copy_from_slice(OLE);
    (bytes[26], bytes[30], bytes[32]) = (3, 9, 6);
    bytes[28..30].copy_from_slice(&[0xfe, 0xff]);
    bytes[44..48].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    bytes[68..76].fill(0xf0);
    bytes
}

#[rstest]
#[case::n44_cells_in_both_far_corners(
    "w.xlsx",
    far_corners(),
    "deals: 1 used, 1 left out (missing required 1)"
)]
#[case::n45_many_rows_and_a_stray_cell(
    "w.xlsx",
    stray_cell(),
    "deals: 20000 used, 1 left out (missing required 1)"
)]
#[case::n46_more_texts_promised_than_bytes(
    "w.xlsx",
    with_strings("4294967295", "<si><t>a</t></si>", 0),
    "refused: workbook_corrupt"
)]
#[case::n47_a_text_that_is_not_there(
    "w.xlsx",
    with_strings("1", "<si><t>a</t></si>", 9),
    "refused: workbook_corrupt"
)]
#[case::n48_a_column_beyond_the_last("w.xlsx", Book::of(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#).bytes(), "refused: sheet_too_large")]
#[case::n48_a_row_beyond_the_last("w.xlsx", Book::of(r#"<row r="16777217"><c r="A16777217"><v>1</v></c></row>"#).bytes(), "refused: sheet_too_large")]
#[case::n49_a_cell_longer_than_cells_can_be("w.xlsx", long_cell(32_768), "refused: cell_too_long")]
#[case::n49_a_cell_that_unpacks_to_megabytes("w.xlsx", long_cell(8 << 20), "refused: zip_too_large")]
#[case::n50_entities_in_entities("w.xlsx", entities(), "refused: workbook_corrupt")]
#[case::n51_eighty_thousand_attributes("w.xlsx", attributes(80_000, "a"), "refused: workbook_corrupt")]
#[case::n51_name_spaces("w.xlsx", attributes(20_000, "xmlns:a"), "refused: workbook_corrupt")]
#[case::n51_a_million_levels("w.xlsx", deep(1_000_000), "deals: 1 used")]
#[case::n52_a_password("w.xlsx", include_bytes!("../samples/bad/password.xlsx"), "refused: workbook_encrypted")]
#[case::n53_a_web_page_as_xls("w.xls", HTML, "deals: 1 used")]
#[case::n53_a_login_page_as_xls(
    "w.xls",
    "<html><body><p>Log in, please</p></body></html>",
    "refused: not_a_table"
)]
#[case::n53_spreadsheet_xml_as_xls("w.xls", SPREADSHEET_XML, "refused: not_a_table")]
#[case::n54_text_as_xlsx("w.xlsx", deals("a,x,2026-01-02,,Open,1,EUR\n"), "deals: 1 used")]
#[case::n54_a_workbook_as_csv("w.csv", good(), "deals: 1 used")]
#[case::n54_a_pdf_as_csv("w.csv", b"%PDF-1.7\n%\xe2\xe3", "refused: not_a_table")]
#[case::n55_cut_off("w.xlsx", cut(good(), 700), "refused: zip_truncated")]
#[case::n55_empty("w.xlsx", "", "refused: empty")]
#[case::n55_four_bytes("w.xlsx", b"PK\x03\x04", "refused: zip_truncated")]
#[case::n56_two_rows_of_headers("w.xlsx", Book::of(&format!(r#"<row r="1">{}</row>{}{}"#, text_cell("A1", "Deals of March"), header(2), deal(3, "a", "45507", "5"))).bytes(), "deals: 1 used")]
#[case::n56_a_hidden_sheet("w.xlsx", Book { hidden: Some(deal(1, "z", "45507", "5")), ..Book::of(&format!("{}{}", header(1), deal(2, "a", "45507", "5"))) }.bytes(), "deals: 1 used")]
#[case::n57_tables_for_all_memory("w.xls", asks_for_all_memory(), "refused: workbook_corrupt")]
#[case::n57_only_its_first_bytes("w.xls", OLE, "refused: workbook_corrupt")]
fn workbooks(#[case] name: &str, #[case] bytes: impl Into<Vec<u8>>, #[case] expected: &str) {
    assert_eq!(fate(name, bytes), expected);
}

/// Merged cells hold their value once; a formula without a result and an error are missing, never 0.
#[test]
fn n56_merged_cells_formulas_and_errors() {
    let odd = format!(
        r#"<row r="2">{}<c r="B2" s="1"><v>45507</v></c>{}<c r="D2"><f>SUM(A1:A9)</f></c></row><row r="3">{}<c r="B3" s="1"><v>45507</v></c>{}<c r="D3" t="e"><v>#DIV/0!</v></c></row>"#,
        text_cell("A2", "a"),
        text_cell("C2", "Won"),
        text_cell("A3", "b"),
        text_cell("C3", "Won"),
    );
    let merged = r#"<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>"#.to_owned();
    let book =
        Book { after: merged, ..Book::of(&format!("{}{odd}{}", header(1), deal(4, "c", "45507", "7.5"))) };
    let results = read_all(vec![("w.xlsx", book.bytes())], &[]);
    assert_eq!(cells(&results, TableId::Deals, "amount"), "– | – | 7.5000");
}

/// The same number is another day where days are counted from 1904.
#[test]
fn n56_days_from_1904() {
    for (is_1904, day) in [(false, "2024-08-03"), (true, "2028-08-04")] {
        let book = Book { is_1904, ..Book::of(&format!("{}{}", header(1), deal(2, "a", "45507", "5"))) };
        let results = read_all(vec![("w.xlsx", book.bytes())], &[]);
        assert_eq!(cells(&results, TableId::Deals, "created"), day);
    }
}
