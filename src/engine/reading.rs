//! The disposable reader: files in, outcomes and facts out.

use super::pieces::{told_apart, whole};
use crate::facts::{Day, FileFacts, Writer};
use crate::intake::{Cause, IntakeError, Upload};
use crate::sample;
use crate::sources::remembered::Remembered;
use crate::sources::{self, Correction, Mapping, Outcome, Progress, ReadOptions};
use crate::views::{ImportAnswer, ImportAsk};

/// Where the bytes of a file come from: the browser's file handles, or memory in tests. A file may be
/// asked for again when its mapping changes, so that its bytes need not be kept.
pub trait Files {
    /// The names of the files that came with the question, in order. Two may go by one name.
    fn names(&self) -> Vec<String>;
    /// How many bytes the file of a place in that order has; none where it is not there any more.
    fn size(&self, at: usize) -> Option<u64>;
    /// Fills a piece with a file's bytes from a start on and says how many there were; none where it cannot be
    /// read any more.
    fn fill(&self, at: usize, start: u64, piece: &mut [u8]) -> Option<usize>;
}

/// Reads files and remembers where they came from, so that a mapping can be tried on them.
pub struct FileReader<F> {
    files: Vec<(String, Origin<F>)>,
    mappings: Vec<Mapping>,
    corrections: Vec<Correction>,
    today: Day,
    piece_bytes: usize,
}

enum Origin<F> {
    /// Those that came with it, and its place among them.
    Handles(std::rc::Rc<F>, usize),
    Text(String),
}

impl<F: Files> FileReader<F> {
    /// A reader without files, which copies them in pieces of a size.
    pub fn in_pieces(piece_bytes: usize) -> FileReader<F> {
        FileReader {
            files: Vec::new(),
            mappings: Vec::new(),
            corrections: Vec::new(),
            today: Day(0),
            piece_bytes,
        }
    }

    /// Answers a question; `handles` are the files that came beside it. The facts come as bytes, in the order
    /// of the outcomes that have any.
    pub fn answer(
        &mut self,
        question: ImportAsk,
        handles: F,
        progress: &mut dyn FnMut(ImportAnswer),
    ) -> (ImportAnswer, Vec<Vec<u8>>) {
        let results = match question {
            ImportAsk::Read { remembered, today } => {
                self.today = today;
                let names = told_apart(handles.names());
                let handles = std::rc::Rc::new(handles);
                for (at, name) in names.iter().enumerate() {
                    self.keep(name.clone(), Origin::Handles(handles.clone(), at));
                }
                self.read(&names, &remembered, progress)
            }
            ImportAsk::Paste { name, text, remembered, today } => {
                self.today = today;
                self.keep(name.clone(), Origin::Text(text));
                self.read(&[name], &remembered, progress)
            }
            ImportAsk::Sample { today } => {
                let options = ReadOptions { today, seller: None, as_tables: Vec::new() };
                sources::read(sample::files(today), &[], &options, &mut |step| progress(told(step)))
            }
            ImportAsk::Look { file } => {
                self.mappings.retain(|known| known.file != file);
                let options = ReadOptions { today: self.today, seller: None, as_tables: vec![file.clone()] };
                match self.upload(&self.root(&file)) {
                    Ok(upload) => {
                        let told = &mut |step| progress(told(step));
                        let mut results = sources::read(vec![upload], &self.mappings, &options, told);
                        results.retain(|(outcome, _)| name(outcome) == file);
                        results
                    }
                    Err(cause) => vec![refused(&file, cause)],
                }
            }
            ImportAsk::Map { mapping } => {
                let file = mapping.file.clone();
                self.mappings.retain(|known| known.file != file);
                self.mappings.push(mapping);
                self.read_again(&file, progress)
            }
            ImportAsk::Correct { correction } => {
                let file = correction.file.clone();
                self.correct(correction);
                self.read_again(&file, progress)
            }
        };
        pack(results)
    }

    /// Keeps a correction; cells that were corrected before and are not now stay corrected.
    fn correct(&mut self, mut correction: Correction) {
        let is_same = |known: &Correction| known.file == correction.file && known.line == correction.line;
        let known = self.corrections.iter().position(is_same).map(|at| self.corrections.remove(at));
        if correction.cells.is_empty() {
            return;
        }
        for (column, text) in known.into_iter().flat_map(|known| known.cells) {
            if correction.cells.iter().all(|(other, _)| *other != column) {
                correction.cells.push((column, text));
            }
        }
        correction.cells.sort_by_key(|(column, _)| *column);
        self.corrections.push(correction);
    }

    /// Reads a file, or the part of one, once more. Of an archive or workbook only the part is new.
    fn read_again(&mut self, file: &str, progress: &mut dyn FnMut(ImportAnswer)) -> sources::Results {
        let root = self.root(file);
        let mut results = self.read(std::slice::from_ref(&root), &Remembered::default(), progress);
        if let [(Outcome::Refused { file: refused, .. }, None)] = results.as_mut_slice()
            && *refused == root
        {
            // What keeps the whole from being read keeps its part from it.
            file.clone_into(refused);
        }
        results.retain(|(outcome, _)| name(outcome) == file);
        results
    }

    fn keep(&mut self, name: String, origin: Origin<F>) {
        self.files.retain(|(known, _)| *known != name);
        // Another file of that name has other rows.
        self.corrections.retain(|known| {
            known.file.strip_prefix(&name).is_none_or(|rest| !(rest.is_empty() || rest.starts_with('/')))
        });
        self.files.push((name, origin));
    }

    /// The file that a part (`archive.zip/member.csv`, `book.xlsx/Sheet`) belongs to.
    fn root(&self, part: &str) -> String {
        let holds =
            |name: &str| part.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.files
            .iter()
            .map(|(name, _)| name)
            .find(|name| holds(name))
            .cloned()
            .unwrap_or_else(|| part.to_owned())
    }

    /// Reads files; those that come out unknown and whose shape is remembered are read again by what is
    /// remembered.
    fn read(
        &mut self,
        names: &[String],
        remembered: &Remembered,
        progress: &mut dyn FnMut(ImportAnswer),
    ) -> sources::Results {
        let options = ReadOptions { today: self.today, seller: None, as_tables: Vec::new() };
        let mut uploads = Vec::with_capacity(names.len());
        let mut unread = Vec::new();
        for name in names {
            match self.upload(name) {
                Ok(upload) => uploads.push(upload),
                Err(cause) => unread.push(refused(name, cause)),
            }
        }
        let read = |uploads, mappings: &[Mapping], progress: &mut dyn FnMut(ImportAnswer)| {
            let mut told = |step| progress(told(step));
            sources::read_corrected(uploads, mappings, &self.corrections, &options, &mut told)
        };
        let mut results = read(uploads, &self.mappings, progress);
        let recalled: Vec<Mapping> = results
            .iter()
            .filter_map(|(outcome, _)| match outcome {
                Outcome::Unknown { table } => {
                    let mapping = remembered.recall(&table.shape)?;
                    Some(Mapping { file: table.file.clone(), ..mapping.clone() })
                }
                _ => None,
            })
            .collect();
        for mapping in recalled {
            let file = mapping.file.clone();
            self.mappings.retain(|known| known.file != file);
            self.mappings.push(mapping);
            let Ok(upload) = self.upload(&self.root(&file)) else { continue };
            let again = read(vec![upload], &self.mappings, progress);
            let mapped = again.into_iter().find(|(outcome, _)| name(outcome) == file);
            if let (Some(place), Some(mapped)) =
                (results.iter_mut().find(|(outcome, _)| name(outcome) == file), mapped)
            {
                *place = mapped;
            }
        }
        results.extend(unread);
        results
    }

    fn upload(&self, name: &str) -> Result<Upload, Cause> {
        let (name, origin) = self.files.iter().find(|(known, _)| known == name).ok_or(Cause::Gone)?;
        let bytes = match origin {
            Origin::Handles(handles, at) => whole(handles.as_ref(), *at, self.piece_bytes)?,
            Origin::Text(text) => text.clone().into_bytes(),
        };
        Ok(Upload { name: name.clone(), bytes })
    }
}

/// A file that could not be copied in.
fn refused(file: &str, cause: Cause) -> (Outcome, Option<FileFacts>) {
    let refusal = sources::refusal(&IntakeError::new(file, cause));
    (Outcome::Refused { file: file.to_owned(), refusal }, None)
}

fn name(outcome: &Outcome) -> &str {
    super::staging::name(outcome)
}

fn told(step: Progress) -> ImportAnswer {
    ImportAnswer::Progress {
        file: step.file,
        rows: step.rows_done,
        bytes: step.bytes_done,
        of_bytes: step.bytes_total,
    }
}

fn pack(results: Vec<(Outcome, Option<FileFacts>)>) -> (ImportAnswer, Vec<Vec<u8>>) {
    let mut outcomes = Vec::with_capacity(results.len());
    let mut bytes = Vec::new();
    for (outcome, facts) in results {
        if let (Outcome::Read { .. }, Some(facts)) = (&outcome, &facts) {
            let mut writer = Writer::default();
            writer.file(facts);
            bytes.push(writer.into_bytes());
        }
        outcomes.push(outcome);
    }
    (ImportAnswer::Read { outcomes }, bytes)
}
