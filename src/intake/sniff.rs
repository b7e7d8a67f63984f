//! What bytes are, by the bytes themselves: extensions lie.

use super::encoding::utf16_by_nuls;
use super::error::LooksLike;

/// The families of files told apart before anything is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing, or nothing but NULs.
    Empty,
    /// A ZIP, also one with other data before it.
    Zip,
    /// A compound file: workbooks of 1997 to 2003, and locked ones of today.
    Compound,
    /// Text, in whatever encoding.
    Text,
    /// Something that holds no table.
    Other(LooksLike),
}

/// Bytes at the start that decide between text and other things.
const SAMPLE_BYTES: usize = 4_096;
/// Bytes at the end within which the end record of a ZIP lies: its 22 and a comment of 65,535.
const ZIP_TAIL_BYTES: usize = 65_557;

/// Says what the bytes are.
pub(super) fn sniff(bytes: &[u8]) -> Kind {
    const MAGIC: [(&[u8], Kind); 14] = [
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Compound),
        (b"%PDF-", Kind::Other(LooksLike::Pdf)),
        (b"\x89PNG\r\n\x1a\n", Kind::Other(LooksLike::Png)),
        (b"\xff\xd8\xff", Kind::Other(LooksLike::Jpeg)),
        (b"GIF87a", Kind::Other(LooksLike::Gif)),
        (b"GIF89a", Kind::Other(LooksLike::Gif)),
        (b"{\\rtf", Kind::Other(LooksLike::Word)),
        (b"7z\xbc\xaf\x27\x1c", Kind::Other(LooksLike::OtherArchive)),
        (b"Rar!\x1a\x07", Kind::Other(LooksLike::OtherArchive)),
        (b"\x1f\x8b\x08", Kind::Other(LooksLike::OtherArchive)),
        (b"BZh", Kind::Other(LooksLike::OtherArchive)),
        (b"\xfd7zXZ\0", Kind::Other(LooksLike::OtherArchive)),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return *kind;
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Other(LooksLike::Heic);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Kind::Other(LooksLike::Webp);
    }
    if has_zip_end(bytes) {
        return Kind::Zip;
    }
    text_or_other(bytes)
}

/// True if the end record of a ZIP is where one has to be.
pub(super) fn has_zip_end(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(ZIP_TAIL_BYTES)..).unwrap_or_default();
    tail.windows(4).any(|window| window == b"PK\x05\x06")
}

fn text_or_other(bytes: &[u8]) -> Kind {
    let Some(last) = bytes.iter().rposition(|byte| *byte != 0) else { return Kind::Empty };
    let bytes = bytes.get(..=last).unwrap_or_default();
    let sample = bytes.get(..SAMPLE_BYTES.min(bytes.len())).unwrap_or_default();
    let wide = matches!(sample, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || utf16_by_nuls(sample).is_some();
    if !wide {
        let nuls = sample.iter().filter(|byte| **byte == 0).count();
        let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 14..=25 | 28..=31 | 127)).count();
        if nuls * 10 > sample.len() * 3 || controls * 20 > sample.len() {
            return Kind::Other(LooksLike::Binary);
        }
    }
    // Without NULs, UTF-16 of ASCII is ASCII: enough to know markup by.
    let plain: Vec<u8> = sample.iter().copied().filter(|byte| *byte != 0).collect();
    markup(&String::from_utf8_lossy(&plain)).map_or(Kind::Text, Kind::Other)
}

/// Text that is markup or data notation rather than a table.
fn markup(sample: &str) -> Option<LooksLike> {
    const HTML: [&str; 9] =
        ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style", "<script"];
    let start =
        sample.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    let lower = start.to_ascii_lowercase();
    if lower.starts_with("mime-version:") || HTML.iter().any(|tag| lower.starts_with(tag)) {
        return Some(LooksLike::Html);
    }
    if lower.starts_with("<?xml") || lower.starts_with("<workbook") {
        return Some(if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            LooksLike::SpreadsheetXml
        } else if lower.contains("<html") {
            LooksLike::Html
        } else {
            LooksLike::Xml
        });
    }
    let inside = |open: char| start.strip_prefix(open).map(str::trim_start);
    let object = inside('{').is_some_and(|rest| rest.starts_with(['"', '}']));
    let list = inside('[').is_some_and(|rest| rest.starts_with(['{', '[', '"']));
    (object || list).then_some(LooksLike::Json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(b"", Kind::Empty)]
    #[case(&[0; 64], Kind::Empty)]
    #[case(b"a,b\n1,2\n", Kind::Text)]
    #[case(b"a,b\n1\0,2\n", Kind::Text)]
    #[case(b"[note],b\n", Kind::Text)]
    #[case(b"<b>,c\n", Kind::Text)]
    #[case(b"PK\x03\x04", Kind::Zip)]
    #[case(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ", Kind::Compound)]
    #[case(b"%PDF-1.7\n", Kind::Other(LooksLike::Pdf))]
    #[case(b"\x89PNG\r\n\x1a\n", Kind::Other(LooksLike::Png))]
    #[case(b"\xff\xd8\xff\xe0", Kind::Other(LooksLike::Jpeg))]
    #[case(b"\0\0\0\x18ftypheic", Kind::Other(LooksLike::Heic))]
    #[case(b"GIF89a", Kind::Other(LooksLike::Gif))]
    #[case(b"  <!DOCTYPE html><html>", Kind::Other(LooksLike::Html))]
    #[case(b"\xef\xbb\xbf<table><tr>", Kind::Other(LooksLike::Html))]
    #[case(b"<?xml version=\"1.0\"?><a/>", Kind::Other(LooksLike::Xml))]
    #[case(
        b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
        Kind::Other(LooksLike::SpreadsheetXml)
    )]
    #[case(b"{ \"rows\": [] }", Kind::Other(LooksLike::Json))]
    #[case(b"[{\"a\": 1}]", Kind::Other(LooksLike::Json))]
    #[case(&[7, 1, 2, 3, 4, 5, 6, 7], Kind::Other(LooksLike::Binary))]
    fn kinds(#[case] bytes: &[u8], #[case] expected: Kind) {
        assert_eq!(sniff(bytes), expected);
    }
}
