//! How much of what the other metrics stand on is there.
//!
//! Formula: over seven inputs, cases that have it / all cases. Of the deals created up to the end of the period: those with
//! a known source (`deal_source`), with a touch (`deal_touches`), with an amount (`deal_amount`). Of the sellers: those
//! of whom the index (`seller_ssi`), connections (`seller_connections`), messages (`seller_messages`), posts
//! (`seller_posts`) are known. The headline pools all of them. A full head-count.
//!
//! A touch is a deal's when it names the deal, its lead, its person or its company, on the day it closed or before.
//! What is known of a seller is what the files tell today: a seller counts from the first dated fact of any table on.
//! What only a check-in reports is no export.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::facts::{Day, DealRow, MISSING, RowRef, Sym, TableId, TouchRow, fold_name};
use crate::metrics::deals::Ending;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// How much of what the other metrics stand on is there.
pub static DATA_COVERAGE: Metric = Metric {
    id: "data_coverage",
    version: 1,
    section: Section::Programme,
    stage: Stage::Context,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::LevelHeads,
    by: &[Dim::Input],
    headline: None,
    needs: &[Need::Anything],
    cites: "Completeness of data as the share of filled cases, input by input; interval: Wilson 1927, JASA 22, 209",
    emit,
};

/// What is asked of each seller, and which table answers.
const OF_SELLERS: [(&str, TableId); 4] = [
    ("seller_ssi", TableId::Ssi),
    ("seller_connections", TableId::Connections),
    ("seller_messages", TableId::Messages),
    ("seller_posts", TableId::Posts),
];

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let touched = Touched::new(ctx);
    let deals = ctx.deals();
    for (case, (_, deal)) in deals.list.iter().zip(ctx.facts.rows::<DealRow>()) {
        let day = case.created.unwrap_or_else(|| deals.undated());
        let until = match case.ending {
            Ending::Closed { on, .. } => Some(on),
            _ => None,
        };
        for (input, is_there) in [
            ("deal_source", case.group.is_known()),
            ("deal_touches", touched.has(ctx, &deal, until)),
            ("deal_amount", case.amount.is_some()),
        ] {
            let keys = [samples.keys.intern(input), Key::BLANK, Key::BLANK];
            samples.add_keyed(day, case.seller, case.row, keys, What::Case(is_there));
        }
    }
    let rows = first_rows(ctx);
    for seller in ctx.coverage.sellers(ctx.facts) {
        let extents = ctx.coverage.of_seller(seller);
        let first = extents.iter().filter_map(|(_, extent)| extent.first).min().unwrap_or(ctx.today);
        let Some(any) = extents.first().and_then(|(table, _)| rows.get(&(*table, seller))) else { continue };
        for (input, table) in OF_SELLERS {
            let is_there = extents.iter().any(|(known, _)| *known == table);
            let row = rows.get(&(table, seller)).filter(|_| is_there).unwrap_or(any);
            let keys = [samples.keys.intern(input), Key::BLANK, Key::BLANK];
            samples.add_keyed(first, seller, *row, keys, What::Case(is_there));
        }
    }
}

/// The first row of each seller in each table, to be opened as an example.
fn first_rows(ctx: &Context<'_>) -> BTreeMap<(TableId, Sym), RowRef> {
    let mut first = BTreeMap::new();
    for id in TableId::ALL {
        let table = ctx.facts.table(id);
        let Some(column) = table.schema().column("seller") else { continue };
        let mut before = MISSING;
        for (row, cell) in (0u32..).zip(table.column(column)) {
            // A file's rows are mostly of one seller.
            if *cell != before
                && let Ok(seller) = u32::try_from(*cell)
            {
                first.entry((id, Sym(seller))).or_insert(RowRef { table: id, row });
            }
            before = *cell;
        }
    }
    first
}

/// The day of the earliest touch of each deal, lead, person and company.
#[derive(Default)]
struct Touched {
    deals: HashMap<Sym, Day>,
    leads: HashMap<Sym, Day>,
    people: HashMap<String, Day>,
    companies: HashMap<String, Day>,
}

impl Touched {
    fn new(ctx: &Context<'_>) -> Touched {
        let mut touched = Touched::default();
        for (_, touch) in ctx.facts.rows::<TouchRow>() {
            let Some(day) = touch.at.map(|at| ctx.day(at)) else { continue };
            let named = |id: Sym| Some(id).filter(|id| *id != Sym::BLANK);
            let called = |name: Sym| Some(fold_name(ctx.text(name))).filter(|name| !name.is_empty());
            note(&mut touched.deals, named(touch.deal_id), day);
            note(&mut touched.leads, named(touch.lead_id), day);
            note(&mut touched.people, called(touch.person), day);
            note(&mut touched.companies, called(touch.company), day);
        }
        touched
    }

    fn has(&self, ctx: &Context<'_>, deal: &DealRow, until: Option<Day>) -> bool {
        if self.deals.is_empty()
            && self.leads.is_empty()
            && self.people.is_empty()
            && self.companies.is_empty()
        {
            return false;
        }
        [
            self.deals.get(&deal.id),
            self.leads.get(&deal.lead_id),
            self.people.get(&fold_name(ctx.text(deal.person))),
            self.companies.get(&fold_name(ctx.text(deal.company))),
        ]
        .into_iter()
        .flatten()
        .any(|day| until.is_none_or(|until| *day <= until))
    }
}

/// Notes the earlier of two days; what names nothing is nothing's.
fn note<K: Eq + Hash>(days: &mut HashMap<K, Day>, key: Option<K>, day: Day) {
    let Some(key) = key else { return };
    let known = days.entry(key).or_insert(day);
    *known = day.min(*known);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Span;
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Selection, State, Stream};

    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|seller|lead_id|company|created|closed|status|amount|source",
                &[
                    "d1|Ada||Fern AB|2026-01-01|2026-02-01|Won|100|LinkedIn",
                    "d2|Ada|l1||2026-01-02||Open||(not set)",
                    "d3|Bo||Oak|2026-03-01|2026-03-05|Lost|5|",
                    "d4|Bo||||||7|",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id|lead_id|company",
                &[
                    "2026-02-01|Email|||FERN  ab",
                    "2026-01-20|Email||l1|",
                    "2026-03-06|Email|d3||",
                    "2026-01-01|Email|||",
                ],
            )
            .rows(TableId::Ssi, "seller|date|total", &["Ada|2026-01-05|60"])
            .rows(TableId::Posts, "seller|account|published_at", &["Bo|brand|2026-01-05", "Cy||2026-05-05"])
    }

    fn shares(world: &World, to: &str) -> Vec<(String, u64, u64)> {
        let (ctx, samples) = (world.context(), world.samples(&DATA_COVERAGE));
        let selection = Selection::all(Span { from: day("2026-01-01"), to: day(to) });
        let stream = Stream::new(&DATA_COVERAGE, &samples, &ctx);
        let all = ("all".to_owned(), stream.figure(&selection));
        (stream.breakdown(&selection, Dim::Input).into_iter().chain([all]))
            .map(|(key, figure)| {
                let hits = figure.value().map_or(0.0, |value| value * figure.n as f64);
                (key, hits.round() as u64, figure.n)
            })
            .collect()
    }

    #[test]
    fn each_input_is_counted_however_few_there_are() {
        let expected = [
            ("deal_amount", 3, 4),
            ("deal_source", 1, 4),
            ("deal_touches", 2, 4),
            ("seller_connections", 0, 3),
            ("seller_messages", 0, 3),
            ("seller_posts", 1, 3),
            ("seller_ssi", 1, 3),
            ("all", 8, 24),
        ];
        let expected = expected.map(|(key, hits, all)| (key.to_owned(), hits, all));
        assert_eq!(shares(&world(), "2026-06-30"), expected);
    }

    #[test]
    fn what_comes_later_is_not_counted_yet() {
        let early = shares(&world(), "2026-01-01");
        // One deal and, of the sellers, Ada alone: Bo and Cy are first heard of later.
        assert_eq!(early.last(), Some(&("all".to_owned(), 4, 7)));
    }

    #[test]
    fn without_anything_it_is_missing() {
        let world = World::default();
        let (ctx, samples) = (world.context(), world.samples(&DATA_COVERAGE));
        let selection = Selection::all(Span { from: day("2026-01-01"), to: day("2026-01-31") });
        let figure = Stream::new(&DATA_COVERAGE, &samples, &ctx).figure(&selection);
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Anything)));
    }
}
