//! 37–43: how letters are written as bytes.

use crate::said::{DEALS, drop, drop_with};

fn text(seller: &str) -> String {
    format!("{DEALS}1,won,2026-01-01,2026-01-05,1234.5,{seller}\n2,lost,2026-01-02,2026-01-06,7,{seller}\n")
}

fn wide(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

fn read(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let (mut said, facts) = drop_with(name, bytes, &[]);
    said.extend(facts.first().map(|facts| crate::said::cells(facts, "amount seller")).unwrap_or_default());
    said
}

#[test]
fn n37_n38_wide_letters() {
    let tabs = text("Zoë Ek").replace(',', "\t");
    assert_eq!(
        read("deals.txt", wide(&format!("\u{feff}{tabs}"), true)),
        ["canonical.deals: 2 = 2 + 0", "1234.50 Zoë Ek", "7.00 Zoë Ek"]
    );
    for little in [true, false] {
        assert_eq!(
            read("deals.csv", wide(&text("Zoë Ek"), little)),
            ["canonical.deals: 2 = 2 + 0", "1234.50 Zoë Ek", "7.00 Zoë Ek"]
        );
    }
}

#[test]
fn n39_windows_1252() {
    let bytes: Vec<u8> = text("Zo\u{eb} “Ek” €")
        .chars()
        .map(|c| match c {
            '€' => 0x80,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    assert_eq!(
        read("deals.csv", bytes),
        [
            "canonical.deals: 2 = 2 + 0 | The file does not say how its letters are written; windows-1252 was assumed. Look at names with accents.",
            "1234.50 Zoë “Ek” €",
            "7.00 Zoë “Ek” €"
        ]
    );
}

#[test]
fn n40_one_bad_byte_far_in() {
    let mut bytes = DEALS.as_bytes().to_vec();
    let mut rows = 0;
    while bytes.len() < 300 << 10 {
        rows += 1;
        bytes.extend(format!("{rows},won,2026-01-01,2026-01-05,1,Zoë\n").bytes());
    }
    let at = bytes.len() - 3;
    bytes.insert(at, 0xff);
    assert_eq!(
        drop("deals.csv", bytes),
        [
            "canonical.deals: 8113 = 8113 + 0 | Places with letters that cannot be read: 1, the first in line 8114."
        ]
    );
}

#[test]
fn n41_east_asian_code_pages() {
    let read = |seller: &[u8]| {
        let mut bytes = DEALS.as_bytes().to_vec();
        for row in [&b"1,won,2026-01-01,2026-01-05,1234.5,"[..], b"2,lost,2026-01-02,2026-01-06,7,"] {
            bytes.extend(row.iter().chain(seller).chain(b"\n"));
        }
        read("deals.csv", bytes)
    };
    // 王小明, 山田太郎, 김철수
    assert_eq!(
        read(b"\xcd\xf5\xd0\xa1\xc3\xf7"),
        [
            "canonical.deals: 2 = 2 + 0 | The file does not say how its letters are written; gb18030 was assumed. Look at names with accents.",
            "1234.50 王小明",
            "7.00 王小明"
        ]
    );
    assert_eq!(
        read(b"\x8e\x52\x93\x63\x91\xbe\x98\x59"),
        [
            "canonical.deals: 2 = 2 + 0 | The file does not say how its letters are written; Shift_JIS was assumed. Look at names with accents.",
            "1234.50 山田太郎",
            "7.00 山田太郎"
        ]
    );
    assert_eq!(
        read(b"\xb1\xe8\xc3\xb6\xbc\xf6"),
        [
            "canonical.deals: 2 = 2 + 0 | The file does not say how its letters are written; EUC-KR was assumed. Look at names with accents.",
            "1234.50 김철수",
            "7.00 김철수"
        ]
    );
}

#[test]
fn n42_saved_wrongly_before() {
    assert_eq!(
        read("deals.csv", text("ZoÃ© Ek").into_bytes()),
        [
            "canonical.deals: 2 = 2 + 0 | Some letters look as if they were saved wrongly before (Ã© for é).",
            "1234.50 ZoÃ© Ek",
            "7.00 ZoÃ© Ek"
        ]
    );
    assert_eq!(
        read("list.csv", text("ZoÃ© Ek").replace("id,status,created,closed", "a,b,c,d").into_bytes()),
        ["unknown, ?: 2 rows of 6: a / b / c / d / amount / seller"]
    );
}

#[test]
fn n43_letters_across_every_border() {
    for shift in 0..4 {
        let mut text = format!("{DEALS}0,won,2026-01-01,2026-01-05,1,{}\n", "x".repeat(shift));
        for id in 1..=2_000 {
            text += &format!("{id},won,2026-01-01,2026-01-05,1,漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字\n");
        }
        assert_eq!(drop("deals.csv", text), ["canonical.deals: 2001 = 2001 + 0"], "{shift}");
    }
}
