//! Records and strings of the binary workbook format (MS-XLS, BIFF8).

use super::compound::u16_at;

/// One record: its type and its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// Walks the records of a stream; ends where the stream does or at a record cut short.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], start: usize) -> Self {
        Self { rest: stream.get(start..).unwrap_or_default() }
    }

    /// The data of the records of type Continue (0x3C) that follow directly.
    pub(super) fn continuations(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while u16_at(self.rest, 0) == Some(0x3c) {
            let Some(record) = self.next() else { break };
            parts.push(record.data);
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.rest, 0)?;
        let end = usize::from(u16_at(self.rest, 2)?) + 4;
        let data = self.rest.get(4..end)?;
        self.rest = self.rest.get(end..)?;
        Some(Record { kind, data })
    }
}

/// A string with a 16-bit length: length, flags, characters.
pub(super) fn string(data: &[u8]) -> Option<String> {
    Segments::new(vec![data]).string()
}

/// A string with an 8-bit length, as sheet names have.
pub(super) fn short_string(data: &[u8]) -> Option<String> {
    let (length, rest) = data.split_first()?;
    let mut segments = Segments::new(vec![rest]);
    let flags = segments.byte()?;
    segments.characters(usize::from(*length), flags)
}

/// Data that runs over several records. Inside the characters of a string each further record
/// begins with new flags, for its characters may be of the other width.
#[derive(Debug)]
pub(super) struct Segments<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Segments<'a> {
    pub(super) fn new(parts: Vec<&'a [u8]>) -> Self {
        Self { parts, part: 0, at: 0 }
    }

    fn left(&self) -> &'a [u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.at..)).unwrap_or_default()
    }

    fn byte(&mut self) -> Option<u8> {
        while self.left().is_empty() {
            self.next_part()?;
        }
        let byte = self.left().first().copied();
        self.at += 1;
        byte
    }

    fn next_part(&mut self) -> Option<()> {
        self.part += 1;
        self.at = 0;
        (self.part < self.parts.len()).then_some(())
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let here = self.left().len().min(bytes);
            self.at += here;
            bytes -= here;
            if bytes > 0 {
                self.next_part()?;
            }
        }
        Some(())
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    /// The next string; formatting and phonetic data after it are passed over.
    pub(super) fn string(&mut self) -> Option<String> {
        let length = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let extra = if flags & 4 == 0 { 0 } else { usize::try_from(self.u32()?).ok()? };
        let text = self.characters(length, flags)?;
        // What is missing here is of no use to anyone; the text is whole.
        self.skip(runs.saturating_add(extra));
        Some(text)
    }

    fn characters(&mut self, length: usize, flags: u8) -> Option<String> {
        let mut units = Vec::with_capacity(length);
        let mut wide = flags & 1 == 1;
        while units.len() < length {
            if self.left().is_empty() {
                self.next_part()?;
                wide = self.byte()? & 1 == 1;
            }
            let wanted = length - units.len();
            let left = self.left();
            if wide {
                let pairs = left.chunks_exact(2).take(wanted).filter_map(|two| u16_at(two, 0));
                let before = units.len();
                units.extend(pairs);
                let taken = units.len() - before;
                // Half a character at the end of a part: nothing sensible follows.
                if taken == 0 {
                    return None;
                }
                self.at += taken * 2;
            } else {
                let taken = left.len().min(wanted);
                units.extend(left.iter().take(taken).copied().map(u16::from));
                self.at += taken;
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_end_where_the_stream_is_cut() {
        let stream = [9, 8, 2, 0, 1, 2, 10, 0, 5, 0, 1];
        let kinds: Vec<u16> = Records::new(&stream, 0).map(|record| record.kind).collect();
        assert_eq!(kinds, [0x0809]);
    }

    #[test]
    fn strings_of_both_widths() {
        assert_eq!(string(b"\x02\0\0ab").as_deref(), Some("ab"));
        assert_eq!(string(b"\x01\0\x01\x22\x6f").as_deref(), Some("漢"));
        assert_eq!(short_string(b"\x02\0\xe9b").as_deref(), Some("éb"));
        assert_eq!(string(b"\x05\0\0ab"), None);
    }

    #[test]
    fn a_string_may_change_width_where_a_record_ends() {
        let mut segments = Segments::new(vec![b"\x04\0\0ab", b"\x01c\0\x22\x6f\x01\0\0z"]);
        assert_eq!(segments.string().as_deref(), Some("abc漢"));
        assert_eq!(segments.string().as_deref(), Some("z"));
        assert_eq!(segments.string(), None);
    }

    #[test]
    fn formatting_after_a_string_is_passed_over() {
        let mut segments = Segments::new(vec![b"\x01\0\x0c\x01\0\x02\0\0\0x1234", b"56\x01\0\0y"]);
        assert_eq!(segments.string().as_deref(), Some("x"));
        assert_eq!(segments.string().as_deref(), Some("y"));
    }
}
