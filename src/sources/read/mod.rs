//! Files to facts: the entry of every import, in the page's worker and in the headless run.
//!
//! Files of one archive tell together whose they are, so facts wait until all files are read; then the
//! seller is put into every row that has none.
//!
//! | file | holds |
//! |---|---|
//! | `take` | each file opened and recognised |
//! | `sheets` | what is said of a workbook as a whole |
//! | `conclude` | those that waited read, and every row its seller |

mod conclude;
mod sheets;
mod take;

use super::declaration::Source;
use super::owner::Owner;
use super::progress::{Meter, Progress};
use super::recognise::Recognised;
use super::{Correction, Mapping, Outcome, Refusal};
use crate::facts::{Day, FileFacts, Notice, TableId};
use crate::intake::{self, IntakeError, Text, Upload};

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
}

pub(super) fn byte_count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// An intake error as the page words it.
pub fn refusal(error: &IntakeError) -> Refusal {
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
