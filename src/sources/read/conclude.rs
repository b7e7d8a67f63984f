//! The files that waited are read, and every row gets its seller.

use super::{Import, Results, Slot, byte_count, notice, refusal};
use crate::facts::{Day, FieldType, FileFacts, TableId};
use crate::intake::{Text, skip_through};
use crate::sources::closing::close;
use crate::sources::corrected::{CorrectedRows, Corrections};
use crate::sources::declaration::{ALL, Source};
use crate::sources::linkedin;
use crate::sources::owner::Owner;
use crate::sources::reader::{Columns, Job, read_table};
use crate::sources::recognise::Recognised;
use crate::sources::{Mapping, Outcome, Question, gathers_talks};

impl Import<'_, '_> {
    /// Reads what waits, those that tell whose files they are first.
    pub(super) fn read_waiting(&mut self) {
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
    pub(in crate::sources) fn read_text(
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
    pub(super) fn conclude(mut self) -> Results {
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
                    close(&mut facts, source, seller.as_deref(), stated_end, &silent);
                    let candidates =
                        owners.get(group).map(|owner| owner.candidates.clone()).unwrap_or_default();
                    // Whose archive it is may be known, and not which of those who write that is.
                    let is_open = gathers_talks(source.id) && !candidates.is_empty();
                    let is_known = seller.is_some() && (!is_open || self.given_seller(&file).is_some());
                    let questions = owner_question(source, &facts, is_known, candidates, &people);
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
