//! How a workspace counts, without what it counts: definitions, personas, goals and the answers about columns as a
//! file that another workspace can take over.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::plan::Plan;
use super::workspace::Workspace;
use crate::facts::{PeopleTag, from_json};
use crate::metrics::{Definitions, ReportChoices};
use crate::sources::remembered::Remembered;

/// What such a file says it is.
const KIND: &str = "rapport-setup";
/// The newest version that this program writes and reads.
const VERSION: u32 = 1;

/// What can be taken from one workspace to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    kind: String,
    version: u32,
    /// How to count, with the personas.
    pub definitions: Definitions,
    /// Answers about the columns of unknown tables.
    pub mappings: Remembered,
    /// What the sellers have set out to do.
    #[serde(default)]
    pub plan: Plan,
    /// Weeks from one reading of the index to the next; none in a file from before it was kept here.
    #[serde(default)]
    pub readings_every_weeks: Option<u32>,
    /// Where people are found.
    #[serde(default)]
    pub tags: Vec<PeopleTag>,
}

/// Why a text is no such file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SetupError {
    /// It is something else; the detail says where reading it ended.
    #[error("{0}")]
    Other(String),
    /// A newer program wrote it.
    #[error("version {0}")]
    Newer(u32),
}

impl Setup {
    /// Of a workspace.
    pub fn of(workspace: &Workspace) -> Setup {
        Setup {
            kind: KIND.to_owned(),
            version: VERSION,
            definitions: workspace.definitions.clone(),
            mappings: workspace.mappings.clone(),
            plan: workspace.plan.clone(),
            readings_every_weeks: Some(workspace.notes.readings_every_weeks),
            tags: workspace.notes.tags.clone(),
        }
    }

    /// As the text of a file. What a team said of itself stays at home, and so do the names of people.
    pub fn write(&self) -> String {
        let mut shared = self.clone();
        shared.plan.programme.assessments.clear();
        shared.plan.programme.ready.clear();
        shared.plan.report = ReportChoices::default();
        for tag in &mut shared.tags {
            tag.people.clear();
        }
        // It holds nothing that JSON cannot say.
        serde_json::to_string_pretty(&shared).unwrap_or_default()
    }

    /// The part that decides what figures come out, as text.
    pub fn counting(&self) -> String {
        // It holds nothing that JSON cannot say.
        serde_json::to_string(&self.definitions).unwrap_or_default()
    }

    /// From the text of a file.
    ///
    /// # Errors
    /// When it is something else, or of a newer program.
    pub fn read(text: &str) -> Result<Setup, SetupError> {
        let setup: Setup = from_json(text).map_err(|error| SetupError::Other(error.to_string()))?;
        match (setup.kind.as_str(), setup.version) {
            (KIND, 0..=VERSION) => Ok(setup),
            (KIND, newer) => Err(SetupError::Newer(newer)),
            (other, _) => Err(SetupError::Other(other.to_owned())),
        }
    }

    /// Puts it in force: definitions in place of the workspace's, answers and goals
    /// beside its own. Returns what was.
    pub fn apply(self, workspace: &mut Workspace) -> Setup {
        let before = Setup::of(workspace);
        workspace.definitions = self.definitions;
        workspace.mappings.add(&self.mappings);
        workspace.plan.goals.add(&self.plan.goals);
        // What kind of programme it is can be taken over; what a team said of itself is its own.
        workspace.plan.programme.horizon = self.plan.programme.horizon;
        workspace.plan.programme.phase = self.plan.programme.phase;
        workspace.plan.programme.step_targets.extend(self.plan.programme.step_targets);
        workspace.plan.programme.add_quotas(&self.plan.programme.quotas);
        workspace.plan.hides_platform_events = self.plan.hides_platform_events;
        if let Some(weeks) = self.readings_every_weeks {
            workspace.notes.readings_every_weeks = weeks.max(1);
        }
        for tag in self.tags {
            let tags = &mut workspace.notes.tags;
            match tags.iter_mut().find(|known| known.name == tag.name) {
                // Whom one has listed oneself stays listed.
                Some(known) => *known = PeopleTag { people: std::mem::take(&mut known.people), ..tag },
                None => tags.push(tag),
            }
        }
        before
    }

    /// Puts back what [`Setup::apply`] returned.
    pub fn put_back(self, workspace: &mut Workspace) {
        workspace.definitions = self.definitions;
        workspace.mappings = self.mappings;
        workspace.plan = self.plan;
        if let Some(weeks) = self.readings_every_weeks {
            workspace.notes.readings_every_weeks = weeks;
        }
        workspace.notes.tags = self.tags;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::Persona;
    use crate::sources::Mapping;

    fn mapping(table: &str) -> Mapping {
        Mapping { table: Some(table.to_owned()), ..Mapping::default() }
    }

    #[test]
    fn another_workspace_takes_it_over_and_gives_it_back() {
        let mut one = Workspace::new("one");
        one.definitions.rate_needs = 9;
        one.definitions.personas =
            vec![Persona { name: "Chiefs".into(), title_words: vec!["chief".into()], ..Persona::default() }];
        one.mappings.remember("3-a", &mapping("deals"));
        let text = Setup::of(&one).write();

        let mut two = Workspace::new("two");
        two.mappings.remember("4-b", &mapping("leads"));
        let (definitions, mappings) = (two.definitions.clone(), two.mappings.clone());
        let before = Setup::read(&text).unwrap().apply(&mut two);
        assert_eq!(two.definitions, one.definitions);
        assert_eq!(two.mappings.recall("3-a").and_then(|kept| kept.table.as_deref()), Some("deals"));
        assert_eq!(two.mappings.recall("4-b").and_then(|kept| kept.table.as_deref()), Some("leads"));
        before.put_back(&mut two);
        assert_eq!((two.definitions, two.mappings), (definitions, mappings));
    }

    #[test]
    fn quotas_cadence_and_tags_go_along_and_people_stay_at_home() {
        use crate::metrics::{ProgrammeChange, Quota, QuotaOf, QuotaPer};
        let mut one = Workspace::new("one");
        let of = QuotaOf::Deals(2);
        let quota = Quota { seller: None, from: crate::facts::Day(0), per: QuotaPer::Month, of };
        assert!(one.plan.change_programme(&ProgrammeChange::SetQuota(quota), &one.roster));
        one.notes.readings_every_weeks = 1;
        let tag = |people: &[&str], words: &[&str]| PeopleTag {
            name: "Fair".into(),
            people: people.iter().map(|name| (*name).to_owned()).collect(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..PeopleTag::default()
        };
        one.notes.tags = vec![tag(&["Kim Berg"], &["steel"])];
        let text = Setup::of(&one).write();
        assert!(!text.contains("Kim Berg"));

        let mut two = Workspace::new("two");
        two.notes.tags = vec![tag(&["Lo Ek"], &[])];
        let before = Setup::read(&text).unwrap().apply(&mut two);
        assert_eq!((two.notes.readings_every_weeks, two.plan.programme.quotas.len()), (1, 1));
        assert_eq!(two.notes.tags, [tag(&["Lo Ek"], &["steel"])]);
        before.put_back(&mut two);
        assert_eq!((two.notes.readings_every_weeks, two.plan.programme.quotas.len()), (2, 0));
        assert_eq!(two.notes.tags, [tag(&["Lo Ek"], &[])]);

        // A file from before says nothing of the cadence.
        let mut old: serde_json::Value = serde_json::from_str(&text).unwrap();
        old.as_object_mut().unwrap().remove("readings_every_weeks");
        Setup::read(&old.to_string()).unwrap().apply(&mut two);
        assert_eq!(two.notes.readings_every_weeks, 2);
    }

    #[test]
    fn other_texts_are_told_apart() {
        assert!(matches!(Setup::read("a,b\n1,2\n"), Err(SetupError::Other(_))));
        let text = Setup::of(&Workspace::new("w")).write();
        assert!(matches!(Setup::read(&text.replace(KIND, "other")), Err(SetupError::Other(_))));
        assert_eq!(Setup::read(&text.replace("\"version\": 1", "\"version\": 2")), Err(SetupError::Newer(2)));
    }
}
