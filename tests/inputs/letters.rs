//! How letters are written: inputs 37 to 43.

use rapport::facts::TableId;
use rapport::sources::Mapping;
use rstest::rstest;

use crate::{cells, deals, fate, read_all};

const NAMES: &str = "Åsa Öberg “Stål” 5 €";

fn list() -> String {
    deals(&format!("d1,{NAMES},2026-01-02,,Open,1,EUR\nd2,Žofia,2026-01-02,,Open,1,EUR\n"))
}

fn wide(text: &str, is_little: bool, mark: bool) -> Vec<u8> {
    let start = mark.then_some('\u{feff}').into_iter();
    let units = start.chain(text.chars()).collect::<String>();
    let bytes =
        units.encode_utf16().map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() });
    bytes.flatten().collect()
}

fn coded(label: &str, text: &str) -> Vec<u8> {
    encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
}

fn names(bytes: Vec<u8>) -> String {
    let results = read_all(vec![("deals.csv", bytes)], &[]);
    cells(&results, TableId::Deals, "name")
}

#[rstest]
#[case::n37_unicode_text_of_a_spreadsheet(wide(&list().replace(',', "\t"), true, true))]
#[case::n38_little_end_first_without_a_mark(wide(&list(), true, false))]
#[case::n38_big_end_first_without_a_mark(wide(&list(), false, false))]
#[case::n38_big_end_first_with_a_mark(wide(&list(), false, true))]
#[case::n39_western_code_page(coded("windows-1252", &list()))]
fn the_same_names_come_out(#[case] bytes: Vec<u8>) {
    assert_eq!(names(bytes), format!("{NAMES} | Žofia"));
}

/// One byte that is no letter, far in: the rest stays as it is, and it is said.
#[test]
fn n40_one_bad_byte_far_in() {
    let mut rows = String::new();
    for number in 0..20_000 {
        rows.push_str(&format!("d{number},Åsa Öberg of the north,2026-01-02,,Open,1,EUR\n"));
    }
    let mut bytes = deals(&rows).into_bytes();
    let at = bytes.len() - 30;
    let at = (0..at).rev().find(|at| bytes[*at] == b'n').unwrap();
    bytes[at] = 0xff;
    assert_eq!(fate("deals.csv", bytes.clone()), "deals: 20000 used; bad_bytes");
    assert!(names(bytes).ends_with("Åsa Öberg of the \u{fffd}orth"));
}

#[rstest]
#[case::n41_simplified_chinese("gb18030", "王小明公司社交媒体")]
#[case::n41_japanese("shift_jis", "株式会社スズキの営業")]
#[case::n41_korean("euc-kr", "주식회사한국의영업부")]
fn eastern_code_pages_are_told_or_named(#[case] label: &str, #[case] name: &str) {
    let rows: String = (0..6).map(|at| format!("d{at},{name},2026-01-02,,Open,1,EUR\n")).collect();
    let said = Mapping { file: "deals.csv".into(), encoding: Some(label.into()), ..Mapping::default() };
    let results = read_all(vec![("deals.csv", coded(label, &deals(&rows)))], &[said]);
    assert_eq!(cells(&results, TableId::Deals, "name"), vec![name; 6].join(" | "));
}

/// Read once with the wrong code page and written again: nothing can be taken for granted, so it is said.
#[test]
fn n42_written_twice() {
    let twice = encoding_rs::WINDOWS_1252.decode(list().as_bytes()).0.into_owned();
    assert_eq!(fate("deals.csv", twice), "deals: 2 used; double_encoded");
}

/// Letters of two, three and four bytes at every offset of the borders at which a file is cut for reading.
#[test]
fn n43_letters_across_every_border() {
    for shift in 0..5 {
        let name = format!("{}{}", "x".repeat(shift), "éह𝄞".repeat(12_000));
        let results =
            read_all(vec![("deals.csv", deals(&format!("d1,{name},2026-01-02,,Open,1,EUR\n")).into())], &[]);
        assert_eq!(cells(&results, TableId::Deals, "name"), name);
    }
}
