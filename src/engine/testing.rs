//! A page in tests: what its two workers are asked.

use std::collections::BTreeMap;

use super::Engine;
use super::reading::{FileReader, Files};
use crate::facts::{Day, Zone};
use crate::sources::remembered::Remembered;
use crate::sources::{Mapping, Outcome};
use crate::views::{
    Answer, Ask, Filter, ImportAnswer, ImportAsk, PeriodChoice, RowKind, StagedRows, StagedView,
};

/// As the worker copies files.
const PIECE_BYTES: usize = 8 << 20;

/// Files in memory.
#[derive(Clone, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    fn size(&self, at: usize) -> Option<u64> {
        self.0.values().nth(at).map(|bytes| bytes.len() as u64)
    }

    fn fill(&self, at: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
        let rest = self.0.values().nth(at)?.get(usize::try_from(start).ok()?..)?;
        let there = rest.len().min(piece.len());
        piece[..there].copy_from_slice(&rest[..there]);
        Some(there)
    }
}

/// A page: what its two workers are asked.
pub struct Desk {
    pub reader: FileReader<Memory>,
    pub engine: Engine,
}

impl Desk {
    pub fn new() -> Desk {
        let mut engine = Engine::default();
        engine.answer(Ask::Open { body: None, name: "w".into(), zone: Zone::utc() }, Vec::new());
        Desk { reader: FileReader::in_pieces(PIECE_BYTES), engine }
    }

    /// With the sample data counted, as of a day.
    pub fn with_sample(today: &str) -> Desk {
        let mut desk = Desk::new();
        let today = Day::parse_iso(today).unwrap();
        let view = desk.ask_reader(ImportAsk::Sample { today }, Memory::default());
        let files = view.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Read { summary, .. } => Some(summary.file.clone()),
            _ => None,
        });
        let files = files.collect();
        let ask = Ask::Confirm { files, at: "t".into(), is_sample: true, remember: Vec::new() };
        assert!(matches!(desk.engine.answer(ask, Vec::new()), Answer::Imported { .. }));
        desk
    }

    pub fn ask_reader(&mut self, question: ImportAsk, files: Memory) -> StagedView {
        let (answer, bytes) = self.reader.answer(question, files, &mut |_| {});
        let ImportAnswer::Read { outcomes } = answer else { panic!("{answer:?}") };
        self.staged(Ask::Stage { outcomes }, bytes)
    }

    pub fn staged(&mut self, question: Ask, bytes: Vec<Vec<u8>>) -> StagedView {
        match self.engine.answer(question, bytes) {
            Answer::Staged { view } => view,
            other => panic!("{other:?}"),
        }
    }

    pub fn remembered(&mut self) -> Remembered {
        match self.engine.answer(Ask::Mappings, Vec::new()) {
            Answer::Mappings { mappings } => mappings,
            other => panic!("{other:?}"),
        }
    }

    pub fn read(&mut self, files: &[(&str, &str)]) -> StagedView {
        let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
        self.read_bytes(files)
    }

    pub fn read_bytes(&mut self, files: Vec<(&str, Vec<u8>)>) -> StagedView {
        self.reader = FileReader::in_pieces(PIECE_BYTES);
        self.engine.answer(Ask::Unstage, Vec::new());
        let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        let remembered = self.remembered();
        self.ask_reader(ImportAsk::Read { remembered, today: Day(20_000) }, Memory(files))
    }

    pub fn rows(&mut self, file: &str, kind: RowKind) -> StagedRows {
        match self.engine.answer(Ask::StagedRows { file: file.into(), kind, most: 200 }, Vec::new()) {
            Answer::StagedRows { rows } => rows,
            other => panic!("{other:?}"),
        }
    }

    pub fn confirm(&mut self, view: &StagedView) -> u32 {
        self.confirm_and_remember(view, Vec::new())
    }

    pub fn confirm_and_remember(&mut self, view: &StagedView, remember: Vec<(String, Mapping)>) -> u32 {
        let read = view.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Read { summary, .. } => Some(summary.file.clone()),
            _ => None,
        });
        let ask = Ask::Confirm { files: read.collect(), at: "t".into(), is_sample: false, remember };
        match self.engine.answer(ask, Vec::new()) {
            Answer::Imported { id, .. } => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn figures(&mut self) -> String {
        let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
        match self.engine.answer(Ask::Scorecard { filter }, Vec::new()) {
            Answer::Scorecard { view } => format!("{:?}", view.rows),
            other => panic!("{other:?}"),
        }
    }
}

pub fn counts(view: &StagedView, at: usize) -> [u32; 4] {
    let file = &view.files[at];
    [file.new, file.changed, file.same, file.conflicts]
}
