//! Each file opened and recognised: read at once, or kept until all are known.

use super::{Import, Slot, byte_count};
use crate::facts::TableId;
use crate::intake::{self, Encoding, Opened, Text, Upload};
use crate::sources::corrected::{CorrectedTable, Corrections};
use crate::sources::declaration::Source;
use crate::sources::declared::read_declared;
use crate::sources::mapped::TableSource;
use crate::sources::reader::Special;
use crate::sources::recognise::{Recognised, recognise};
use crate::sources::unrecognised::read_unrecognised;
use crate::sources::{Outcome, archive, guess, linkedin};

impl Import<'_, '_> {
    /// Opens one upload and reads it, or keeps it until all are recognised.
    pub(in crate::sources) fn take(&mut self, upload: Upload) {
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
        let found = if self.is_mapped(&file) { None } else { recognise(&mut text, None) };
        match found {
            // A list of a known archive is one table, whatever its texts look like.
            Some(found) if found.source.bring == linkedin::ARCHIVE_GROUP => {
                self.keep_waiting(text, found, &file);
            }
            // So is what is known by its shape.
            Some(found) if found.source.layouts.is_empty() => self.take_recognised(text, Some(found)),
            found => {
                let mut tables = text.tables();
                if tables.len() > 1 {
                    tables.into_iter().for_each(|table| self.take_part(table));
                } else if let Some(table) = tables.pop() {
                    self.take_recognised(table, found);
                }
            }
        }
    }

    /// One table of several in a text.
    fn take_part(&mut self, mut text: Text) {
        let found = if self.is_mapped(text.name()) { None } else { recognise(&mut text, None) };
        self.take_recognised(text, found);
    }

    /// A table of a text, with what it was recognised as.
    fn take_recognised(&mut self, mut text: Text, found: Option<Recognised>) {
        let file = text.name().to_owned();
        if !self.is_mapped(&file) && self.options.as_tables.contains(&file) {
            return self.show_table(&mut text, &file);
        }
        let Some(found) = found else { return self.take_unrecognised(text, &file) };
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
        self.meter.begin(file, byte_count(text.bytes()));
        self.take_table(&mut text, file);
        self.meter.end(0);
    }

    /// A table as a person is to see it who says what its columns are.
    pub(in crate::sources) fn show_table(&mut self, table: &mut dyn TableSource, file: &str) {
        match guess::view(file, table, self.mapping(file)) {
            Ok(table) => self.done(Outcome::Unknown { table }, None),
            Err(error) => {
                self.done(Outcome::Refused { file: file.to_owned(), refusal: error.refusal() }, None);
            }
        }
    }

    /// A table that no source recognises, or that a person said otherwise of.
    pub(in crate::sources) fn take_table(&mut self, table: &mut dyn TableSource, file: &str) {
        let corrections = Corrections::of(file, self.corrections);
        let mut table = CorrectedTable { table, corrections: &corrections };
        let (mut outcome, mut facts) = read_unrecognised(file, &mut table, self.mapping(file));
        if let (Outcome::Read { summary, .. }, Some(facts)) = (&mut outcome, &mut facts) {
            corrections.note(&mut facts.summary, TableId::ALL.iter().map(|id| facts.facts.table(*id)));
            summary.clone_from(&facts.summary);
        }
        self.done(outcome, facts);
    }

    /// A table of a declared source that is read as mapped tables are.
    pub(in crate::sources) fn take_declared(
        &mut self,
        table: &mut dyn TableSource,
        found: &Recognised,
        file: &str,
    ) {
        let (outcome, facts) = read_declared(file, table, found, &self.said(file));
        self.done(outcome, facts);
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
}
