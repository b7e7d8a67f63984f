//! Files that were read and wait to be confirmed, with what the person said of them meanwhile.

use std::collections::BTreeMap;

use crate::facts::{FileFacts, FileSummary, Repeat, TableId};
use crate::sources::{Outcome, Question};
use crate::views::build::{guess_meanings, staged_rows};
use crate::views::{RowKind, StagedFile, StagedRows, StagedView};
use crate::workspace::{Choice, Incoming, Review, Reviewed, Workspace, name_owner};

/// Files that wait to be confirmed, in the order in which they were read.
#[derive(Debug, Default)]
pub struct Staging {
    files: Vec<Staged>,
    /// Whose export a file is, as the person said; kept while the file is read again.
    owners: Vec<(String, String)>,
    /// Which of several words counts, by file and thing.
    picks: BTreeMap<(String, TableId, String), usize>,
    /// The import row by row; made anew after every change of the files.
    review: Review,
    /// Whether it was made of the workspace as it is.
    is_current: bool,
}

#[derive(Debug)]
struct Staged {
    outcome: Outcome,
    facts: Option<FileFacts>,
    repeats: Vec<Repeat>,
}

impl Staging {
    /// Adds files; one of a name that waits already takes its place.
    pub fn add(&mut self, files: Vec<(Outcome, Option<FileFacts>)>) {
        for (outcome, facts) in files {
            let name = name(&outcome).to_owned();
            let staged = Staged { outcome, facts, repeats: Vec::new() };
            match self.files.iter_mut().find(|known| self::name(&known.outcome) == name && !name.is_empty()) {
                Some(place) => *place = staged,
                None => self.files.push(staged),
            }
        }
        for (file, owner) in self.owners.clone() {
            self.apply_owner(&file, &owner);
        }
        for staged in &mut self.files {
            staged.settle();
            staged.pick(&self.picks);
        }
    }

    /// Says whose export a file is (of an archive: all its members).
    pub fn name_owner(&mut self, file: &str, owner: &str) {
        self.owners.retain(|(known, _)| known != file);
        self.owners.push((file.to_owned(), owner.to_owned()));
        self.apply_owner(file, owner);
    }

    fn apply_owner(&mut self, file: &str, owner: &str) {
        let is_member =
            |name: &str| name.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        for staged in self.files.iter_mut().filter(|staged| is_member(name(&staged.outcome))) {
            if let (Outcome::Read { summary, questions, .. }, Some(facts)) =
                (&mut staged.outcome, &mut staged.facts)
            {
                let asks = questions.iter().any(|question| matches!(question, Question::Owner { .. }));
                if !asks {
                    continue;
                }
                name_owner(facts, owner);
                summary.owner = Some(owner.to_owned());
                questions.retain(|question| !matches!(question, Question::Owner { .. }));
            }
        }
    }

    /// The preview: what each file is and what it would change.
    pub fn view(&mut self, workspace: &mut Workspace, sellers: Vec<String>) -> StagedView {
        let choices = self.choices(workspace);
        self.review = workspace.review(&self.incoming(), &choices);
        self.is_current = true;
        let mut read = 0;
        let mut files = Vec::with_capacity(self.files.len());
        for staged in &self.files {
            let mut outcome = staged.outcome.clone();
            if let Outcome::Unknown { table } = &mut outcome {
                guess_meanings(table, &workspace.definitions);
            }
            let mut file = StagedFile::of(outcome);
            if staged.facts.is_some() {
                for table in self.review.delta(read).tables {
                    file.new += table.new;
                    file.changed += table.changed;
                    file.same += table.same;
                    file.conflicts += table.conflicts;
                }
                read += 1;
            }
            files.push(file);
        }
        StagedView { files, sellers }
    }

    fn incoming(&self) -> Vec<Incoming<'_>> {
        let read = self.files.iter().filter_map(|staged| Some((staged, staged.facts.as_ref()?)));
        read.map(|(staged, facts)| (facts, staged.repeats.as_slice())).collect()
    }

    fn file_names(&self) -> Vec<String> {
        let read = self.files.iter().filter(|staged| staged.facts.is_some());
        read.map(|staged| name(&staged.outcome).to_owned()).collect()
    }

    /// The first rows of one kind of a file.
    pub fn rows(&self, workspace: &Workspace, file: &str, kind: RowKind, most: usize) -> Option<StagedRows> {
        let names = self.file_names();
        let at = names.iter().position(|name| name == file)?;
        let incoming = *self.incoming().get(at)?;
        let picked = |table: TableId, thing: &str| {
            self.picks.get(&(file.to_owned(), table, thing.to_owned())).copied()
        };
        Some(staged_rows(workspace, &self.review, (at, incoming), kind, most, &names, &picked))
    }

    /// Says which of several words about a thing counts.
    pub fn pick(&mut self, file: &str, table: TableId, thing: &str, word: usize) {
        self.picks.insert((file.to_owned(), table, thing.to_owned()), word);
        if let Some(staged) = self.files.iter_mut().find(|staged| name(&staged.outcome) == file) {
            staged.pick(&self.picks);
        }
    }

    /// What was chosen between files, as the workspace keeps it.
    fn choices(&self, workspace: &mut Workspace) -> Vec<Choice> {
        if self.picks.is_empty() {
            return Vec::new();
        }
        let incoming = self.incoming();
        let review = workspace.review(&incoming, &[]);
        let mut choices = Vec::new();
        for (at, (name, incoming)) in self.file_names().iter().zip(&incoming).enumerate() {
            let most = usize::MAX;
            let (_, rows) = review.rows(at, &[crate::workspace::Kind::Conflict], 0, most);
            for place in rows {
                let Some(detail) = workspace.row_detail(&review, at, *incoming, place) else { continue };
                let key = (name.clone(), place.0, detail.thing.clone());
                let picked = self.picks.get(&key).and_then(|word| detail.options.get(*word));
                // Of words of one file the one that counts is in its table already.
                if let Some(word) = picked.filter(|word| word.file != review.number(at)) {
                    choices.push(Choice {
                        table: place.0,
                        identity: detail.identity,
                        preferred: word.file,
                        over: review.number(at),
                    });
                }
            }
        }
        choices
    }

    /// Says that the workspace has changed since the files were compared with it.
    pub fn workspace_changed(&mut self) {
        self.is_current = false;
    }

    /// Takes the facts of the named files out, with what was chosen between them and what their rows come to;
    /// the others are forgotten.
    pub fn take(&mut self, workspace: &mut Workspace, names: &[String]) -> Reviewed {
        let before = self.files.len();
        self.files.retain(|staged| names.iter().any(|name| name == self::name(&staged.outcome)));
        let choices = self.choices(workspace);
        // What a file says twice is a conflict in the preview only: it was decided by now.
        let is_reviewed = self.is_current
            && self.files.len() == before
            && self.files.iter().all(|staged| staged.repeats.is_empty());
        let review = if is_reviewed {
            std::mem::take(&mut self.review)
        } else {
            let incoming = self.incoming().into_iter().map(|(facts, _)| (facts, &[][..])).collect::<Vec<_>>();
            workspace.review(&incoming, &choices)
        };
        let files = std::mem::take(&mut self.files).into_iter().filter_map(|staged| staged.facts).collect();
        self.clear();
        Reviewed { files, choices, review }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        *self = Staging::default();
    }

    /// The account of a file that waits.
    pub fn summary(&self, file: &str) -> Option<&FileSummary> {
        self.files.iter().find_map(|staged| match &staged.outcome {
            Outcome::Read { summary, .. } if summary.file == file => Some(summary),
            _ => None,
        })
    }
}

impl Staged {
    /// Leaves rows that speak of the same thing to one of them, in the account too.
    fn settle(&mut self) {
        if let Some(facts) = &mut self.facts {
            let repeats = facts.settle_repeats();
            if !repeats.is_empty() {
                self.repeats = repeats;
            }
            self.tell();
        }
    }

    fn pick(&mut self, picks: &BTreeMap<(String, TableId, String), usize>) {
        let name = name(&self.outcome).to_owned();
        let Some(facts) = &mut self.facts else { return };
        for repeat in &mut self.repeats {
            let thing = repeat.thing(facts);
            let picked = picks.get(&(name.clone(), repeat.table, thing)).copied();
            if let Some(word) = picked.filter(|word| *word != repeat.kept) {
                facts.choose(repeat, word);
            }
        }
        self.tell();
    }

    /// The account that the page sees is that of the facts.
    fn tell(&mut self) {
        if let (Outcome::Read { summary, .. }, Some(facts)) = (&mut self.outcome, &self.facts) {
            summary.clone_from(&facts.summary);
        }
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
