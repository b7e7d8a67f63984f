//! What the sellers have set out to do: changed step by step, and taken back.

use super::Engine;
use super::answers::{MOST_CHANGES, failed};
use crate::metrics::GoalChange;
use crate::views::Answer;
use crate::workspace::Plan;

impl Engine {
    pub(super) fn change_goals(&mut self, change: &GoalChange) -> Answer {
        let mut plan = self.workspace.plan.clone();
        if !plan.goals.apply(change, &self.workspace.roster) {
            return failed("no_such_goal", "");
        }
        self.put_plan(plan)
    }

    pub(super) fn show_platform_events(&mut self, on: bool) -> Answer {
        let plan = Plan { hides_platform_events: !on, ..self.workspace.plan.clone() };
        self.put_plan(plan)
    }

    /// Puts a plan in the place of the one there is, which can be taken back.
    fn put_plan(&mut self, plan: Plan) -> Answer {
        if self.before_plans.len() == MOST_CHANGES {
            self.before_plans.remove(0);
        }
        self.before_plans.push(std::mem::replace(&mut self.workspace.plan, plan));
        Answer::Changed
    }

    pub(super) fn undo_plan(&mut self) -> Answer {
        match self.before_plans.pop() {
            Some(plan) => {
                self.workspace.plan = plan;
                Answer::Changed
            }
            None => failed("nothing_to_undo", ""),
        }
    }

    /// Goals of a team go with its name, also those that may come back.
    pub(super) fn follow_teams(&mut self, before: &[String], after: &[String]) {
        for plan in self.before_plans.iter_mut().chain([&mut self.workspace.plan]) {
            plan.goals.follow_teams(before, after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::Desk;
    use crate::facts::{Day, RosterChange, Zone};
    use crate::metrics::{Goal, GoalOf, Standing};
    use crate::views::{Ask, Filter, GoalsView};

    fn view(engine: &mut Engine) -> GoalsView {
        match engine.answer(Ask::Goals { filter: Filter::default() }, Vec::new()) {
            Answer::Goals { view } => *view,
            other => panic!("{other:?}"),
        }
    }

    fn put(engine: &mut Engine, goal: Goal) {
        let change = GoalChange::Put(goal);
        assert_eq!(engine.answer(Ask::ChangeGoals { change }, Vec::new()), Answer::Changed);
    }

    fn ssi(of: GoalOf) -> Goal {
        let day = |text| Day::parse_iso(text).unwrap();
        let (start, deadline) = (day("2026-01-05"), day("2026-03-15"));
        Goal { metric: "ssi".into(), of, target: 70.0, start, deadline, ..Goal::default() }
    }

    fn desk() -> Desk {
        let mut desk = Desk::new();
        let view = desk.read(&[("ssi.csv", "seller,date,total\nAda,2026-01-04,60\nAda,2026-01-18,64\n")]);
        desk.confirm(&view);
        desk
    }

    #[test]
    fn a_goal_is_kept_in_the_body_and_in_the_setup_and_taken_back() {
        let mut engine = desk().engine;
        put(&mut engine, ssi(GoalOf::Seller("Ada".into())));
        let shown = view(&mut engine);
        assert!(shown.can_undo && shown.metrics.iter().any(|metric| metric.id == "ssi"));
        let line = &shown.goals[0];
        // 60 to 70 in ten weeks: after two the line stands at 62, and in a week at 63.
        assert_eq!((line.progress.figure.value(), line.progress.standing), (Some(64.0), Standing::Ahead));

        let Answer::Body { body, .. } = engine.answer(Ask::Body, Vec::new()) else { panic!() };
        let Answer::File { text, .. } = engine.answer(Ask::Setup, Vec::new()) else { panic!() };
        let open = |body| Ask::Open { body, name: "w".into(), zone: Zone::utc() };
        let mut other = Engine::default();
        assert_eq!(other.answer(open(Some(body)), Vec::new()), Answer::Done);
        assert_eq!(view(&mut other).goals, shown.goals);
        let mut third = Engine::default();
        third.answer(open(None), Vec::new());
        assert_eq!(third.answer(Ask::UseSetup { text }, Vec::new()), Answer::Changed);
        assert_eq!(view(&mut third).goals.len(), 1);
        third.answer(Ask::UndoSetup, Vec::new());
        assert!(view(&mut third).goals.is_empty());

        assert_eq!(engine.answer(Ask::UndoPlan, Vec::new()), Answer::Changed);
        assert!(view(&mut engine).goals.is_empty());
        assert!(matches!(engine.answer(Ask::UndoPlan, Vec::new()), Answer::Failed { .. }));
        let gone = Ask::ChangeGoals { change: GoalChange::Remove(1) };
        assert!(matches!(engine.answer(gone, Vec::new()), Answer::Failed { .. }));
    }

    #[test]
    fn a_team_s_goal_goes_with_its_name_there_and_back() {
        let mut engine = desk().engine;
        let change = |engine: &mut Engine, change| {
            assert_eq!(engine.answer(Ask::ChangeRoster { change }, Vec::new()), Answer::Changed);
        };
        let of = |engine: &mut Engine| view(engine).goals[0].goal.of.clone();
        change(&mut engine, RosterChange::NewTeam { name: "North".into() });
        put(&mut engine, ssi(GoalOf::Team("North".into())));
        change(&mut engine, RosterChange::RenameTeam { team: "North".into(), name: "East".into() });
        assert_eq!(of(&mut engine), GoalOf::Team("East".into()));
        engine.answer(Ask::UndoRoster, Vec::new());
        assert_eq!(of(&mut engine), GoalOf::Team("North".into()));
    }

    #[test]
    fn an_import_brought_again_keeps_goals_that_were_set_meanwhile() {
        let mut engine = desk().engine;
        engine.answer(Ask::UndoImport { id: 1 }, Vec::new());
        put(&mut engine, ssi(GoalOf::All));
        assert_eq!(engine.answer(Ask::RedoImport, Vec::new()), Answer::Changed);
        assert_eq!(view(&mut engine).goals.len(), 1);
    }
}
