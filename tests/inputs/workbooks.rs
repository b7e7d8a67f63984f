//! 44–57: XLSX, XLS, and what only looks like them.

use crate::books::{book, compound, label, old_book, record, rows, strings, workbook, zip_of};
use crate::said::{DEALS, drop, drop_with};

const HEADER: &[&str] = &["id", "status", "created", "closed", "amount", "seller"];

fn read(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let (mut said, facts) = drop_with(name, bytes, &[]);
    said.extend(
        facts.first().map(|facts| crate::said::cells(facts, "id status created amount")).unwrap_or_default(),
    );
    said
}

#[test]
fn n44_two_far_corners() {
    let rows =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(drop("corners.xlsx", book(rows)), ["unknown, ?: 2 rows of 2: 1 / 16384"]);
}

#[test]
fn n45_a_stray_cell_beside_many_rows() {
    let mut xml = rows(&[HEADER]);
    for row in 2..=5_001 {
        xml += &format!(
            r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" t="str"><v>won</v></c><c r="C{row}" s="1"><v>45507</v></c><c r="E{row}"><v>1.5</v></c></row>"#
        );
    }
    xml += r#"<row r="5002"><c r="XFD5002"><v>1</v></c></row>"#;
    assert_eq!(
        drop("deals.xlsx", book(&xml)),
        [
            "canonical.deals: 5001 = 5000 + 1; line 5002, id: a needed cell is blank | Rows with more cells than there are columns: 1, the first in line 5002. What stands beyond the last column was not used; perhaps a text with a delimiter in it lacks its quotes."
        ]
    );
}

#[test]
fn n46_to_n48_lies() {
    let row = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let lie = strings("4294967295", "<si><t>a</t></si>");
    assert_eq!(
        drop("lie.xlsx", workbook(&[("S", false, row.into())], "", Some(&lie))),
        [
            "refused: The workbook is damaged. Open it and save it again. (xl/sharedStrings.xml promises 4294967295 strings in 140 bytes)"
        ]
    );
    let far = r#"<row r="1"><c r="A1" t="s"><v>9</v></c></row>"#;
    assert_eq!(
        drop(
            "index.xlsx",
            workbook(&[("S", false, far.into())], "", Some(&strings("1", "<si><t>a</t></si>")))
        ),
        [
            "refused: The workbook is damaged. Open it and save it again. (Cell string index not found in shared strings table)"
        ]
    );
    assert_eq!(
        drop("xfe.xlsx", book(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#)),
        [
            "refused: Sheet “Sheet1” is too large at cell XFE1. Delete what lies far out, or save the sheet as CSV."
        ]
    );
    assert_eq!(
        drop("row.xlsx", book(r#"<row r="16777217"><c r="A16777217"><v>1</v></c></row>"#)),
        [
            "refused: Sheet “Sheet1” is too large at cell A16777217. Delete what lies far out, or save the sheet as CSV."
        ]
    );
}

#[test]
fn n49_to_n51_bombs() {
    let cell =
        format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>"#, "x".repeat(6 << 20));
    assert_eq!(
        drop("cell.xlsx", book(&cell)),
        [
            "refused: A text in the workbook is longer than 32767 characters, the most that a cell can hold (xl/worksheets/sheet1.xml). Shorten it, or save the sheet as CSV."
        ]
    );
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><sst uniqueCount="1"><si><t>&c;</t></si></sst>"#;
    assert_eq!(
        drop("laughs.xlsx", workbook(&[("S", false, String::new())], "", Some(laughs))),
        [
            "refused: The workbook is damaged. Open it and save it again. (Xml error: at 0..0: unrecognized entity `&c;`)"
        ]
    );
    let many =
        |count: usize, name: &str| (0..count).map(|at| format!(" {name}{at}=\"\"")).collect::<String>();
    assert_eq!(
        drop(
            "attributes.xlsx",
            book(&format!(r#"<row r="1"{}><c r="A1"><v>1</v></c></row>"#, many(20_000, "a")))
        ),
        ["unknown, ?: 1 rows of 1: 1"]
    );
    assert_eq!(
        drop(
            "spaces.xlsx",
            book(&format!(r#"<row r="1"{}><c r="A1"><v>1</v></c></row>"#, many(50_000, "xmlns:n")))
        ),
        ["unknown, ?: 1 rows of 1: 1"]
    );
    let deep = format!("{}{}", "<x>".repeat(200_000), "</x>".repeat(200_000));
    assert_eq!(
        drop("deep.xlsx", book(&deep)),
        [
            "refused: The workbook’s part xl/worksheets/sheet1.xml unpacks to more than 1384400, far more than a list needs. Save the sheet that you need as CSV."
        ]
    );
}

#[test]
fn n52_locked() {
    assert_eq!(
        drop("locked.xlsx", compound("EncryptedPackage", b"x")),
        ["refused: The workbook is locked with a password. Save it without one."]
    );
    assert_eq!(
        drop("locked.xls", compound("Workbook", &old_book(6, &record(0x002f, &[1, 0, 0, 0]), &[]))),
        ["refused: The workbook is locked with a password. Save it without one."]
    );
    assert_eq!(
        drop("password.xlsx", std::fs::read("tests/samples/bad/password.xlsx").unwrap()),
        ["refused: The workbook is locked with a password. Save it without one."]
    );
    assert_eq!(
        drop("binary.xlsb", zip_of(&[("xl/workbook.bin", b"x")])),
        ["refused: Not a table but a binary workbook (XLSB). Bring a CSV, XLSX, XLS or ZIP file."]
    );
}

#[test]
fn n53_other_forms_under_the_name_of_a_workbook() {
    let html = "<html><table><tr><th>id</th><th>status</th><th>created</th><th>amount</th></tr><tr><td>1</td><td>won</td><td>2026-01-01</td><td>10</td></tr><tr><td>2</td><td>lost</td><td>2026-01-02</td><td>20</td></tr></table></html>";
    assert_eq!(
        read("deals.xls", html.into()),
        ["canonical.deals: 2 = 2 + 0", "1 won 2026-01-01 10.00", "2 lost 2026-01-02 20.00"]
    );
    assert_eq!(
        drop("page.xls", "<html><body><p>Please log in</p></body></html>"),
        ["refused: Not a table but a web page. Bring a CSV, XLSX, XLS or ZIP file."]
    );
    assert_eq!(
        drop(
            "xml.xls",
            "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>"
        ),
        ["refused: Not a table but a workbook in an old XML form. Bring a CSV, XLSX, XLS or ZIP file."]
    );
}

#[test]
fn n54_names_that_lie() {
    assert_eq!(
        read("deals.xlsx", format!("{DEALS}1,won,2026-01-01,2026-01-05,10,Ada\n").into()),
        ["canonical.deals: 1 = 1 + 0", "1 won 2026-01-01 10.00"]
    );
    assert_eq!(
        read("deals.csv", book(&rows(&[HEADER, &["1", "won", "2026-01-01", "", "10", "Ada"]]))),
        ["canonical.deals: 1 = 1 + 0", "1 won 2026-01-01 10.00"]
    );
    assert_eq!(
        drop("deals.csv", "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n"),
        ["refused: Not a table but a PDF. Bring a CSV, XLSX, XLS or ZIP file."]
    );
    assert_eq!(
        drop("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ["refused: Not a table but a picture. Bring a CSV, XLSX, XLS or ZIP file."]
    );
}

#[test]
fn n55_cut_short() {
    let whole = book(&rows(&[HEADER, &["1", "won", "2026-01-01", "", "10", "Ada"]]));
    assert_eq!(
        drop("half.xlsx", &whole[..whole.len() / 2]),
        ["refused: The file ends too early, after 815. Download it again."]
    );
    assert_eq!(
        drop("four.xlsx", *b"PK\x03\x04"),
        ["refused: The file ends too early, after 4. Download it again."]
    );
    assert_eq!(drop("empty.xlsx", *b""), ["refused: The file is empty. Export it again."]);
    assert_eq!(
        drop("nosheet.xlsx", workbook(&[], "", None)),
        ["refused: The file is empty. Export it again."]
    );
    assert_eq!(drop("blank.xlsx", book("")), ["refused: The file is empty. Export it again."]);
}

#[test]
fn n56_what_spreadsheets_hold() {
    // A title over all columns (merged), names below it, a formula never computed, an error, a date.
    let sheet = rows(&[
        &["Deals of the first quarter"],
        HEADER,
        &["1", "won", "<s=\"1\"|<v>45507</v>", "", "<|<f>A1+1</f>", "Ada"],
        &["2", "lost", "2026-01-02", "", "<t=\"e\"|<v>#N/A</v>", "Ada"],
        &["3", "won", "<t=\"e\"|<v>#REF!</v>", "", "<|<f>A1+1</f><v>12.5</v>", "Ada"],
    ]);
    assert_eq!(
        read("deals.xlsx", book(&sheet)),
        ["canonical.deals: 3 = 3 + 0", "1 won 2024-08-03 –", "2 lost 2026-01-02 –", "3 won – 12.50"]
    );
    let hidden = rows(&[HEADER, &["9", "won", "2026-01-01", "", "99", "Ada"]]);
    let cover = rows(&[&["Quarterly report"], &["Prepared by Ada"]]);
    let title = rows(&[&["Quarterly report"]]);
    assert_eq!(
        read(
            "deals.xlsx",
            workbook(
                &[
                    ("Cover", false, cover),
                    ("Title", false, title),
                    ("Deals", false, sheet.clone()),
                    ("Raw", true, hidden),
                    ("Sheet3", false, String::new())
                ],
                "",
                None
            )
        ),
        [
            "unknown, ?: 1 rows of 1: Quarterly report",
            "canonical.deals: 3 = 3 + 0 | Sheets not used: Raw, Title.",
            "1 won 2024-08-03 –",
            "2 lost 2026-01-02 –",
            "3 won – 12.50"
        ]
    );
    let dated = rows(&[HEADER, &["1", "won", "<s=\"1\"|<v>45507</v>", "", "<|<v>5</v>", "Ada"]]);
    assert_eq!(
        read("deals.xlsx", workbook(&[("Deals", false, dated)], r#"date1904="1""#, None)),
        ["canonical.deals: 1 = 1 + 0", "1 won 2028-08-04 5.00"]
    );
    let two = rows(&[
        &["", "", "Dates", "", "Money", ""],
        HEADER,
        &["1", "won", "2026-01-01", "2026-01-05", "<|<v>10</v>", "Ada"],
        &["2", "won", "2026-01-02", "2026-01-05", "<|<v>20</v>", "Ada"],
    ]);
    assert_eq!(
        read("deals.xlsx", book(&two)),
        ["canonical.deals: 2 = 2 + 0", "1 won 2026-01-01 10.00", "2 won 2026-01-02 20.00"]
    );
}

#[test]
fn n57_damaged_old_workbooks() {
    let cells: Vec<u8> = ["id", "status", "created", "closed", "amount", "seller"]
        .iter()
        .enumerate()
        .map(|(at, name)| label(0, u16::try_from(at).unwrap(), name))
        .chain(
            ["1", "won", "2026-01-01", "2026-01-05", "10", "Ada"]
                .iter()
                .enumerate()
                .map(|(at, name)| label(1, u16::try_from(at).unwrap(), name)),
        )
        .flatten()
        .collect();
    assert_eq!(
        read("deals.xls", compound("Workbook", &old_book(6, &[], &cells))),
        ["canonical.deals: 1 = 1 + 0", "1 won 2026-01-01 10.00"]
    );
    assert_eq!(
        drop("biff5.xls", compound("Workbook", &old_book(5, &[], &cells))),
        ["refused: The workbook is of an old kind. Save it as XLSX or CSV."]
    );
    assert_eq!(
        drop("book.xls", compound("Book", b"x")),
        ["refused: The workbook is of an old kind. Save it as XLSX or CSV."]
    );
    assert_eq!(
        drop("small.xls", *b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
        ["refused: The workbook is damaged. Open it and save it again. (compound file: sector size)"]
    );
    let whole = compound("Workbook", &old_book(6, &[], &cells));
    assert_eq!(
        drop("cut.xls", &whole[..1_300]),
        ["refused: The workbook is damaged. Open it and save it again. (nothing is left of its cells)"]
    );
    // Strings that promise four thousand million, a cell of a format never given, a formula cut in its middle.
    let promises = record(0x00fc, &[0xff; 8]);
    assert_eq!(
        drop("promise.xls", compound("Workbook", &old_book(6, &promises, &cells))),
        ["canonical.deals: 1 = 1 + 0"]
    );
    let cut = [cells.clone(), record(0x0006, &[1, 0, 3, 0, 0, 0, 1])].concat();
    assert_eq!(
        drop("formula.xls", compound("Workbook", &old_book(6, &[], &cut))),
        ["canonical.deals: 1 = 1 + 0"]
    );
}
