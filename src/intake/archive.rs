//! A ZIP of files: listed at once, each member inflated only when asked for.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::error::{Cause, IntakeError};
use super::file::Upload;
use super::limits::{self, count};
use super::names::{EntryName, base_name, entry_name, wrapping_folder};
use super::notice::Notice;
use super::sniff::has_zip_end;

/// A reader of ZIP entries over bytes in memory.
pub(super) type Zip = ZipArchive<Cursor<Vec<u8>>>;

/// One entry of such a ZIP, open for reading.
type Entry<'a> = ZipFile<'a, Cursor<Vec<u8>>>;

/// One file inside an archive, as its directory describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Path inside the archive, `/` between folders, without the folder that wraps everything.
    pub path: String,
    /// The path's last part.
    pub name: String,
    /// Bytes when inflated, as the directory claims. Reading counts for itself.
    pub inflated_bytes: u64,
    /// Bytes in the archive.
    pub packed_bytes: u64,
    /// True if a password is needed.
    pub encrypted: bool,
    /// True if it is an archive itself, by its name. It is listed but never opened by itself.
    pub nested: bool,
    entry: usize,
}

/// A ZIP of files.
#[derive(Debug)]
pub struct Archive {
    name: String,
    zip: Zip,
    members: Vec<Member>,
    notices: Vec<Notice>,
    inflated_bytes: u64,
}

impl Archive {
    /// Lists an opened ZIP.
    pub(super) fn list(name: String, zip: Zip) -> Result<Self, IntakeError> {
        Self::members_of(&zip)
            .map_err(|cause| IntakeError::new(name.as_str(), cause))
            .map(|(members, notices)| Self { name, zip, members, notices, inflated_bytes: 0 })
    }

    fn members_of(zip: &Zip) -> Result<(Vec<Member>, Vec<Notice>), Cause> {
        let mut members = Vec::new();
        let mut notices = Vec::new();
        let mut unsafe_names = 0;
        for entry in 0..zip.len() {
            let data = zip.by_index_data(entry).map_err(|error| zip_cause(&error, "", 0))?;
            match entry_name(&decoded_name(data.name_raw())) {
                EntryName::File(path) => members.push(Member {
                    name: base_name(&path).to_owned(),
                    inflated_bytes: data.size(),
                    packed_bytes: data.compressed_size(),
                    encrypted: data.encrypted(),
                    nested: path.to_ascii_lowercase().ends_with(".zip"),
                    path,
                    entry,
                }),
                EntryName::Clutter => {}
                EntryName::Unsafe => unsafe_names += 1,
            }
        }
        if unsafe_names > 0 {
            notices.push(Notice::UnsafeNames { count: unsafe_names });
        }
        if zip.has_duplicate_names() {
            notices.push(Notice::RepeatedNames);
        }
        if members.is_empty() {
            return Err(Cause::Empty);
        }
        if members.iter().all(|member| member.encrypted) {
            return Err(Cause::ZipEncrypted);
        }
        let folder = wrapping_folder(members.iter().map(|member| member.path.as_str())).map(str::len);
        if let Some(length) = folder {
            for member in &mut members {
                member.path = member.path.get(length + 1..).unwrap_or_default().to_owned();
            }
        }
        Ok((members, notices))
    }

    /// Name of the archive.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The files inside, in the order of the archive's directory.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// What was left out or chosen while listing.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Inflates one member, by its place in [`members`](Self::members). The result is named
    /// `archive › path` and can be opened as any upload.
    ///
    /// # Errors
    /// A locked, damaged or oddly packed member, one that inflates beyond a cap, or a number that
    /// is not there.
    pub fn read(&mut self, index: usize) -> Result<Upload, IntakeError> {
        let Some(member) = self.members.get(index) else {
            return Err(IntakeError::new(self.name.as_str(), Cause::NoSuchMember { index: count(index) }));
        };
        let name = format!("{} › {}", self.name, member.path);
        let left = limits::TOTAL_BYTES.saturating_sub(self.inflated_bytes);
        match inflate(&mut self.zip, member.entry, &member.path, left) {
            Ok(bytes) => {
                self.inflated_bytes += count(bytes.len());
                Ok(Upload { name, bytes })
            }
            Err(cause) => Err(IntakeError::new(name, cause)),
        }
    }
}

/// Opens the directory of a ZIP.
pub(super) fn open_zip(bytes: Vec<u8>) -> Result<Zip, Cause> {
    let size_bytes = count(bytes.len());
    let complete = has_zip_end(&bytes);
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        if complete { zip_cause(&error, "", 0) } else { Cause::ZipTruncated { size_bytes } }
    })?;
    if zip.len() > limits::ZIP_ENTRIES {
        return Err(Cause::ZipTooManyEntries {
            entries: count(zip.len()),
            limit: count(limits::ZIP_ENTRIES),
        });
    }
    Ok(zip)
}

/// A name as text: UTF-8 if it is valid, else character by byte. Only matched and shown.
pub(super) fn decoded_name(raw: &[u8]) -> String {
    std::str::from_utf8(raw).map_or_else(|_| raw.iter().copied().map(char::from).collect(), str::to_owned)
}

/// Opens an entry for reading and says how many bytes it may inflate to.
pub(super) fn open_entry<'a>(
    zip: &'a mut Zip,
    entry: usize,
    member: &str,
    left_bytes: u64,
) -> Result<(Entry<'a>, u64), Cause> {
    let data = zip.by_index_data(entry).map_err(|error| zip_cause(&error, member, 0))?;
    if data.encrypted() {
        return Err(Cause::ZipEncrypted);
    }
    let by_ratio =
        data.compressed_size().saturating_mul(limits::INFLATE_RATIO).max(limits::RATIO_GRACE_BYTES);
    let allowed = limits::ENTRY_BYTES.min(by_ratio).min(left_bytes);
    let file = zip.by_index(entry).map_err(|error| zip_cause(&error, member, allowed))?;
    Ok((file, allowed))
}

/// Inflates an entry, counting what really comes out: sizes in headers can lie.
pub(super) fn inflate(zip: &mut Zip, entry: usize, member: &str, left_bytes: u64) -> Result<Vec<u8>, Cause> {
    let (file, allowed) = open_entry(zip, entry, member, left_bytes)?;
    let too_large = || Cause::ZipTooLarge { member: member.to_owned(), limit_bytes: allowed };
    let mut bytes = Vec::new();
    let expected = usize::try_from(file.size().min(allowed)).unwrap_or_default();
    bytes.try_reserve_exact(expected).map_err(|_| too_large())?;
    file.take(allowed + 1).read_to_end(&mut bytes).map_err(|error| io_cause(&error, member, allowed))?;
    if count(bytes.len()) > allowed { Err(too_large()) } else { Ok(bytes) }
}

/// Puts an error met while inflating in our terms: the ZIP reader wraps its own in it.
pub(super) fn io_cause(error: &io::Error, member: &str, limit_bytes: u64) -> Cause {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<ZipError>()) {
        Some(inner) => zip_cause(inner, member, limit_bytes),
        None => Cause::ZipCorrupt { detail: format!("{member}: {error}") },
    }
}

/// Puts an error of the ZIP reader in our terms.
pub(super) fn zip_cause(error: &ZipError, member: &str, limit_bytes: u64) -> Cause {
    match error {
        ZipError::InvalidPassword => Cause::ZipEncrypted,
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => Cause::ZipEncrypted,
        ZipError::CompressionMethodNotSupported(method) => {
            Cause::UnsupportedCompression { member: member.to_owned(), method: *method }
        }
        ZipError::DecompressedSizeLimitExceeded { .. } => {
            Cause::ZipTooLarge { member: member.to_owned(), limit_bytes }
        }
        other => Cause::ZipCorrupt { detail: other.to_string() },
    }
}
