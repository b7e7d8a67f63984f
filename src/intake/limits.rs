//! Caps on what one file may ask of the reader, in one place.
//!
//! A browser tab cannot give memory back and an allocation that fails ends the program, so every
//! size that comes from a file is held against a cap before memory is asked for. The caps are far
//! above anything a real export needs; a file that reaches one is broken or hostile.

/// Entries of one ZIP. A complete archive has about sixty; reading a directory costs memory per entry.
pub const ZIP_ENTRIES: usize = 10_000;

/// Bytes one ZIP entry may inflate to: 256 MiB, about twice a million-row message file.
pub const ENTRY_BYTES: u64 = 256 * MIB;

/// Bytes all entries read from one ZIP may inflate to: 1 GiB, a quarter of what wasm32 can address.
pub const TOTAL_BYTES: u64 = 1024 * MIB;

/// Inflated bytes per packed byte above which an entry is a bomb: text packs 5 to 30 to one.
pub const INFLATE_RATIO: u64 = 200;

/// Inflated bytes that are free of the ratio rule: small repetitive files pack very well.
pub const RATIO_GRACE_BYTES: u64 = MIB;

/// Filled cells of one sheet: 5 million (a year of daily rows for a thousand columns is a fifteenth).
pub const SHEET_CELLS: u64 = 5_000_000;

/// Rows of one sheet, as in the file format.
pub const SHEET_ROWS: u32 = 1_048_576;

/// Columns of one table, as in the workbook format.
pub const COLUMNS: usize = 16_384;

/// Characters of one workbook cell, as in the file format. Longer cells are not from a spreadsheet.
pub const CELL_CHARACTERS: usize = 32_767;

/// Bytes between two tags of a workbook part: a full cell in which every character is a six-byte
/// entity needs 0.2 MiB. An XML reader has to hold such a run in memory whole.
pub const MARKUP_RUN_BYTES: u64 = MIB;

/// Smallest number of bytes a shared string can take (`<si></si>` is nine): a table that promises
/// more strings than its bytes can hold is lying about its size.
pub const SHARED_STRING_BYTES: u64 = 8;

/// Bytes of one field of delimited text: 1 MiB.
pub const FIELD_BYTES: usize = 1 << 20;

/// Bytes of one row of delimited text: 16 MiB.
pub const ROW_BYTES: usize = 16 << 20;

/// Line breaks in one over-long quoted field from which a forgotten quote is the likelier story.
pub const QUOTED_LINES: u64 = 1_000;

/// Bytes of an old binary workbook (.xls): 64 MiB. Its 65,536 × 256 cells fit well below.
pub const XLS_BYTES: u64 = 64 * MIB;

/// Bytes of a table saved as HTML: 64 MiB, several times the largest report.
pub const HTML_BYTES: u64 = 64 * MIB;

/// Bytes of text within which several tables are looked for: reports are small, and lists of a million
/// rows are one table.
pub const PARTED_BYTES: usize = 16 << 20;

/// Rows searched for a header: real preambles reach nine rows.
pub const HEADER_ROWS: usize = 30;

const MIB: u64 = 1 << 20;

/// A count as a 64-bit number; sizes of things in memory always fit.
pub(crate) fn count(size: usize) -> u64 {
    u64::try_from(size).unwrap_or(u64::MAX)
}
