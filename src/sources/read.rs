//! Files to facts: the entry of every import, in the page's worker and in the headless run.
//!
//! Files of one archive tell together whose they are, so facts wait until all files are read; then the
//! seller is put into every row that has none.

use super::archive;
use super::corrected::{CorrectedRows, CorrectedTable, Corrections};
use super::declaration::{ALL, Source};
use super::declared::read_declared;
use super::linkedin;
use super::mapped::TableSource;
use super::owner::Owner;
use super::progress::{Meter, Progress};
use super::reader::{Columns, Job, Special, finish, read_table};
use super::recognise::{Recognised, recognise};
use super::unrecognised::read_unrecognised;
use super::{Correction, Mapping, Outcome, Question, Refusal, guess};
use crate::facts::{Day, FieldType, FileFacts, Notice, TableId};
use crate::intake::{self, Encoding, IntakeError, Opened, Text, Upload, skip_through};

/// What the caller knows beside the files.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// Today, for what is pasted without a date.
    pub today: Day,
    /// Whose files they are, where they do not say so themselves.
    pub seller: Option<String>,
    /// Files to be shown as unknown tables whatever they look like, so that a person can say what their
    /// columns are.
    pub as_tables: Vec<String>,
}

/// What became of each file, in the order of the files; of an archive first its members.
pub type Results = Vec<(Outcome, Option<FileFacts>)>;

/// Reads files: recognises each by its content and turns it into facts, with an account of every row.
pub fn read(
    uploads: Vec<Upload>,
    mappings: &[Mapping],
    options: &ReadOptions,
    progress: &mut dyn FnMut(Progress),
) -> Results {
    read_corrected(uploads, mappings, &[], options, progress)
}

/// The same with rows that a person corrected by hand: they are read as if the files said so.
pub fn read_corrected(
    uploads: Vec<Upload>,
    mappings: &[Mapping],
    corrections: &[Correction],
    options: &ReadOptions,
    progress: &mut dyn FnMut(Progress),
) -> Results {
    let total = uploads.iter().map(|upload| byte_count(upload.bytes.len())).sum();
    let mut import = Import {
        mappings,
        corrections,
        options,
        meter: Meter::new(progress, total),
        owners: Vec::new(),
        slots: Vec::new(),
        is_inside_archive: false,
    };
    for upload in uploads {
        import.take(upload);
    }
    import.read_waiting();
    import.conclude()
}

/// A file on its way through. There are a few dozen at most, so their size does not matter.
#[allow(clippy::large_enum_variant)]
pub(super) enum Slot {
    /// Nothing more to do.
    Done(Outcome, Option<FileFacts>),
    /// Recognised, not yet read.
    Waiting { text: Text, found: Recognised, group: usize },
    /// Read; its seller is not yet known.
    Read {
        source: &'static Source,
        facts: FileFacts,
        group: usize,
        stated_end: Option<Day>,
        /// Tables that its archive is complete for and has no file of.
        silent: Vec<TableId>,
    },
}

/// One call of [`read`] at work.
pub(super) struct Import<'a, 'm> {
    pub(super) mappings: &'a [Mapping],
    pub(super) corrections: &'a [Correction],
    pub(super) options: &'a ReadOptions,
    pub(super) meter: Meter<'m>,
    /// What is known of the owner of each group of files, with the group's name.
    owners: Vec<(String, Owner)>,
    slots: Vec<Slot>,
    is_inside_archive: bool,
}

impl<'m> Import<'_, 'm> {
    pub(super) fn done(&mut self, outcome: Outcome, facts: Option<FileFacts>) {
        self.slots.push(Slot::Done(outcome, facts));
    }

    pub(super) fn refuse(&mut self, file: &str, error: &IntakeError) {
        self.done(Outcome::Refused { file: file.to_owned(), refusal: refusal(error) }, None);
    }

    pub(super) fn push(&mut self, slot: Slot) {
        self.slots.push(slot);
    }

    /// The group of files of a name: an archive, or the loose files of one folder.
    pub(super) fn group(&mut self, name: &str) -> usize {
        if let Some(known) = self.owners.iter().position(|(known, _)| known == name) {
            return known;
        }
        let given_name = self.given_seller(name).or_else(|| self.options.seller.clone());
        self.owners.push((name.to_owned(), Owner { given_name, ..Owner::default() }));
        self.owners.len() - 1
    }

    pub(super) fn owner(&mut self, group: usize) -> Option<&mut Owner> {
        self.owners.get_mut(group).map(|(_, owner)| owner)
    }

    /// The owner of a group together with who is told how far the import is.
    pub(super) fn owner_and_meter(&mut self, group: usize) -> Option<(&mut Owner, &mut Meter<'m>)> {
        self.owners.get_mut(group).map(|(_, owner)| (owner, &mut self.meter))
    }

    /// The mapping given for a file by its whole name, its last part, or its archive's name.
    pub(super) fn mapping(&self, file: &str) -> Option<&Mapping> {
        let last = file.rsplit('/').next().unwrap_or(file);
        let within = file.split('/').next().unwrap_or(file);
        let named = |name: &str| self.mappings.iter().find(|mapping| mapping.file == name);
        named(file).or_else(|| named(last)).or_else(|| named(within))
    }

    fn given_seller(&self, file: &str) -> Option<String> {
        let mapping = self.mapping(file)?;
        mapping.constants.get("seller").filter(|name| !name.is_empty()).cloned()
    }

    /// Opens one upload and reads it, or keeps it until all are recognised.
    pub(super) fn take(&mut self, upload: Upload) {
        let (file, size) = (upload.name.clone(), byte_count(upload.bytes.len()));
        if let Some((source, facts)) = linkedin::ssi_reading(&upload, self.options.today) {
            self.meter.begin(&file, size);
            self.meter.end(1);
            // A reading is nobody's in particular: each stands alone.
            let group = self.group(&format!("{file}#{}", self.slots.len()));
            self.push(Slot::Read { source, facts, group, stated_end: None, silent: Vec::new() });
            return;
        }
        let said = self.mapping(&file).and_then(|mapping| mapping.encoding.as_deref());
        match intake::open_in(upload, said.and_then(Encoding::by_label)) {
            Err(error) => self.refuse(&file, &error),
            // Archives in archives are not followed: bombs are made of them.
            Ok(Opened::Archive(_)) if self.is_inside_archive => {
                let within = file.split('/').next().unwrap_or_default().to_owned();
                self.done(Outcome::NotUsed { files: vec![file], within }, None);
            }
            Ok(Opened::Archive(opened)) => {
                self.is_inside_archive = true;
                archive::read(self, opened);
                self.is_inside_archive = false;
            }
            Ok(Opened::Text(text)) => self.take_text(text, file),
            Ok(Opened::Workbook(book)) => self.take_workbook(book, file, size),
        }
    }

    /// A loose text of one table or more.
    fn take_text(&mut self, mut text: Text, file: String) {
        if linkedin::is_talk_with_a_machine(&file) {
            return self.done(Outcome::NotUsed { files: vec![file], within: String::new() }, None);
        }
        // A list of a known archive is one table, whatever its texts look like.
        if !self.is_mapped(&file)
            && let Some(found) = recognise(&mut text, None)
            && found.source.bring == linkedin::ARCHIVE_GROUP
        {
            return self.keep_waiting(text, found, &file);
        }
        for table in text.tables() {
            self.take_part(table);
        }
    }

    /// One table of a text.
    fn take_part(&mut self, mut text: Text) {
        let file = text.name().to_owned();
        if self.is_mapped(&file) {
            return self.take_unrecognised(text, &file);
        }
        if self.options.as_tables.contains(&file) {
            return self.show_table(&mut text, &file);
        }
        let Some(found) = recognise(&mut text, None) else { return self.take_unrecognised(text, &file) };
        if let Special::Mapped(_) = found.source.special {
            self.meter.begin(&file, byte_count(text.bytes()));
            self.take_declared(&mut text, &found, &file);
            return self.meter.end(0);
        }
        self.keep_waiting(text, found, &file);
    }

    /// A loose table that may tell whose it is: its folder, if any, is its group.
    fn keep_waiting(&mut self, text: Text, found: Recognised, file: &str) {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let group = self.loose_group(folder, found.source);
        self.push(Slot::Waiting { text, found, group });
    }

    fn take_unrecognised(&mut self, mut text: Text, file: &str) {
        let notices: Vec<Notice> = text.notices().iter().map(notice).collect();
        self.meter.begin(file, byte_count(text.bytes()));
        self.take_table(&mut text, file, &notices);
        self.meter.end(0);
    }

    /// A table as a person is to see it who says what its columns are.
    pub(super) fn show_table(&mut self, table: &mut dyn TableSource, file: &str) {
        match guess::view(file, table, self.mapping(file)) {
            Ok(table) => self.done(Outcome::Unknown { table }, None),
            Err(error) => {
                self.done(Outcome::Refused { file: file.to_owned(), refusal: error.refusal() }, None);
            }
        }
    }

    /// A table that no source recognises, or that a person said otherwise of.
    pub(super) fn take_table(&mut self, table: &mut dyn TableSource, file: &str, notices: &[Notice]) {
        let corrections = Corrections::of(file, self.corrections);
        let mut table = CorrectedTable { table, corrections: &corrections };
        let (mut outcome, mut facts) = read_unrecognised(file, &mut table, self.mapping(file));
        if let (Outcome::Read { summary, .. }, Some(facts)) = (&mut outcome, &mut facts) {
            facts.summary.notices.extend_from_slice(notices);
            corrections.note(&mut facts.summary, TableId::ALL.iter().map(|id| facts.facts.table(*id)));
            summary.clone_from(&facts.summary);
        }
        self.done(outcome, facts);
    }

    /// A table of a declared source that is read as mapped tables are.
    pub(super) fn take_declared(&mut self, table: &mut dyn TableSource, found: &Recognised, file: &str) {
        let (outcome, facts) = read_declared(file, table, found, &self.said(file));
        self.done(outcome, facts);
    }

    /// What a person said of a file, with whose files they are.
    fn said(&self, file: &str) -> Mapping {
        let mut said = self.mapping(file).cloned().unwrap_or_default();
        said.file = file.to_owned();
        if let Some(seller) = &self.options.seller {
            said.constants.entry("seller".to_owned()).or_insert_with(|| seller.clone());
        }
        said
    }

    /// Whether a person said which table a file is: that outweighs what it looks like.
    pub(super) fn is_mapped(&self, file: &str) -> bool {
        self.mapping(file).is_some_and(|mapping| mapping.table.is_some())
    }

    /// Loose files of one folder are one person's, unless a source is there twice: then each stands alone.
    fn loose_group(&mut self, folder: &str, source: &'static Source) -> usize {
        let mut number = 0;
        loop {
            let group = self.group(&format!("{folder}#{number}"));
            let is_taken = self.slots.iter().any(
                |slot| matches!(slot, Slot::Waiting { found, group: g, .. } if *g == group && found.source.id == source.id),
            );
            if !is_taken {
                return group;
            }
            number += 1;
        }
    }

    /// Reads what waits, those that tell whose files they are first.
    fn read_waiting(&mut self) {
        for source in ALL {
            for at in 0..self.slots.len() {
                let is_next = matches!(self.slots.get(at), Some(Slot::Waiting { found, .. }) if found.source.id == source.id);
                if !is_next {
                    continue;
                }
                let placeholder =
                    Slot::Done(Outcome::NotUsed { files: Vec::new(), within: String::new() }, None);
                let Some(slot) = self.slots.get_mut(at) else { continue };
                if let Slot::Waiting { text, found, group } = std::mem::replace(slot, placeholder) {
                    let file = text.name().to_owned();
                    let stated_end = linkedin::archive_day(&file);
                    let read = self.read_text(&text, &found, &file, group, stated_end);
                    if let Some(slot) = self.slots.get_mut(at) {
                        *slot = read;
                    }
                }
            }
        }
    }

    /// Reads a recognised table.
    pub(super) fn read_text(
        &mut self,
        text: &Text,
        found: &Recognised,
        file: &str,
        group: usize,
        stated_end: Option<Day>,
    ) -> Slot {
        let source = found.source;
        self.meter.begin(file, byte_count(text.bytes()));
        let given = self.given_seller(file);
        let Some((_, owner)) = self.owners.get_mut(group) else {
            return Slot::Done(
                Outcome::NotUsed { files: vec![file.to_owned()], within: String::new() },
                None,
            );
        };
        owner.given_name = given.or(owner.given_name.take());
        let corrections = Corrections::of(file, self.corrections);
        let mut rows = CorrectedRows { rows: text.rows(), corrections: &corrections };
        let columns = Columns::find(source, &found.header);
        let read = skip_through(&mut rows, found.header.line).and_then(|_| {
            read_table(Job { source, file, rows: &mut rows, columns, owner, meter: &mut self.meter })
        });
        match read {
            Ok(mut facts) => {
                facts.summary.notices.extend(text.notices().iter().map(notice));
                facts.summary.name_columns(&found.header.names);
                corrections.note(&mut facts.summary, TableId::ALL.iter().map(|id| facts.facts.table(*id)));
                self.meter.end(facts.summary.rows);
                Slot::Read { source, facts, group, stated_end, silent: Vec::new() }
            }
            Err(error) => {
                self.meter.end(0);
                Slot::Done(Outcome::Refused { file: file.to_owned(), refusal: refusal(&error) }, None)
            }
        }
    }

    /// Gives one person one spelling over all groups, and every row its seller.
    fn conclude(mut self) -> Results {
        let owners: Vec<Owner> = self.owners.iter().map(|(_, owner)| owner.clone()).collect();
        let named = |owner: &Owner| {
            let spelled = owners.iter().find(|other| other.profile_name.is_some() && other.same_as(owner));
            let sure = owners.iter().find(|other| !other.is_guessed() && other.same_as(owner));
            let same = spelled.or(sure).or_else(|| owners.iter().find(|other| other.same_as(owner)));
            same.unwrap_or(owner).stated_name().or(owner.given_name.as_deref()).map(str::to_owned)
        };
        let names: Vec<Option<String>> = owners.iter().map(named).collect();
        let mut people: Vec<String> = names.iter().flatten().cloned().collect();
        people.sort();
        people.dedup();
        let slots = std::mem::take(&mut self.slots);
        slots
            .into_iter()
            .map(|slot| match slot {
                Slot::Done(outcome, facts) => (outcome, facts),
                // Everything that waited was read.
                Slot::Waiting { text, .. } => {
                    (Outcome::NotUsed { files: vec![text.name().to_owned()], within: String::new() }, None)
                }
                Slot::Read { source, mut facts, group, stated_end, silent } => {
                    let file = facts.summary.file.clone();
                    let stated = owners.get(group).and_then(Owner::stated_name).is_some();
                    let seller = self.given_seller(&file).or_else(|| names.get(group).cloned().flatten());
                    facts.summary.owner = seller.clone().filter(|_| stated);
                    let mapping = self.mapping(&file).cloned();
                    if let Some(mapping) = &mapping {
                        fill_constants(&mut facts, mapping);
                    }
                    finish(&mut facts, source, seller.as_deref(), stated_end, &silent);
                    let candidates =
                        owners.get(group).map(|owner| owner.candidates.clone()).unwrap_or_default();
                    let questions = owner_question(source, &facts, seller.is_some(), candidates, &people);
                    let summary = facts.summary.clone();
                    (Outcome::Read { summary, mapping, questions }, Some(facts))
                }
            })
            .collect()
    }
}

/// Asks whose files they are where nothing says so.
fn owner_question(
    source: &Source,
    facts: &FileFacts,
    is_known: bool,
    mut candidates: Vec<String>,
    people: &[String],
) -> Vec<Question> {
    let tables: Vec<TableId> =
        source.tables.iter().copied().filter(|table| table.schema().column("seller").is_some()).collect();
    if is_known || tables.is_empty() || facts.summary.rows == 0 {
        return Vec::new();
    }
    for person in people {
        if !candidates.contains(person) {
            candidates.push(person.clone());
        }
    }
    vec![Question::Owner { tables, candidates }]
}

/// Fills the text fields that a person gave for every row.
fn fill_constants(facts: &mut FileFacts, mapping: &Mapping) {
    for (field, words) in mapping.constants.iter().filter(|(field, _)| field.as_str() != "seller") {
        let cell = facts.facts.text_cell(words);
        for id in TableId::ALL {
            let column = id.schema().column(field);
            let is_text =
                |at: &usize| id.schema().fields.get(*at).is_some_and(|field| field.kind == FieldType::Text);
            let Some(column) = column.filter(is_text) else { continue };
            if facts.facts.table(id).is_empty() {
                continue;
            }
            let table = facts.facts.table_mut(id);
            for row in 0..table.len() {
                table.set_cell(column, row, cell);
            }
        }
    }
}

pub(super) fn byte_count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// An intake error as the page words it.
pub(super) fn refusal(error: &IntakeError) -> Refusal {
    Refusal {
        code: format!("intake.{}", error.cause.code()),
        args: error.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}

/// An intake notice as a file's account keeps it.
pub(super) fn notice(notice: &intake::Notice) -> Notice {
    let code = notice.key();
    Notice {
        code: code.strip_prefix("notice.").unwrap_or(code).to_owned(),
        args: notice.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}
