//! Bytes to text: byte-order mark, then strict UTF-8, then UTF-16 by its NULs, then the code page that the
//! letters are likeliest in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::limits::count;
use super::notice::Notice;

/// How text is written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, low byte first: what spreadsheets call "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Western European code page.
    Windows1252,
    /// The Central European code page.
    Windows1250,
    /// The Cyrillic code page.
    Windows1251,
    /// The Turkish code page.
    Windows1254,
    /// The Arabic code page.
    Windows1256,
    /// Central European, as systems other than Windows wrote it.
    Iso8859_2,
    /// Japanese.
    ShiftJis,
    /// Chinese, simplified.
    Gb18030,
    /// Chinese, traditional.
    Big5,
    /// Korean.
    EucKr,
}

impl Encoding {
    /// Every encoding with its codec.
    const ALL: [(Encoding, &'static encoding_rs::Encoding); 13] = [
        (Self::Utf8, encoding_rs::UTF_8),
        (Self::Utf16Le, encoding_rs::UTF_16LE),
        (Self::Utf16Be, encoding_rs::UTF_16BE),
        (Self::Windows1252, encoding_rs::WINDOWS_1252),
        (Self::Windows1250, encoding_rs::WINDOWS_1250),
        (Self::Windows1251, encoding_rs::WINDOWS_1251),
        (Self::Windows1254, encoding_rs::WINDOWS_1254),
        (Self::Windows1256, encoding_rs::WINDOWS_1256),
        (Self::Iso8859_2, encoding_rs::ISO_8859_2),
        (Self::ShiftJis, encoding_rs::SHIFT_JIS),
        (Self::Gb18030, encoding_rs::GB18030),
        (Self::Big5, encoding_rs::BIG5),
        (Self::EucKr, encoding_rs::EUC_KR),
    ];

    /// The name standards use.
    pub fn label(self) -> &'static str {
        self.codec().name()
    }

    /// The encoding of a label that standards know.
    pub fn by_label(label: &str) -> Option<Encoding> {
        Self::of(encoding_rs::Encoding::for_label(label.as_bytes())?)
    }

    /// The encoding of a name that standards use, also an older or wider one.
    pub(super) fn from_label(label: &str) -> Option<Encoding> {
        const ALL: [Encoding; 9] = [
            Encoding::Utf8,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Windows1252,
            Encoding::Windows1250,
            Encoding::Windows1251,
            Encoding::ShiftJis,
            Encoding::Gb18030,
            Encoding::EucKr,
        ];
        let codec = encoding_rs::Encoding::for_label(label.as_bytes())?;
        // GB 18030 is GBK with more characters.
        let codec = if codec == encoding_rs::GBK { encoding_rs::GB18030 } else { codec };
        ALL.into_iter().find(|encoding| encoding.codec() == codec)
    }

    fn codec(self) -> &'static encoding_rs::Encoding {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or(encoding_rs::UTF_8, |(_, codec)| codec)
    }

    fn of(codec: &'static encoding_rs::Encoding) -> Option<Encoding> {
        // The older Chinese code page is a part of the newer one.
        let codec = if codec == encoding_rs::GBK { encoding_rs::GB18030 } else { codec };
        Self::ALL.iter().find(|(_, known)| *known == codec).map(|(encoding, _)| *encoding)
    }
}

/// Bytes looked at to find the code page.
const CODE_PAGE_SAMPLE: usize = 256 << 10;

/// The code page that text which is no UTF-8 is likeliest in.
fn code_page(bytes: &[u8]) -> Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..CODE_PAGE_SAMPLE).unwrap_or(bytes), true);
    Encoding::of(detector.guess(None, Utf8Detection::Deny)).unwrap_or(Encoding::Windows1252)
}

/// Bytes looked at to tell UTF-16 by its NULs.
const UTF16_SAMPLE: usize = 4_096;

/// The text of a file. Valid UTF-8 keeps its memory: nothing is copied.
///
/// `forced` overrides what the bytes suggest. NULs and a ^Z at the end are padding of old systems
/// and are cut; a byte-order mark is no part of the text.
pub fn decode(mut bytes: Vec<u8>, forced: Option<Encoding>) -> (String, Encoding, Vec<Notice>) {
    let marked = byte_order_mark(&bytes);
    let encoding = forced
        .or(marked.map(|(encoding, _)| encoding))
        .or_else(|| utf16_by_nuls(bytes.get(..UTF16_SAMPLE.min(bytes.len())).unwrap_or_default()));
    let skipped = marked.filter(|(of_mark, _)| encoding == Some(*of_mark)).map_or(0, |(_, length)| length);
    bytes.drain(..skipped);
    if !matches!(encoding, Some(Encoding::Utf16Le | Encoding::Utf16Be)) {
        trim_padding(&mut bytes);
    }

    let mut notices = Vec::new();
    let (mut text, encoding) = match encoding {
        None | Some(Encoding::Utf8) => utf8(bytes, encoding.is_some(), &mut notices),
        Some(other) => (with_codec(&bytes, other, &mut notices), other),
    };
    drop_nuls(&mut text, &mut notices);
    if encoding == Encoding::Utf8 && looks_double_encoded(&text) {
        notices.push(Notice::LooksDoubleEncoded);
    }
    (text, encoding, notices)
}

fn byte_order_mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8, 3)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// UTF-16 of mostly Latin text has a NUL in every other byte and hardly any between them.
pub(super) fn utf16_by_nuls(sample: &[u8]) -> Option<Encoding> {
    let units = sample.len() / 2;
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let many = |nuls: usize| units >= 2 && nuls * 10 >= units * 3;
    let few = |nuls: usize| nuls * 20 <= units;
    match (many(even), many(odd)) {
        (false, true) if few(even) => Some(Encoding::Utf16Le),
        (true, false) if few(odd) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn trim_padding(bytes: &mut Vec<u8>) {
    let kept = bytes.iter().rposition(|byte| !matches!(byte, 0 | 0x1a)).map_or(0, |last| last + 1);
    bytes.truncate(kept);
}

/// Strict UTF-8; with bad bytes, UTF-8 all the same if good multi-byte characters outnumber them
/// (a file cut or damaged in places), else the likeliest code page.
fn utf8(bytes: Vec<u8>, certain: bool, notices: &mut Vec<Notice>) -> (String, Encoding) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Encoding::Utf8),
        Err(error) => error.into_bytes(),
    };
    let (mut good, mut bad) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        good += count(chunk.valid().chars().filter(|c| !c.is_ascii()).count());
        bad += u64::from(!chunk.invalid().is_empty());
    }
    if certain || good > bad {
        let line = bytes.utf8_chunks().next().map_or(1, |first| last_line(first.valid()));
        notices.push(Notice::BadBytes { line, count: bad });
        (String::from_utf8_lossy(&bytes).into_owned(), Encoding::Utf8)
    } else {
        let encoding = code_page(&bytes);
        notices.push(Notice::EncodingAssumed { encoding });
        (with_codec(&bytes, encoding, notices), encoding)
    }
}

fn with_codec(bytes: &[u8], encoding: Encoding, notices: &mut Vec<Notice>) -> String {
    let (text, had_errors) = encoding.codec().decode_without_bom_handling(bytes);
    let mut text = text.into_owned();
    let kept = text.trim_end_matches(['\0', '\u{1a}']).len();
    text.truncate(kept);
    if had_errors {
        let count = count(text.matches('\u{fffd}').count());
        // The codec does not say where; the mark in the text does.
        let line = last_line(text.split('\u{fffd}').next().unwrap_or_default());
        notices.push(Notice::BadBytes { line, count });
    }
    text
}

/// The line that a text ends in, from 1.
fn last_line(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let ends = bytes.iter().zip(bytes.iter().skip(1).chain([&0]));
    count(ends.filter(|(byte, next)| **byte == b'\n' || (**byte == b'\r' && **next != b'\n')).count()) + 1
}

fn drop_nuls(text: &mut String, notices: &mut Vec<Notice>) {
    let nuls = text.bytes().filter(|byte| *byte == 0).count();
    if nuls > 0 {
        text.retain(|c| c != '\0');
        notices.push(Notice::NulsDropped { count: count(nuls) });
    }
}

/// Marks left when the UTF-8 of accented letters or typographic quotes was read as windows-1252.
fn looks_double_encoded(text: &str) -> bool {
    const MARKS: [&str; 6] = ["Ã©", "Ã¨", "Ã¼", "Ã¶", "â€™", "â€œ"];
    let end = (0..=(64 << 10).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let sample = text.get(..end).unwrap_or_default();
    !sample.is_ascii() && MARKS.iter().any(|mark| sample.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const TEXT: &str = "Name,Note\nZoë,\u{20ac}5 – “ok”\nÁgnes,plain\n";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    fn with_mark(mark: &[u8], rest: Vec<u8>) -> Vec<u8> {
        [mark.to_vec(), rest].concat()
    }

    #[rstest]
    #[case::utf8(TEXT.as_bytes().to_vec(), Encoding::Utf8, false)]
    #[case::utf8_mark(with_mark(b"\xef\xbb\xbf", TEXT.as_bytes().to_vec()), Encoding::Utf8, false)]
    #[case::utf16le_mark(with_mark(b"\xff\xfe", utf16(TEXT, true)), Encoding::Utf16Le, false)]
    #[case::utf16be_mark(with_mark(b"\xfe\xff", utf16(TEXT, false)), Encoding::Utf16Be, false)]
    #[case::utf16le_bare(utf16(TEXT, true), Encoding::Utf16Le, false)]
    #[case::utf16be_bare(utf16(TEXT, false), Encoding::Utf16Be, false)]
    #[case::windows(encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned(), Encoding::Windows1252, true)]
    #[case::nul_padding([TEXT.as_bytes(), &[0; 512]].concat(), Encoding::Utf8, false)]
    #[case::control_z([TEXT.as_bytes(), &[0x1a]].concat(), Encoding::Utf8, false)]
    fn every_way_to_write_it_reads_the_same(
        #[case] bytes: Vec<u8>,
        #[case] expected: Encoding,
        #[case] notice: bool,
    ) {
        let (text, encoding, notices) = decode(bytes, None);
        assert_eq!((text.as_str(), encoding, !notices.is_empty()), (TEXT, expected, notice));
    }

    /// Lists as spreadsheets of five countries save them; none says how its letters are written.
    #[rstest]
    #[case(Encoding::Windows1252, "Säljare;Källa;Läge\nÅsa Öberg;Mässa;Vunnen\n")]
    #[case(
        Encoding::Windows1250,
        "Handlowiec;Źródło;Wynik\nŁukasz Wójcik;Targi;Wygrana\nŻaneta Świętek;Polecenie;Przegrana\n"
    )]
    #[case(Encoding::Windows1256, "المندوب;المصدر;الحالة\nمحمد عبد الله;معرض;مكسوبة\n")]
    #[case(Encoding::Gb18030, "负责人,来源,状态\n王小明,社交媒体,赢单\n李华,转介绍,输单\n")]
    #[case(Encoding::Windows1251, "Имя;Компания;Дата\nИван Петров;Завод;2026-01-02\n")]
    fn code_pages_are_told_by_their_letters(#[case] encoding: Encoding, #[case] text: &str) {
        let bytes = encoding.codec().encode(text).0.into_owned();
        let (read, found, notices) = decode(bytes, None);
        assert_eq!((read.as_str(), found), (text, encoding));
        assert!(matches!(notices.as_slice(), [Notice::EncodingAssumed { .. }]));
    }

    #[test]
    fn every_label_is_known() {
        for (encoding, _) in Encoding::ALL {
            assert_eq!(Encoding::by_label(encoding.label()), Some(encoding));
        }
        assert_eq!(Encoding::by_label("gbk"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::by_label("klingon"), None);
    }

    #[test]
    fn valid_utf8_is_not_copied() {
        let bytes = TEXT.as_bytes().to_vec();
        let place = bytes.as_ptr();
        assert_eq!(decode(bytes, None).0.as_ptr(), place);
    }

    #[test]
    fn one_bad_byte_keeps_the_rest_and_says_where() {
        let mut bytes = TEXT.repeat(50).into_bytes();
        bytes.insert(100, 0xff);
        let (text, encoding, notices) = decode(bytes, None);
        assert_eq!(encoding, Encoding::Utf8);
        assert!(text.contains('ë') && text.matches('\u{fffd}').count() == 1);
        assert_eq!(notices, [Notice::BadBytes { line: 7, count: 1 }]);
    }

    #[test]
    fn nuls_inside_text_are_dropped_and_counted() {
        let (text, _, notices) = decode(b"a,b\n1\0,2\n".to_vec(), None);
        assert_eq!(text, "a,b\n1,2\n");
        assert_eq!(notices, [Notice::NulsDropped { count: 1 }]);
    }

    #[rstest]
    #[case(Encoding::ShiftJis, "会社,名前\n")]
    #[case(Encoding::Gb18030, "公司,姓名\n")]
    #[case(Encoding::EucKr, "회사,이름\n")]
    #[case(Encoding::Windows1251, "Имя,Дата\n")]
    fn a_forced_encoding_wins(#[case] encoding: Encoding, #[case] text: &str) {
        let bytes = encoding.codec().encode(text).0.into_owned();
        assert_eq!(decode(bytes, Some(encoding)).0, text);
    }

    #[test]
    fn text_read_with_the_wrong_code_page_is_pointed_out() {
        assert_eq!(decode("Name\nZoÃ©\n".into(), None).2, [Notice::LooksDoubleEncoded]);
    }
}
