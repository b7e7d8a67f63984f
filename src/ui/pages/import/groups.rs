//! Files as a person dropped them (an archive is one), and what is still asked of them.

use std::collections::BTreeSet;

use crate::facts::{FileSummary, Reason, Span, TableId};
use crate::sources::{DateOption, Mapping, Outcome, Question};
use crate::views::{StagedFile, StagedView};

/// One dropped file with all that was in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Its name.
    pub name: String,
    /// What became of its parts.
    pub files: Vec<StagedFile>,
}

/// What stands between files and being counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Open {
    /// An unknown table's columns.
    Columns {
        /// The file.
        file: String,
    },
    /// Day or month first?
    Dates {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// A value that can be read both ways.
        example: String,
        /// The possible orders.
        options: Vec<DateOption>,
        /// The mapping it was read by.
        mapping: Mapping,
    },
    /// Whose export?
    Owner {
        /// The dropped file.
        group: String,
        /// The tables without a seller.
        tables: Vec<TableId>,
        /// People who may be meant.
        candidates: Vec<String>,
    },
}

/// The name of the file that an outcome is about.
pub(super) fn file_of(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Read { summary, .. } => &summary.file,
        Outcome::Unknown { table } => &table.file,
        Outcome::NotUsed { within, .. } => within,
        Outcome::Refused { file, .. } => file,
    }
}

/// Puts parts of one archive or workbook together.
pub(super) fn groups(view: &StagedView) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for file in &view.files {
        let name = file_of(&file.outcome).split('/').next().unwrap_or_default();
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.files.push(file.clone()),
            None => groups.push(Group { name: name.to_owned(), files: vec![file.clone()] }),
        }
    }
    groups
}

impl Group {
    /// Accounts of the parts that were read.
    pub fn summaries(&self) -> impl Iterator<Item = &FileSummary> {
        self.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Read { summary, .. } => Some(summary),
            _ => None,
        })
    }

    /// Whether there is anything in it to count, now or once its columns are known.
    pub fn is_countable(&self) -> bool {
        self.files.iter().any(|file| matches!(file.outcome, Outcome::Read { .. } | Outcome::Unknown { .. }))
    }

    /// First and last dated fact of all parts.
    pub fn period(&self) -> Option<Span> {
        self.summaries()
            .filter_map(|summary| summary.period)
            .reduce(|a, b| Span { from: a.from.min(b.from), to: a.to.max(b.to) })
    }

    /// Rows that are new, changed (those in conflict among them), and identical.
    pub fn counts(&self) -> (u64, u64, u64) {
        self.files.iter().fold((0, 0, 0), |(new, changed, same), file| {
            let changed = changed + u64::from(file.changed) + u64::from(file.conflicts);
            (new + u64::from(file.new), changed, same + u64::from(file.same))
        })
    }

    /// Rows that speak against another word.
    pub fn conflicts(&self) -> u64 {
        self.files.iter().map(|file| u64::from(file.conflicts)).sum()
    }

    /// Rows left out, by reason, most first.
    pub fn left_out(&self) -> Vec<(Reason, u64)> {
        let mut all: Vec<(Reason, u64)> = Vec::new();
        for (reason, rows) in self.summaries().flat_map(|summary| &summary.left_out) {
            match all.iter_mut().find(|(known, _)| known == reason) {
                Some((_, sum)) => *sum += u64::from(*rows),
                None => all.push((*reason, u64::from(*rows))),
            }
        }
        all.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        all
    }

    /// What is still asked of it.
    fn open(&self, unowned: &BTreeSet<String>) -> Vec<Open> {
        let mut open: Vec<Open> = Vec::new();
        for file in &self.files {
            match &file.outcome {
                Outcome::Unknown { table } => open.push(Open::Columns { file: table.file.clone() }),
                Outcome::Read { summary, mapping, questions } => {
                    for question in questions {
                        open.extend(self.ask(&summary.file, mapping.as_ref(), question, &open, unowned));
                    }
                }
                _ => {}
            }
        }
        open
    }

    fn ask(
        &self,
        file: &str,
        mapping: Option<&Mapping>,
        question: &Question,
        asked: &[Open],
        unowned: &BTreeSet<String>,
    ) -> Option<Open> {
        match question {
            Question::DateOrder { column, example, options } => Some(Open::Dates {
                file: file.to_owned(),
                column: column.clone(),
                example: example.clone(),
                options: options.clone(),
                mapping: Mapping { file: file.to_owned(), ..mapping.cloned().unwrap_or_default() },
            }),
            Question::Owner { tables, candidates } => {
                // All parts of an archive have the same owner.
                let is_asked = asked.iter().any(|open| matches!(open, Open::Owner { .. }));
                (!is_asked && !unowned.contains(&self.name)).then(|| Open::Owner {
                    group: self.name.clone(),
                    tables: tables.clone(),
                    candidates: candidates.clone(),
                })
            }
        }
    }
}

/// What is still asked of the files that are to be counted.
pub(super) fn open_questions(
    groups: &[Group],
    untaken: &BTreeSet<String>,
    unowned: &BTreeSet<String>,
) -> Vec<Open> {
    groups
        .iter()
        .filter(|group| !untaken.contains(&group.name))
        .flat_map(|group| group.open(unowned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, new: u32, left_out: Vec<(Reason, u32)>, questions: Vec<Question>) -> StagedFile {
        let summary = FileSummary { file: file.into(), left_out, ..FileSummary::default() };
        let outcome = Outcome::Read { summary, mapping: None, questions };
        StagedFile { new, changed: 1, same: 2, ..StagedFile::of(outcome) }
    }

    fn whose() -> Question {
        Question::Owner { tables: vec![TableId::Messages], candidates: Vec::new() }
    }

    #[test]
    fn parts_of_an_archive_are_one_group_and_ask_once() {
        let view = StagedView {
            files: vec![
                read("a.zip/Connections.csv", 3, vec![(Reason::BadDate, 2)], vec![whose()]),
                read("b.csv", 1, Vec::new(), Vec::new()),
                read("a.zip/messages.csv", 4, vec![(Reason::Draft, 5), (Reason::BadDate, 1)], vec![whose()]),
            ],
            sellers: Vec::new(),
        };
        let groups = groups(&view);
        assert_eq!(groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["a.zip", "b.csv"]);
        assert_eq!(groups[0].counts(), (7, 2, 4));
        assert_eq!(groups[0].left_out(), [(Reason::Draft, 5), (Reason::BadDate, 3)]);
        let none = BTreeSet::new();
        let all = BTreeSet::from(["a.zip".to_owned()]);
        assert_eq!(open_questions(&groups, &none, &none).len(), 1);
        assert!(open_questions(&groups, &all, &none).is_empty());
        assert!(open_questions(&groups, &none, &all).is_empty());
    }
}
