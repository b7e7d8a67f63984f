//! Who is the same person, and whether words match.
//!
//! Two records are one person by profile address where both have one; else by e-mail address where both
//! have one; else by full name. Names are compared after NFKC, case folding and collapsing of white space.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::sort_list;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_normalization::char::is_combining_mark;

/// A person's three keys as comparable text; blank where not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonId {
    profile: String,
    email: String,
    name: String,
}

impl PersonId {
    /// From the texts of a record.
    pub fn new(profile_url: &str, email: &str, name: &str) -> PersonId {
        PersonId { profile: profile_key(profile_url), email: fold_name(email), name: fold_name(name) }
    }

    /// Of a line of a list that a person wrote: an address, or a name.
    pub fn listed(line: &str) -> PersonId {
        if line.contains('/') { PersonId::new(line, "", "") } else { PersonId::new("", "", line) }
    }

    /// Whether nothing is known.
    pub fn is_blank(&self) -> bool {
        self.profile.is_empty() && self.email.is_empty() && self.name.is_empty()
    }

    /// The profile address as comparable text.
    pub fn profile(&self) -> &str {
        &self.profile
    }

    /// The e-mail address as comparable text.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The name as comparable text.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether two records are one person, as far as they say it themselves.
    pub fn same_as(&self, other: &PersonId) -> bool {
        if !self.profile.is_empty() && !other.profile.is_empty() {
            return self.profile == other.profile;
        }
        if !self.email.is_empty() && !other.email.is_empty() {
            return self.email == other.email;
        }
        !self.name.is_empty() && self.name == other.name
    }
}

/// What a person said of records: which are one person and which are not, whatever they say themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Acquainted {
    others: BTreeMap<PersonId, Vec<(PersonId, bool)>>,
}

impl Acquainted {
    /// Says of two records whether they are one person.
    pub fn say(&mut self, a: &PersonId, b: &PersonId, is_same: bool) {
        for (one, other) in [(a, b), (b, a)] {
            self.others.entry(one.clone()).or_default().push((other.clone(), is_same));
        }
    }

    /// What was said of two records; none where nothing was.
    pub fn said(&self, a: &PersonId, b: &PersonId) -> Option<bool> {
        self.of(a).iter().rev().find(|(other, _)| other == b).map(|(_, is_same)| *is_same)
    }

    fn of(&self, person: &PersonId) -> &[(PersonId, bool)] {
        if self.others.is_empty() {
            return &[];
        }
        self.others.get(person).map_or(&[], Vec::as_slice)
    }
}

/// Records to be found by person: an index that answers as [`PersonId::same_as`] does, unless a person said
/// otherwise.
#[derive(Clone, Debug, Default)]
pub struct People<T> {
    said: Arc<Acquainted>,
    entries: Vec<(PersonId, T)>,
    by_profile: HashMap<String, Vec<usize>>,
    by_email: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl<T> People<T> {
    /// An empty index.
    pub fn new() -> People<T> {
        People::under(Arc::default())
    }

    /// An empty index that heeds what a person said.
    pub fn under(said: Arc<Acquainted>) -> People<T> {
        People {
            said,
            entries: Vec::new(),
            by_profile: HashMap::new(),
            by_email: HashMap::new(),
            by_name: HashMap::new(),
        }
    }

    /// Adds a record.
    pub fn insert(&mut self, person: PersonId, record: T) {
        let at = self.entries.len();
        for (key, index) in [
            (&person.profile, &mut self.by_profile),
            (&person.email, &mut self.by_email),
            (&person.name, &mut self.by_name),
        ] {
            if !key.is_empty() {
                index.entry(key.clone()).or_default().push(at);
            }
        }
        self.entries.push((person, record));
    }

    /// All records of a person, in the order in which they were added.
    pub fn find(&self, person: &PersonId) -> Vec<&T> {
        let mut found: Vec<usize> = self
            .alike(person)
            .filter(|(known, _)| known.same_as(person) && self.said.said(known, person) != Some(false))
            .map(|(_, at)| at)
            .collect();
        for (other, _) in
            self.said.of(person).iter().filter(|(other, _)| self.said.said(person, other) == Some(true))
        {
            found.extend(self.alike(other).filter(|(known, _)| *known == other).map(|(_, at)| at));
        }
        if found.len() > 1 {
            sort_list(&mut found, Ord::cmp);
            found.dedup();
        }
        found.into_iter().filter_map(|at| self.entries.get(at).map(|(_, record)| record)).collect()
    }
}

impl<T> People<T> {
    /// Records that share a key with a person.
    fn alike<'a>(&'a self, person: &PersonId) -> impl Iterator<Item = (&'a PersonId, usize)> + use<'a, T> {
        let by_key = [
            self.by_profile.get(&person.profile),
            self.by_email.get(&person.email),
            self.by_name.get(&person.name),
        ];
        let places = by_key.into_iter().flatten().flatten().copied();
        places.filter_map(|at| self.entries.get(at).map(|(known, _)| (known, at)))
    }
}

/// A name made comparable: NFKC, lower case, one blank between words, none around.
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    let mut add = |c: char, folded: &mut String| {
        if c.is_whitespace() {
            gap = !folded.is_empty();
            return;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        // ß and ẞ fold to ss, as full case folding has it.
        if matches!(c, 'ß' | 'ẞ') { folded.push_str("ss") } else { folded.extend(c.to_lowercase()) }
    };
    if name.is_ascii() {
        name.chars().for_each(|c| add(c, &mut folded));
    } else {
        let normalizer = ComposingNormalizerBorrowed::new_nfkc();
        normalizer.normalize_iter(name.chars()).for_each(|c| add(c, &mut folded));
    }
    folded
}

/// The words of a text for matching: folded, accents removed, split at everything that is neither
/// letter nor digit.
pub fn fold_words(text: &str) -> Vec<String> {
    let (folded, normalizer) = (fold_name(text), DecomposingNormalizerBorrowed::new_nfkd());
    let apart = normalizer.normalize_iter(folded.chars());
    let bare: String = apart.filter(|c| !is_combining_mark(*c)).map(plain_letter).collect();
    bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Letters whose stroke or ligature Unicode does not take apart.
fn plain_letter(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        other => other,
    }
}

/// A profile address made comparable: no scheme, `www.` or country host, no query, no slash at the end,
/// percent escapes decoded, lower case.
pub fn profile_key(url: &str) -> String {
    let url = url.trim();
    if url.is_empty() {
        return String::new();
    }
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.split(['?', '#']).next().unwrap_or(bare).trim_end_matches('/');
    let decoded: String = percent_decode(bare).chars().flat_map(char::to_lowercase).collect();
    match decoded.split_once('/') {
        Some((host, path)) if host.ends_with("linkedin.com") => format!("linkedin.com/{path}"),
        _ => decoded.strip_prefix("www.").unwrap_or(&decoded).to_owned(),
    }
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let decoded = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(h, l)| h * 16 + l),
            _ => None,
        };
        match (decoded, tail) {
            (Some(byte), [_, _, after @ ..]) => {
                bytes.push(byte);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("https://www.linkedin.com/in/Ada-Ek/", "linkedin.com/in/ada-ek")]
    #[case("http://se.linkedin.com/in/ada-ek?trk=x", "linkedin.com/in/ada-ek")]
    #[case("https://www.linkedin.com/in/%C3%A5sa-l", "linkedin.com/in/åsa-l")]
    #[case("", "")]
    #[case("%", "%")]
    fn profile_addresses(#[case] url: &str, #[case] key: &str) {
        assert_eq!(profile_key(url), key);
    }

    #[rstest]
    #[case("  Ada\u{a0} EK ", "ada ek")]
    #[case("ﬁona Weiß", "fiona weiss")]
    fn names_fold(#[case] name: &str, #[case] folded: &str) {
        assert_eq!(fold_name(name), folded);
    }

    #[test]
    fn words_lose_their_accents() {
        assert_eq!(fold_words("Główny Inżynier, R&D – Zürich"), ["glowny", "inzynier", "r", "d", "zurich"]);
    }

    #[test]
    fn an_address_outweighs_a_name() {
        let with_url = PersonId::new("https://www.linkedin.com/in/a", "", "Ada Ek");
        let other_url = PersonId::new("https://www.linkedin.com/in/b", "", "Ada Ek");
        let name_only = PersonId::new("", "", "ada ek");
        assert!(!with_url.same_as(&other_url));
        assert!(with_url.same_as(&name_only));
        let mut people = People::new();
        people.insert(with_url.clone(), 1);
        people.insert(name_only.clone(), 2);
        assert_eq!(people.find(&other_url), [&2]);
        assert_eq!(people.find(&with_url), [&1, &2]);
    }

    #[test]
    fn what_a_person_says_outweighs_addresses_and_names() {
        let lead = PersonId::new("", "kate@fern.example", "Kate Reed");
        let connection = PersonId::new("https://www.linkedin.com/in/creed", "", "Catherine Reed");
        let namesake = PersonId::new("https://www.linkedin.com/in/kreed", "", "Kate Reed");
        let mut said = Acquainted::default();
        said.say(&lead, &connection, true);
        said.say(&namesake, &lead, false);
        let mut people = People::under(Arc::new(said));
        people.insert(connection.clone(), 1);
        people.insert(namesake, 2);
        people.insert(lead.clone(), 3);
        assert_eq!(people.find(&lead), [&1, &3]);
        assert_eq!(people.find(&connection), [&1, &3]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(name in "\\PC{0,24}") {
            let once = fold_name(&name);
            prop_assert_eq!(fold_name(&once), once);
        }

        #[test]
        fn sameness_is_mutual(a in "[ab]{0,1}", b in "[ab]{0,1}", c in "[ab]{0,1}", d in "[ab]{0,1}") {
            let (x, y) = (PersonId::new(&a, "", &b), PersonId::new(&c, "", &d));
            prop_assert_eq!(x.same_as(&y), y.same_as(&x));
        }
    }
}
