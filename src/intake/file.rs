//! One uploaded file: what it is and how to get at its tables.

use super::archive::{Archive, decoded_name, open_zip};
use super::encoding::Encoding;
use super::error::{Cause, IntakeError, LooksLike};
use super::html::open_html;
use super::names::shown;
use super::sniff::{Kind, sniff};
use super::text::Text;
use super::workbook::Workbook;
use super::xls::open_xls;
use super::xlsx::open_xlsx;

/// A file as given by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name, with extension.
    pub name: String,
    /// Its bytes, whole.
    pub bytes: Vec<u8>,
}

/// A file, opened.
#[derive(Debug)]
pub enum Opened {
    /// A ZIP of files, each to be read and opened in turn.
    Archive(Archive),
    /// One table of delimited text.
    Text(Text),
    /// A workbook of one sheet or more.
    Workbook(Workbook),
}

/// Opens a file by its bytes; the name is used in errors only.
///
/// # Errors
/// Anything that keeps the file from being read, see [`Cause`].
pub fn open(upload: Upload) -> Result<Opened, IntakeError> {
    open_in(upload, None)
}

/// As [`open`], with the encoding of text declared rather than guessed.
///
/// # Errors
/// As [`open`].
pub fn open_in(upload: Upload, encoding: Option<Encoding>) -> Result<Opened, IntakeError> {
    let name = shown(&upload.name);
    match sniff(&upload.bytes) {
        Kind::Empty => Err(IntakeError::new(name, Cause::Empty)),
        Kind::Other(LooksLike::Html) => open_html(name, upload.bytes).map(Opened::Text),
        Kind::Other(looks_like) => Err(IntakeError::new(name, Cause::NotATable { looks_like })),
        Kind::Text => Text::from_bytes(name, upload.bytes, encoding).map(Opened::Text),
        Kind::Zip => open_zipped(name, upload.bytes),
        Kind::Compound => open_xls(name, &upload.bytes).map(Opened::Workbook),
    }
}

fn open_zipped(name: String, bytes: Vec<u8>) -> Result<Opened, IntakeError> {
    let zip = open_zip(bytes).map_err(|cause| IntakeError::new(name.as_str(), cause))?;
    let names: Vec<String> =
        zip.file_names_raw().map(|raw| decoded_name(raw).replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let other = |looks_like| Err(IntakeError::new(name.as_str(), Cause::NotATable { looks_like }));
    if has("xl/workbook.xml") {
        open_xlsx(name, zip).map(Opened::Workbook)
    } else if has("xl/workbook.bin") {
        other(LooksLike::BinaryWorkbook)
    } else if has("word/document.xml") {
        other(LooksLike::Word)
    } else if has("ppt/presentation.xml") {
        other(LooksLike::Slides)
    } else if has("mimetype") && has("content.xml") {
        other(LooksLike::OpenDocument)
    } else if has("index/document.iwa") {
        other(LooksLike::Numbers)
    } else {
        Archive::list(name, zip).map(Opened::Archive)
    }
}
