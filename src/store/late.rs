//! Changes that were made so late before the page was closed that they could not be saved.
//!
//! A save waits for the engine's answer, and a page that is closed waits for nothing. So what the engine was told and
//! what is not saved yet is kept beside the workspace, with the save that it follows; whoever opens just that save
//! tells it again.
//!
//! ```text
//! CRC32 of all that follows
//! the program that wrote it        another one may read the changes otherwise
//! GENERATION CRC32                 the save that they follow; - - before the first
//! one change a line, in hexadecimal digits
//! ```

use std::fmt::Write;

use super::{checksum::crc32, envelope::Stamp, keys::WorkspaceId, library::Library, state::LibraryError};

impl Library {
    /// Keeps changes that the state last loaded or saved lacks, for when the page is closed before they are saved.
    /// `program` names who can read them.
    pub fn keep_late(
        &self,
        id: &WorkspaceId,
        program: &str,
        changes: &[Vec<u8>],
    ) -> Result<(), LibraryError> {
        let text = written(program, self.stamps.get(id).copied(), changes);
        Ok(self.vault.write(&id.late_key(), &text)?)
    }

    /// The changes that were kept so, if they follow the state that is loaded; none where nothing was kept.
    pub fn late(&self, id: &WorkspaceId, program: &str) -> Option<Vec<Vec<u8>>> {
        let text = self.vault.read(&id.late_key()).ok().flatten()?;
        Some(read(&text, program, self.stamps.get(id).copied()).unwrap_or_default())
    }

    /// Forgets them: they are saved, or follow another state.
    pub fn forget_late(&self, id: &WorkspaceId) -> Result<(), LibraryError> {
        Ok(self.vault.remove(&id.late_key())?)
    }
}

/// The changes as text.
fn written(program: &str, follows: Option<Stamp>, changes: &[Vec<u8>]) -> String {
    let mut text = format!("{program}\n{}\n", stamp_words(follows));
    for change in changes {
        for byte in change {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\n');
    }
    format!("{:08x}\n{text}", crc32(&[&text]))
}

/// The changes of a text, if it is whole, of this program and follows this save.
fn read(text: &str, program: &str, follows: Option<Stamp>) -> Option<Vec<Vec<u8>>> {
    let (sum, rest) = text.split_once('\n')?;
    if sum != format!("{:08x}", crc32(&[rest])) {
        return None;
    }
    let mut lines = rest.lines();
    if lines.next()? != program || lines.next()? != stamp_words(follows) {
        return None;
    }
    lines.map(bytes_of).collect()
}

fn stamp_words(stamp: Option<Stamp>) -> String {
    stamp.map_or_else(|| "- -".to_owned(), |stamp| format!("{} {:08x}", stamp.generation, stamp.crc32))
}

fn bytes_of(line: &str) -> Option<Vec<u8>> {
    let pairs = line.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FOLLOWS: Option<Stamp> = Some(Stamp { generation: 7, crc32: 0xCBF4_3926 });

    #[test]
    fn changes_are_read_only_after_the_save_that_they_follow_and_by_their_own_program() {
        let changes = vec![vec![0, 255, 16], vec![3]];
        let text = written("engine-1.js", FOLLOWS, &changes);
        assert_eq!(read(&text, "engine-1.js", FOLLOWS), Some(changes));
        assert_eq!(read(&text, "engine-2.js", FOLLOWS), None);
        assert_eq!(read(&text, "engine-1.js", None), None);
        assert_eq!(read(&text, "engine-1.js", Some(Stamp { generation: 8, crc32: 0xCBF4_3926 })), None);
        for cut in 0..text.len() {
            assert_eq!(read(&text[..cut], "engine-1.js", FOLLOWS), None, "cut at {cut}");
        }
    }

    proptest! {
        #[test]
        fn any_changes_are_read_back(changes in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 1..40), 0..5)) {
            let text = written("p", None, &changes);
            prop_assert_eq!(read(&text, "p", None), Some(changes));
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = read(&text, "p", None);
        }
    }
}
