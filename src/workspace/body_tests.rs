//! Bodies of earlier versions open; damaged ones are refused or opened, and never bring anything down.

use super::{from_base64, read_body, to_base64, write_body};
use crate::engine::Engine;
use crate::facts::{Reader, Writer, Zone};
use crate::views::{Answer, Ask, Filter};
use serde_json::{Value, json};

/// Bodies as earlier versions wrote them, by the name of their file. A new form of the body adds one; none is ever
/// changed.
fn stored() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/store");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("body-"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap().trim().to_owned()))
        .collect();
    found.sort();
    found
}

fn unpacked(body: &str) -> Vec<u8> {
    miniz_oxide::inflate::decompress_to_vec(&from_base64(body).unwrap()).unwrap()
}

fn packed(bytes: &[u8]) -> String {
    to_base64(&miniz_oxide::deflate::compress_to_vec(bytes, 1))
}

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// Puts something else in one place of a JSON value.
fn disturb(value: &mut Value, chance: &mut Chance) {
    let goes_in = chance.below(4) > 0;
    match value {
        Value::Object(fields) if goes_in && !fields.is_empty() => {
            let at = chance.below(fields.len());
            fields.values_mut().nth(at).into_iter().for_each(|field| disturb(field, chance));
        }
        Value::Array(items) if goes_in && !items.is_empty() => {
            let at = chance.below(items.len());
            disturb(&mut items[at], chance);
        }
        value => {
            *value = match chance.below(9) {
                0 => Value::Null,
                1 => json!(-1),
                2 => json!(u64::MAX),
                3 => json!(1e300),
                4 => json!(""),
                5 => json!([]),
                6 => json!({ "__proto__": {} }),
                7 => json!("x".repeat(10_000)),
                _ => (0..200).fold(Value::Null, |inner, _| json!([inner])),
            };
        }
    }
}

fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match chance.below(5) {
        0 => bytes.truncate(chance.below(bytes.len())),
        1 | 2 => {
            for _ in 0..=chance.below(4) {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
        }
        _ => {
            let manifest = Reader::new(&bytes).text().unwrap().to_owned();
            let headed = |text: &str| {
                let mut writer = Writer::default();
                writer.text(text);
                writer.into_bytes()
            };
            let rest = bytes[headed(&manifest).len()..].to_vec();
            let mut value: Value = serde_json::from_str(&manifest).unwrap();
            for _ in 0..=chance.below(3) {
                disturb(&mut value, chance);
            }
            bytes = headed(&value.to_string());
            bytes.extend(rest);
        }
    }
    bytes
}

#[test]
fn every_stored_body_opens_and_is_written_again_whole() {
    let all = stored();
    assert!(!all.is_empty());
    for (name, body) in all {
        let workspace = read_body(&body).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!workspace.is_empty(), "{name}");
        let written = write_body(&workspace);
        assert_eq!(write_body(&read_body(&written).unwrap()), written, "{name}");
    }
}

#[test]
fn a_thousand_damaged_bodies_bring_nothing_down() {
    let all: Vec<Vec<u8>> = stored().iter().map(|(_, body)| unpacked(body)).collect();
    let mut chance = Chance(11);
    let mut opened = 0;
    for round in 0..1_000 {
        let body = packed(&damaged(&all[round % all.len()], &mut chance));
        let mut engine = Engine::default();
        let open = Ask::Open { body: Some(body), name: "Nord".into(), zone: Zone::utc() };
        if matches!(engine.answer(open, Vec::new()), Answer::Failed { .. }) {
            continue;
        }
        opened += 1;
        let filter = Filter::default();
        for question in [Ask::Scorecard { filter: filter.clone() }, Ask::Data { filter }, Ask::Body] {
            let answer = engine.answer(question, Vec::new());
            assert!(!matches!(answer, Answer::Failed { .. }), "round {round}: {answer:?}");
        }
    }
    assert!((100..900).contains(&opened), "{opened}");
}
