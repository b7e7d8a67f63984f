//! What a selection comes to in a workspace.

use crate::facts::{Day, Facts, Span, Sym, Zone, gather};
use crate::metrics::{Context, Definitions, Goal, GoalOf, Persona, Phase, Selection};
use crate::views::{Baseline, BrandChoice, Compare, Filter, Frame, PeriodChoice, SellerGroup};
use crate::workspace::Workspace;
use std::collections::BTreeSet;

/// A page's question made whole: the workspace's facts, the selection, and what it comes to.
pub struct Asked<'a> {
    /// What a metric may look at.
    pub context: Context<'a>,
    /// The frame that the answer begins with.
    pub frame: Frame,
    /// The selection of the period.
    pub selection: Selection,
    /// The selection of the period it is compared with.
    pub before: Option<Selection>,
    /// The goals of those chosen.
    pub goals: Vec<Goal>,
    /// Whether changes that platforms made to their numbers stand on charts.
    pub shows_platform_events: bool,
    /// What is looked at first.
    pub phase: Phase,
}

/// Resolves a filter against a workspace. A seller or persona that does not exist any more is dropped.
pub fn frame<'a>(workspace: &'a Workspace, facts: &'a Facts, zone: &'a Zone, filter: &Filter) -> Asked<'a> {
    let definitions: &'a Definitions = &workspace.definitions;
    let persona: Option<&'a Persona> = filter
        .persona
        .as_ref()
        .and_then(|name| definitions.personas.iter().find(|persona| persona.name == *name));
    let context = Context::new(facts, definitions, persona, zone, None);
    let sellers = context.coverage.sellers(facts);
    let seller: Option<Sym> = filter
        .seller
        .as_ref()
        .and_then(|name| facts.names.find(name))
        .filter(|seller| sellers.contains(seller));
    let team = filter.team.as_ref().filter(|team| seller.is_none() && workspace.roster.teams.contains(team));
    let chosen: Option<Vec<Sym>> = match (seller, team) {
        (Some(seller), _) => Some(vec![seller]),
        (None, Some(team)) => {
            Some(facts.names.find(team).map(|team| facts.roles.members(team)).unwrap_or_default())
        }
        (None, None) => None,
    };
    let brand = if seller.is_some() { BrandChoice::Without } else { filter.only.brand };
    let chosen = with_brands(facts, &sellers, team, chosen, brand);
    let known = context.coverage.default_period();
    let data_end = facts.latest_data_end().or(known.map(|known| known.to));
    let baseline = baseline(workspace, facts, &sellers, chosen.as_deref(), data_end);
    // Where there is no one baseline the page says so, and shows what it shows by itself.
    let choice = match (filter.period, baseline) {
        (PeriodChoice::SinceBaseline, Baseline::Day(_)) => filter.period,
        (PeriodChoice::SinceBaseline, _) => PeriodChoice::default(),
        (choice, _) => choice,
    };
    let period = period(choice, baseline, known, data_end);
    let before = period.and_then(|period| match filter.compare {
        Compare::Before => Some(period.before()),
        Compare::YearBefore => Some(period.year_before()),
        Compare::Nothing => None,
    });
    // Where nothing is dated, every metric is missing whatever the day.
    let span = period.unwrap_or(Span { from: context.today, to: context.today });
    let selection = Selection { sellers: chosen, keys: filter.only.keys(), ..Selection::all(span) };
    let frame = Frame {
        workspace: workspace.name.clone(),
        is_sample: workspace.is_sample,
        is_empty: workspace.is_empty(),
        filter: Filter {
            period: choice,
            seller: seller.map(|seller| facts.names.text(seller).to_owned()),
            team: team.cloned(),
            persona: persona.map(|persona| persona.name.clone()),
            ..filter.clone()
        },
        period,
        before,
        known,
        data_end,
        sellers: sellers.iter().map(|seller| facts.names.text(*seller).to_owned()).collect(),
        groups: groups(workspace, facts, &sellers),
        baseline,
        personas: definitions.personas.iter().map(|persona| persona.name.clone()).collect(),
        currency: context.currency.clone(),
        zone: zone.name.clone(),
    };
    let before = before.map(|before| selection.before(before));
    let goals = goals_of(workspace, &frame.filter);
    let shows_platform_events = !workspace.plan.hides_platform_events;
    let phase = workspace.plan.programme.phase;
    Asked { context, frame, selection, before, goals, shows_platform_events, phase }
}

/// The goals of those chosen: of everyone, the team or the seller, and of the persona where they are of one.
fn goals_of(workspace: &Workspace, filter: &Filter) -> Vec<Goal> {
    let of = match (&filter.seller, &filter.team) {
        (Some(seller), _) => GoalOf::Seller(seller.clone()),
        (None, Some(team)) => GoalOf::Team(team.clone()),
        (None, None) => GoalOf::All,
    };
    let is_meant = |goal: &Goal| {
        goal.of == of && goal.key.is_none() && (goal.persona.is_none() || goal.persona == filter.persona)
    };
    workspace.plan.goals.shown(&workspace.roster).filter(is_meant).collect()
}

/// The chosen sellers, with brand pages or without people. Without any page there is nothing to change.
fn with_brands(
    facts: &Facts,
    sellers: &[Sym],
    team: Option<&String>,
    chosen: Option<Vec<Sym>>,
    brand: BrandChoice,
) -> Option<Vec<Sym>> {
    let team = team.and_then(|team| facts.names.find(team));
    let is_asked = |seller: &&Sym| team.is_none() || facts.roles.team_of(**seller) == team;
    let mut all: Vec<Sym> = sellers.iter().filter(is_asked).copied().collect();
    let has_pages = all.iter().any(|seller| facts.roles.is_brand(*seller));
    match brand {
        BrandChoice::With if has_pages => {}
        BrandChoice::Only if has_pages => all.retain(|seller| facts.roles.is_brand(*seller)),
        _ => return chosen,
    }
    Some(all)
}

/// The baseline that the chosen sellers share; where none is chosen, everyone but brand pages.
fn baseline(
    workspace: &Workspace,
    facts: &Facts,
    sellers: &[Sym],
    chosen: Option<&[Sym]>,
    data_end: Option<Day>,
) -> Baseline {
    let of = |seller: &Sym| workspace.roster.baseline_of(facts.names.text(*seller));
    let days: BTreeSet<Option<Day>> =
        gather(sellers.iter().filter(|seller| facts.roles.counts(chosen, **seller)).map(of));
    match (days.first().copied().flatten(), days.last().copied().flatten()) {
        (_, None) => Baseline::None,
        (Some(first), Some(last)) if first == last => match data_end {
            Some(end) if end < first => Baseline::AfterData(first),
            _ => Baseline::Day(first),
        },
        _ => Baseline::Different,
    }
}

/// The sellers by team; all in one group where there is neither team nor brand page.
fn groups(workspace: &Workspace, facts: &Facts, sellers: &[Sym]) -> Vec<SellerGroup> {
    let named = |fits: &dyn Fn(Sym) -> bool| -> Vec<String> {
        sellers
            .iter()
            .filter(|seller| fits(**seller))
            .map(|seller| facts.names.text(*seller).to_owned())
            .collect()
    };
    let is_brand = |seller| facts.roles.is_brand(seller);
    let mut groups: Vec<SellerGroup> = (workspace.roster.teams.iter())
        .map(|team| {
            let own = facts.names.find(team);
            let is_own = |seller| own.is_some() && facts.roles.team_of(seller) == own && !is_brand(seller);
            SellerGroup { team: Some(team.clone()), is_brand: false, sellers: named(&is_own) }
        })
        .collect();
    let in_none = named(&|seller| facts.roles.team_of(seller).is_none() && !is_brand(seller));
    let pages = named(&is_brand);
    for (is_brand, sellers) in [(false, in_none), (true, pages)] {
        if !sellers.is_empty() {
            groups.push(SellerGroup { team: None, is_brand, sellers });
        }
    }
    groups
}

fn period(
    choice: PeriodChoice,
    baseline: Baseline,
    known: Option<Span>,
    data_end: Option<Day>,
) -> Option<Span> {
    let last = |days: i32| data_end.map(|to| Span { from: to.plus(1 - days), to });
    match choice {
        PeriodChoice::LastDays(days) => last(days.max(1)),
        PeriodChoice::Quarter => last(13 * 7),
        PeriodChoice::All => {
            known.map(|known| Span { from: known.from, to: data_end.unwrap_or(known.to).max(known.to) })
        }
        PeriodChoice::SinceBaseline => match baseline {
            Baseline::Day(from) => data_end.map(|to| Span { from, to }),
            _ => None,
        },
        PeriodChoice::Days(span) => Some(span).filter(|span| span.from <= span.to),
    }
}
