//! Files that were read and wait to be confirmed.

use crate::facts::FileFacts;
use crate::sources::{Outcome, Question};
use crate::views::build::{guess_meanings, totals};
use crate::views::{StagedFile, StagedView};
use crate::workspace::{Workspace, name_owner};

/// Files that wait to be confirmed, in the order in which they were read.
#[derive(Debug, Default)]
pub struct Staging {
    files: Vec<(Outcome, Option<FileFacts>)>,
}

impl Staging {
    /// Adds files; one of a name that waits already takes its place.
    pub fn add(&mut self, files: Vec<(Outcome, Option<FileFacts>)>) {
        for (outcome, facts) in files {
            let name = name(&outcome).to_owned();
            match self.files.iter_mut().find(|(known, _)| self::name(known) == name && !name.is_empty()) {
                Some(place) => *place = (outcome, facts),
                None => self.files.push((outcome, facts)),
            }
        }
    }

    /// Says whose export a file is (of an archive: all its members).
    pub fn name_owner(&mut self, file: &str, owner: &str) {
        let is_member =
            |name: &str| name.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        for (outcome, facts) in self.files.iter_mut().filter(|(outcome, _)| is_member(name(outcome))) {
            if let (Outcome::Read { summary, questions, .. }, Some(facts)) = (outcome, facts) {
                name_owner(facts, owner);
                summary.owner = Some(owner.to_owned());
                questions.retain(|question| !matches!(question, Question::Owner { .. }));
            }
        }
    }

    /// The preview: what each file is and what it would change. Files are compared with the workspace as if
    /// those before them were in it already, so the numbers add up.
    pub fn view(&self, workspace: &mut Workspace, sellers: Vec<String>) -> StagedView {
        let mut earlier: Vec<&FileFacts> = Vec::new();
        let mut files = Vec::with_capacity(self.files.len());
        for (outcome, facts) in &self.files {
            let (new, changed, same) =
                facts.as_ref().map_or((0, 0, 0), |facts| totals(&workspace.preview(facts, &earlier)));
            earlier.extend(facts);
            let mut outcome = outcome.clone();
            if let Outcome::Unknown { table } = &mut outcome {
                guess_meanings(table, &workspace.definitions);
            }
            files.push(StagedFile { outcome, new, changed, same });
        }
        StagedView { files, sellers }
    }

    /// Takes the facts of the named files out; the others are forgotten.
    pub fn take(&mut self, names: &[String]) -> Vec<FileFacts> {
        std::mem::take(&mut self.files)
            .into_iter()
            .filter(|(outcome, _)| names.iter().any(|name| name == self::name(outcome)))
            .filter_map(|(_, facts)| facts)
            .collect()
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// The account of a file that waits.
    pub fn summary(&self, file: &str) -> Option<&crate::facts::FileSummary> {
        self.files.iter().find_map(|(outcome, _)| match outcome {
            Outcome::Read { summary, .. } if summary.file == file => Some(summary),
            _ => None,
        })
    }
}

/// The name a file goes by; blank for the unused part of an archive.
pub fn name(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Read { summary, .. } => &summary.file,
        Outcome::Unknown { table } => &table.file,
        Outcome::Refused { file, .. } => file,
        Outcome::NotUsed { within, .. } => within,
    }
}
