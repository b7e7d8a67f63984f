//! A small writer of workbooks, as the exporting library writes them: every text a shared string.

use crate::support::zip_files;

/// A cell.
#[derive(Clone, Debug)]
pub enum X {
    /// No cell.
    None,
    /// A shared string, also an empty one.
    T(String),
    /// A number.
    N(f64),
}

/// A text cell.
pub fn t(text: &str) -> X {
    X::T(text.to_owned())
}

/// A workbook of sheets.
pub fn workbook(sheets: &[(&str, Vec<Vec<X>>)]) -> Vec<u8> {
    let mut shared: Vec<String> = Vec::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let (mut types, mut relations, mut listed) = (String::new(), String::new(), String::new());
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let number = index + 1;
        types += &format!(
            r#"<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#
        );
        relations += &format!(
            r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        );
        listed += &format!(r#"<sheet name="{}" sheetId="{number}" r:id="rId{number}"/>"#, escaped(name));
        let mut data = String::new();
        for (row, cells) in rows.iter().enumerate() {
            data += &format!(r#"<row r="{}">"#, row + 1);
            for (column, cell) in cells.iter().enumerate() {
                let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
                match cell {
                    X::None => {}
                    X::N(number) => data += &format!(r#"<c r="{place}"><v>{number}</v></c>"#),
                    X::T(text) => {
                        let at = shared.iter().position(|known| known == text).unwrap_or_else(|| {
                            shared.push(text.clone());
                            shared.len() - 1
                        });
                        data += &format!(r#"<c r="{place}" t="s"><v>{at}</v></c>"#);
                    }
                }
            }
            data += "</row>";
        }
        let sheet = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#
        );
        files.push((format!("xl/worksheets/sheet{number}.xml"), sheet.into_bytes()));
    }
    let strings: String = shared.iter().map(|text| format!("<si><t>{}</t></si>", escaped(text))).collect();
    let count = shared.len();
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{types}</Types>"#
            ),
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{count}" uniqueCount="{count}">{strings}</sst>"#
            ),
        ),
    ];
    files.extend(parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())));
    zip_files(&files)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
