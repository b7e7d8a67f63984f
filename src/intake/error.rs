//! What can be wrong with a file: one cause each, with its place.

use thiserror::Error;

/// A file that could not be read: which one and why.
///
/// `Display` is plain English for programs without a page; a page words [`Cause::code`] and
/// [`Cause::args`] itself.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{file}: {cause}")]
pub struct IntakeError {
    /// Name of the file as uploaded, or `archive › member` for a file inside an archive.
    pub file: String,
    /// What is wrong and where.
    pub cause: Cause,
}

impl IntakeError {
    /// Names the file a cause belongs to.
    pub fn new(file: impl Into<String>, cause: Cause) -> Self {
        Self { file: file.into(), cause }
    }

    /// Message key `error.intake.<code>`.
    pub fn key(&self) -> String {
        format!("error.intake.{}", self.cause.code())
    }

    /// Names and values for the message, the file first.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("file", self.file.clone())];
        args.extend(self.cause.args());
        args
    }
}

/// What bytes that are no table look like instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksLike {
    /// A PDF document.
    Pdf,
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
    /// A HEIC or AVIF image, as phones make them.
    Heic,
    /// A GIF image.
    Gif,
    /// A WebP image.
    Webp,
    /// A web page, often saved by a CRM under the name of a workbook.
    Html,
    /// A workbook in the XML form of 2003.
    SpreadsheetXml,
    /// Some other XML document.
    Xml,
    /// JSON.
    Json,
    /// A word-processor document.
    Word,
    /// A slide deck.
    Slides,
    /// An OpenDocument spreadsheet (.ods).
    OpenDocument,
    /// A binary workbook of the ZIP kind (.xlsb).
    BinaryWorkbook,
    /// A Numbers spreadsheet.
    Numbers,
    /// A mail message.
    Mail,
    /// An archive that is no ZIP (7z, RAR, gzip).
    OtherArchive,
    /// Bytes that are neither text nor a known format.
    Binary,
}

impl LooksLike {
    /// Stable name of the kind, for messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Heic => "heic",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Html => "html",
            Self::SpreadsheetXml => "spreadsheet_xml",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Word => "word",
            Self::Slides => "slides",
            Self::OpenDocument => "open_document",
            Self::BinaryWorkbook => "binary_workbook",
            Self::Numbers => "numbers",
            Self::Mail => "mail",
            Self::OtherArchive => "other_archive",
            Self::Binary => "binary",
        }
    }
}

/// Why a file could not be read. Lines, rows and columns count from 1, as a person sees them.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Cause {
    /// The file cannot be read any more: moved, renamed, or never allowed.
    #[error("the file cannot be read any more; add it again")]
    Gone,
    /// The file has another length than when it was begun.
    #[error("the file changed while it was read; add it again")]
    Changed,
    /// More bytes than the memory holds.
    #[error("the file has {size_bytes} bytes, more than the memory holds")]
    TooLargeToHold {
        /// Bytes of the file.
        size_bytes: u64,
    },
    /// No bytes, or nothing but a byte-order mark, NULs and blank lines.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of a known kind that holds no table we read.
    #[error("this is not a table but looks like: {}", looks_like.code())]
    NotATable {
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// The ZIP has a beginning but no directory: the download was cut short.
    #[error("the ZIP is cut off after {size_bytes} bytes; download it again")]
    ZipTruncated {
        /// Bytes present.
        size_bytes: u64,
    },
    /// The ZIP's directory or an entry contradicts itself.
    #[error("the ZIP is damaged ({detail}); download it again")]
    ZipCorrupt {
        /// What the reader tripped over, in English.
        detail: String,
    },
    /// Entries are locked with a password.
    #[error("the ZIP is locked with a password; unlock it first")]
    ZipEncrypted,
    /// More entries than [`limits::ZIP_ENTRIES`](super::limits::ZIP_ENTRIES).
    #[error("the ZIP has {entries} entries; at most {limit} are read")]
    ZipTooManyEntries {
        /// Entries found.
        entries: u64,
        /// Entries allowed.
        limit: u64,
    },
    /// An entry inflates to more than is allowed, by its own size, by ratio, or in sum.
    #[error("\"{member}\" in the ZIP inflates to more than {limit_bytes} bytes")]
    ZipTooLarge {
        /// The entry.
        member: String,
        /// Bytes allowed.
        limit_bytes: u64,
    },
    /// An entry is packed by a method this reader lacks.
    #[error("\"{member}\" is packed by method {method}; pack it again as an ordinary ZIP")]
    UnsupportedCompression {
        /// The entry.
        member: String,
        /// Method number of the ZIP specification (9 = Deflate64, 12 = bzip2, 14 = LZMA, 93 = Zstandard).
        method: u16,
    },
    /// A member number that the archive does not have.
    #[error("the ZIP has no member number {index}")]
    NoSuchMember {
        /// The number asked for, from 0.
        index: u64,
    },
    /// A workbook that opens with a password only.
    #[error("the workbook is locked with a password; save it without one")]
    WorkbookEncrypted,
    /// A workbook whose parts contradict themselves or are missing.
    #[error("the workbook is damaged ({detail}); open it and save it again")]
    WorkbookCorrupt {
        /// What the reader tripped over, in English.
        detail: String,
    },
    /// A workbook older than Excel 97, or one this reader has no reader for.
    #[error("the workbook is of an old kind; save it as .xlsx or .csv")]
    OldOffice,
    /// A binary workbook above [`limits::XLS_BYTES`](super::limits::XLS_BYTES).
    #[error("the old-style workbook has {size_bytes} bytes, at most {limit_bytes} are read")]
    WorkbookTooLarge {
        /// Bytes present.
        size_bytes: u64,
        /// Bytes allowed.
        limit_bytes: u64,
    },
    /// A sheet number that the workbook does not have.
    #[error("the workbook has no sheet number {index}")]
    NoSuchSheet {
        /// The number asked for, from 0.
        index: u64,
    },
    /// A sheet with more filled cells than [`limits::SHEET_CELLS`](super::limits::SHEET_CELLS) or an
    /// address beyond the format's last cell.
    #[error("sheet \"{sheet}\" is too large at cell {cell}")]
    SheetTooLarge {
        /// The sheet.
        sheet: String,
        /// Address of the cell that was one too many, such as `XFD1048576`.
        cell: String,
    },
    /// A workbook cell with more text than the format allows.
    #[error("sheet \"{sheet}\", cell {cell}: the text is longer than {limit} characters")]
    CellTooLong {
        /// The sheet.
        sheet: String,
        /// Address of the cell.
        cell: String,
        /// Characters allowed.
        limit: u64,
    },
    /// A workbook's part with a text that is longer than a cell can be, met before any cell is read.
    #[error("\"{part}\" in the workbook has a text longer than {limit} characters")]
    TextTooLong {
        /// The part.
        part: String,
        /// Characters allowed.
        limit: u64,
    },
    /// A workbook's part that inflates to more than is allowed.
    #[error("the workbook's part \"{member}\" inflates to more than {limit_bytes} bytes")]
    PartTooLarge {
        /// The part.
        member: String,
        /// Bytes allowed.
        limit_bytes: u64,
    },
    /// A row with more columns than [`limits::COLUMNS`](super::limits::COLUMNS).
    #[error("line {line} has more than {limit} columns")]
    TooManyColumns {
        /// Line of the row.
        line: u64,
        /// Columns allowed.
        limit: u64,
    },
    /// A field longer than [`limits::FIELD_BYTES`](super::limits::FIELD_BYTES).
    #[error("line {line}, column {column}: the field is longer than {limit_bytes} bytes")]
    FieldTooLong {
        /// Line the row begins on.
        line: u64,
        /// Column, from 1.
        column: u64,
        /// Bytes allowed.
        limit_bytes: u64,
    },
    /// A row longer than [`limits::ROW_BYTES`](super::limits::ROW_BYTES).
    #[error("the row at line {line} is longer than {limit_bytes} bytes")]
    RowTooLong {
        /// Line the row begins on.
        line: u64,
        /// Bytes allowed.
        limit_bytes: u64,
    },
    /// A quote that opens a field and never closes: the rest of the file would be one cell.
    #[error("line {line}, column {column}: the quote that opens here never closes")]
    UnclosedQuote {
        /// Line the quote stands on.
        line: u64,
        /// Column, from 1.
        column: u64,
    },
}

impl Cause {
    /// Stable name of the cause: the last part of the message key.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::TooLargeToHold { .. } => "too_large_to_hold",
            Self::Empty => "empty",
            Self::NotATable { .. } => "not_a_table",
            Self::ZipTruncated { .. } => "zip_truncated",
            Self::ZipCorrupt { .. } => "zip_corrupt",
            Self::ZipEncrypted => "zip_encrypted",
            Self::ZipTooManyEntries { .. } => "zip_too_many_entries",
            Self::ZipTooLarge { .. } => "zip_too_large",
            Self::UnsupportedCompression { .. } => "unsupported_compression",
            Self::NoSuchMember { .. } => "no_such_member",
            Self::WorkbookEncrypted => "workbook_encrypted",
            Self::WorkbookCorrupt { .. } => "workbook_corrupt",
            Self::OldOffice => "old_office",
            Self::WorkbookTooLarge { .. } => "workbook_too_large",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::SheetTooLarge { .. } => "sheet_too_large",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::TextTooLong { .. } => "text_too_long",
            Self::PartTooLarge { .. } => "part_too_large",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::FieldTooLong { .. } => "field_too_long",
            Self::RowTooLong { .. } => "row_too_long",
            Self::UnclosedQuote { .. } => "unclosed_quote",
        }
    }

    /// Names and values for the message, in a fixed order.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Gone
            | Self::Changed
            | Self::Empty
            | Self::ZipEncrypted
            | Self::WorkbookEncrypted
            | Self::OldOffice => Vec::new(),
            Self::NotATable { looks_like } => vec![("looks_like", looks_like.code().to_owned())],
            Self::ZipTruncated { size_bytes } | Self::TooLargeToHold { size_bytes } => {
                vec![("size_bytes", size_bytes.to_string())]
            }
            Self::ZipCorrupt { detail } | Self::WorkbookCorrupt { detail } => {
                vec![("detail", detail.clone())]
            }
            Self::ZipTooManyEntries { entries, limit } => {
                vec![("entries", entries.to_string()), ("limit", limit.to_string())]
            }
            Self::TextTooLong { part, limit } => {
                vec![("sheet", part.clone()), ("limit", limit.to_string())]
            }
            Self::ZipTooLarge { member, limit_bytes } | Self::PartTooLarge { member, limit_bytes } => {
                vec![("member", member.clone()), ("limit_bytes", limit_bytes.to_string())]
            }
            Self::UnsupportedCompression { member, method } => {
                vec![("member", member.clone()), ("method", method.to_string())]
            }
            Self::NoSuchMember { index } | Self::NoSuchSheet { index } => {
                vec![("index", index.to_string())]
            }
            Self::WorkbookTooLarge { size_bytes, limit_bytes } => {
                vec![("size_bytes", size_bytes.to_string()), ("limit_bytes", limit_bytes.to_string())]
            }
            Self::SheetTooLarge { sheet, cell } => vec![("sheet", sheet.clone()), ("cell", cell.clone())],
            Self::CellTooLong { sheet, cell, limit } => {
                vec![("sheet", sheet.clone()), ("cell", cell.clone()), ("limit", limit.to_string())]
            }
            Self::TooManyColumns { line, limit } => {
                vec![("line", line.to_string()), ("limit", limit.to_string())]
            }
            Self::FieldTooLong { line, column, limit_bytes } => vec![
                ("line", line.to_string()),
                ("column", column.to_string()),
                ("limit_bytes", limit_bytes.to_string()),
            ],
            Self::RowTooLong { line, limit_bytes } => {
                vec![("line", line.to_string()), ("limit_bytes", limit_bytes.to_string())]
            }
            Self::UnclosedQuote { line, column } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_file_place_and_key() {
        let error = IntakeError::new("crm.csv", Cause::UnclosedQuote { line: 2, column: 3 });
        assert_eq!(error.key(), "error.intake.unclosed_quote");
        assert_eq!(
            error.args(),
            [("file", "crm.csv".to_owned()), ("line", "2".to_owned()), ("column", "3".to_owned())]
        );
        assert_eq!(error.to_string(), "crm.csv: line 2, column 3: the quote that opens here never closes");
    }

    #[test]
    fn every_argument_appears_in_the_plain_english() {
        let cause = Cause::ZipTooLarge { member: "messages.csv".into(), limit_bytes: 77 };
        let text = cause.to_string();
        assert!(cause.args().iter().all(|(_, value)| text.contains(value.as_str())), "{text}");
    }
}
