//! The text form of one save: a one-line JSON header, a line feed, and the body as it is.
//!
//! ```text
//! {"rapport":1,"crc32":"1a2b3c4d","min_reader":1,"generation":7,"units":4,"saved_at":"…","name":"…","id":"2f"}
//! BODY
//! ```
//!
//! The checksum covers the whole text, header too, with the checksum's own eight digits left out, so
//! that a flipped bit anywhere is found. The header line keeps its place and its `rapport` field in
//! every later format: that is how an old page knows that a newer one wrote the text.

use serde::Deserialize;

use super::{checksum::crc32, vault::utf16_units};

/// The format this version writes.
pub const FORMAT_VERSION: u32 = 1;
/// The oldest format whose readers understand what this version writes.
pub const MIN_READER: u32 = 1;

const START: &str = "{\"rapport\":";

/// Why a text is no readable save.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The text is something else.
    #[error("not a saved workspace")]
    NotOurs,
    /// The text stops before its end.
    #[error("cut short: {have_units} of {need_units:?} units")]
    Torn {
        /// Units of the body that the header promises; `None` if the header itself is cut.
        need_units: Option<u64>,
        /// Units that are there: of the body, or of the whole text if the header is cut.
        have_units: u64,
    },
    /// The text is ours and has its length, but something in it changed.
    #[error("damaged: the checksum does not fit")]
    Checksum,
    /// A newer version of the app wrote it, in a format this one cannot read.
    #[error("written by a newer version (format {version})")]
    Newer {
        /// The format it was written in.
        version: u32,
    },
    /// It is whole, but could not be brought to the present format.
    #[error("could not be brought from format {from} to {FORMAT_VERSION}: {reason}")]
    Migration {
        /// The format that the failing step starts from.
        from: u32,
        /// What the step found.
        reason: String,
    },
}

/// What the header says about a whole save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The format it was written in; above [`FORMAT_VERSION`] it may be read but not written over.
    pub version: u32,
    /// Counts the saves of this workspace; the higher, the newer.
    pub generation: u64,
    /// Length of the body in UTF-16 code units.
    pub units: u64,
    /// The checksum of the whole text.
    pub crc32: u32,
    /// When it was saved, ISO 8601, by the caller's clock.
    pub saved_at: String,
    /// The workspace's name when it was saved.
    pub name: String,
    /// The workspace's id, or `index`.
    pub id: String,
}

/// Tells one save from any other of the same workspace, also from one of the same generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The save's generation.
    pub generation: u64,
    /// The save's checksum.
    pub crc32: u32,
}

impl Meta {
    /// This save's stamp.
    pub fn stamp(&self) -> Stamp {
        Stamp { generation: self.generation, crc32: self.crc32 }
    }
}

/// What goes into the header of a new save.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The workspace's id, or `index`.
    pub id: &'a str,
    /// The workspace's name.
    pub name: &'a str,
    /// When it is saved, ISO 8601.
    pub saved_at: &'a str,
    /// One above the newest save there is.
    pub generation: u64,
}

/// Only what is needed to tell a newer format from a damaged text.
#[derive(Deserialize)]
struct Probe {
    rapport: u32,
    min_reader: Option<u32>,
}

#[derive(Deserialize)]
struct Header {
    rapport: u32,
    crc32: String,
    generation: u64,
    units: u64,
    saved_at: String,
    name: String,
    id: String,
}

fn crc_field(digits: &str) -> String {
    format!("\"crc32\":\"{digits}\"")
}

/// Writes a save; gives the text and what its header says.
pub fn seal(draft: &Draft<'_>, body: &str) -> (String, Meta) {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let units = utf16_units(body);
    let (generation, saved_at, name, id) =
        (draft.generation, quoted(draft.saved_at), quoted(draft.name), quoted(draft.id));
    let head = format!("{START}{FORMAT_VERSION},");
    let tail = format!(
        ",\"min_reader\":{MIN_READER},\"generation\":{generation},\"units\":{units},\
         \"saved_at\":{saved_at},\"name\":{name},\"id\":{id}}}\n"
    );
    let crc = crc32(&[&head, &crc_field(""), &tail, body]);
    let text = format!("{head}{}{tail}{body}", crc_field(&format!("{crc:08x}")));
    let meta = Meta {
        version: FORMAT_VERSION,
        generation: draft.generation,
        units,
        crc32: crc,
        saved_at: draft.saved_at.to_owned(),
        name: draft.name.to_owned(),
        id: draft.id.to_owned(),
    };
    (text, meta)
}

/// Reads a save; gives what its header says and its body. Total: any text has an answer.
///
/// A newer format that says older readers understand it is read; see [`Meta::version`].
pub fn open(text: &str) -> Result<(Meta, &str), EnvelopeError> {
    if !text.starts_with(START) {
        let cut = START.starts_with(text);
        let torn = EnvelopeError::Torn { need_units: None, have_units: utf16_units(text) };
        return Err(if cut { torn } else { EnvelopeError::NotOurs });
    }
    let Some((line, body)) = text.split_once('\n') else {
        return Err(EnvelopeError::Torn { need_units: None, have_units: utf16_units(text) });
    };
    let probe: Probe = serde_json::from_str(line).map_err(|_| EnvelopeError::Checksum)?;
    if probe.rapport <= FORMAT_VERSION {
        return checked(line, body);
    }
    let newer = EnvelopeError::Newer { version: probe.rapport };
    if probe.min_reader.is_none_or(|min_reader| min_reader > FORMAT_VERSION) {
        return Err(newer);
    }
    // Damaged or not, what a newer version wrote is not ours to write over: it stays `Newer`.
    checked(line, body).map_err(|_| newer)
}

fn checked<'a>(line: &str, body: &'a str) -> Result<(Meta, &'a str), EnvelopeError> {
    let header: Header = serde_json::from_str(line).map_err(|_| EnvelopeError::Checksum)?;
    let have_units = utf16_units(body);
    if have_units < header.units {
        return Err(EnvelopeError::Torn { need_units: Some(header.units), have_units });
    }
    let bare = line.replacen(&crc_field(&header.crc32), &crc_field(""), 1);
    let crc = crc32(&[&bare, "\n", body]);
    // Compared as text: a digit that changed its case is a flipped bit too.
    if have_units != header.units || format!("{crc:08x}") != header.crc32 || header.rapport == 0 {
        return Err(EnvelopeError::Checksum);
    }
    let Header { rapport: version, generation, units, saved_at, name, id, .. } = header;
    Ok((Meta { version, generation, units, crc32: crc, saved_at, name, id }, body))
}

/// What the header says of a text that is known to be whole, by the text's first line and its length: nothing but the
/// length is checked.
pub fn glance(head: &str, units: u64) -> Option<Meta> {
    let (line, _) = head.split_once('\n')?;
    let header: Header = serde_json::from_str(line).ok()?;
    let crc32 = u32::from_str_radix(&header.crc32, 16).ok()?;
    let has_length = units == utf16_units(line).saturating_add(1).saturating_add(header.units);
    let Header { rapport: version, generation, units, saved_at, name, id, .. } = header;
    let is_ours = (1..=FORMAT_VERSION).contains(&version);
    (has_length && is_ours).then_some(Meta { version, generation, units, crc32, saved_at, name, id })
}

/// The name in the header of a text whose body need not be readable, to show what it was.
pub fn peek_name(text: &str) -> Option<String> {
    let (line, _) = text.split_once('\n')?;
    let header: serde_json::Value = serde_json::from_str(line).ok()?;
    header.get("name")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn sample() -> String {
        let draft = Draft {
            id: "2f",
            name: "Åsa \"Q3\"\n\"crc32\":\"\"",
            saved_at: "2026-03-01T08:00:00Z",
            generation: 7,
        };
        seal(&draft, "QUJDREVGRw==").0
    }

    #[test]
    fn a_whole_text_reads_back() {
        let text = sample();
        let (meta, body) = open(&text).unwrap();
        assert_eq!(body, "QUJDREVGRw==");
        assert_eq!((meta.version, meta.generation, meta.units), (1, 7, 12));
        assert_eq!(meta.name, "Åsa \"Q3\"\n\"crc32\":\"\"");
        assert_eq!((meta.id.as_str(), meta.saved_at.as_str()), ("2f", "2026-03-01T08:00:00Z"));
        assert_eq!(peek_name(&text).unwrap(), meta.name);
    }

    #[test]
    fn every_cut_is_torn() {
        let text = sample();
        for (at, _) in text.char_indices() {
            let cut = open(&text[..at]);
            assert!(matches!(cut, Err(EnvelopeError::Torn { .. })), "cut at {at}: {cut:?}");
        }
    }

    #[test]
    fn every_flipped_bit_is_found() {
        let text = sample();
        let mut tried = 0;
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                // Storage holds text: what is no UTF-8 reaches us with replacement characters.
                let flipped = String::from_utf8_lossy(&bytes);
                assert!(open(&flipped).is_err(), "byte {at} bit {bit}: {flipped}");
                tried += 1;
            }
        }
        assert_eq!(tried, text.len() * 8);
    }

    #[rstest]
    #[case("", EnvelopeError::Torn { need_units: None, have_units: 0 })]
    #[case("hello", EnvelopeError::NotOurs)]
    #[case("null", EnvelopeError::NotOurs)]
    #[case("{\"rapport\":0}\n", EnvelopeError::Checksum)]
    #[case("{\"rapport\":\"x\"}\n", EnvelopeError::Checksum)]
    #[case("{\"rapport\":-1}\n", EnvelopeError::Checksum)]
    #[case("{\"rapport\":99999999999999999999}\n", EnvelopeError::Checksum)]
    #[case("{\"rapport\":1,\"__proto__\":{}}\nabc", EnvelopeError::Checksum)]
    #[case("{\"rapport\":2}\nwhatever", EnvelopeError::Newer { version: 2 })]
    #[case("{\"rapport\":9,\"min_reader\":1}\nwhatever", EnvelopeError::Newer { version: 9 })]
    fn other_texts_are_named(#[case] text: &str, #[case] expected: EnvelopeError) {
        assert_eq!(open(text), Err(expected));
    }

    #[test]
    fn appended_text_is_found() {
        assert_eq!(open(&format!("{}=", sample())), Err(EnvelopeError::Checksum));
    }

    #[test]
    fn a_newer_text_for_old_readers_is_read() {
        let body = "QUJD";
        let bare = "{\"rapport\":2,\"crc32\":\"\",\"min_reader\":1,\"colour\":\"red\",\"generation\":3,\
                    \"units\":4,\"saved_at\":\"\",\"name\":\"n\",\"id\":\"1\"}";
        let crc = crc32(&[bare, "\n", body]);
        let text = format!("{}\n{body}", bare.replace("\"\",\"min", &format!("\"{crc:08x}\",\"min")));
        let (meta, read) = open(&text).unwrap();
        assert_eq!((meta.version, read), (2, body));
    }

    #[test]
    fn deep_and_long_headers_do_no_harm() {
        let deep = format!("{START}1,\"x\":{}\n", "[".repeat(100_000));
        assert_eq!(open(&deep), Err(EnvelopeError::Checksum));
        let long = format!("{START}1,\"name\":\"{}\"}}\n", "x".repeat(10_000_000));
        assert_eq!(open(&long), Err(EnvelopeError::Checksum));
    }

    proptest! {
        #[test]
        fn any_name_and_body_round_trip(name in any::<String>(), body in any::<String>(), generation: u64) {
            let draft = Draft { id: "2f", name: &name, saved_at: "", generation };
            let (text, sealed) = seal(&draft, &body);
            let (meta, read) = open(&text).unwrap();
            prop_assert_eq!(read, body.as_str());
            prop_assert_eq!(meta, sealed);
        }

        #[test]
        fn no_text_panics(text in any::<String>(), headed: bool) {
            let text = if headed { format!("{START}{text}") } else { text };
            prop_assert!(open(&text).is_err());
            let _ = peek_name(&text);
        }
    }
}
