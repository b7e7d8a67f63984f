use super::*;
use crate::intake::compound::tests::compound_file;
use crate::intake::table::{Cell, Record as Row};
use rstest::rstest;
use std::io::Cursor;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn place(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row.to_le_bytes(), column.to_le_bytes(), format.to_le_bytes()].concat()
}

fn bof(kind: u8) -> Vec<u8> {
    record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// A workbook as page analytics come: a sheet with a sentence, a header and numbers, a hidden one.
fn workbook(extra_global: &[u8]) -> Vec<u8> {
    let strings = [&2_u32.to_le_bytes()[..], &3_u32.to_le_bytes(), b"\x04\0\0Date\x06\0\0Clicks"].concat();
    let continued = b"\x05\0\x01\x22\x6f\x22\x6f\x22\x6f\x22\x6f\x22\x6f";
    let globals_after_sheets = [
        extra_global.to_vec(),
        record(0x041e, b"\xa4\0\x0a\0\0yyyy\\-mm\\-d"),
        record(0x00e0, &[0; 20]),
        record(0x00e0, &[0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        record(0x00e0, &[0, 0, 0xa4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        record(0x00fc, &strings),
        record(0x003c, continued),
        record(0x000a, &[]),
    ]
    .concat();
    let first = [
        bof(0x10),
        record(0x00fd, &[place(1, 0, 0), 0_u32.to_le_bytes().to_vec()].concat()),
        record(0x00fd, &[place(1, 1, 0), 1_u32.to_le_bytes().to_vec()].concat()),
        record(0x00fd, &[place(1, 2, 0), 2_u32.to_le_bytes().to_vec()].concat()),
        record(0x0203, &[place(2, 0, 1), 45_507_f64.to_le_bytes().to_vec()].concat()),
        // 30-bit 17, then 1.25 as hundredths of 125.
        record(
            0x00bd,
            &[&place(2, 1, 0)[..], &70_u32.to_le_bytes(), &[0, 0], &503_u32.to_le_bytes(), &[2, 0]].concat(),
        ),
        record(0x0006, &[&place(2, 3, 0)[..], &[0, 0, 0, 0, 0, 0, 0xff, 0xff], &[0; 8]].concat()),
        record(0x0207, b"\x02\0\0ok"),
        record(0x0205, &[place(2, 4, 0), vec![1, 0]].concat()),
        record(0x0205, &[place(2, 5, 0), vec![0x2a, 1]].concat()),
        bof(0x20),
        record(0x0203, &[place(9, 9, 0), 1_f64.to_le_bytes().to_vec()].concat()),
        record(0x000a, &[]),
        record(0x0203, &[place(3, 0, 2), 45_508.25_f64.to_le_bytes().to_vec()].concat()),
        record(0x0204, &[&place(3, 255, 0)[..], b"\x04\0\0wide"].concat()),
        record(0x000a, &[]),
    ]
    .concat();
    let second = [bof(0x10), record(0x000a, &[])].concat();
    let bound = |start: usize, hidden: u8, name: &[u8]| {
        record(0x0085, &[&(start as u32).to_le_bytes()[..], &[hidden, 0, name.len() as u8, 0], name].concat())
    };
    let sheets = |at: usize| [bound(at, 0, b"Metrics"), bound(at + first.len(), 1, b"Notes")].concat();
    let start = bof(5).len() + sheets(0).len() + globals_after_sheets.len();
    [bof(5), sheets(start), globals_after_sheets, first, second].concat()
}

fn opened(stream: &[u8]) -> Result<Workbook, Cause> {
    open_xls("page.xls".into(), &compound_file("Workbook", stream)).map_err(|error| error.cause)
}

#[test]
fn cells_of_every_kind_are_read() {
    let mut book = opened(&workbook(&[])).unwrap();
    let sheets: Vec<(&str, bool)> = book.sheets().iter().map(|s| (s.name.as_str(), s.hidden)).collect();
    assert_eq!(sheets, [("Metrics", false), ("Notes", true)]);

    let mut rows = book.rows(0).unwrap();
    let mut row = Row::default();
    assert!(rows.read(&mut row).unwrap());
    assert_eq!(
        (row.line(), row.text(0), row.text(1), row.text(2)),
        (2, "Date".into(), "Clicks".into(), "漢漢漢漢漢".into())
    );
    assert!(rows.read(&mut row).unwrap());
    assert_eq!(
        (row.text(0), row.cell(1), row.cell(2)),
        ("2024-08-03".into(), Cell::Number(17.0), Cell::Number(1.25))
    );
    assert_eq!(
        (row.cell(3), row.cell(4), row.cell(5)),
        (Cell::Text("ok"), Cell::Bool(true), Cell::Error("#N/A"))
    );
    assert!(rows.read(&mut row).unwrap());
    assert_eq!(
        (row.line(), row.text(0), row.cell(255)),
        (4, "2024-08-04 06:00:00".into(), Cell::Text("wide"))
    );
    assert!(!rows.read(&mut row).unwrap());
    drop(rows);
    assert!(!book.rows(1).unwrap().read(&mut row).unwrap());
    assert!(book.rows(2).is_err());
}

#[test]
fn the_workbook_crate_reads_the_same_from_our_sample() {
    use calamine::{Data, Reader, Xls};
    let mut other = Xls::new(Cursor::new(compound_file("Workbook", &workbook(&[])))).unwrap();
    let range = other.worksheet_range("Metrics").unwrap();
    assert_eq!(range.get_value((1, 2)), Some(&Data::String("漢漢漢漢漢".into())));
    assert_eq!(range.get_value((2, 1)), Some(&Data::Int(17)));
    assert_eq!(range.get_value((2, 2)), Some(&Data::Float(1.25)));
    assert_eq!(range.get_value((2, 3)), Some(&Data::String("ok".into())));
    assert_eq!(range.get_value((3, 255)), Some(&Data::String("wide".into())));
    assert!(matches!(range.get_value((3, 0)), Some(Data::DateTime(date)) if date.as_f64() == 45_508.25));
}

#[test]
fn the_1904_system_shifts_dates() {
    let mut book = opened(&workbook(&record(0x0022, &[1, 0]))).unwrap();
    let mut rows = book.rows(0).unwrap();
    let mut row = Row::default();
    rows.read(&mut row).unwrap();
    rows.read(&mut row).unwrap();
    assert_eq!(row.text(0), "2028-08-04");
}

#[test]
fn locked_and_old_and_other_files_are_named() {
    let locked = workbook(&record(0x002f, &[1, 0, 0, 0]));
    assert_eq!(opened(&locked).err(), Some(Cause::WorkbookEncrypted));
    let mut biff5 = workbook(&[]);
    biff5[5] = 5;
    assert_eq!(opened(&biff5).err(), Some(Cause::OldOffice));
    for (stream, cause) in [
        ("EncryptedPackage", Cause::WorkbookEncrypted),
        ("Book", Cause::OldOffice),
        ("WordDocument", Cause::NotATable { looks_like: LooksLike::Word }),
        ("Other", Cause::NotATable { looks_like: LooksLike::Binary }),
    ] {
        let error = open_xls("x.xls".into(), &compound_file(stream, b"x")).unwrap_err();
        assert_eq!(error.cause, cause, "{stream}");
    }
}

#[test]
fn a_sheet_that_is_not_there_is_an_error_not_an_empty_sheet() {
    let mut stream = workbook(&[]);
    let at = bof(5).len() + 4;
    stream[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut book = opened(&stream).unwrap();
    let error = book.rows(0).unwrap().read(&mut Row::default()).unwrap_err();
    assert!(matches!(error.cause, Cause::WorkbookCorrupt { .. }));
}

#[rstest]
#[case("General", NumberKind::Plain)]
#[case("0.00%", NumberKind::Plain)]
#[case("#,##0.00\\ \"days\"", NumberKind::Plain)]
#[case("[Red]0.00", NumberKind::Plain)]
#[case("dd/mm/yyyy", NumberKind::Date)]
#[case("[$-409]m/d/yy h:mm AM/PM;@", NumberKind::Date)]
#[case("[h]:mm:ss", NumberKind::Elapsed)]
#[case("0;\"-\"d", NumberKind::Plain)]
fn formats(#[case] code: &str, #[case] expected: NumberKind) {
    assert_eq!(kind_of_format(code), expected);
}
