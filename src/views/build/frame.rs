//! What a selection comes to in a workspace.

use crate::facts::{Day, Facts, Span, Sym, Zone};
use crate::metrics::{Context, Definitions, Persona, Selection};
use crate::views::{Compare, Filter, Frame, PeriodChoice};
use crate::workspace::Workspace;

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
    let known = context.coverage.default_period();
    let data_end = facts.latest_data_end().or(known.map(|known| known.to));
    let period = period(filter.period, known, data_end);
    let before = period.and_then(|period| match filter.compare {
        Compare::Before => Some(period.before()),
        Compare::YearBefore => Some(period.year_before()),
        Compare::Nothing => None,
    });
    // Where nothing is dated, every metric is missing whatever the day.
    let span = period.unwrap_or(Span { from: context.today, to: context.today });
    let selection = Selection { sellers: seller.map(|seller| vec![seller]), ..Selection::all(span) };
    let frame = Frame {
        workspace: workspace.name.clone(),
        is_sample: workspace.is_sample,
        is_empty: workspace.is_empty(),
        filter: Filter {
            seller: seller.map(|seller| facts.names.text(seller).to_owned()),
            persona: persona.map(|persona| persona.name.clone()),
            ..filter.clone()
        },
        period,
        before,
        known,
        data_end,
        sellers: sellers.iter().map(|seller| facts.names.text(*seller).to_owned()).collect(),
        personas: definitions.personas.iter().map(|persona| persona.name.clone()).collect(),
        currency: context.currency.clone(),
        zone: zone.name.clone(),
    };
    let before = before.map(|before| selection.over(before));
    Asked { context, frame, selection, before }
}

fn period(choice: PeriodChoice, known: Option<Span>, data_end: Option<Day>) -> Option<Span> {
    let last = |days: i32| data_end.map(|to| Span { from: to.plus(1 - days), to });
    match choice {
        PeriodChoice::LastDays(days) => last(days.max(1)),
        PeriodChoice::Quarter => last(13 * 7),
        PeriodChoice::All => {
            known.map(|known| Span { from: known.from, to: data_end.unwrap_or(known.to).max(known.to) })
        }
        PeriodChoice::Days(span) => Some(span).filter(|span| span.from <= span.to),
    }
}
