//! Who is on which side of a message, and which messages are set aside by their kind.

use std::collections::{HashMap, HashSet};

use super::message_owner::InboxOwner;
use super::messages::reading::{Inbox, Line, SAID_INCOMING, SAID_OUTGOING, SPONSORED, Way};
use crate::facts::{FileFacts, LeftOutRow, MISSING, Names, Reason, Sym, TableId, fold_name, profile_key};

/// The addresses of a list in one cell.
pub(super) fn split_urls(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ';']).map(str::trim).filter(|url| !url.is_empty())
}

/// The names of a list in one cell. A part without a blank ("PhD", "MBA") belongs to the name before it:
/// people write degrees after a comma.
pub(super) fn split_names(list: &str) -> impl Iterator<Item = &str> {
    const AROUND: [char; 3] = [',', ';', ' '];
    let mut rest = list.trim().trim_matches(AROUND);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        for (at, _) in rest.char_indices().filter(|(_, c)| matches!(c, ',' | ';')) {
            let after = rest.get(at + 1..).unwrap_or_default();
            let next = after.split([',', ';']).next().unwrap_or_default().trim();
            if next.contains(char::is_whitespace) {
                end = at;
                break;
            }
        }
        let name = rest.get(..end).unwrap_or_default().trim();
        rest = rest.get(end..).unwrap_or_default().trim_start_matches(AROUND);
        Some(name)
    })
    .filter(|name| !name.is_empty())
}

/// How the export names everyone who has left.
const LEFT_LINKEDIN: &str = "LinkedIn Member";

/// What is known of one conversation as a whole.
#[derive(Default)]
struct Talk {
    is_sponsored: bool,
    is_group: bool,
    has_owner: bool,
    /// Different senders on the other side, by comparable address, else folded name.
    senders: HashSet<String>,
    /// The other person as the first incoming message names them.
    person: Option<Sym>,
    url: Option<Sym>,
    /// The other person as the first outgoing message names them.
    to: Option<Sym>,
    to_url: Option<Sym>,
}

/// The recipients of a message, apart from the owner.
#[derive(Clone, Copy)]
struct Recipients {
    others: usize,
    has_owner: bool,
    /// The single other one's number of text; blank where there are more.
    only: Sym,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Outgoing,
    Incoming,
    Unknown,
}

/// A way with what was found out about it.
struct Placed {
    way: Way,
    side: Side,
    /// Its conversation: the id, else the other person.
    conversation: Sym,
    to_owner: bool,
}

/// What becomes of the messages of a way.
enum Fate {
    LeftOut(Reason),
    /// Everything of a row but its time.
    Kept {
        conversation: i64,
        direction: i64,
        person: i64,
        url: i64,
        kind: i64,
    },
}

/// Turns the inbox into facts.
pub(super) fn place(inbox: &Inbox, owner: &InboxOwner, out: &mut FileFacts) {
    let mut placer = Placer {
        texts: inbox.texts.clone(),
        owner,
        names: HashMap::new(),
        urls: HashMap::new(),
        talks: HashMap::new(),
    };
    let placed: Vec<Placed> = inbox.ways.iter().map(|(way, _)| placer.place(way)).collect();
    for placed in &placed {
        placer.take_part(placed);
    }
    for talk in placer.talks.values_mut() {
        talk.is_group |= talk.senders.len() > 1;
    }
    let draft = out.facts.text_cell("draft");
    let fates: Vec<Fate> = placed.iter().map(|placed| placer.fate(placed, out)).collect();
    for line in &inbox.lines {
        let (Some(fate), Some(placed)) = (fates.get(line.way), placed.get(line.way)) else { continue };
        match fate {
            Fate::Kept { conversation, direction, person, url, kind } => {
                let kind = if line.is_draft { draft } else { *kind };
                let row = [MISSING, *conversation, *direction, line.sent_at.raw(), *person, *url, kind];
                out.facts.table_mut(TableId::Messages).push(&row, 0, line.line);
            }
            Fate::LeftOut(reason) => out.summary.leave_out(placer.left_out(placed, line, *reason)),
        }
    }
}

struct Placer<'a> {
    /// The inbox's texts, and the single names and addresses out of its lists.
    texts: Names,
    owner: &'a InboxOwner,
    names: HashMap<Sym, Recipients>,
    urls: HashMap<Sym, Recipients>,
    talks: HashMap<Sym, Talk>,
}

impl Placer<'_> {
    fn place(&mut self, way: &Way) -> Placed {
        let to_owner = self.recipient_names(way.to).has_owner || self.recipient_urls(way.to_urls).has_owner;
        let side = self.side(way, to_owner);
        // Early layouts number no conversations: the other person stands for it.
        let (name, url) = match side {
            Side::Outgoing => (way.to, way.to_urls),
            _ => (way.from, way.from_url),
        };
        let other = if name.is_blank() { url } else { name };
        let conversation = if way.conversation.is_blank() { other } else { way.conversation };
        Placed { way: *way, side, conversation, to_owner }
    }

    fn side(&self, way: &Way, to_owner: bool) -> Side {
        if way.is(SAID_OUTGOING) {
            return Side::Outgoing;
        }
        if way.is(SAID_INCOMING) {
            return Side::Incoming;
        }
        if !way.from_url.is_blank() && self.owner.is_url(way.from_url) {
            return Side::Outgoing;
        }
        // The owner's name beside another person's address is a namesake.
        let can_go_by_name = way.from_url.is_blank() || !self.owner.knows_url();
        if can_go_by_name && !way.from.is_blank() && self.owner.is_name(way.from) {
            return Side::Outgoing;
        }
        let sender_known = !way.from.is_blank() || !way.from_url.is_blank();
        if to_owner || (sender_known && self.owner.is_known()) { Side::Incoming } else { Side::Unknown }
    }

    fn recipient_names(&mut self, list: Sym) -> Recipients {
        let (texts, owner) = (&mut self.texts, self.owner);
        *self.names.entry(list).or_insert_with(|| {
            let text = texts.text(list).to_owned();
            let parts: Vec<&str> =
                if owner.is_name_text(&text) { vec![text.as_str()] } else { split_names(&text).collect() };
            recipients(texts, &parts, |name| owner.is_name_text(name))
        })
    }

    fn recipient_urls(&mut self, list: Sym) -> Recipients {
        let (texts, owner) = (&mut self.texts, self.owner);
        *self.urls.entry(list).or_insert_with(|| {
            let text = texts.text(list).to_owned();
            let parts: Vec<&str> = split_urls(&text).collect();
            recipients(texts, &parts, |url| owner.is_url_text(url))
        })
    }

    fn take_part(&mut self, placed: &Placed) {
        let way = &placed.way;
        let (to_names, to_urls) = (self.recipient_names(way.to), self.recipient_urls(way.to_urls));
        // Addresses count people better than names do.
        let others = if way.to_urls.is_blank() { to_names.others } else { to_urls.others };
        let talk = self.talks.entry(placed.conversation).or_default();
        talk.is_sponsored |= way.is(SPONSORED);
        match placed.side {
            Side::Outgoing => {
                talk.has_owner = true;
                talk.is_group |= others > 1;
                if others <= 1 {
                    fill(&mut talk.to, to_names.only);
                    fill(&mut talk.to_url, to_urls.only);
                }
            }
            Side::Incoming => {
                // Beside the owner nobody else receives it, where the owner is named at all.
                talk.is_group |= others > usize::from(!placed.to_owner);
                fill(&mut talk.person, way.from);
                fill(&mut talk.url, way.from_url);
                let sender = if way.from_url.is_blank() {
                    fold_name(self.texts.text(way.from))
                } else {
                    profile_key(self.texts.text(way.from_url))
                };
                // A sender whose address is missing once is not a second person.
                let is_known =
                    way.from_url.is_blank() && talk.person == Some(way.from) && !talk.senders.is_empty();
                if !sender.is_empty() && !is_known {
                    talk.senders.insert(sender);
                }
            }
            Side::Unknown => {}
        }
    }

    fn fate(&self, placed: &Placed, out: &mut FileFacts) -> Fate {
        let Some(talk) = self.talks.get(&placed.conversation) else {
            return Fate::LeftOut(Reason::NotOwners);
        };
        let way = &placed.way;
        let names_recipient = !way.to.is_blank() || !way.to_urls.is_blank();
        let is_between_others = placed.side == Side::Incoming
            && !way.is(SAID_INCOMING)
            && names_recipient
            && !placed.to_owner
            && !talk.has_owner
            && !talk.is_sponsored;
        if placed.side == Side::Unknown || is_between_others {
            return Fate::LeftOut(Reason::NotOwners);
        }
        if placed.conversation.is_blank() {
            return Fate::LeftOut(Reason::NeededBlank);
        }
        let kind = match (talk.is_sponsored, talk.is_group) {
            (true, _) => "sponsored",
            (false, true) => "group",
            (false, false) => "",
        };
        let (person, url) = match placed.side {
            _ if !talk.is_group => {
                let url = talk.url.or(talk.to_url);
                let person = talk.person.or(talk.to);
                // People who left share one name and are not one person.
                (person.filter(|sym| url.is_some() || self.texts.text(*sym) != LEFT_LINKEDIN), url)
            }
            Side::Incoming => (Some(way.from), Some(way.from_url)),
            _ => (None, None),
        };
        let mut cell =
            |sym: Option<Sym>| sym.map_or(MISSING, |sym| out.facts.text_cell(self.texts.text(sym)));
        Fate::Kept {
            conversation: cell(Some(placed.conversation)),
            person: cell(person),
            url: cell(url),
            direction: out.facts.text_cell(if placed.side == Side::Outgoing {
                "outgoing"
            } else {
                "incoming"
            }),
            kind: out.facts.text_cell(kind),
        }
    }

    fn left_out(&self, placed: &Placed, line: &Line, reason: Reason) -> LeftOutRow {
        let text = |sym| self.texts.text(sym).to_owned();
        let way = &placed.way;
        LeftOutRow {
            line: line.line,
            reason,
            column: Some(if reason == Reason::NeededBlank { "CONVERSATION ID" } else { "FROM" }.into()),
            cells: vec![text(way.conversation), text(way.from), text(way.to), line.sent_at.iso()],
        }
    }
}

fn fill(slot: &mut Option<Sym>, sym: Sym) {
    if slot.is_none() && !sym.is_blank() {
        *slot = Some(sym);
    }
}

fn recipients(texts: &mut Names, parts: &[&str], is_owner: impl Fn(&str) -> bool) -> Recipients {
    let others: Vec<&&str> = parts.iter().filter(|part| !is_owner(part)).collect();
    let only = match others.as_slice() {
        [one] => texts.intern(one),
        _ => Sym::BLANK,
    };
    Recipients { others: others.len(), has_owner: others.len() < parts.len(), only }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Bo Berg", &["Bo Berg"])]
    #[case("Bo Berg,Cy Dahl", &["Bo Berg", "Cy Dahl"])]
    #[case("Bo Berg, PhD", &["Bo Berg, PhD"])]
    #[case("Bo Berg, PhD, MBA,Cy Dahl", &["Bo Berg, PhD, MBA", "Cy Dahl"])]
    #[case("Bo Berg;Cy Dahl", &["Bo Berg", "Cy Dahl"])]
    #[case(" , ", &[])]
    fn lists_of_names(#[case] list: &str, #[case] names: &[&str]) {
        assert_eq!(split_names(list).collect::<Vec<_>>(), names);
    }
}
