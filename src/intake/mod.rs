//! Bytes to tables: limits, ZIP, encodings, delimited text, workbooks, sniffing.
//!
//! [`open`] looks at the bytes of an [`Upload`] (never at its extension alone) and says what it is:
//! an [`Archive`] of further files, delimited [`Text`], or a [`Workbook`]. Every table is read the
//! same way: as a stream of [`Record`]s through [`Rows`], one row in memory at a time.
//!
//! This room knows files; it knows nothing of vendors, metrics or the words a person reads.
//! Anything wrong with a file is an [`IntakeError`] with a stable code and a place.

mod archive;
mod biff;
mod blocks;
mod civil;
mod compound;
mod delimited;
mod dialect;
mod encoding;
mod error;
mod file;
pub mod header;
mod html;
pub mod limits;
mod names;
mod notice;
mod sheet_rows;
mod sniff;
mod table;
mod text;
mod workbook;
mod xls;
mod xlsx;
mod xlsx_guard;

pub use archive::{Archive, Member};
pub use civil::CivilDateTime;
pub use delimited::TextRows;
pub use dialect::{Delimiter, Dialect, RecordStart};
pub use encoding::{Encoding, decode};
pub use error::{Cause, IntakeError, LooksLike};
pub use file::{Opened, Upload, open, open_in};
pub use header::{Header, normalise};
pub use notice::Notice;
pub use table::{Cell, Record, Rows, Sample, Tally, peek, skip_through};
pub use text::Text;
pub use workbook::{Sheet, Workbook};

#[cfg(test)]
mod bad_files;
