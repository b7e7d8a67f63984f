//! Files as they should not be: each is read right or refused by name, quickly, and nothing panics.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rstest::rstest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::compound::tests::compound_file;
use super::*;

/// Every row of every table in a file, members of archives included.
type Tables = Vec<(String, Vec<Vec<String>>)>;

fn read_all(upload: Upload) -> Result<Tables, IntakeError> {
    match open(upload)? {
        Opened::Text(text) => {
            let rows = rows_of(&mut text.rows())?;
            Ok(vec![(text.name().to_owned(), rows)])
        }
        Opened::Workbook(mut book) => {
            let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
            let tables = names.into_iter().enumerate();
            tables.map(|(index, name)| Ok((name, rows_of(book.rows(index)?.as_mut())?))).collect()
        }
        Opened::Archive(mut archive) => {
            let mut tables = Vec::new();
            for index in 0..archive.members().len() {
                if !archive.members()[index].nested {
                    tables.extend(read_all(archive.read(index)?)?);
                }
            }
            Ok(tables)
        }
    }
}

fn rows_of(rows: &mut dyn Rows) -> Result<Vec<Vec<String>>, IntakeError> {
    let mut record = Record::default();
    let mut out = Vec::new();
    while rows.read(&mut record)? {
        let shown = record.cells().map(|(column, _)| record.text(column).into_owned());
        out.push(shown.collect());
    }
    Ok(out)
}

fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Tables, Cause> {
    read_all(Upload { name: name.into(), bytes: bytes.into() }).map_err(|error| error.cause)
}

fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> Cause {
    let started = Instant::now();
    let cause = read(name, bytes).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(20), "{name} took {:?}", started.elapsed());
    cause
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="ENGAGEMENT" sheetId="1" r:id="r1"/><sheet name="Raw" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"></xf><xf numFmtId="14"></xf></cellXfs></styleSheet>"#;

/// A workbook whose first sheet has the given rows, and perhaps shared strings.
fn workbook(rows: &str, strings: Option<&str>) -> Vec<u8> {
    let sheet = |rows: &str| {
        format!(
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    let (first, second) = (sheet(rows), sheet(""));
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", first.as_bytes()),
        ("xl/worksheets/sheet2.xml", second.as_bytes()),
    ];
    if let Some(strings) = strings {
        files.push(("xl/sharedStrings.xml", strings.as_bytes()));
    }
    zip_of(&files)
}

fn shared(count: &str, items: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">{items}</sst>"#
    )
}

fn corrupt(cause: &Cause) -> bool {
    matches!(cause, Cause::WorkbookCorrupt { .. })
}

#[rstest]
#[case::nothing("a.csv", b"")]
#[case::only_a_mark("a.csv", b"\xef\xbb\xbf")]
#[case::only_a_wide_mark("a.csv", b"\xff\xfe")]
#[case::only_newlines("a.csv", b"\n\r\n\n")]
#[case::only_nuls("a.csv", &[0; 1000])]
#[case::an_empty_zip("a.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
fn empty_files(#[case] name: &str, #[case] bytes: &[u8]) {
    assert_eq!(refused(name, bytes), Cause::Empty);
}

#[rstest]
#[case("report.csv", b"%PDF-1.7\n%\xe2\xe3", LooksLike::Pdf)]
#[case("chart.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", LooksLike::Png)]
#[case("crm.xls", b"<html><table><tr><td>Deal</td></tr></table></html>", LooksLike::Html)]
#[case(
    "insights.xls",
    b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
    LooksLike::SpreadsheetXml
)]
fn other_formats_are_named(#[case] name: &str, #[case] bytes: &[u8], #[case] looks_like: LooksLike) {
    assert_eq!(refused(name, bytes), Cause::NotATable { looks_like });
}

#[rstest]
#[case("word/document.xml", LooksLike::Word)]
#[case("ppt/presentation.xml", LooksLike::Slides)]
#[case("xl/workbook.bin", LooksLike::BinaryWorkbook)]
#[case("Index/Document.iwa", LooksLike::Numbers)]
fn other_office_files_are_named(#[case] part: &str, #[case] looks_like: LooksLike) {
    assert_eq!(refused("x.xlsx", zip_of(&[(part, b"x")])), Cause::NotATable { looks_like });
}

#[test]
fn header_only_is_a_table_of_one_row() {
    assert_eq!(read("a.csv", "Name,Date\n").unwrap()[0].1, [["Name", "Date"]]);
}

#[test]
fn wide_text_with_tabs_is_read() {
    let wide = "\u{feff}\"Date\"\t\"Link\"\n\"1\"\t\"a,b\"\n".encode_utf16().flat_map(u16::to_le_bytes);
    let tables = read("Shares.csv", wide.collect::<Vec<u8>>()).unwrap();
    assert_eq!(tables[0].1, [["Date", "Link"], ["1", "a,b"]]);
}

#[test]
fn the_bytes_decide_not_the_name() {
    assert_eq!(read("table.xlsx", "a,b\n1,2\n").unwrap()[0].1.len(), 2);
    let book = workbook(r#"<row r="1"><c r="A1"><v>7</v></c></row>"#, None);
    assert_eq!(read("table.csv", book).unwrap()[0].1, [["7"]]);
}

#[test]
fn a_workbook_is_read_with_types_and_hidden_sheets() {
    let strings = shared("2", "<si><t>Date</t></si><si><t></t></si>");
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3" s="1"><v>45507</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#SPILL!</v></c><c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="inlineStr"><is><t>a &amp; b</t></is></c></row>"#;
    let opened = open(Upload { name: "w.xlsx".into(), bytes: workbook(rows, Some(&strings)) }).unwrap();
    let Opened::Workbook(mut book) = opened else { panic!("not a workbook") };
    assert_eq!(book.sheets()[1], Sheet { name: "Raw".into(), hidden: true });
    let mut rows = book.rows(0).unwrap();
    let mut record = Record::default();
    assert!(rows.read(&mut record).unwrap());
    assert_eq!((record.line(), record.cell(0), record.cell(3)), (1, Cell::Text("Date"), Cell::Missing));
    assert!(rows.read(&mut record).unwrap());
    assert_eq!((record.line(), record.text(0), record.cell(1)), (3, "2024-08-03".into(), Cell::Bool(true)));
    assert_eq!(
        (record.cell(2), record.cell(3), record.cell(4)),
        (Cell::Missing, Cell::Error("#N/A"), Cell::Text("a & b"))
    );
    assert!(!rows.read(&mut record).unwrap());
}

#[test]
fn two_far_corners_cost_two_cells() {
    let rows =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(read("w.xlsx", workbook(rows, None)).unwrap()[0].1, [["1"], ["2"]]);
}

#[test]
fn a_stray_cell_beside_many_rows_costs_one_cell() {
    let mut rows = String::new();
    for row in 1..=20_000 {
        rows.push_str(&format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#));
    }
    rows.push_str(r#"<row r="20001"><c r="XFD20001"><v>1</v></c></row>"#);
    assert_eq!(read("w.xlsx", workbook(&rows, None)).unwrap()[0].1.len(), 20_001);
}

#[rstest]
#[case(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#)]
#[case(r#"<row r="16777217"><c r="A16777217"><v>1</v></c></row>"#)]
#[case(r#"<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>"#)]
fn addresses_beyond_the_format_are_refused(#[case] rows: &str) {
    assert!(matches!(refused("w.xlsx", workbook(rows, None)), Cause::SheetTooLarge { .. }));
}

#[rstest]
#[case::promises(shared("4294967295", "<si><t>a</t></si>"), 0)]
#[case::index_out_of_range(shared("1", "<si><t>a</t></si>"), 9)]
fn lying_shared_strings_are_refused(#[case] strings: String, #[case] index: u32) {
    let rows = format!(r#"<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>"#);
    assert!(corrupt(&refused("w.xlsx", workbook(&rows, Some(&strings)))));
}

#[test]
fn entities_in_entities_are_refused() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst uniqueCount="1"><si><t>&c;</t></si></sst>"#;
    assert!(corrupt(&refused("w.xlsx", workbook("", Some(bomb)))));
}

#[test]
fn a_cell_longer_than_cells_can_be_is_refused() {
    let cell = |length: usize| {
        let text = "x".repeat(length);
        workbook(&format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"#), None)
    };
    assert!(read("w.xlsx", cell(32_767)).is_ok());
    let too_long = Cause::CellTooLong { sheet: "ENGAGEMENT".into(), cell: "A1".into(), limit: 32_767 };
    assert_eq!(refused("w.xlsx", cell(32_768)), too_long);
    // Longer still: refused while counting, before a parser holds it.
    assert!(matches!(
        refused("w.xlsx", cell(3 << 20)),
        Cause::TextTooLong { .. } | Cause::PartTooLarge { .. }
    ));
}

#[test]
fn locked_workbooks_are_named() {
    assert_eq!(refused("w.xlsx", compound_file("EncryptedPackage", b"x")), Cause::WorkbookEncrypted);
}

#[test]
fn a_part_that_is_missing_is_named() {
    let book = zip_of(&[("xl/workbook.xml", BOOK.as_bytes()), ("_rels/.rels", ROOT.as_bytes())]);
    assert!(corrupt(&refused("w.xlsx", book)));
}

#[test]
fn a_zip_cut_short_says_how_much_there_is() {
    let mut bytes = zip_of(&[("Connections.csv", b"a,b\n1,2\n"), ("Shares.csv", b"a,b\n")]);
    bytes.truncate(90);
    assert_eq!(refused("export.zip", bytes), Cause::ZipTruncated { size_bytes: 90 });
    assert_eq!(refused("export.zip", *b"PK\x03\x04"), Cause::ZipTruncated { size_bytes: 4 });
}

#[test]
fn bombs_are_refused_by_what_really_comes_out() {
    let bomb = zip_of(&[("Shares.csv", &vec![b'a'; 8 << 20])]);
    assert!(bomb.len() < 20_000);
    assert!(matches!(refused("export.zip", bomb.clone()), Cause::ZipTooLarge { .. }));
    // The directory claims one byte: counted for real all the same.
    let mut lying = bomb;
    let directory = lying.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    lying[directory + 24..directory + 28].copy_from_slice(&1_u32.to_le_bytes());
    assert!(read("export.zip", lying).is_err());
}

#[test]
fn names_in_archives_are_safe() {
    let bytes = zip_of(&[
        ("Export/Connections.csv", b"a,b\n1,2\n"),
        ("Export/Jobs/Saved\u{202e}.csv", b"c\nd\n"),
        ("__MACOSX/Export/._Connections.csv", b"\0\x05\x16\x07"),
        ("../evil.csv", b"x\n"),
        ("/abs.csv", b"x\n"),
        ("Export/inner.zip", b"PK\x03\x04"),
    ]);
    let Opened::Archive(mut archive) = open(Upload { name: "e.zip".into(), bytes }).unwrap() else {
        panic!("not an archive")
    };
    let members: Vec<(&str, bool)> = archive.members().iter().map(|m| (m.path.as_str(), m.nested)).collect();
    assert_eq!(members, [("Connections.csv", false), ("Jobs/Saved.csv", false), ("inner.zip", true)]);
    assert_eq!(archive.notices(), [Notice::UnsafeNames { count: 2 }]);
    let member = archive.read(0).unwrap();
    assert_eq!(
        (member.name.as_str(), member.bytes.as_slice()),
        ("e.zip › Connections.csv", &b"a,b\n1,2\n"[..])
    );
    assert_eq!(archive.read(9).unwrap_err().cause, Cause::NoSuchMember { index: 9 });
}

#[test]
fn data_before_a_zip_does_no_harm() {
    let bytes = [b"junk\x01\x02\x03".to_vec(), zip_of(&[("a.csv", b"x,y\n1,2\n")])].concat();
    assert_eq!(read("export.zip", bytes).unwrap()[0].1.len(), 2);
}

#[test]
fn big_and_streamed_archives_are_read() {
    let mut big = ZipWriter::new(Cursor::new(Vec::new()));
    big.start_file("a.csv", SimpleFileOptions::default().large_file(true)).unwrap();
    big.write_all(b"x,y\n1,2\n").unwrap();
    let mut streamed = ZipWriter::new_stream(Vec::new());
    streamed.start_file("a.csv", SimpleFileOptions::default()).unwrap();
    streamed.write_all(b"x,y\n1,2\n").unwrap();
    let streamed = streamed.finish().unwrap().into_inner();
    assert!(streamed.windows(4).any(|window| window == b"PK\x07\x08"));
    for bytes in [big.finish().unwrap().into_inner(), streamed] {
        assert_eq!(read("export.zip", bytes).unwrap()[0].1, [["x", "y"], ["1", "2"]]);
    }
}

#[test]
fn of_two_members_with_one_name_the_later_is_read_and_it_is_said() {
    let mut bytes = zip_of(&[("Connections.csv", b"first\n"), ("Connections.cs2", b"second\n")]);
    while let Some(at) = bytes.windows(4).position(|window| window == b".cs2") {
        bytes[at + 3] = b'v';
    }
    let Opened::Archive(mut archive) = open(Upload { name: "e.zip".into(), bytes }).unwrap() else {
        panic!("not an archive")
    };
    assert_eq!((archive.members().len(), archive.notices()), (1, &[Notice::RepeatedNames][..]));
    assert_eq!(archive.read(0).unwrap().bytes, b"second\n");
}

#[test]
fn too_many_entries_are_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for entry in 0..10_001 {
        writer.start_file(format!("{entry}.csv"), stored).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    let cause = refused("export.zip", bytes);
    assert_eq!(cause, Cause::ZipTooManyEntries { entries: 10_001, limit: 10_000 });
}

/// Sets a field in the local and the central header of the only entry of a ZIP.
fn patched(mut bytes: Vec<u8>, local: usize, central: usize, value: [u8; 2]) -> Vec<u8> {
    bytes[local..local + 2].copy_from_slice(&value);
    let directory = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + central..directory + central + 2].copy_from_slice(&value);
    bytes
}

#[test]
fn locked_and_oddly_packed_entries_are_named() {
    let plain = zip_of(&[("Shares.csv", b"a,b\n1,2\n")]);
    assert_eq!(refused("e.zip", patched(plain.clone(), 6, 8, [1, 0])), Cause::ZipEncrypted);
    let deflate64 = Cause::UnsupportedCompression { member: "Shares.csv".into(), method: 9 };
    assert_eq!(refused("e.zip", patched(plain.clone(), 8, 10, [9, 0])), deflate64);
    let mut damaged = plain;
    let data = damaged.windows(10).position(|window| window == b"Shares.csv").unwrap() + 10;
    damaged[data + 1] ^= 0xff;
    assert!(matches!(refused("e.zip", damaged), Cause::ZipCorrupt { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..600), magic in 0_usize..5) {
        let starts: [&[u8]; 5] = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"a,b\n\""];
        let outcome = read("x", [starts[magic], &bytes].concat());
        prop_assert!(outcome.is_ok() || !outcome.unwrap_err().code().is_empty());
    }

    #[test]
    fn any_damage_to_a_workbook_ends(at in 0_usize..2_000, byte: u8, cut in 0_usize..4_000) {
        let strings = shared("1", "<si><t>Date</t></si>");
        let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>4.5</v></c></row>"#;
        let mut bytes = workbook(rows, Some(&strings));
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut.saturating_sub(3_000).min(length));
        let outcome = read("w.xlsx", bytes);
        prop_assert!(outcome.is_ok() || !outcome.unwrap_err().code().is_empty());
    }

    #[test]
    fn any_rows_in_a_workbook_end(rows in "(<row r=\"[0-9]{0,11}\">|<c r=\"[A-Z]{0,8}[0-9]{0,11}\"( t=\"(s|n|b|e|d|str|inlineStr)\")?( s=\"[0-9]{1,20}\")?>|<v>[0-9.eE-]{0,30}</v>|</c>|</row>|<is>|<t>|</t>|</is>|<f>|&[a-z]{0,4};){0,30}") {
        let outcome = read("w.xlsx", workbook(&rows, None));
        prop_assert!(outcome.is_ok() || !outcome.unwrap_err().code().is_empty());
    }

    #[test]
    fn any_damage_to_a_compound_file_ends(stream in prop::collection::vec(any::<u8>(), 0..300), at in 0_usize..2_000, byte: u8) {
        let mut content = vec![9, 8, 4, 0, 0, 6, 5, 0];
        content.extend([0x85, 0, 9, 0, 30, 0, 0, 0, 0, 0, 1, 0, b'S', 10, 0, 0, 0]);
        content.extend(&stream);
        let mut bytes = compound_file("Workbook", &content);
        let length = bytes.len();
        bytes[at % length] = byte;
        let outcome = read("w.xls", bytes);
        prop_assert!(outcome.is_ok() || !outcome.unwrap_err().code().is_empty());
    }
}
