//! Compound files (MS-CFB): the small file system inside workbooks of 1997 to 2003 and around
//! locked ones of today. Only what finding one stream needs.

use super::error::Cause;
use super::limits::count;

/// Sector numbers from here on are marks, not places.
const FIRST_MARK: u32 = 0xffff_fffa;
/// Streams below this many bytes lie in the mini stream.
const MINI_CUTOFF: u64 = 4_096;
const MINI_SECTOR: usize = 64;
const ENTRY_BYTES: usize = 128;

/// A compound file, its directory read.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
    mini_start: u32,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

fn corrupt(what: &str) -> Cause {
    Cause::WorkbookCorrupt { detail: format!("compound file: {what}") }
}

/// Little-endian number at a place, if the bytes reach that far.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

/// Little-endian number at a place, if the bytes reach that far.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

impl<'a> Compound<'a> {
    /// Reads the allocation table and the directory.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Cause> {
        let sector_bytes = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            _ => return Err(corrupt("sector size")),
        };
        let header = |at| u32_at(bytes, at).ok_or_else(|| corrupt("header"));
        let mut file =
            Self { bytes, sector_bytes, next: Vec::new(), entries: Vec::new(), mini_start: header(60)? };

        // No more sectors than the file has bytes for: a table that says otherwise loops.
        let sectors = bytes.len() / sector_bytes + 1;
        let mut tables: Vec<u32> = numbers(bytes.get(76..512).ok_or_else(|| corrupt("header"))?).collect();
        let mut list = header(68)?;
        for _ in 0..sectors {
            let Some(sector) = file.sector(list) else { break };
            let (links, last) = sector.split_at(sector.len().saturating_sub(4));
            tables.extend(numbers(links));
            list = u32_at(last, 0).unwrap_or(FIRST_MARK);
        }
        for table in tables {
            if file.next.len() >= sectors {
                break;
            }
            if let Some(sector) = file.sector(table) {
                let links: Vec<u32> = numbers(sector).collect();
                file.next.extend(links);
            }
        }

        let directory = file.chain(header(48)?, u64::MAX);
        file.entries = directory.chunks_exact(ENTRY_BYTES).filter_map(entry).collect();
        if file.entries.is_empty() { Err(corrupt("no directory")) } else { Ok(file) }
    }

    /// True if there is a stream or storage of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream, as far as the file has them.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.size >= MINI_CUTOFF {
            return Some(self.chain(entry.start, entry.size));
        }
        let root = self.entries.first()?;
        let container = self.chain(root.start, root.size);
        let links: Vec<u32> = numbers(&self.chain(self.mini_start, u64::MAX)).collect();
        let size = usize::try_from(entry.size).ok()?;
        let (mut out, mut at) = (Vec::new(), entry.start);
        while out.len() < size {
            let Some(start) = usize::try_from(at).ok()?.checked_mul(MINI_SECTOR) else { break };
            let Some(sector) = container.get(start..container.len().min(start.saturating_add(MINI_SECTOR)))
            else {
                break;
            };
            if sector.is_empty() {
                break;
            }
            out.extend_from_slice(sector);
            at = links.get(usize::try_from(at).ok()?).copied().unwrap_or(FIRST_MARK);
        }
        out.truncate(size);
        Some(out)
    }

    /// A sector, shorter if the file ends in it. Sector 0 follows the header, which fills one.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= FIRST_MARK {
            return None;
        }
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector_bytes)?;
        let end = self.bytes.len().min(start.checked_add(self.sector_bytes)?);
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    fn chain(&self, start: u32, size: u64) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        // A chain longer than the file goes in circles.
        while count(out.len()) < size && out.len() <= self.bytes.len() {
            let Some(sector) = self.sector(at) else { break };
            out.extend_from_slice(sector);
            let next = usize::try_from(at).ok().and_then(|at| self.next.get(at));
            at = next.copied().unwrap_or(FIRST_MARK);
        }
        out.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        out
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    // Type 0 is an unused place.
    if bytes.get(66) == Some(&0) {
        return None;
    }
    let name_bytes = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
    let units = bytes.get(..name_bytes)?.chunks_exact(2).filter_map(|two| u16_at(two, 0));
    let name = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    // The high half of the size is not kept by all writers; no stream we read needs it.
    Some(Entry { name, start: u32_at(bytes, 116)?, size: u64::from(u32_at(bytes, 120)?) })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A compound file with one stream, laid out as: directory, allocation table, stream.
    pub(in crate::intake) fn compound_file(name: &str, stream: &[u8]) -> Vec<u8> {
        // Padded past the cutoff so that no mini stream is needed; sizes are exact sectors.
        let mut stream = stream.to_vec();
        stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
        let mut header = vec![0_u8; 512];
        header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        header[26] = 3;
        header[28..30].copy_from_slice(&[0xfe, 0xff]);
        header[30] = 9;
        header[32] = 6;
        let sectors = stream.len() / 512;
        let tables = (sectors + 32).div_ceil(128);
        header[44..48].copy_from_slice(&(tables as u32).to_le_bytes());
        header[60..64].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
        header[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
        header[76..].fill(0xff);
        for table in 0..tables {
            header[76 + 4 * table..80 + 4 * table].copy_from_slice(&(table as u32 + 1).to_le_bytes());
        }
        let first = tables as u32 + 1;
        let mut table = vec![0xffff_fffe_u32];
        table.extend(vec![0xffff_fffd; tables]);
        table.extend((1..sectors as u32).map(|sector| first + sector));
        table.push(0xffff_fffe);
        table.resize(tables * 128, 0xffff_ffff);
        let mut directory = directory_entry("Root Entry", 5, 0xffff_fffe, 0);
        directory.extend(directory_entry(name, 2, first, stream.len()));
        directory.resize(512, 0);
        let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
        [header, directory, table, stream].concat()
    }

    fn directory_entry(name: &str, kind: u8, start: u32, size: usize) -> Vec<u8> {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let name_bytes = entry.len() + 2;
        entry.resize(ENTRY_BYTES, 0);
        entry[64] = name_bytes as u8;
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&(size as u32).to_le_bytes());
        entry
    }

    #[test]
    fn a_stream_is_found_by_name() {
        let content: Vec<u8> = (0..10_240_u32).flat_map(u32::to_le_bytes).collect();
        let bytes = compound_file("Workbook", &content);
        let file = Compound::new(&bytes).unwrap();
        assert!(file.has("WORKBOOK") && !file.has("Book"));
        assert_eq!(file.stream("Workbook").unwrap(), content);
    }

    #[test]
    fn chains_in_circles_end() {
        let mut bytes = compound_file("Workbook", &[7; 4_096]);
        // The allocation table is sector 1; let every sector follow itself.
        for link in 0..128_u32 {
            let at = 1_024 + 4 * link as usize;
            bytes[at..at + 4].copy_from_slice(&link.to_le_bytes());
        }
        let file = Compound::new(&bytes).unwrap();
        assert!(file.stream("Workbook").unwrap().len() <= 4_096);
    }
}
