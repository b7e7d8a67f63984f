//! ZIP files in memory: archives and workbooks.
//!
//! Written here and not by the `zip` crate: its writer brings every way to compress along, which is a fifth of
//! the engine's download, for files that nobody keeps. Nothing is compressed (PKWARE APPNOTE 6.3.10,
//! sections 4.3.7, 4.3.12 and 4.3.16, method 0).

use crate::facts::Day;

const LOCAL_HEADER: u32 = 0x0403_4b50;
const CENTRAL_HEADER: u32 = 0x0201_4b50;
const END_OF_DIRECTORY: u32 = 0x0605_4b50;
/// Version 2.0: folders and no compression beyond that.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// Noon in the format of DOS: hours in the upper five bits.
const NOON: u16 = 12 << 11;

/// Packs files, all dated at noon of a day. None for more or larger files than the plain format counts.
pub(super) fn pack(day: Day, files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let date = dos_date(day);
    let mut zip = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let offset = u32::try_from(zip.len()).ok()?;
        let mut about = Vec::new();
        for number in [VERSION, FLAGS, 0, NOON, date] {
            about.extend_from_slice(&number.to_le_bytes());
        }
        let size = u32::try_from(bytes.len()).ok()?;
        for number in [crc32fast::hash(bytes), size, size] {
            about.extend_from_slice(&number.to_le_bytes());
        }
        about.extend_from_slice(&u16::try_from(name.len()).ok()?.to_le_bytes());
        // No extra field.
        about.extend_from_slice(&0u16.to_le_bytes());

        zip.extend_from_slice(&LOCAL_HEADER.to_le_bytes());
        zip.extend_from_slice(&about);
        zip.extend_from_slice(name.as_bytes());
        zip.extend_from_slice(bytes);

        directory.extend_from_slice(&CENTRAL_HEADER.to_le_bytes());
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&about);
        // Comment length, disk, internal attributes, external attributes: none.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let (start, length) = (u32::try_from(zip.len()).ok()?, u32::try_from(directory.len()).ok()?);
    zip.extend_from_slice(&directory);
    zip.extend_from_slice(&END_OF_DIRECTORY.to_le_bytes());
    for number in [0, 0, count, count] {
        zip.extend_from_slice(&number.to_le_bytes());
    }
    for number in [length, start] {
        zip.extend_from_slice(&number.to_le_bytes());
    }
    // No comment.
    zip.extend_from_slice(&0u16.to_le_bytes());
    Some(zip)
}

/// Years since 1980, month and day in seven, four and five bits.
fn dos_date(day: Day) -> u16 {
    let (year, month, date) = day.ymd();
    let year = u16::try_from(year - 1980).unwrap_or(0).min(127);
    year << 9 | u16::try_from(month << 5 | date).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn another_reader_unpacks_it() {
        let day = Day::from_ymd(2026, 11, 21).unwrap();
        let files = vec![("a.csv".to_owned(), b"x,y\n".to_vec()), ("mapp/å.xml".to_owned(), Vec::new())];
        let packed = pack(day, &files).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
        assert_eq!(archive.len(), 2);
        for (index, (name, bytes)) in files.iter().enumerate() {
            let mut file = archive.by_index(index).unwrap();
            assert_eq!(file.name().unwrap(), name.as_str());
            let dated = file.last_modified().unwrap();
            assert_eq!((dated.year(), dated.month(), dated.day(), dated.hour()), (2026, 11, 21, 12));
            let mut unpacked = Vec::new();
            file.read_to_end(&mut unpacked).unwrap();
            assert_eq!(&unpacked, bytes);
        }
    }
}
