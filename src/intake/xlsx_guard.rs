//! Looks over every part of a workbook ZIP before the workbook parser does.
//!
//! The parser inflates without a bound, reserves memory for as many shared strings as a header
//! promises, and holds any run of text between two tags whole. So each part is inflated once here,
//! in small pieces that are thrown away, and a workbook that would hurt is refused by name.

use std::io::Read;

use super::archive::{Zip, decoded_name, io_cause, open_entry, zip_cause};
use super::error::Cause;
use super::limits::{self, count};

/// Bytes inflated at a time.
const PIECE_BYTES: usize = 64 << 10;
/// Digits a row number, and letters a column name, may have before their value leaves 32 bits.
const ADDRESS_DIGITS: u32 = 9;
const ADDRESS_LETTERS: u32 = 6;

/// Inflates all parts that the parser could read, counting and checking.
pub(super) fn check_parts(zip: &mut Zip) -> Result<(), Cause> {
    let mut left = limits::TOTAL_BYTES;
    for entry in 0..zip.len() {
        let data = zip.by_index_data(entry).map_err(|error| zip_cause(&error, "", 0))?;
        let name = decoded_name(data.name_raw()).replace('\\', "/");
        if data.is_dir() || is_picture(&name) {
            continue;
        }
        left = left.saturating_sub(check_part(zip, entry, &name, left)?);
    }
    Ok(())
}

/// Pictures are most of the bytes of some workbooks, and never read.
fn is_picture(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf"].iter().any(|end| name.ends_with(end))
}

/// Checks one part and returns the bytes it inflates to.
fn check_part(zip: &mut Zip, entry: usize, name: &str, left_bytes: u64) -> Result<u64, Cause> {
    let (mut file, allowed) = open_entry(zip, entry, name, left_bytes)?;
    let mut piece = vec![0; PIECE_BYTES];
    let mut scan = Scan::default();
    let mut inflated = 0;
    loop {
        let length = file.read(&mut piece).map_err(|error| io_cause(&error, name, allowed))?;
        if length == 0 {
            break;
        }
        inflated += count(length);
        if inflated > allowed {
            return Err(Cause::ZipTooLarge { member: name.to_owned(), limit_bytes: allowed });
        }
        scan.piece(piece.get(..length).unwrap_or_default());
        if scan.longest_run > limits::MARKUP_RUN_BYTES {
            let limit = count(limits::CELL_CHARACTERS);
            return Err(Cause::TextTooLong { part: name.to_owned(), limit });
        }
        if scan.far_address {
            return Err(Cause::SheetTooLarge { sheet: name.to_owned(), cell: "XFD1048576".to_owned() });
        }
    }
    if scan.promised_strings > inflated / limits::SHARED_STRING_BYTES {
        let promised = scan.promised_strings;
        return Err(Cause::WorkbookCorrupt {
            detail: format!("{name} promises {promised} strings in {inflated} bytes"),
        });
    }
    Ok(inflated)
}

/// What one pass over the bytes of a part finds. NULs are skipped, so that XML in UTF-16 gets no
/// further than XML in UTF-8.
#[derive(Debug, Default)]
struct Scan {
    in_tag: bool,
    run: u64,
    longest_run: u64,
    /// Name of the attribute under way, as far as it can matter.
    word: Vec<u8>,
    value: Value,
    promised_strings: u64,
    far_address: bool,
}

/// Where in an attribute the scan is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Value {
    #[default]
    None,
    Equals(Watched),
    Open(Open),
}

/// A value whose opening quote has been met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Open {
    quote: u8,
    watched: Watched,
    number: u64,
    digits: u32,
    letters: u32,
}

/// Attributes whose values are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Watched {
    /// `uniqueCount`, the number of shared strings promised.
    UniqueCount,
    /// `r` and `ref`, addresses of cells.
    Address,
    /// Any other.
    Other,
}

impl Scan {
    fn piece(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            // Text between tags only has a length.
            if !self.in_tag {
                let text = bytes.iter().position(|byte| *byte == b'<').unwrap_or(bytes.len());
                self.run += count(text);
                self.longest_run = self.longest_run.max(self.run);
                bytes = bytes.get(text..).unwrap_or_default();
            }
            let Some((first, rest)) = bytes.split_first() else { return };
            self.byte(*first);
            bytes = rest;
        }
    }

    fn byte(&mut self, byte: u8) {
        self.run += 1;
        self.longest_run = self.longest_run.max(self.run);
        match (byte, self.value) {
            (0, _) => {}
            // Also inside a value: a comment may hold a lone quote, and what follows it counts.
            (b'<', _) => {
                self.in_tag = true;
                self.run = 0;
                self.value = Value::None;
                self.word.clear();
            }
            (_, Value::Open(open)) => self.value = self.in_value(byte, open),
            (b'>', _) => {
                self.in_tag = false;
                self.run = 0;
                self.value = Value::None;
            }
            (b'=', _) => self.value = Value::Equals(watched(&self.word)),
            (b'"' | b'\'', Value::Equals(watched)) => {
                self.value = Value::Open(Open { quote: byte, watched, number: 0, digits: 0, letters: 0 });
            }
            (b' ' | b'\t' | b'\r' | b'\n', Value::Equals(_)) => {}
            (b' ' | b'\t' | b'\r' | b'\n' | b'/', _) => self.word.push(b' '),
            (_, _) => {
                self.value = Value::None;
                if self.word.ends_with(b" ") {
                    self.word.clear();
                }
                // One more than the longest name watched is enough to tell that it is another.
                if self.word.len() <= b"uniqueCount".len() {
                    self.word.push(byte);
                }
            }
        }
    }

    fn in_value(&mut self, byte: u8, mut open: Open) -> Value {
        if byte == open.quote {
            if open.watched == Watched::UniqueCount {
                self.promised_strings = self.promised_strings.max(open.number);
            }
            self.word.clear();
            return Value::None;
        }
        match byte {
            b'0'..=b'9' => {
                open.digits = open.digits.saturating_add(1);
                open.number = open.number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            }
            byte if byte.is_ascii_alphabetic() => open.letters = open.letters.saturating_add(1),
            _ => (open.digits, open.letters) = (0, 0),
        }
        let far = open.digits > ADDRESS_DIGITS || open.letters > ADDRESS_LETTERS;
        self.far_address |= far && open.watched == Watched::Address;
        Value::Open(open)
    }
}

/// Which attribute a word names; white space after it does not count.
fn watched(word: &[u8]) -> Watched {
    match word.trim_ascii_end() {
        b"uniqueCount" => Watched::UniqueCount,
        b"r" | b"ref" => Watched::Address,
        _ => Watched::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn scan(text: &str) -> Scan {
        let mut scan = Scan::default();
        // One byte at a time: where pieces end must not matter.
        text.as_bytes().chunks(1).for_each(|piece| scan.piece(piece));
        let mut whole = Scan::default();
        whole.piece(text.as_bytes());
        assert_eq!(format!("{scan:?}"), format!("{whole:?}"));
        scan
    }

    #[rstest]
    #[case("<sst count=\"3\" uniqueCount=\"4294967295\">", 4_294_967_295)]
    #[case("<sst\n uniqueCount = '12'>", 12)]
    #[case("<sst uniqueCount=\"99999999999999999999999\">", u64::MAX)]
    #[case("<!-- a=\" --><sst uniqueCount=\"9\">", 9)]
    #[case("<sst x=\"<\" uniqueCount=\"9\">", 9)]
    #[case("<t>uniqueCount=\"7\"</t>", 0)]
    #[case("<sst myuniqueCount=\"7\" uniqueCounts=\"8\">", 0)]
    fn promised_strings(#[case] text: &str, #[case] expected: u64) {
        assert_eq!(scan(text).promised_strings, expected);
        let wide: String = text.chars().flat_map(|c| [c, '\0']).collect();
        assert_eq!(scan(&wide).promised_strings, expected);
    }

    #[rstest]
    #[case("<c r=\"XFD1048576\" s=\"1\"><v>1</v></c>", false)]
    #[case("<dimension ref=\"A1:XFD1048576\"/>", false)]
    #[case("<c r=\"A16777217777\">", true)]
    #[case("<c r=\"AAAAAAAA1\">", true)]
    #[case("<row r='99999999999'>", true)]
    #[case("<t> r=\"AAAAAAAAAAAA\"</t>", false)]
    #[case("<x r:id=\"rIdentifier123\" name=\"r\"/>", false)]
    fn far_addresses(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(scan(text).far_address, expected);
    }

    #[test]
    fn the_longest_run_between_tags_is_known() {
        assert_eq!(scan(&format!("<t>{}</t><v>1</v>", "x".repeat(500))).longest_run, 501);
    }
}
