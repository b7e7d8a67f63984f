//! Conversations of which several files tell a part each.
//!
//! Whether more than two take part in a conversation, and what the other one is called, all of its messages say
//! together. The reader of a file gathers that over the file; where the messages of one conversation come from
//! several, it is gathered here over all of them.

use std::collections::BTreeMap;

use super::workspace::FileRecord;
use crate::facts::{
    Facts, MISSING, Names, Sym, Table, TableId, fold_name, profile_key, sort_list, text_to_cell,
};
use crate::sources::gathers_talks;

/// The columns of messages that count here.
struct Columns {
    seller: usize,
    conversation: usize,
    direction: usize,
    sent_at: usize,
    person: usize,
    url: usize,
    kind: usize,
}

impl Columns {
    fn find() -> Option<Columns> {
        let column = |field| TableId::Messages.schema().column(field);
        Some(Columns {
            seller: column("seller")?,
            conversation: column("conversation")?,
            direction: column("direction")?,
            sent_at: column("sent_at")?,
            person: column("person")?,
            url: column("profile_url")?,
            kind: column("kind")?,
        })
    }
}

/// The words of the table as stored; one that no row uses is `None`.
struct Words {
    incoming: Option<i64>,
    sponsored: Option<i64>,
    group: Option<i64>,
    draft: Option<i64>,
}

/// Lets the messages of a conversation say the same of it, whichever files they came in.
pub(super) fn gather(facts: &mut Facts, files: &BTreeMap<u32, FileRecord>) {
    let sources = files.iter().filter(|(_, record)| gathers_talks(&record.summary.source));
    let inboxes: Vec<u32> = sources.map(|(file, _)| *file).collect();
    let (true, Some(columns)) = (inboxes.len() > 1, Columns::find()) else { return };
    let table = facts.share(TableId::Messages);
    let mut rows = parted(&table, &columns, &inboxes, facts.names.len());
    if rows.is_empty() {
        return;
    }
    let talk = |row: usize| (table.cell(columns.seller, row), table.cell(columns.conversation, row));
    sort_list(&mut rows, |a, b| talk(*a).cmp(&talk(*b)));
    let group = facts.text_cell("group");
    let word = |text: &str| facts.names.find(text).map(text_to_cell);
    let words = Words {
        incoming: word("incoming"),
        sponsored: word("sponsored"),
        group: Some(group),
        draft: word("draft"),
    };
    let mut cells = Vec::new();
    for rows in rows.chunk_by(|a, b| talk(*a) == talk(*b)) {
        let talk = Talk { table: &table, columns: &columns, words: &words, rows };
        talk.tell(&facts.names, &mut |row, column, cell| {
            if table.cell(column, row) != cell {
                cells.push((row, column, cell));
            }
        });
    }
    for (row, column, cell) in cells {
        facts.table_mut(TableId::Messages).set_cell(column, row, cell);
    }
}

/// The messages of conversations whose messages come from more than one file.
fn parted(table: &Table, columns: &Columns, inboxes: &[u32], texts: usize) -> Vec<usize> {
    const SEVERAL: u32 = u32::MAX;
    let inbox = |row: usize| Some(table.file(row)).filter(|file| inboxes.contains(file));
    let place = |row: usize| usize::try_from(table.cell(columns.conversation, row)).ok();
    // The file of each conversation, by the number of its text: there may be a million messages.
    let mut files: Vec<u32> = vec![0; texts];
    for row in 0..table.len() {
        let known = place(row).and_then(|at| files.get_mut(at));
        if let (Some(file), Some(known)) = (inbox(row), known) {
            *known = if *known == 0 || *known == file { file } else { SEVERAL };
        }
    }
    let is_parted = |row: usize| place(row).and_then(|at| files.get(at)) == Some(&SEVERAL);
    (0..table.len()).filter(|row| is_parted(*row) && inbox(*row).is_some()).collect()
}

/// The messages of one conversation.
struct Talk<'a> {
    table: &'a Table,
    columns: &'a Columns,
    words: &'a Words,
    rows: &'a [usize],
}

impl Talk<'_> {
    fn cell(&self, column: usize, row: usize) -> i64 {
        self.table.cell(column, row)
    }

    fn is_incoming(&self, row: usize) -> bool {
        Some(self.cell(self.columns.direction, row)) == self.words.incoming
    }

    fn any_is(&self, kind: Option<i64>) -> bool {
        kind.is_some() && self.rows.iter().any(|row| Some(self.cell(self.columns.kind, *row)) == kind)
    }

    /// Says what every message has to say of its conversation.
    fn tell(&self, names: &Names, say: &mut dyn FnMut(usize, usize, i64)) {
        let is_group = self.any_is(self.words.group) || self.senders(names) > 1;
        let kind = if self.any_is(self.words.sponsored) {
            self.words.sponsored
        } else if is_group {
            self.words.group
        } else {
            None
        };
        let other = [self.columns.person, self.columns.url].map(|column| (column, self.newest(column)));
        for &row in self.rows {
            if Some(self.cell(self.columns.kind, row)) != self.words.draft {
                say(row, self.columns.kind, kind.unwrap_or(MISSING));
            }
            for (column, newest) in other {
                match (is_group, self.is_incoming(row)) {
                    (false, _) => say(row, column, newest),
                    // In a group every message names its own sender, and what the owner wrote names nobody.
                    (true, true) => {}
                    (true, false) => say(row, column, MISSING),
                }
            }
        }
    }

    /// How many different people wrote to the owner: by address, and without one by name.
    fn senders(&self, names: &Names) -> usize {
        let text = |cell: i64| names.text(Sym(u32::try_from(cell).unwrap_or(0)));
        let incoming = self.rows.iter().filter(|row| self.is_incoming(**row));
        let mut said: Vec<(i64, i64)> = Vec::new();
        for row in incoming {
            add(&mut said, (self.cell(self.columns.url, *row), self.cell(self.columns.person, *row)));
        }
        let mut senders = Vec::new();
        // A sender whose address is missing once is not a second person.
        let mut known = Vec::new();
        for (url, person) in said.iter().filter(|(url, _)| *url != MISSING) {
            add(&mut senders, profile_key(text(*url)));
            add(&mut known, fold_name(text(*person)));
        }
        for (_, person) in said.iter().filter(|(url, person)| *url == MISSING && *person != MISSING) {
            let name = fold_name(text(*person));
            if !known.contains(&name) {
                add(&mut senders, name);
            }
        }
        senders.len()
    }

    /// What the newest message says in a column, one of the other side before the owner's.
    fn newest(&self, column: usize) -> i64 {
        let said = self.rows.iter().filter(|row| self.cell(column, **row) != MISSING);
        let newest = said.max_by_key(|row| (self.is_incoming(**row), self.cell(self.columns.sent_at, **row)));
        newest.map_or(MISSING, |row| self.cell(column, *row))
    }
}

/// Adds what is not there yet. Few people write in one conversation.
fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
