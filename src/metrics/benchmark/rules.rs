//! What a person changes in the quoted numbers, hides or adds. It is part of how a workspace counts, so it is stored
//! with it and goes with the file of definitions.

use super::Trust;
use serde::{Deserialize, Serialize};

/// More numbers of one's own than this are not kept.
const MOST_OWN: usize = 100;
/// Longer texts are cut.
const MOST_LETTERS: usize = 600;

/// What a person said of the quoted numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BenchmarkRules {
    /// Of those of the library, by id.
    pub changed: Vec<ChangedBenchmark>,
    /// Those that they added.
    pub own: Vec<OwnBenchmark>,
}

/// A number of the library as a person wants it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangedBenchmark {
    /// Its id.
    pub id: String,
    /// The number in place of the library's.
    pub value: Option<f64>,
    /// What they say of it.
    pub note: String,
    /// Whether it is not shown.
    pub is_hidden: bool,
}

/// A number that a person added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnBenchmark {
    /// Its number; 0 before it is saved.
    pub id: u32,
    /// What it says.
    pub claim: String,
    /// The number, in the metric's unit; a share as a fraction.
    pub value: f64,
    /// The metric that it is held against; blank for none.
    pub metric: String,
    /// Where it comes from.
    pub origin: String,
    /// The year.
    pub year: Option<u16>,
    /// Of whom it was measured.
    pub population: String,
    /// What can be said of where it comes from.
    pub trust: Trust,
    /// What they say of it.
    pub note: String,
    /// Whether it is not shown.
    pub is_hidden: bool,
}

/// A change of the quoted numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BenchmarkChange {
    /// One of the library in this way.
    Change(ChangedBenchmark),
    /// One of one's own: a new one, or in place of the one with its number.
    Put(OwnBenchmark),
    /// No such own one any more.
    Remove(u32),
}

impl BenchmarkRules {
    /// What is said of a number of the library.
    pub fn of(&self, id: &str) -> Option<&ChangedBenchmark> {
        self.changed.iter().find(|changed| changed.id == id)
    }

    /// Makes a change; whether there was something to change, and it can be counted with.
    pub fn apply(&mut self, change: &BenchmarkChange) -> bool {
        match change {
            BenchmarkChange::Change(changed) => {
                let is_known = super::benchmark(&changed.id).is_some();
                if !is_known || changed.value.is_some_and(|value| !value.is_finite()) {
                    return false;
                }
                self.changed.retain(|known| known.id != changed.id);
                let changed = ChangedBenchmark { note: tidy(&changed.note), ..changed.clone() };
                if changed != (ChangedBenchmark { id: changed.id.clone(), ..ChangedBenchmark::default() }) {
                    self.changed.push(changed);
                }
                true
            }
            BenchmarkChange::Put(own) => self.put(own),
            BenchmarkChange::Remove(id) => {
                let before = self.own.len();
                self.own.retain(|known| known.id != *id);
                self.own.len() < before
            }
        }
    }

    fn put(&mut self, own: &OwnBenchmark) -> bool {
        let tidied = OwnBenchmark {
            claim: tidy(&own.claim),
            origin: tidy(&own.origin),
            population: tidy(&own.population),
            note: tidy(&own.note),
            ..own.clone()
        };
        if tidied.claim.is_empty() || !tidied.value.is_finite() {
            return false;
        }
        if let Some(known) = self.own.iter_mut().find(|known| known.id == own.id && own.id != 0) {
            *known = tidied;
            return true;
        }
        let next = self.own.iter().map(|known| known.id).max().unwrap_or(0).saturating_add(1);
        let is_room = own.id == 0 && self.own.len() < MOST_OWN;
        if is_room {
            self.own.push(OwnBenchmark { id: next, ..tidied });
        }
        is_room
    }
}

fn tidy(text: &str) -> String {
    text.trim().chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_changed_hidden_and_as_it_was() {
        let mut rules = BenchmarkRules::default();
        let changed = |value, note: &str, is_hidden| {
            let id = "connections_930".to_owned();
            BenchmarkChange::Change(ChangedBenchmark { id, value, note: note.to_owned(), is_hidden })
        };
        assert!(rules.apply(&changed(Some(303.0), " mean of a count ", false)));
        assert!(rules.apply(&changed(Some(303.0), "mean of a count", true)));
        let known = rules.of("connections_930").unwrap();
        assert_eq!(
            (known.value, known.note.as_str(), known.is_hidden),
            (Some(303.0), "mean of a count", true)
        );
        assert!(rules.apply(&changed(None, "", false)));
        assert_eq!(rules, BenchmarkRules::default());
        assert!(!rules.apply(&changed(Some(f64::NAN), "", false)));
        let unknown = ChangedBenchmark { id: "none".into(), ..ChangedBenchmark::default() };
        assert!(!rules.apply(&BenchmarkChange::Change(unknown)));
    }

    #[test]
    fn own_numbers_come_change_and_go() {
        let mut rules = BenchmarkRules::default();
        let own = OwnBenchmark { claim: "Half of us".into(), value: 0.5, ..OwnBenchmark::default() };
        assert!(rules.apply(&BenchmarkChange::Put(own.clone())));
        assert!(rules.apply(&BenchmarkChange::Put(own.clone())));
        assert_eq!(rules.own.iter().map(|own| own.id).collect::<Vec<_>>(), [1, 2]);
        let changed = OwnBenchmark { id: 1, value: 0.6, ..own.clone() };
        assert!(rules.apply(&BenchmarkChange::Put(changed)));
        assert_eq!(rules.own[0].value, 0.6);
        assert!(rules.apply(&BenchmarkChange::Remove(1)) && !rules.apply(&BenchmarkChange::Remove(1)));
        // One that is gone does not come back under its number, and one without words says nothing.
        assert!(!rules.apply(&BenchmarkChange::Put(OwnBenchmark { id: 1, ..own.clone() })));
        assert!(!rules.apply(&BenchmarkChange::Put(OwnBenchmark { claim: " ".into(), ..own })));
        assert_eq!(rules.own.len(), 1);
    }
}
