//! How far the goals have come.

use super::Asked;
use crate::metrics::{
    Context, Dim, Goal, GoalOf, Kind, Need, REGISTRY, Section, Stream, measure, metric, progress,
};
use crate::views::{GoalLine, GoalMetric, GoalsView};
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

/// Whether a goal is about what is selected: the same sellers, and the persona that is chosen.
pub fn is_of_selection(asked: &Asked<'_>, goal: &Goal, key: Option<(Dim, &str)>) -> bool {
    let filter = &asked.frame.filter;
    let of = match (&filter.seller, &filter.team) {
        (Some(seller), _) => GoalOf::Seller(seller.clone()),
        (None, Some(team)) => GoalOf::Team(team.clone()),
        (None, None) => GoalOf::All,
    };
    goal.of == of
        && (goal.persona.is_none() || goal.persona == filter.persona)
        && goal.key.as_ref().map(|(dim, key)| (*dim, key.as_str())) == key
}
