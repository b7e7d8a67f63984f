//! ZIP files in memory: archives and workbooks.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::facts::Day;

/// Packs files, all dated at noon of a day: the writer's own default asks a clock.
///
/// # Errors
/// What the writer says; memory takes everything, so only a name too long or given twice remains.
pub(super) fn pack(day: Day, files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let (year, month, date) = day.ymd();
    let part = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = u16::try_from(year).unwrap_or(1980);
    let noon = DateTime::from_date_and_time(year, part(month), part(date), 12, 0, 0).unwrap_or_default();
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(noon);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
