//! The backup file: the same checked text as a save, so that a cut or changed file is noticed.
//!
//! It ends in `.rapport.txt` since it is plain text but not one JSON value, and since phones' file
//! pickers know `.txt`.

use super::{
    envelope::{self, Draft, EnvelopeError, Meta},
    keys::WorkspaceId,
    migrations::migrate,
};

/// How backup files end.
pub const EXTENSION: &str = ".rapport.txt";
/// Longest part of a workspace's name in a file name, in characters.
const NAME_MAX_CHARS: usize = 60;

/// The text of a backup file.
pub fn backup_text(id: &WorkspaceId, name: &str, body: &str, saved_at: &str) -> String {
    envelope::seal(&Draft { id: id.as_str(), name, saved_at, generation: 1 }, body).0
}

/// A file name for a backup: the workspace's name and the day of `saved_at` (ISO 8601).
pub fn backup_file_name(name: &str, saved_at: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<&str>>().join("-").chars().take(NAME_MAX_CHARS).collect();
    let day = saved_at.split('T').next().unwrap_or_default();
    let day: String = day.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    let parts = [name.as_str(), day.as_str()];
    let stem = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join("-");
    if stem.is_empty() { format!("backup{EXTENSION}") } else { format!("{stem}{EXTENSION}") }
}

/// Reads a backup file: what its header says, and its body in the present format.
///
/// Forgives what mail and editors do to text files (a byte order mark, CRLF, blank lines at the
/// end), because the checksum still proves that the rest is whole. A newer format is refused.
pub fn restore(text: &str) -> Result<(Meta, String), EnvelopeError> {
    let (meta, body) = read(text).or_else(|error| {
        let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let plain = plain.trim_end_matches('\n');
        if plain == text { Err(error) } else { read(plain).map_err(|_| error) }
    })?;
    if meta.version > envelope::FORMAT_VERSION {
        return Err(EnvelopeError::Newer { version: meta.version });
    }
    let body = migrate(meta.version, body)?;
    Ok((meta, body))
}

fn read(text: &str) -> Result<(Meta, String), EnvelopeError> {
    envelope::open(text).map(|(meta, body)| (meta, body.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn sample() -> String {
        backup_text(&WorkspaceId::from_seed(47), "Q3", "QUJDREVGRw==", "2026-03-01T08:00:00Z")
    }

    #[test]
    fn a_backup_reads_back() {
        let (meta, body) = restore(&sample()).unwrap();
        assert_eq!((meta.name.as_str(), meta.id.as_str(), body.as_str()), ("Q3", "2f", "QUJDREVGRw=="));
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_refused() {
        let text = sample();
        for at in 0..text.len() {
            assert!(matches!(restore(&text[..at]), Err(EnvelopeError::Torn { .. })), "cut at {at}");
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                assert!(restore(&String::from_utf8(bytes).unwrap()).is_err(), "byte {at} bit {bit}");
            }
        }
    }

    #[rstest]
    #[case(format!("\u{feff}{}", sample()))]
    #[case(sample().replace('\n', "\r\n"))]
    #[case(format!("\u{feff}{}\r\n", sample().replace('\n', "\r\n")))]
    #[case(format!("{}\n\n", sample()))]
    fn what_mail_does_to_text_is_forgiven(#[case] text: String) {
        assert_eq!(restore(&text), restore(&sample()));
    }

    #[test]
    fn other_files_are_refused_by_kind() {
        assert_eq!(restore("First Name,Last Name\n"), Err(EnvelopeError::NotOurs));
        assert_eq!(restore("{\"rapport\":3}\n"), Err(EnvelopeError::Newer { version: 3 }));
    }

    #[rstest]
    #[case("Q3 / Åsa & Co", "2026-03-01T08:00:00Z", "Q3-Åsa-Co-2026-03-01.rapport.txt")]
    #[case("../..\u{202e}", "", "backup.rapport.txt")]
    #[case("مبيعات", "2026-03-01", "مبيعات-2026-03-01.rapport.txt")]
    fn file_names_are_safe(#[case] name: &str, #[case] saved_at: &str, #[case] expected: &str) {
        assert_eq!(backup_file_name(name, saved_at), expected);
    }
}
