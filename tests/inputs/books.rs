//! Workbooks and compound files, made in a few lines.

use std::io::{Cursor, Write};

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"></xf><xf numFmtId="14"></xf></cellXfs></styleSheet>"#;

/// A ZIP of files.
pub fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// One sheet: its name, whether it is hidden, and its rows as XML.
pub type SheetXml<'a> = (&'a str, bool, String);

/// A workbook of sheets, with the attributes of `workbookPr` and perhaps shared strings.
pub fn workbook(sheets: &[SheetXml<'_>], properties: &str, strings: Option<&str>) -> Vec<u8> {
    let (mut listed, mut relations) = (String::new(), String::new());
    for (at, (name, hidden, _)) in sheets.iter().enumerate() {
        let state = if *hidden { r#" state="hidden""# } else { "" };
        listed += &format!(r#"<sheet name="{name}" sheetId="{0}"{state} r:id="r{0}"/>"#, at + 1);
        relations += &format!(
            r#"<Relationship Id="r{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{0}.xml"/>"#,
            at + 1
        );
    }
    if strings.is_some() {
        relations += r#"<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>"#;
    }
    let book = format!(
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr {properties}/><sheets>{listed}</sheets></workbook>"#
    );
    let relations = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    let bodies: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(at, (_, _, rows))| {
            let body = format!(
                r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
            );
            (format!("xl/worksheets/sheet{}.xml", at + 1), body)
        })
        .collect();
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
    ];
    files.extend(bodies.iter().map(|(name, body)| (name.as_str(), body.as_bytes())));
    if let Some(strings) = strings {
        files.push(("xl/sharedStrings.xml", strings.as_bytes()));
    }
    zip_of(&files)
}

/// A workbook of one sheet.
pub fn book(rows: &str) -> Vec<u8> {
    workbook(&[("Sheet1", false, rows.to_owned())], "", None)
}

/// Rows of text cells from the first on; a cell beginning with `<` is XML itself.
pub fn rows(table: &[&[&str]]) -> String {
    let mut out = String::new();
    for (row, cells) in table.iter().enumerate() {
        let number = row + 1;
        out += &format!(r#"<row r="{number}">"#);
        for (column, cell) in cells.iter().enumerate() {
            let place = format!("{}{number}", char::from(b'A' + u8::try_from(column).unwrap()));
            match cell.strip_prefix('<') {
                _ if cell.is_empty() => {}
                // `<` and the attributes and content of a cell, parted by `|`.
                Some(given) => {
                    let (attributes, content) = given.split_once('|').unwrap();
                    out += &format!(r#"<c r="{place}" {attributes}>{content}</c>"#);
                }
                None => out += &format!(r#"<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>"#),
            }
        }
        out += "</row>";
    }
    out
}

/// The table of shared strings, which promises a number of them.
pub fn strings(count: &str, items: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">{items}</sst>"#
    )
}

/// A compound file with one stream: the frame of workbooks of 1997 to 2003 and of locked ones.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    assert!(sectors < 126, "one sector of links is all that is made here");
    let mut header = vec![0_u8; 512];
    header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    header[26..36].copy_from_slice(&[3, 0, 0xfe, 0xff, 9, 0, 6, 0, 0, 0]);
    header[44] = 1;
    header[60..64].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[76..].fill(0xff);
    header[76..80].copy_from_slice(&1_u32.to_le_bytes());
    let mut links = vec![0xffff_fffe_u32, 0xffff_fffd];
    links.extend((1..sectors).map(|sector| 2 + sector));
    links.push(0xffff_fffe);
    links.resize(128, 0xffff_ffff);
    let entry = |name: &str, kind: u8, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = u8::try_from(entry.len() + 2).unwrap();
        entry.resize(128, 0);
        (entry[64], entry[66]) = (bytes, kind);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&size.to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, 0xffff_fffe, 0);
    directory.extend(entry(name, 2, 2, sectors * 512));
    directory.resize(512, 0);
    [header, directory, links.into_iter().flat_map(u32::to_le_bytes).collect(), stream].concat()
}

/// One record of an old workbook.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

/// An old workbook of one sheet: records for the whole before its end, and the records of the sheet.
pub fn old_book(version: u8, globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let bof = |kind: u8| record(0x0809, &[0, version, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let bound = |start: usize| {
        record(0x0085, &[&u32::try_from(start).unwrap().to_le_bytes()[..], &[0, 0, 4, 0], b"Data"].concat())
    };
    let end = record(0x000a, &[]);
    let start = bof(5).len() + bound(0).len() + globals.len() + end.len();
    [&bof(5), &bound(start), globals, &end, &bof(0x10), sheet, &end].concat()
}

/// A text cell of an old workbook.
pub fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let size = u16::try_from(text.len()).unwrap().to_le_bytes();
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    record(0x0204, &[&place[..], &size, &[0], text.as_bytes()].concat())
}
