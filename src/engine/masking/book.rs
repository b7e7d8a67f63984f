//! Which texts of a workspace are names, and what each is called instead.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::facts::{Facts, MISSING, Sym, TableId, fold_name, sort_list};
use crate::metrics::REGISTRY;
use crate::views::MaskWords;
use crate::workspace::Workspace;

/// What a name is the name of. Where a text is of several kinds the first counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Seller,
    Person,
    Company,
    Deal,
    Address,
}

/// The fields that hold names, in every table that has them.
const FIELDS: [(&str, Kind); 11] = [
    ("seller", Kind::Seller),
    ("person", Kind::Person),
    ("referrer", Kind::Person),
    ("company", Kind::Company),
    ("customer", Kind::Company),
    ("profile_url", Kind::Address),
    ("email", Kind::Address),
    ("url", Kind::Address),
    ("shared_url", Kind::Address),
    ("link", Kind::Address),
    // A deal's name; elsewhere that of a person.
    ("name", Kind::Person),
];

/// Letters that a single word must have to be looked for inside other texts.
const LEAST_WORD: usize = 3;

/// A name of several words, or of one, as it is looked for inside a text.
struct Phrase {
    /// Its words, folded.
    words: Vec<String>,
    kind: Kind,
    /// Its place among the pseudonyms.
    at: usize,
}

/// Every name of a workspace and its pseudonym.
pub struct Book {
    pseudonyms: Vec<String>,
    /// By the text as it stands.
    by_text: HashMap<String, usize>,
    /// By the text folded.
    by_fold: HashMap<String, usize>,
    /// By the first word.
    phrases: HashMap<String, Vec<Phrase>>,
    /// Names in scripts that part no words.
    unparted: Vec<(String, usize)>,
    /// The text of each pseudonym that only one thing has.
    back: HashMap<String, String>,
    /// What the program itself calls things.
    own: HashSet<String>,
}

impl Book {
    /// The names of a workspace under the words of a language. They are numbered in the order in which files
    /// brought them, so that a later import gives nobody another pseudonym.
    pub fn new(workspace: &Workspace, facts: &Facts, words: &MaskWords) -> Book {
        let found = names(workspace, facts);
        let taken: HashSet<String> = found.iter().map(|(text, _)| fold_name(text)).collect();
        let mut book = Book {
            pseudonyms: Vec::new(),
            by_text: HashMap::new(),
            by_fold: HashMap::new(),
            phrases: HashMap::new(),
            unparted: Vec::new(),
            back: HashMap::new(),
            own: own_words(facts),
        };
        let mut numbers: BTreeMap<Kind, usize> = BTreeMap::new();
        for (text, kind) in &found {
            // A seller goes by the name that is shown, whatever the files say.
            let shown = if *kind == Kind::Seller { workspace.roster.shown(text) } else { text.as_str() };
            let fold = fold_name(shown);
            let at = match book.by_fold.get(&fold) {
                Some(at) => *at,
                None => {
                    let number = numbers.entry(*kind).or_default();
                    let pseudonym = loop {
                        let pseudonym = pseudonym(words, *kind, *number);
                        *number += 1;
                        let is_told_apart = template(words, *kind).contains("{n}");
                        // Nobody may be called as somebody else is really called.
                        if !is_told_apart || !taken.contains(&fold_name(&pseudonym)) {
                            break pseudonym;
                        }
                    };
                    if template(words, *kind).contains("{n}") {
                        book.back.insert(pseudonym.clone(), shown.to_owned());
                    }
                    book.pseudonyms.push(pseudonym);
                    book.pseudonyms.len() - 1
                }
            };
            book.add(shown, *kind, at);
            book.add(text, *kind, at);
        }
        book
    }

    fn add(&mut self, text: &str, kind: Kind, at: usize) {
        if self.by_text.insert(text.to_owned(), at).is_some() {
            return;
        }
        self.by_fold.entry(fold_name(text)).or_insert(at);
        if kind == Kind::Address {
            return;
        }
        if text.chars().any(is_unparted) && text.chars().count() > 1 {
            self.unparted.push((text.to_owned(), at));
            return;
        }
        let words: Vec<String> = words_of(text).map(|(_, _, word)| word.to_lowercase()).collect();
        if kind == Kind::Seller && words.len() > 1 {
            // A colleague is called by a part of the name too.
            for word in &words {
                self.add_phrase(vec![word.clone()], kind, at);
            }
        }
        self.add_phrase(words, kind, at);
    }

    fn add_phrase(&mut self, words: Vec<String>, kind: Kind, at: usize) {
        let is_telling = match words.as_slice() {
            [] => false,
            [word] => word.chars().count() >= LEAST_WORD && word.chars().any(char::is_alphabetic),
            _ => true,
        };
        let Some(first) = words.first().cloned().filter(|_| is_telling) else { return };
        let others = self.phrases.entry(first).or_default();
        if !others.iter().any(|other| other.words == words) {
            others.push(Phrase { words, kind, at });
        }
    }

    /// A text without any name in it; none where there was none.
    pub fn mask(&self, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let is_plain = is_plain(text);
        if is_plain && self.own.contains(text) {
            return None;
        }
        let whole = self.by_text.get(text).copied();
        let whole =
            whole.or_else(|| if is_plain { None } else { self.by_fold.get(&fold_name(text)).copied() });
        if let Some(pseudonym) = whole.and_then(|at| self.pseudonyms.get(at)) {
            return Some(pseudonym.clone());
        }
        let parted = self.mask_words(text, is_plain);
        let unparted = self.mask_unparted(parted.as_deref().unwrap_or(text));
        unparted.or(parted)
    }

    /// The real name of a pseudonym.
    pub fn unmask(&self, text: &str) -> Option<String> {
        self.back.get(text).cloned()
    }

    fn mask_words(&self, text: &str, is_plain: bool) -> Option<String> {
        let words: Vec<(usize, usize, &str)> = words_of(text).collect();
        let mut masked = String::new();
        let (mut copied, mut at) = (0, 0);
        while let Some((from, _, first)) = words.get(at) {
            let longest = self.longest(words.get(at..).unwrap_or_default(), first, is_plain);
            let Some((phrase, pseudonym)) = longest else {
                at += 1;
                continue;
            };
            let last = at + phrase.words.len() - 1;
            let end = words.get(last).map_or(*from, |(_, to, _)| *to);
            masked.push_str(text.get(copied..*from).unwrap_or_default());
            masked.push_str(pseudonym);
            copied = end;
            at = last + 1;
        }
        if copied == 0 {
            return None;
        }
        masked.push_str(text.get(copied..).unwrap_or_default());
        Some(masked)
    }

    /// The longest name that some words begin with.
    fn longest(
        &self,
        words: &[(usize, usize, &str)],
        first: &str,
        is_plain: bool,
    ) -> Option<(&Phrase, &str)> {
        let begins = |phrase: &&Phrase| {
            phrase.words.len() <= words.len()
                && phrase.words.iter().zip(words).all(|(name, (_, _, word))| *name == word.to_lowercase())
        };
        let is_meant = |phrase: &&Phrase| match (is_plain, phrase.words.len()) {
            // A key or the name of a file may hold a person's whole name, and common words.
            (true, 1) => false,
            (true, _) => matches!(phrase.kind, Kind::Seller | Kind::Person),
            (false, 1) => !first.starts_with(char::is_lowercase),
            (false, _) => true,
        };
        let fitting = self.phrases.get(&first.to_lowercase())?.iter().filter(is_meant).filter(begins);
        let phrase = fitting.max_by_key(|phrase| phrase.words.len())?;
        Some((phrase, self.pseudonyms.get(phrase.at)?.as_str()))
    }

    fn mask_unparted(&self, text: &str) -> Option<String> {
        if !text.chars().any(is_unparted) {
            return None;
        }
        let held = self.unparted.iter().filter(|(name, _)| text.contains(name.as_str()));
        // The longest first: one name may be part of another.
        let mut held: Vec<&(String, usize)> = held.collect();
        sort_list(&mut held, |a, b| b.0.len().cmp(&a.0.len()));
        let mut masked: Option<String> = None;
        for (name, at) in held {
            let now = masked.as_deref().unwrap_or(text);
            masked = Some(now.replace(name.as_str(), self.pseudonyms.get(*at)?));
        }
        masked
    }
}

/// Every name, each once, in the order in which files brought them; of a text of several kinds the first kind.
fn names(workspace: &Workspace, facts: &Facts) -> Vec<(String, Kind)> {
    let mut by_number: BTreeMap<u32, Kind> = BTreeMap::new();
    let mut note = |sym: Sym, kind: Kind| {
        if !sym.is_blank() {
            by_number.entry(sym.0).and_modify(|known| *known = kind.min(*known)).or_insert(kind);
        }
    };
    for id in TableId::ALL {
        let table = facts.table(id);
        for (field, kind) in FIELDS {
            let Some(column) = id.schema().column(field) else { continue };
            let kind = if id == TableId::Deals && field == "name" { Kind::Deal } else { kind };
            let mut last = MISSING;
            for cell in table.column(column) {
                if *cell != last && *cell != MISSING {
                    note(Sym(u32::try_from(*cell).unwrap_or(0)), kind);
                }
                last = *cell;
            }
        }
    }
    let mut found: Vec<(String, Kind)> = by_number
        .into_iter()
        .map(|(number, kind)| (facts.names.text(Sym(number)).to_owned(), kind))
        .collect();
    // What stands beside the facts.
    let mut further: Vec<(&str, Kind)> = Vec::new();
    for (name, entry) in &workspace.roster.entries {
        further.push((name, Kind::Seller));
        further.extend(entry.shown.iter().chain(&entry.into).map(|name| (name.as_str(), Kind::Seller)));
    }
    for record in workspace.files.values() {
        further.extend(record.summary.owner.iter().map(|owner| (owner.as_str(), Kind::Seller)));
        further.extend(record.sellers.iter().map(|(_, seller)| (seller.as_str(), Kind::Seller)));
    }
    for ask in &workspace.notes.asks {
        further.extend([(ask.seller.as_str(), Kind::Seller), (ask.via.as_str(), Kind::Seller)]);
        further.extend([(ask.person.as_str(), Kind::Person), (ask.company.as_str(), Kind::Company)]);
    }
    for tag in &workspace.notes.tags {
        further.extend(tag.people.iter().map(|name| (name.as_str(), Kind::Person)));
    }
    further.extend(workspace.notes.engagers.iter().map(|name| (name.as_str(), Kind::Person)));
    for decision in workspace.matches.decisions() {
        further.extend([&decision.names.0, &decision.names.1].map(|name| (name.as_str(), Kind::Person)));
    }
    let mut known: HashSet<String> = found.iter().map(|(text, _)| text.clone()).collect();
    for (text, kind) in further {
        if !text.is_empty() && known.insert(text.to_owned()) {
            found.push((text.to_owned(), kind));
        }
    }
    // Sellers first: a part of a seller's name is the seller's.
    sort_list(&mut found, |a, b| a.1.cmp(&b.1));
    found
}

/// What the program itself calls things: never a name, though a company may be called so.
fn own_words(facts: &Facts) -> HashSet<String> {
    let mut own: HashSet<String> = REGISTRY.iter().map(|metric| metric.id.to_owned()).collect();
    for id in TableId::ALL {
        let schema = id.schema();
        own.insert(schema.name.to_owned());
        own.extend(schema.fields.iter().map(|field| field.name.to_owned()));
        let table = facts.table(id);
        for field in ["platform", "direction", "kind", "account", "source_group", "status_group"] {
            let Some(column) = schema.column(field) else { continue };
            let numbers: HashSet<i64> = table.column(column).iter().copied().collect();
            let texts = numbers.into_iter().filter_map(|cell| u32::try_from(cell).ok());
            own.extend(texts.map(|number| facts.names.text(Sym(number)).to_owned()));
        }
    }
    own
}

fn template(words: &MaskWords, kind: Kind) -> &str {
    match kind {
        Kind::Seller => &words.seller,
        Kind::Person => &words.person,
        Kind::Company => &words.company,
        Kind::Deal => &words.deal,
        Kind::Address => &words.address,
    }
}

/// The name-like word for the n-th of a kind, from 0.
fn pseudonym(words: &MaskWords, kind: Kind, number: usize) -> String {
    let told =
        if kind == Kind::Seller { letter(&words.letters, number) } else { digits(&words.digits, number + 1) };
    template(words, kind).replace("{n}", &told)
}

/// A, B … Z, AA, AB …
fn letter(letters: &str, number: usize) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let mut told = Vec::new();
    let mut rest = number;
    loop {
        let Some(letter) = letters.get(rest % letters.len().max(1)) else { return digits("", number + 1) };
        told.push(*letter);
        if rest < letters.len() {
            break;
        }
        rest = rest / letters.len() - 1;
    }
    told.iter().rev().collect()
}

fn digits(digits: &str, number: usize) -> String {
    let own: Vec<char> = digits.chars().collect();
    let told = number.to_string();
    told.chars().map(|c| c.to_digit(10).and_then(|d| own.get(d as usize).copied()).unwrap_or(c)).collect()
}

/// Whether a text is a key, an id or the name of a file in small letters rather than something to read.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.'))
}

/// Letters of scripts that write words without gaps.
fn is_unparted(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The words of a text, each with where it begins and ends.
fn words_of(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut from = 0;
    text.split(|letter: char| !letter.is_alphanumeric()).filter_map(move |word| {
        let begin = from;
        let end = begin + word.len();
        // What parts two words is one letter, of up to four bytes.
        from = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((begin, end, word))
    })
}
