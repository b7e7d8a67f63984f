//! Files cut in two before a row, what stands above the first row in both parts.

use std::io::{Cursor, Read};

use super::support::zip_files;

/// Both parts of a text cut before a line. Wide letters are cut as letters.
pub fn cut_text(text: &[u8], first: usize, at: usize) -> (Vec<u8>, Vec<u8>) {
    if let Some(wide) = text.strip_prefix(b"\xff\xfe") {
        let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let (head, tail) = cut_text(String::from_utf16(&units).unwrap().as_bytes(), first, at);
        let widen = |part: Vec<u8>| {
            let text = format!("\u{feff}{}", String::from_utf8(part).unwrap());
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        return (widen(head), widen(tail));
    }
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    (lines[..at - 1].concat(), [&lines[..first - 1], &lines[at - 1..]].concat().concat())
}

const PAGE_ROW: &str = "<tr><td>";

/// How many rows a report saved as a page has, its header and the lines below it aside.
pub fn page_rows(page: &[u8]) -> usize {
    String::from_utf8_lossy(page).matches(PAGE_ROW).count()
}

/// Both parts of a page cut before a row.
pub fn cut_page(page: &[u8], at: usize) -> (Vec<u8>, Vec<u8>) {
    let lines: Vec<&[u8]> = page.split_inclusive(|byte| *byte == b'\n').collect();
    let part = |wanted: &dyn Fn(usize) -> bool| {
        let mut row = 0;
        let mut kept = Vec::new();
        for line in &lines {
            let is_row = line.starts_with(PAGE_ROW.as_bytes());
            if !is_row || wanted(row) {
                kept.extend_from_slice(line);
            }
            row += usize::from(is_row);
        }
        kept
    };
    (part(&|row| row < at), part(&|row| row >= at))
}

/// The files of a ZIP in its order.
pub fn unzipped(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut member = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            (member.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The XML of a sheet's rows, with what stands before the first and behind the last.
fn sheet_parts(sheet: &str) -> (&str, Vec<&str>, &str) {
    let first = sheet.find("<row").unwrap();
    let last = sheet.rfind("</row>").unwrap() + "</row>".len();
    let rows = sheet[first..last].split_inclusive("</row>").collect();
    (&sheet[..first], rows, &sheet[last..])
}

fn number_of(row: &str) -> usize {
    let (_, number) = row.split_once(" r=\"").unwrap();
    number.split('"').next().unwrap().parse().unwrap()
}

/// The row numbers of a workbook's first sheet, and whether the first cell of the first column that any row
/// below the header fills is filled in it.
pub fn sheet_rows(book: &[u8]) -> Vec<(usize, bool)> {
    let files = unzipped(book);
    let sheet = files.iter().find(|(path, _)| path == SHEET).unwrap();
    let text = String::from_utf8(sheet.1.clone()).unwrap();
    let (_, rows, _) = sheet_parts(&text);
    let is_filled = |row: &str, column: &str| {
        let place = format!(" r=\"{column}{}\"", number_of(row));
        row.split("<c")
            .skip(1)
            .any(|cell| cell.contains(&place) && (cell.contains("<v>") || cell.contains("<t")))
    };
    let column = if rows.iter().any(|row| is_filled(row, "A")) { "A" } else { "B" };
    rows.iter().map(|row| (number_of(row), is_filled(row, column))).collect()
}

/// Both parts of a workbook whose first sheet is cut before a row; the rows of the second part move up.
pub fn cut_sheet(book: &[u8], first: usize, at: usize) -> (Vec<u8>, Vec<u8>) {
    let part = |wanted: &dyn Fn(usize) -> bool, up: usize| {
        let mut files = unzipped(book);
        for (_, bytes) in files.iter_mut().filter(|(path, _)| path == SHEET) {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let (above, rows, below) = sheet_parts(&text);
            let kept = rows.iter().filter(|row| wanted(number_of(row)));
            let rows: String =
                kept.map(|row| moved(row, if number_of(row) < first { 0 } else { up })).collect();
            *bytes = format!("{above}{rows}{below}").into_bytes();
        }
        zip_files(&files)
    };
    (part(&|row| row < at, 0), part(&|row| row < first || row >= at, at - first))
}

/// A row with all of its addresses some rows further up.
fn moved(row: &str, up: usize) -> String {
    let number = number_of(row);
    let to = number - up;
    // `r="12"` of the row, `r="C12"` of its cells.
    let mut pieces = row.split(" r=\"");
    let mut out = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap();
        out += &format!(" r=\"{}\"{rest}", address.replace(&number.to_string(), &to.to_string()));
    }
    out
}
