//! What the sellers want to reach. Sellers are kept under the names that files have, as in the roster.

use serde::{Deserialize, Serialize};

use super::roster::Roster;
use crate::metrics::{Goal, GoalChange, GoalOf};

/// The goals of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goals {
    /// In the order in which they were made.
    pub list: Vec<Goal>,
    /// The highest number that was ever given; numbers are never used twice.
    last: u32,
}

impl Goals {
    /// Makes a change; false where there is no goal of that number. A name that a seller is shown under becomes
    /// the one that files have.
    pub fn apply(&mut self, change: &GoalChange, roster: &Roster) -> bool {
        match change {
            GoalChange::Put(goal) => {
                let mut goal = goal.clone();
                if let GoalOf::Seller(name) = &goal.of {
                    goal.of = GoalOf::Seller(roster.kept(name).to_owned());
                }
                if goal.id == 0 {
                    self.last += 1;
                    goal.id = self.last;
                    self.list.push(goal);
                    return true;
                }
                match self.list.iter_mut().find(|known| known.id == goal.id) {
                    Some(known) => *known = goal,
                    None => return false,
                }
                true
            }
            GoalChange::Remove(id) => {
                let before = self.list.len();
                self.list.retain(|goal| goal.id != *id);
                self.list.len() < before
            }
        }
    }

    /// The goals with sellers by the names that are shown.
    pub fn shown<'a>(&'a self, roster: &'a Roster) -> impl Iterator<Item = Goal> + 'a {
        self.list.iter().cloned().map(|mut goal| {
            if let GoalOf::Seller(name) = &goal.of {
                goal.of = GoalOf::Seller(roster.shown(name).to_owned());
            }
            goal
        })
    }

    /// Adds those of another workspace that are not here yet.
    pub fn add(&mut self, others: &Goals) {
        for other in &others.list {
            let is_here = self.list.iter().any(|own| Goal { id: other.id, ..own.clone() } == *other);
            if !is_here {
                self.last += 1;
                self.list.push(Goal { id: self.last, ..other.clone() });
            }
        }
    }

    /// A team that goes by another name now keeps its goals.
    pub fn follow_teams(&mut self, before: &[String], after: &[String]) {
        let mut renamed = before.iter().zip(after).filter(|(old, new)| old != new);
        if let (Some((old, new)), None, true) = (renamed.next(), renamed.next(), before.len() == after.len())
        {
            for goal in self.list.iter_mut().filter(|goal| goal.of == GoalOf::Team(old.clone())) {
                goal.of = GoalOf::Team(new.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::RosterChange;
    use std::collections::BTreeSet;

    fn goal(metric: &str, of: GoalOf) -> Goal {
        Goal { metric: metric.into(), of, target: 5.0, ..Goal::default() }
    }

    fn put(goals: &mut Goals, goal: Goal) {
        assert!(goals.apply(&GoalChange::Put(goal), &Roster::default()));
    }

    #[test]
    fn numbers_are_never_used_twice() {
        let mut goals = Goals::default();
        put(&mut goals, goal("ssi", GoalOf::All));
        put(&mut goals, goal("meetings", GoalOf::All));
        assert!(goals.apply(&GoalChange::Remove(2), &Roster::default()));
        assert!(!goals.apply(&GoalChange::Remove(2), &Roster::default()));
        put(&mut goals, goal("leads", GoalOf::All));
        put(&mut goals, Goal { id: 1, target: 7.0, ..goal("ssi", GoalOf::All) });
        assert!(!goals.apply(&GoalChange::Put(Goal { id: 9, ..Goal::default() }), &Roster::default()));
        let told: Vec<(u32, f64)> = goals.list.iter().map(|goal| (goal.id, goal.target)).collect();
        assert_eq!(told, [(1, 7.0), (3, 5.0)]);
    }

    #[test]
    fn a_seller_who_is_renamed_keeps_the_goal() {
        let known = BTreeSet::from(["A. Berg".to_owned()]);
        let rename =
            |seller: &str, name: &str| RosterChange::Rename { seller: seller.into(), name: name.into() };
        let mut roster = Roster::default();
        roster.apply(&rename("A. Berg", "Anna"), &known).unwrap();
        let mut goals = Goals::default();
        goals.apply(&GoalChange::Put(goal("ssi", GoalOf::Seller("Anna".into()))), &roster);
        roster.apply(&rename("Anna", "Annika"), &known).unwrap();
        let shown: Vec<GoalOf> = goals.shown(&roster).map(|goal| goal.of).collect();
        assert_eq!(shown, [GoalOf::Seller("Annika".into())]);
    }

    #[test]
    fn a_team_that_is_renamed_keeps_its_goals_and_one_that_goes_does_not_give_them_away() {
        let mut goals = Goals::default();
        put(&mut goals, goal("ssi", GoalOf::Team("North".into())));
        let teams = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        goals.follow_teams(&teams(&["South", "North"]), &teams(&["South", "East"]));
        assert_eq!(goals.list[0].of, GoalOf::Team("East".into()));
        goals.follow_teams(&teams(&["East", "South"]), &teams(&["South"]));
        assert_eq!(goals.list[0].of, GoalOf::Team("East".into()));
    }

    #[test]
    fn another_workspace_s_goals_are_added_once() {
        let mut one = Goals::default();
        put(&mut one, goal("ssi", GoalOf::All));
        let mut two = Goals::default();
        put(&mut two, goal("meetings", GoalOf::All));
        put(&mut two, goal("ssi", GoalOf::All));
        one.add(&two);
        one.add(&two);
        let told: Vec<(u32, &str)> = one.list.iter().map(|goal| (goal.id, goal.metric.as_str())).collect();
        assert_eq!(told, [(1, "ssi"), (2, "meetings")]);
    }
}
