//! Conversations as lists of messages in time, cut where they restart, each side's runs as turns.
//!
//! One pass over the messages, shared by all metrics of conversations: it groups by seller and conversation, sets
//! drafts, advertisements and groups aside, sorts by time and cuts before a message whose previous one is 60 days
//! old or older. Only row numbers and times are kept, so that a million messages take a few tens of megabytes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::facts::{Day, MessageRow, PersonId, Reason, Row, RowRef, Sym, TableId, fold_name, profile_key};
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Context, Key, Layer, Sample, Samples, What};

/// A message.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct Message {
    /// Seconds since 1970 UTC.
    pub at: i64,
    pub day: Day,
    /// `None` where only the date is known: such a message has no time to measure hours from.
    pub hour: Option<u8>,
    pub outgoing: bool,
    row: u32,
}

impl Message {
    /// The row behind it.
    pub fn row(&self) -> RowRef {
        RowRef { table: TableId::Messages, row: self.row }
    }
}

/// The messages of a conversation since its start or last restart.
#[derive(Clone, Debug)]
struct Stretch {
    thread: usize,
    messages: Range<usize>,
}

/// All messages between a seller and one other person under one identifier.
#[derive(Clone, Debug)]
struct Thread {
    seller: Sym,
    fit: Option<PersonaFit>,
    /// Profile address and name of the other person.
    who: (Sym, Sym),
    messages: Range<usize>,
}

/// A message that is set aside.
#[derive(Clone, Copy, Debug)]
struct Aside {
    day: Day,
    seller: Sym,
    row: u32,
    reason: Reason,
}

/// All conversations.
#[derive(Debug, Default)]
pub(in crate::metrics) struct Conversations {
    messages: Vec<Message>,
    threads: Vec<Thread>,
    stretches: Vec<Stretch>,
    asides: Vec<Aside>,
}

/// A conversation since its start or last restart; or, of [`Conversations::threads`], all of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct Talk<'a> {
    pub seller: Sym,
    /// Whether the other person is of the chosen persona; `None` where none is chosen.
    pub fit: Option<PersonaFit>,
    /// Profile address and name of the other person, as far as known.
    pub who: (Sym, Sym),
    /// Oldest first, at least one.
    pub messages: &'a [Message],
    /// The message with which the conversation restarts after these, where it does.
    pub restart: Option<&'a Message>,
}

/// An unbroken run of incoming messages.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct Turn<'a> {
    /// Its first message, which times it.
    pub first: &'a Message,
    /// The owner's next message before a restart.
    pub answer: Option<&'a Message>,
}

impl<'a> Talk<'a> {
    /// The turns of the other side.
    pub fn incoming_turns(self) -> impl Iterator<Item = Turn<'a>> {
        let mut rest = self.messages;
        std::iter::from_fn(move || {
            let from = rest.iter().position(|message| !message.outgoing)?;
            let run = rest.get(from..)?;
            let first = run.first()?;
            let length = run.iter().position(|message| message.outgoing).unwrap_or(run.len());
            rest = run.get(length..).unwrap_or(&[]);
            Some(Turn { first, answer: rest.first() })
        })
    }

    /// The message at which the conversation has become warm: the owner has written at least once, the other
    /// side at least so many times.
    pub fn warm_at(self, incoming_needed: u32) -> Option<&'a Message> {
        let (mut incoming, mut outgoing) = (0u32, false);
        self.messages.iter().find(|message| {
            if message.outgoing {
                outgoing = true
            } else {
                incoming = incoming.saturating_add(1)
            }
            outgoing && incoming >= incoming_needed
        })
    }

    /// Adds a sample on a message's day and hour.
    pub fn add(self, samples: &mut Samples, message: &Message, keys: [Key; 3], what: What) {
        let Message { day, hour, .. } = *message;
        let (seller, row, layer) = (self.seller, message.row(), Layer::Daily);
        samples.list.push(Sample { day, hour, seller, keys, row, layer, what });
    }

    /// The keys of a metric that is broken down by persona only.
    pub fn keys(self, samples: &mut Samples) -> [Key; 3] {
        [PersonaFit::key(self.fit, samples), Key::BLANK, Key::BLANK]
    }
}

impl Conversations {
    fn new(ctx: &Context<'_>) -> Conversations {
        let table = ctx.facts.table(TableId::Messages);
        let mut order: Vec<(Sym, Sym, i64, u32)> = (ctx.facts.rows::<MessageRow>())
            .filter_map(|(row, message)| {
                Some((message.seller, message.conversation, message.sent_at?.utc_seconds(ctx.zone), row.row))
            })
            .collect();
        order.sort_unstable();
        let words = Words::new(ctx);
        let mut all = Conversations { messages: Vec::with_capacity(order.len()), ..Conversations::default() };
        let mut rows = Vec::new();
        for thread in order.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            rows.clear();
            rows.extend(thread.iter().map(|&(.., at, row)| {
                (at, row, MessageRow::read(table, usize::try_from(row).unwrap_or(usize::MAX)))
            }));
            all.add_thread(ctx, &words, &rows);
        }
        all.cut(ctx);
        all
    }

    /// Adds the messages of one identifier: their times, rows and cells, oldest first.
    fn add_thread(&mut self, ctx: &Context<'_>, words: &Words, thread: &[(i64, u32, MessageRow)]) {
        let Some(seller) = thread.first().map(|(.., message)| message.seller) else { return };
        let mut others = Others::default();
        let mut aside = None;
        for (.., message) in thread {
            match Some(message.kind) {
                kind if kind == words.sponsored => aside = Some(Reason::Sponsored),
                kind if kind == words.group => aside = aside.or(Some(Reason::Group)),
                kind if kind == words.draft => {}
                _ => others.see(ctx, message),
            }
        }
        if others.are_several() {
            aside = aside.or(Some(Reason::Group));
        }
        let start = self.messages.len();
        for &(at, row, message) in thread {
            let Some(sent_at) = message.sent_at else { continue };
            let day = ctx.day(sent_at);
            let outgoing = Some(message.direction) == words.outgoing;
            let is_of_neither = !outgoing && Some(message.direction) != words.incoming;
            let draft = (Some(message.kind) == words.draft).then_some(Reason::Draft);
            match draft.or(aside).or(is_of_neither.then_some(Reason::NotOwners)) {
                Some(reason) => self.asides.push(Aside { day, seller, row, reason }),
                None => {
                    let hour = sent_at.hour(ctx.zone);
                    self.messages.push(Message { at, day, hour, outgoing, row });
                }
            }
        }
        if self.messages.len() > start {
            let fit = ctx.acquaintances().fit(ctx, seller, &others.person(ctx));
            let who = (others.profile, others.name);
            self.threads.push(Thread { seller, fit, who, messages: start..self.messages.len() });
        }
    }

    /// Cuts the threads where they restart.
    fn cut(&mut self, ctx: &Context<'_>) {
        let silence_days = i32::try_from(ctx.definitions.restart_days).unwrap_or(i32::MAX);
        for (thread, known) in self.threads.iter().enumerate() {
            let mut start = known.messages.start;
            let messages = self.messages.get(known.messages.clone()).unwrap_or(&[]);
            let restarts = |pair: &[Message]| match pair {
                [before, after] => after.day.0 - before.day.0 >= silence_days,
                _ => false,
            };
            for (at, pair) in messages.windows(2).enumerate() {
                if restarts(pair) {
                    let end = known.messages.start + at + 1;
                    self.stretches.push(Stretch { thread, messages: start..end });
                    start = end;
                }
            }
            self.stretches.push(Stretch { thread, messages: start..known.messages.end });
        }
    }

    /// The conversations, cut where they restart.
    pub fn talks(&self) -> impl Iterator<Item = Talk<'_>> {
        self.stretches.iter().filter_map(|stretch| {
            let thread = self.threads.get(stretch.thread)?;
            let restart = Some(stretch.messages.end).filter(|end| *end < thread.messages.end);
            Some(Talk {
                seller: thread.seller,
                fit: thread.fit,
                who: thread.who,
                messages: self.messages.get(stretch.messages.clone())?,
                restart: restart.and_then(|at| self.messages.get(at)),
            })
        })
    }

    /// The conversations, whole.
    pub fn threads(&self) -> impl Iterator<Item = Talk<'_>> {
        self.threads.iter().filter_map(|thread| {
            let messages = self.messages.get(thread.messages.clone())?;
            Some(Talk { seller: thread.seller, fit: thread.fit, who: thread.who, messages, restart: None })
        })
    }

    /// Adds the messages that are set aside, each with its reason.
    pub fn add_asides(&self, samples: &mut Samples) {
        for aside in &self.asides {
            let row = RowRef { table: TableId::Messages, row: aside.row };
            samples.add(aside.day, aside.seller, row, What::LeftOut(aside.reason));
        }
    }
}

/// The numbers of the words that messages are told apart by; none where no message has the word.
struct Words {
    outgoing: Option<Sym>,
    incoming: Option<Sym>,
    draft: Option<Sym>,
    sponsored: Option<Sym>,
    group: Option<Sym>,
}

impl Words {
    fn new(ctx: &Context<'_>) -> Words {
        let [outgoing, incoming, draft, sponsored, group] =
            ["outgoing", "incoming", "draft", "sponsored", "group"].map(|word| ctx.facts.names.find(word));
        Words { outgoing, incoming, draft, sponsored, group }
    }
}

/// Who the other side of a conversation is, and whether it is more than one.
struct Others {
    name: Sym,
    profile: Sym,
    several_names: bool,
    several_profiles: bool,
}

impl Default for Others {
    fn default() -> Others {
        Others { name: Sym::BLANK, profile: Sym::BLANK, several_names: false, several_profiles: false }
    }
}

impl Others {
    /// Takes in a message. Texts are compared only where their numbers differ, which is rare.
    fn see(&mut self, ctx: &Context<'_>, message: &MessageRow) {
        let take = |mine: &mut Sym, theirs: Sym, fold: fn(&str) -> String| {
            if mine.is_blank() {
                *mine = theirs;
            }
            *mine != theirs && !theirs.is_blank() && fold(ctx.text(*mine)) != fold(ctx.text(theirs))
        };
        self.several_names |= take(&mut self.name, message.person, fold_name);
        self.several_profiles |= take(&mut self.profile, message.profile_url, profile_key);
    }

    /// Names tell only where no address does: people who left lose their address and their name.
    fn are_several(&self) -> bool {
        self.several_profiles || (self.profile.is_blank() && self.several_names)
    }

    fn person(&self, ctx: &Context<'_>) -> PersonId {
        match ctx.persona {
            Some(_) => PersonId::new(ctx.text(self.profile), "", ctx.text(self.name)),
            None => PersonId::default(),
        }
    }
}

impl Context<'_> {
    /// The conversations, made once.
    pub(in crate::metrics) fn conversations(&self) -> &Conversations {
        self.derived.conversations.get_or_init(|| Conversations::new(self))
    }
}

/// How far a seller's messages are known: the end of that day, in seconds since 1970 UTC, and the day.
pub(in crate::metrics) struct Ends<'a, 'c> {
    ctx: &'a Context<'c>,
    known: BTreeMap<Sym, Option<(i64, Day)>>,
}

impl<'a, 'c> Ends<'a, 'c> {
    /// Looks each seller up once.
    pub fn new(ctx: &'a Context<'c>) -> Ends<'a, 'c> {
        Ends { ctx, known: BTreeMap::new() }
    }

    /// A seller's data end.
    pub fn of(&mut self, seller: Sym) -> Option<(i64, Day)> {
        *self.known.entry(seller).or_insert_with(|| {
            let day = self.ctx.facts.data_end(TableId::Messages, seller)?;
            Some((self.ctx.end_of_day(day), day))
        })
    }
}

#[cfg(test)]
#[path = "turns_tests.rs"]
mod tests;
