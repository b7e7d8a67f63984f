//! What the sellers have set out to do: changed step by step, and taken back.

use super::Engine;
use super::answers::{MOST_CHANGES, failed};
use crate::metrics::{GoalChange, ProgrammeChange};
use crate::views::build::programme_view;
use crate::views::{Answer, Compare, Filter, PeriodChoice};
use crate::workspace::Plan;

impl Engine {
    pub(super) fn change_goals(&mut self, change: &GoalChange) -> Answer {
        let mut plan = self.workspace.plan.clone();
        if !plan.goals.apply(change, &self.workspace.roster) {
            return failed("no_such_goal", "");
        }
        self.put_plan(plan)
    }

    pub(super) fn programme(&self, filter: &Filter) -> Answer {
        let since =
            Filter { period: PeriodChoice::SinceBaseline, compare: Compare::Before, ..filter.clone() };
        let (asked, since) = (self.asked(filter), self.asked(&since));
        let can_undo = !self.before_plans.is_empty();
        let view = programme_view(&self.workspace, &asked, &since, can_undo);
        Answer::Programme { view: Box::new(view) }
    }

    pub(super) fn change_programme(&mut self, change: &ProgrammeChange) -> Answer {
        let mut plan = self.workspace.plan.clone();
        if !plan.change_programme(change, &self.workspace.roster) {
            return failed("question", "");
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
    use crate::facts::{Day, RosterChange, TableId, Zone};
    use crate::metrics::{Adoption, Assessment, Goal, GoalOf, Phase, Standing};
    use crate::views::{Ask, GoalsView, ProgrammeView};

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

    fn team_desk() -> Desk {
        let monday = |week: i32| Day::parse_iso("2026-01-05").unwrap().plus(7 * week).iso();
        let mut posts = String::from("seller,published_at,post_id\n");
        for week in 0..8 {
            posts.push_str(&format!("Ada,{},a{week}\n", monday(week)));
        }
        posts.push_str(&format!("Bo,{},b0\nBo,{},b7\n", monday(0), monday(7)));
        let deals = "id,seller,created,closed,status\n\
            d1,Ada,2026-01-10,2026-01-20,Won\n\
            d2,Ada,2026-01-10,2026-01-30,Won\n\
            d3,Bo,2026-01-10,2026-02-09,Won\n";
        let checkins = "seller,week,ssi\nAda,2026-02-09,60\nAda,2026-02-16,61\n";
        let mut desk = Desk::new();
        let view =
            desk.read(&[("posts.csv", posts.as_str()), ("deals.csv", deals), ("checkins.csv", checkins)]);
        desk.confirm(&view);
        desk
    }

    fn programme(engine: &mut Engine) -> ProgrammeView {
        match engine.answer(Ask::Programme { filter: Filter::default() }, Vec::new()) {
            Answer::Programme { view } => *view,
            other => panic!("{other:?}"),
        }
    }

    fn set_baseline(engine: &mut Engine, day: &str) {
        let change = RosterChange::SetBaseline { seller: None, day: Day::parse_iso(day) };
        assert_eq!(engine.answer(Ask::ChangeRoster { change }, Vec::new()), Answer::Changed);
    }

    /// The data end on Monday 23 February. Of the eight whole weeks before it seven are known; Ada posted in each, Bo
    /// in one. In the 13 weeks Ada has 8 posts and Bo 2.
    #[test]
    fn the_team_is_shown_by_name_with_the_average_of_those_who_are_active() {
        let mut engine = team_desk().engine;
        let view = programme(&mut engine);
        let told: Vec<_> = view
            .sellers
            .iter()
            .map(|line| (line.seller.as_str(), line.stage, line.weeks, line.checkins))
            .collect();
        assert_eq!(
            told,
            [("Ada", Adoption::Habit, (7, 7), Some((2, 3))), ("Bo", Adoption::FirstSteps, (1, 7), None)]
        );
        let posts = &view.counted[0];
        assert_eq!(
            (posts.id.as_str(), posts.average, posts.known, posts.active),
            ("posts_shared", Some(5.0), 2, 2)
        );
        let meetings = &view.counted[3];
        assert_eq!((meetings.average, meetings.known), (None, 0));
        assert_eq!(view.sellers[0].oldest.map(|(table, ..)| table), Some(TableId::Checkins));
    }

    /// Won after 10, 20 and 30 days: the median is 20. The programme is 22 days old, and then 12.
    #[test]
    fn the_clock_waits_for_the_own_sales_cycle() {
        let mut engine = team_desk().engine;
        assert_eq!(programme(&mut engine).clock.verdict, None);
        set_baseline(&mut engine, "2026-02-01");
        let clock = programme(&mut engine).clock;
        assert_eq!(clock.cycle.as_ref().and_then(|cycle| cycle.value()), Some(20.0));
        assert_eq!((clock.age_days, clock.is_old_enough), (Some(22), Some(true)));
        let verdict = clock.verdict.unwrap();
        let before = verdict.before.and_then(|before| before.value());
        assert_eq!(
            (verdict.id.as_str(), verdict.figure.value(), before),
            ("deals_won", Some(1.0), Some(2.0))
        );
        set_baseline(&mut engine, "2026-02-11");
        assert_eq!(programme(&mut engine).clock.is_old_enough, Some(false));
    }

    /// Posts of the 28 days up to 1 February, and up to 23 February.
    #[test]
    fn baseline_against_now() {
        let mut engine = team_desk().engine;
        assert!(programme(&mut engine).then.is_empty());
        set_baseline(&mut engine, "2026-02-01");
        let view = programme(&mut engine);
        let place = view.then_metrics.iter().position(|metric| metric.id == "posts_shared").unwrap();
        let told: Vec<_> = view.then.iter().map(|row| (row.seller.as_deref(), row.values[place])).collect();
        let values = |then: f64, now: f64| (Some(then), Some(now));
        assert_eq!(
            told,
            [(None, values(5.0, 5.0)), (Some("Ada"), values(4.0, 4.0)), (Some("Bo"), values(1.0, 1.0))]
        );
    }

    #[test]
    fn the_programme_is_changed_and_taken_back() {
        let mut engine = team_desk().engine;
        let change = |engine: &mut Engine, change| engine.answer(Ask::ChangeProgramme { change }, Vec::new());
        assert_eq!(change(&mut engine, ProgrammeChange::Phase(Phase::Activity)), Answer::Changed);
        assert_eq!(change(&mut engine, ProgrammeChange::RankSellers(true)), Answer::Changed);
        let Answer::Scorecard { view } =
            engine.answer(Ask::Scorecard { filter: Filter::default() }, Vec::new())
        else {
            panic!()
        };
        assert_eq!(view.phase, Phase::Activity);
        engine.answer(Ask::UndoPlan, Vec::new());
        let shown = programme(&mut engine);
        assert!(!shown.programme.ranks_sellers && shown.programme.phase == Phase::Activity && shown.can_undo);
        let nothing = ProgrammeChange::Assess(Assessment::default());
        assert!(matches!(change(&mut engine, nothing), Answer::Failed { .. }));
    }

    #[test]
    fn events_of_platforms_can_be_kept_off() {
        let mut engine = team_desk().engine;
        assert!(programme(&mut engine).shows_platform_events);
        assert_eq!(engine.answer(Ask::ShowPlatformEvents { on: false }, Vec::new()), Answer::Changed);
        assert!(!programme(&mut engine).shows_platform_events);
    }
}
