//! The page names its messages by key: every key that stands in the code is a message.

#![allow(clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rapport::metrics::{
    CONVERSATIONS_BY_LIFE, EFFORT_TO_CONVERSION, MEETINGS_BY_KEYWORD, MEETINGS_BY_SPEED, REGISTRY,
    RESPONSE_TIME_BUSINESS, WARM_OUTCOMES,
};
use rapport::text::{Catalog, Locale, slug};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The texts in quotes of a line that look like a key, `part.part`, and stand for a whole key.
fn keys(line: &str) -> Vec<&str> {
    let quoted = line.split('"').skip(1).step_by(2);
    let is_key = |text: &&str| {
        let mut parts = text.split('.');
        text.contains('.')
            && parts.all(|part| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
                    && !part.as_bytes()[0].is_ascii_digit()
            })
    };
    quoted.filter(is_key).collect()
}

#[test]
fn every_key_in_the_pages_is_a_message() {
    let catalog = Catalog::new(Locale::En);
    let mut files = Vec::new();
    rust_files(Path::new("src/ui"), &mut files);
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files {
        if file.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for (at, line) in code.lines().enumerate() {
            // Names of files look like keys.
            let lines = keys(line).into_iter().filter(|key| {
                ![".txt", ".ics", ".csv", ".json", ".png", ".svg", ".js", ".wasm"]
                    .iter()
                    .any(|end| key.ends_with(end))
            });
            for key in lines {
                seen += 1;
                let is_plural = catalog
                    .entries()
                    .iter()
                    .any(|(known, _)| known.strip_prefix(key).is_some_and(|rest| rest.starts_with('[')));
                if catalog.raw(key).is_none() && !is_plural {
                    wrong.push(format!("{}:{}: {key}", file.display(), at + 1));
                }
            }
        }
    }
    assert!(seen > 300, "{seen}");
    assert!(wrong.is_empty(), "no such messages:\n{}", wrong.join("\n"));
}

/// Letters of a script stand on both sides of, or right before, a mark that belongs to another one.
fn foreign_marks(text: &str, is_own: fn(char) -> bool, foreign: &[char]) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.windows(2).any(|pair| match *pair {
        [before, after] => {
            let is_beside = |c: char| is_own(c) || matches!(c, '{' | '}' | '”' | '“' | '»' | '«');
            foreign.contains(&before) && is_own(after) || foreign.contains(&after) && is_beside(before)
        }
        _ => false,
    })
}

#[test]
fn chinese_and_arabic_have_their_own_marks() {
    let chinese: (fn(char) -> bool, &[char]) =
        (|c| matches!(c, '\u{4e00}'..='\u{9fff}'), &[',', ';', ':', '?', '!', '(', ')', '"']);
    // Brackets and colons are the same in Arabic.
    let arabic: (fn(char) -> bool, &[char]) = (|c| matches!(c, '\u{621}'..='\u{64a}'), &[',', ';', '?', '"']);
    for (locale, (is_own, foreign)) in [(Locale::Zh, chinese), (Locale::Ar, arabic)] {
        let catalog = Catalog::new(locale);
        let entries = catalog.entries().iter();
        let wrong: Vec<_> = entries.filter(|(_, text)| foreign_marks(text, is_own, foreign)).collect();
        assert!(wrong.is_empty(), "{locale:?}: {wrong:?}");
    }
}

#[test]
fn a_mark_of_another_script_is_found() {
    let is_own = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    for text in ["中位数 (3 天)", "甲, 乙", "甲,乙", "{n}, 乙", "“甲”,“乙”"] {
        assert!(foreign_marks(text, is_own, &[',', '(']), "{text}");
    }
    for text in ["中位数（3 天）", "甲、乙", "JASA 22, 209", "1,000 行"] {
        assert!(!foreign_marks(text, is_own, &[',', '(']), "{text}");
    }
}

/// Separators are the languages' own: no page writes them between two texts.
#[test]
fn pages_put_no_texts_together_by_hand() {
    let mut files = Vec::new();
    rust_files(Path::new("src/ui"), &mut files);
    let glue = [
        r#"join(", ")"#,
        r#"format!(" ({})"#,
        r#"join("; ")"#,
        r#"join(": ")"#,
        r#"{}: {}""#,
        r#"} ({})""#,
        r#"}: {""#,
        r#"} ({"#,
    ];
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for (at, line) in code.lines().enumerate() {
            let is_note = line.trim_start().starts_with("//");
            let is_alone = matches!(line.trim(), r#"": ""# | r#"", ""# | r#"". ""# | r#""; ""#);
            // What a person types back is parted by plain commas: every language's are read.
            let is_typed =
                [".words.set(", ".titles.set(", ".companies.set("].iter().any(|set| line.contains(set))
                    || line.contains("keyword_list")
                    || line.contains("words_of(");
            if !is_note && !is_typed && (is_alone || glue.iter().any(|glue| line.contains(glue))) {
                wrong.push(format!("{}:{}: {}", file.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "put together by `words`:\n{}", wrong.join("\n"));
}

/// What a definition follows is said in every language; of works that stand as they are, only these.
#[test]
fn what_definitions_follow_is_translated() {
    let works = ["Kaplan and Meier 1958, JASA 53, 457", "Cornfield 1956, 3rd Berkeley Symposium 4, 135"];
    let english = Catalog::new(Locale::En);
    let (mut used, mut wrong) = (BTreeSet::new(), Vec::new());
    // What pages count beside the catalogue.
    let beside = [
        &CONVERSATIONS_BY_LIFE,
        &EFFORT_TO_CONVERSION,
        &MEETINGS_BY_KEYWORD,
        &MEETINGS_BY_SPEED,
        &RESPONSE_TIME_BUSINESS,
        &WARM_OUTCOMES,
    ];
    for metric in REGISTRY.iter().copied().chain(beside) {
        for part in metric.cites.split("; ").filter(|part| !part.is_empty() && !works.contains(part)) {
            let key = format!("cites.{}", slug(part));
            if english.raw(&key) != Some(part) {
                wrong.push((metric.id, part));
            }
            used.insert(key);
        }
    }
    assert!(wrong.is_empty(), "no message, or another one: {wrong:?}");
    let known = english.entries().iter().map(|(key, _)| *key).filter(|key| key.starts_with("cites."));
    let spare: Vec<_> = known.filter(|key| !used.contains(*key)).collect();
    assert!(spare.is_empty(), "no definition says {spare:?}");
}
