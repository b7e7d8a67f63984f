//! The whole of a workspace, and the commands on it.

use super::bookings;
use super::details::{Incoming, Review};
use super::ledger::{Ledger, Providers};
use super::matches::Matches;
use super::merge::{FileDelta, merge, ordinals};
use super::notes::Notes;
use super::plan::Plan;
use super::roster::Roster;
use super::sellers::{Renaming, roles};
use super::settled::Settled;
use super::tags::PostTags;
use super::talks;
use super::typed::Typed;
use super::word::{Choice, Files, filled_columns};
use crate::facts::{Day, Facts, FileFacts, FileSummary, MISSING, Names, Sym, Table, TableId, text_to_cell};
use crate::metrics::Definitions;
use crate::sources::lists_bookings;
use crate::sources::remembered::Remembered;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Number of an import, in the order of imports from 1.
pub type ImportId = u32;

/// One import: the files that were confirmed together. It is one undo step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportRecord {
    /// Its number.
    pub id: ImportId,
    /// When, as the page states it (ISO date and time).
    pub at: String,
    /// Its files' numbers.
    pub files: Vec<u32>,
    /// What the person chose where its files spoke against each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
}

/// One imported file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileRecord {
    /// The account of its rows.
    pub summary: FileSummary,
    /// What it changed when it came.
    pub delta: FileDelta,
    /// How far each table of it goes for which seller: table and seller's name, all at `summary.data_end`.
    pub sellers: Vec<(TableId, String)>,
    /// The columns of each table that the file has, as bits in the order of the table's fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<(TableId, u32)>,
    /// Of a list of bookings: the day of each seller's last one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub booked_until: Vec<(String, Day)>,
}

impl FileRecord {
    /// The record of a file before it is known what it changes.
    pub(super) fn of(file: &FileFacts) -> FileRecord {
        let tables = TableId::ALL.into_iter().filter(|id| !file.facts.table(*id).is_empty());
        let ends = || {
            let named = |seller| file.facts.names.text(seller).to_owned();
            file.facts.data_ends().map(move |(table, seller, end)| (table, named(seller), end))
        };
        let is_booked = lists_bookings(&file.summary.source);
        let booked = ends().filter(|(table, ..)| is_booked && *table == TableId::Meetings);
        FileRecord {
            summary: file.summary.clone(),
            delta: FileDelta::default(),
            sellers: ends().map(|(table, seller, _)| (table, seller)).collect(),
            columns: tables.map(|id| (id, filled_columns(file.facts.table(id)))).collect(),
            booked_until: booked.map(|(_, seller, end)| (seller, end)).collect(),
        }
    }
}

/// Files that are ready to be merged.
#[derive(Debug)]
pub struct Reviewed {
    /// What they say; each speaks of a thing once.
    pub files: Vec<FileFacts>,
    /// What the person chose between them.
    pub choices: Vec<Choice>,
    /// What their rows come to in the workspace as it is.
    pub review: Review,
}

/// A workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// Name as shown.
    pub name: String,
    /// Whether it holds the fictional sample data.
    pub is_sample: bool,
    /// How to count.
    pub definitions: Definitions,
    /// Remembered mappings of unknown tables.
    pub mappings: Remembered,
    /// Who the sellers are.
    pub roster: Roster,
    /// What a person said of records that may be the same.
    pub matches: Matches,
    /// What the sellers have set out to do.
    pub plan: Plan,
    /// What a person said of single posts.
    pub tags: PostTags,
    /// What a person notes beside the facts.
    pub notes: Notes,
    /// Imports in force, oldest first.
    pub imports: Vec<ImportRecord>,
    /// Their files by number.
    pub files: BTreeMap<u32, FileRecord>,
    /// What a person settled about leads and deals.
    pub settled: Settled,
    /// What was typed in.
    pub(super) typed: Typed,
    /// The next numbers of an import and of a file; numbers are never used twice.
    pub(super) next: (ImportId, u32),
    pub(super) names: Names,
    pub(super) ledgers: Vec<Ledger>,
    pub(super) providers: Providers,
}

impl Workspace {
    /// An empty workspace.
    pub fn new(name: &str) -> Workspace {
        Workspace {
            name: name.to_owned(),
            is_sample: false,
            definitions: Definitions::default(),
            mappings: Remembered::default(),
            roster: Roster::default(),
            matches: Matches::default(),
            plan: Plan::default(),
            tags: PostTags::default(),
            notes: Notes::default(),
            imports: Vec::new(),
            files: BTreeMap::new(),
            settled: Settled::default(),
            typed: Typed::default(),
            next: (1, 1),
            names: Names::default(),
            ledgers: TableId::ALL.into_iter().map(Ledger::new).collect(),
            providers: Providers::default(),
        }
    }

    /// A file's table with its texts numbered among the workspace's.
    pub(super) fn renumbered(&mut self, file: &FileFacts, id: TableId) -> Table {
        let mut table = file.facts.table(id).clone();
        table.renumber(&self.translate(&file.facts.names));
        table
    }

    /// Merges files as one import; it can be taken back as one step. Where rows of one file speak of the same
    /// thing the last one counts.
    pub fn import(&mut self, mut files: Vec<FileFacts>, at: &str) -> ImportId {
        for file in &mut files {
            file.settle_repeats();
        }
        let incoming: Vec<Incoming<'_>> = files.iter().map(|file| (file, &[][..])).collect();
        let review = self.review(&incoming, &[]);
        self.import_settled(Reviewed { files, choices: Vec::new(), review }, at)
    }

    /// Merges files that were compared with this workspace as it is.
    pub fn import_settled(&mut self, settled: Reviewed, at: &str) -> ImportId {
        let Reviewed { files, choices, review } = settled;
        let id = self.next.0;
        self.next.0 += 1;
        let mut numbers = Vec::with_capacity(files.len());
        for (place, file) in files.into_iter().enumerate() {
            let number = self.next.1;
            self.next.1 += 1;
            numbers.push(number);
            let mut record = FileRecord::of(&file);
            record.delta = review.delta(place);
            self.merge_file(&file, number);
            self.files.insert(number, record);
        }
        self.imports.push(ImportRecord { id, at: at.to_owned(), files: numbers, choices });
        id
    }

    fn merge_file(&mut self, file: &FileFacts, number: u32) {
        for id in TableId::ALL.into_iter().filter(|id| !file.facts.table(*id).is_empty()) {
            let table = self.renumbered(file, id);
            if let Some(ledger) = self.ledgers.get_mut(id.index()) {
                merge(ledger, &mut self.providers, &table, &ordinals(&table), number);
            }
        }
    }

    /// How much the words of the files weigh.
    pub(super) fn files_known(&self) -> Files {
        let records = self.files.iter().map(|(number, record)| (*number, record));
        Files::new(records, self.imports.iter().flat_map(|import| &import.choices))
    }

    /// Takes an import back; `None` when there is no such import.
    pub fn undo_import(&mut self, id: ImportId) -> Option<ImportRecord> {
        let at = self.imports.iter().position(|import| import.id == id)?;
        let import = self.imports.remove(at);
        for ledger in &mut self.ledgers {
            ledger.remove_files(&import.files, &mut self.providers);
        }
        for file in &import.files {
            self.files.remove(file);
        }
        Some(import)
    }

    /// The facts as those see them who compute: one row per thing, newest word on it, sellers by the names
    /// that are shown.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        facts.names = self.names.clone();
        let renaming = Renaming::new(&self.roster, &mut facts.names);
        let files = self.files_known();
        for ledger in &self.ledgers {
            facts.set_table(renaming.table(ledger, &self.providers, &files));
        }
        for record in self.files.values() {
            let Some(end) = record.summary.data_end else { continue };
            for (table, seller) in &record.sellers {
                if let Some(seller) = facts.names.find(self.roster.shown(seller)) {
                    facts.extend_data_end(*table, seller, end);
                }
            }
        }
        bookings::settle(&mut facts, &self.files, &self.roster);
        talks::gather(&mut facts, &self.files);
        self.settled.apply(&mut facts);
        facts.roles = roles(&self.roster, &mut facts);
        self.matches.apply(&mut facts);
        facts.tags = Arc::new(self.notes.tags.clone());
        facts
    }

    /// Every text of a file under the workspace's numbers.
    fn translate(&mut self, names: &Names) -> Vec<Sym> {
        names.iter().map(|text| self.names.intern(text)).collect()
    }

    /// Every text of it.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Whether nothing was imported or typed in.
    pub fn is_empty(&self) -> bool {
        self.imports.is_empty() && self.typed.is_empty()
    }
}

/// Writes a seller's name into the rows of a file that have none: the answer to "whose export is it?".
pub fn name_owner(file: &mut FileFacts, owner: &str) {
    let owner_cell = text_to_cell(file.facts.names.intern(owner));
    let owner_sym = file.facts.names.intern(owner);
    for id in TableId::ALL {
        let Some(column) = id.schema().column("seller") else { continue };
        if file.facts.table(id).is_empty() {
            continue;
        }
        let table: &mut Table = file.facts.table_mut(id);
        for row in 0..table.len() {
            if table.cell(column, row) == MISSING {
                table.set_cell(column, row, owner_cell);
            }
        }
        if let Some(end) = file.facts.data_end(id, Sym::BLANK) {
            file.facts.extend_data_end(id, owner_sym, end);
        }
    }
    file.summary.owner = Some(owner.to_owned());
}
