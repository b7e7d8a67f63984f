//! How far the goals have come.

use super::Asked;
use crate::facts::Day;
use crate::metrics::{
    Better, Context, Figure, Goal, GoalPer, Kind, Measure, Metric, Need, REGISTRY, Section, Stream, against,
    measure, metric, progress,
};
use crate::views::{GoalLine, GoalMetric, GoalsView, RowGoal};
use crate::workspace::Workspace;

/// The goals.
pub fn goals_view(workspace: &Workspace, asked: &Asked<'_>, can_undo: bool) -> GoalsView {
    let metrics = REGISTRY.iter().filter(|metric| metric.section != Section::Programme);
    let metrics = metrics.filter(|metric| metric.kind != Kind::Slope).map(|metric| GoalMetric {
        id: metric.id.to_owned(),
        section: metric.section,
        unit: metric.unit,
        measure: measure(metric),
        of_persona: metric.needs.contains(&Need::Persona),
    });
    GoalsView {
        frame: asked.frame.clone(),
        goals: goal_lines(workspace, asked, |_| true),
        metrics: metrics.collect(),
        can_undo,
    }
}

/// Those goals that a page wants, with how far they have come. A goal goes by its own days, sellers and persona,
/// whatever else is selected.
pub fn goal_lines(workspace: &Workspace, asked: &Asked<'_>, wanted: impl Fn(&Goal) -> bool) -> Vec<GoalLine> {
    let goals = workspace.plan.goals.shown(&workspace.roster).filter(|goal| wanted(goal));
    goals.filter_map(|goal| goal_line(asked, goal)).collect()
}

fn goal_line(asked: &Asked<'_>, goal: Goal) -> Option<GoalLine> {
    let metric = metric(&goal.metric)?;
    let personas = &asked.context.definitions.personas;
    let persona = goal.persona.as_ref().and_then(|name| personas.iter().find(|known| known.name == *name));
    let context = Context::new(
        asked.context.facts,
        asked.context.definitions,
        persona,
        asked.context.zone,
        Some(asked.context.today),
    );
    let samples = metric.samples(&context);
    let stream = Stream::new(metric, &samples, &context);
    let progress = progress(&goal, metric, &stream, &context);
    Some(GoalLine { goal, unit: metric.unit, progress })
}

/// What the goals of those chosen ask of a metric in some days: of a sum, what its pace comes to in them.
pub fn goal_within(asked: &Asked<'_>, metric: &Metric, to: Day, days: f64) -> Option<f64> {
    let is_of = |goal: &&Goal| goal.metric == metric.id && goal.start <= to && to <= goal.deadline;
    let goal = asked.goals.iter().rfind(is_of)?;
    Some(match (measure(metric), goal.per) {
        (Measure::Sum, GoalPer::Week) => goal.target * days / 7.0,
        (Measure::Sum, GoalPer::Deadline) => {
            goal.target * days / f64::from(goal.deadline.0 - goal.start.0 + 1)
        }
        _ => goal.target,
    })
}

/// The goal beside a metric's figure of a period.
pub fn row_goal(asked: &Asked<'_>, metric: &Metric, figure: &Figure) -> Option<RowGoal> {
    let span = asked.selection.span;
    let value = goal_within(asked, metric, span.to, f64::from(span.days()))?;
    Some(RowGoal { value, standing: against(figure, value, metric.better == Better::Lower) })
}
