//! Whatever the size of the pieces in which a file is copied in, what is read is the same: its account, its
//! notices and its facts, byte for byte.

use std::cell::Cell;
use std::collections::BTreeMap;

use encoding_rs::{EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};
use rstest::rstest;

use super::reading::{FileReader, Files};
use super::testing::Memory;
use crate::facts::Day;
use crate::sources::Outcome;
use crate::sources::remembered::Remembered;
use crate::views::{ImportAnswer, ImportAsk};

/// Pieces of one, two, three and seven bytes, and of 64 KiB.
const SIZES: [usize; 5] = [1, 2, 3, 7, 65_536];

/// A file in memory that counts in how many pieces it is copied.
struct Counted<'a> {
    files: Memory,
    pieces: &'a Cell<usize>,
}

impl Files for Counted<'_> {
    fn names(&self) -> Vec<String> {
        self.files.names()
    }

    fn size(&self, at: usize) -> Option<u64> {
        self.files.size(at)
    }

    fn fill(&self, at: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
        self.pieces.set(self.pieces.get() + 1);
        self.files.fill(at, start, piece)
    }
}

/// What a file comes to in pieces of a size, with its facts as bytes.
fn read(name: &str, bytes: &[u8], piece_bytes: usize) -> (Vec<Outcome>, Vec<Vec<u8>>) {
    let pieces = Cell::new(0);
    let files = Memory(BTreeMap::from([(name.to_owned(), bytes.to_vec())]));
    let question = ImportAsk::Read { remembered: Remembered::default(), today: Day(20_000) };
    let (answer, facts) =
        FileReader::in_pieces(piece_bytes).answer(question, Counted { files, pieces: &pieces }, &mut |_| {});
    assert_eq!(pieces.get(), bytes.len().div_ceil(piece_bytes), "pieces of {piece_bytes}");
    match answer {
        ImportAnswer::Read { outcomes } => (outcomes, facts),
        other => panic!("{other:?}"),
    }
}

/// What a file comes to, the same in pieces of every size.
fn read_in_all_pieces(name: &str, bytes: &[u8]) -> Outcome {
    let whole = read(name, bytes, bytes.len().max(1));
    for size in SIZES {
        assert_eq!(read(name, bytes, size), whole, "pieces of {size}");
    }
    let [outcome] = whole.0.as_slice() else { panic!("{:?}", whole.0) };
    outcome.clone()
}

const HEADER: &str = "id,status,created,closed,amount,seller,company\n";

fn deals(seller: &str, company: &str) -> String {
    format!(
        "{HEADER}1,won,2026-01-01,2026-01-05,1234.5,{seller},{company}\n2,lost,2026-01-02,2026-01-06,7,{seller},{company}\n"
    )
}

fn wide(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

fn in_code_page(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, has_lost) = encoding.encode(text);
    assert!(!has_lost, "{text}");
    bytes.into_owned()
}

fn western() -> String {
    deals("Zoë Ek", "Kvist & Söner AB")
}

fn with_nuls(text: &str) -> Vec<u8> {
    [text.as_bytes(), &[0; 64]].concat()
}

fn with_bad_byte() -> Vec<u8> {
    let mut bytes = western().into_bytes();
    let at = bytes.len() - 3;
    bytes.insert(at, 0xff);
    bytes
}

#[rstest]
#[case::utf8("UTF-8", western().into_bytes())]
#[case::utf8_mark("UTF-8", format!("\u{feff}{}", western()).into_bytes())]
#[case::utf16le_mark("UTF-16LE", wide(&format!("\u{feff}{}", western()), true))]
#[case::utf16be_mark("UTF-16BE", wide(&format!("\u{feff}{}", western()), false))]
#[case::utf16le("UTF-16LE", wide(&western(), true))]
#[case::utf16be("UTF-16BE", wide(&western(), false))]
#[case::windows_1252("windows-1252", in_code_page(WINDOWS_1252, &deals("Zoë “Ek”", "Söner €")))]
#[case::gb18030("gb18030", in_code_page(GB18030, &deals("王小明", "上海机器有限公司")))]
#[case::shift_jis("Shift_JIS", in_code_page(SHIFT_JIS, &deals("山田太郎", "株式会社テスト")))]
#[case::euc_kr("EUC-KR", in_code_page(EUC_KR, &deals("김철수", "한국기계")))]
#[case::nul_padding("UTF-8", with_nuls(&western()))]
#[case::nuls_within("UTF-8", western().replace("Kvist", "Kv\0ist").into_bytes())]
#[case::bad_byte("UTF-8", with_bad_byte())]
#[case::wide_letters("UTF-8", deals("漢字🦀漢字", "العربية").into_bytes())]
fn letters_of_every_kind(#[case] encoding: &str, #[case] bytes: Vec<u8>) {
    let outcome = read_in_all_pieces("deals.csv", &bytes);
    let Outcome::Read { summary, .. } = &outcome else { panic!("{outcome:?}") };
    assert_eq!((summary.rows, summary.left_out_count()), (2, 0), "{encoding}: {summary:?}");
    // The same bytes are of the same letters whoever tells.
    let said = crate::intake::decode(bytes, None).1;
    assert_eq!(said.label(), encoding);
}

/// Letters of two, three and four bytes lie across every border of 64 KiB, however they are shifted.
#[test]
fn letters_across_the_borders_of_large_pieces() {
    for letters in ["ë漢字🦀", "漢字漢字漢字"] {
        for shift in 0..4 {
            let mut text = format!("{HEADER}0,won,2026-01-01,2026-01-05,1,{},Kvist\n", "x".repeat(shift));
            for id in 1..=3_000 {
                text += &format!("{id},won,2026-01-01,2026-01-05,1,{letters}{letters}{letters},Kvist\n");
            }
            assert!(text.len() > 2 * 65_536);
            let whole = read("deals.csv", text.as_bytes(), text.len());
            assert_eq!(read("deals.csv", text.as_bytes(), 65_536), whole, "{letters}, {shift}");
            let Outcome::Read { summary, .. } = &whole.0[0] else { panic!("{:?}", whole.0) };
            assert_eq!((summary.rows, summary.notices.len()), (3_001, 0));
        }
    }
}

#[test]
fn workbooks_and_archives_too() {
    for name in [
        "salesforce.opportunities/Deals by owner-2026-03-05-10-11-12.xlsx",
        "zoho.deals/Deals_2026_03_05.csv",
    ] {
        let bytes = std::fs::read(format!("tests/samples/exports/{name}")).unwrap();
        let file = name.rsplit('/').next().unwrap();
        assert!(matches!(read_in_all_pieces(file, &bytes), Outcome::Read { .. }), "{name}");
    }
    let bytes =
        std::fs::read("tests/samples/exports/hubspot.deals/hubspot-crm-exports-all-deals-2026-03-05.zip")
            .unwrap();
    let whole = read("deals.zip", &bytes, bytes.len());
    for size in SIZES {
        assert_eq!(read("deals.zip", &bytes, size), whole, "pieces of {size}");
    }
    assert_eq!(whole.1.len(), 2);
}

/// Two lists of one name from two folders, and one that is cut shorter while it is read.
struct Dropped;

impl Files for Dropped {
    fn names(&self) -> Vec<String> {
        ["deals.csv", "deals.csv", "shrunk.csv"].map(str::to_owned).to_vec()
    }

    fn size(&self, at: usize) -> Option<u64> {
        Some(if at == 2 { 10_000 } else { western().len() as u64 })
    }

    fn fill(&self, at: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
        let text =
            if at == 1 { western().replace("1,won", "3,won").replace("2,lost", "4,lost") } else { western() };
        let rest = &text.as_bytes()[usize::try_from(start).unwrap().min(text.len())..];
        let there = rest.len().min(piece.len());
        piece[..there].copy_from_slice(&rest[..there]);
        Some(there)
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused_in_words_and_others_are_read() {
    let question = ImportAsk::Read { remembered: Remembered::default(), today: Day(20_000) };
    let (answer, facts) = FileReader::in_pieces(64).answer(question, Dropped, &mut |_| {});
    let ImportAnswer::Read { outcomes } = answer else { panic!("{answer:?}") };
    let names: Vec<&str> = outcomes.iter().map(super::staging::name).collect();
    assert_eq!(names, ["deals.csv", "deals (2).csv", "shrunk.csv"]);
    // Each of the two lists with its own rows.
    assert!(facts.len() == 2 && facts[0] != facts[1]);
    let Outcome::Refused { refusal, .. } = &outcomes[2] else { panic!("{outcomes:?}") };
    assert_eq!(refusal.code, "intake.changed");
    let said = crate::text::Catalog::new(crate::text::Locale::En).get(&format!("error.{}", refusal.code));
    assert_eq!(said, "The file changed while it was read. Wait until it is saved, and add it again.");
}
