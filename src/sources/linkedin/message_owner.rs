//! Whose messages they are. The export does not say, so the conversations have to: the owner takes part
//! in every one of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::message_sides::{split_names, split_urls};
use super::messages::reading::{IN_SENT, Inbox, SAID_INCOMING, SAID_OUTGOING, SPONSORED, Way};
use crate::facts::{Sym, fold_name, profile_key};
use crate::sources::owner::{Owner, tidy_name};

/// The owner as numbers of the inbox's texts: every spelling that is theirs.
#[derive(Debug, Default)]
pub(super) struct InboxOwner {
    urls: HashSet<Sym>,
    names: HashSet<Sym>,
    /// Folded name, for lists of names.
    name: String,
    /// Comparable profile address, for lists of addresses.
    url: String,
}

impl InboxOwner {
    pub(super) fn is_url(&self, url: Sym) -> bool {
        self.urls.contains(&url)
    }

    pub(super) fn is_name(&self, name: Sym) -> bool {
        self.names.contains(&name)
    }

    /// Whether a profile address of the owner stands in the file.
    pub(super) fn knows_url(&self) -> bool {
        !self.url.is_empty()
    }

    /// Whether the owner was found at all.
    pub(super) fn is_known(&self) -> bool {
        !self.url.is_empty() || !self.name.is_empty()
    }

    pub(super) fn is_url_text(&self, url: &str) -> bool {
        !self.url.is_empty() && profile_key(url) == self.url
    }

    pub(super) fn is_name_text(&self, name: &str) -> bool {
        !self.name.is_empty() && fold_name(name) == self.name
    }
}

/// What the conversations say of who takes part in them.
struct Presence {
    /// Conversations with people.
    talks: usize,
    /// Conversations in which a profile address sends or receives.
    by_url: BTreeMap<String, usize>,
    /// The same by folded name.
    by_name: BTreeMap<String, usize>,
}

/// Finds the owner and adds to what is known of them.
pub(super) fn find(inbox: &Inbox, known: &mut Owner) -> InboxOwner {
    let said = said_name(inbox);
    let presence = presence(inbox);
    let everywhere = |counts: &BTreeMap<String, usize>| {
        let (first, second) = top_two(counts);
        first
            .filter(|(_, count)| presence.talks >= 2 && *count == presence.talks && Some(*count) != second)
            .map(|(key, _)| key)
    };
    // Some layouts name only senders' addresses: whoever wrote in every conversation is not the owner for
    // that, where another takes part in as many.
    let is_alone = |url: &String| {
        let name = name_beside(inbox, url).map(|name| fold_name(&name));
        let count = presence.by_url.get(url).copied().unwrap_or(0);
        presence.by_name.iter().all(|(other, talks)| *talks < count || name.as_ref() == Some(other))
    };
    let mut url = everywhere(&presence.by_url).filter(is_alone);
    let mut name = url
        .as_deref()
        .and_then(|url| name_beside(inbox, url))
        .or_else(|| said.clone())
        .or_else(|| if url.is_none() { everywhere(&presence.by_name) } else { None });
    if url.is_none() && name.is_none() {
        name = known.profile_name.clone().filter(|name| presence.by_name.contains_key(&fold_name(name)));
    }
    if url.is_none() && name.is_none() {
        url =
            known.invitation_url.as_deref().map(profile_key).filter(|url| presence.by_url.contains_key(url));
        name = known.invitation_name.clone().filter(|name| presence.by_name.contains_key(&fold_name(name)));
    }
    if url.is_none() && name.is_none() {
        name = known.given_name.clone().filter(|name| presence.by_name.contains_key(&fold_name(name)));
    }
    if url.is_none() && name.is_none() {
        url = mostly(&presence.by_url, presence.talks).filter(is_alone);
        name = if url.is_none() { mostly(&presence.by_name, presence.talks) } else { None };
    }
    if url.is_none() && name.is_none() {
        name = sent_folder_name(inbox).filter(|name| presence.by_name.contains_key(&fold_name(name)));
    }
    if url.is_none() {
        url = name.as_deref().and_then(|name| url_beside(inbox, name));
    }
    if let Some(beside) = url.as_deref().and_then(|url| name_beside(inbox, url)) {
        name = Some(beside);
    }
    let spelled = name.as_deref().and_then(|name| spelling(inbox, name)).or(name);
    if spelled.is_none() && url.is_none() {
        known.candidates = candidates(inbox, &presence);
    }
    known.message_name = spelled.clone();
    known.profile_url = url.as_deref().and_then(|url| spelled_url(inbox, url));
    numbers(inbox, spelled.map(|name| fold_name(&name)).unwrap_or_default(), url.unwrap_or_default())
}

/// Marks every text of the inbox that is the owner's name or address.
fn numbers(inbox: &Inbox, name: String, url: String) -> InboxOwner {
    let mut owner = InboxOwner { name, url, ..InboxOwner::default() };
    owner.urls = same_texts(inbox, |way| [way.from_url, Sym::BLANK], |text| owner.is_url_text(text));
    owner.names = same_texts(inbox, |way| [way.from, way.to], |text| owner.is_name_text(text));
    owner
}

fn presence(inbox: &Inbox) -> Presence {
    // Without a number of the conversation, those who stand in it stand for it.
    type Talk = (Sym, Sym, Sym);
    let talk = |way: &Way| -> Talk {
        let is_numbered = !way.conversation.is_blank();
        if is_numbered { (way.conversation, Sym::BLANK, Sym::BLANK) } else { (Sym::BLANK, way.from, way.to) }
    };
    let names_nobody =
        |way: &Way| [way.from, way.from_url, way.to, way.to_urls].iter().all(|sym| sym.is_blank());
    let mut urls_of: HashMap<Talk, HashSet<String>> = HashMap::new();
    let mut names_of: HashMap<Talk, HashSet<String>> = HashMap::new();
    for (way, _) in inbox.ways.iter().filter(|(way, _)| !way.is(SPONSORED) && !names_nobody(way)) {
        let urls = urls_of.entry(talk(way)).or_default();
        urls.extend(split_urls(inbox.texts.text(way.to_urls)).map(profile_key));
        urls.insert(profile_key(inbox.texts.text(way.from_url)));
        let names = names_of.entry(talk(way)).or_default();
        names.extend(split_names(inbox.texts.text(way.to)).map(fold_name));
        names.insert(fold_name(inbox.texts.text(way.from)));
    }
    Presence { talks: urls_of.len(), by_url: counts(urls_of), by_name: counts(names_of) }
}

fn counts<T>(of: HashMap<T, HashSet<String>>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in of.into_values().flatten().filter(|key| !key.is_empty()) {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

/// The most frequent key and its count, and the next one's count.
fn top_two(counts: &BTreeMap<String, usize>) -> (Option<(String, usize)>, Option<usize>) {
    let mut ranked: Vec<(&String, usize)> = counts.iter().map(|(key, count)| (key, *count)).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    (ranked.first().map(|(key, count)| ((*key).clone(), *count)), ranked.get(1).map(|(_, count)| *count))
}

/// Someone who takes part in more than half of the conversations, at least two, and in twice as many as
/// anyone else: early layouts name no recipients' addresses.
fn mostly(counts: &BTreeMap<String, usize>, talks: usize) -> Option<String> {
    let (first, second) = top_two(counts);
    let (key, count) = first?;
    (count >= 2 && count * 2 > talks && count >= 2 * second.unwrap_or(0)).then_some(key)
}

/// The owner's name where a Direction column tells who wrote what.
fn said_name(inbox: &Inbox) -> Option<String> {
    most_frequent(inbox, |way| {
        if way.is(SAID_OUTGOING) {
            way.from
        } else if way.is(SAID_INCOMING) {
            way.to
        } else {
            Sym::BLANK
        }
    })
}

fn sent_folder_name(inbox: &Inbox) -> Option<String> {
    most_frequent(inbox, |way| if way.is(IN_SENT) { way.from } else { Sym::BLANK })
}

/// The name that stands beside a profile address most often.
fn name_beside(inbox: &Inbox, url: &str) -> Option<String> {
    let is_url = same_texts(inbox, |way| [way.from_url, way.to_urls], |text| profile_key(text) == url);
    let beside = |url: Sym, name: Sym| if is_url.contains(&url) { name } else { Sym::BLANK };
    // An owner who never wrote is named where messages arrive.
    most_frequent(inbox, |way| beside(way.from_url, way.from))
        .or_else(|| most_frequent(inbox, |way| beside(way.to_urls, way.to)))
}

/// The profile address that stands beside a name most often, comparable.
fn url_beside(inbox: &Inbox, name: &str) -> Option<String> {
    let name = fold_name(name);
    let is_name = same_texts(inbox, |way| [way.from, way.to], |text| fold_name(text) == name);
    let beside = |name: Sym, url: Sym| if is_name.contains(&name) { url } else { Sym::BLANK };
    // An owner who never wrote has an address where messages arrive for them alone.
    let url = most_frequent(inbox, |way| beside(way.from, way.from_url))
        .or_else(|| most_frequent(inbox, |way| beside(way.to, way.to_urls)))?;
    split_urls(&url).next().map(profile_key)
}

/// The spelling of a folded name that is used most.
fn spelling(inbox: &Inbox, name: &str) -> Option<String> {
    let name = fold_name(name);
    let is_name = same_texts(inbox, |way| [way.from, way.to], |text| fold_name(text) == name);
    let if_named = |sym: Sym| if is_name.contains(&sym) { sym } else { Sym::BLANK };
    most_frequent(inbox, |way| if_named(way.from))
        .or_else(|| most_frequent(inbox, |way| if_named(way.to)))
        .map(|name| tidy_name(&name))
}

fn spelled_url(inbox: &Inbox, url: &str) -> Option<String> {
    let is_url = same_texts(inbox, |way| [way.from_url, Sym::BLANK], |text| profile_key(text) == url);
    most_frequent(inbox, |way| if is_url.contains(&way.from_url) { way.from_url } else { Sym::BLANK })
}

/// The different texts that meet a condition, each tested once.
fn same_texts(inbox: &Inbox, of: impl Fn(&Way) -> [Sym; 2], meets: impl Fn(&str) -> bool) -> HashSet<Sym> {
    let mut texts: HashSet<Sym> =
        inbox.ways.iter().flat_map(|(way, _)| of(way)).filter(|sym| !sym.is_blank()).collect();
    texts.retain(|sym| meets(inbox.texts.text(*sym)));
    texts
}

/// The text used by most messages, of equals the first in the alphabet.
fn most_frequent(inbox: &Inbox, of: impl Fn(&Way) -> Sym) -> Option<String> {
    let mut counts: HashMap<Sym, usize> = HashMap::new();
    for (way, messages) in &inbox.ways {
        let sym = of(way);
        if !sym.is_blank() {
            *counts.entry(sym).or_insert(0) += messages;
        }
    }
    let ranked = counts.into_iter().map(|(sym, count)| (inbox.texts.text(sym), count));
    ranked.max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map(|(text, _)| text.to_owned())
}

/// Who may be the owner: names by the number of conversations they take part in.
fn candidates(inbox: &Inbox, presence: &Presence) -> Vec<String> {
    const MOST: usize = 8;
    let mut ranked: Vec<(&String, usize)> =
        presence.by_name.iter().map(|(key, count)| (key, *count)).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    ranked.into_iter().take(MOST).filter_map(|(name, _)| spelling(inbox, name)).collect()
}
