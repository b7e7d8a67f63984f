//! What each seller does, and the fair average of those who are active.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use crate::facts::{Bucket, Day, Span, Sym, TableId, sort_list};
use crate::metrics::{Adoption, Dim, Selection, Stream, metric};
use crate::views::{SellerActivity, TeamAverage};

/// Weeks that the stage looks back.
const WEEKS: i32 = 8;
/// What shows that a seller was active in a week.
const ACTIVITY: [&str; 3] = ["posts_shared", "comments_given", "conversations_started"];
/// What is counted of each seller.
const COUNTED: [&str; 4] = ["posts_shared", "conversations_started", "connections_new", "meetings"];
/// What a seller brings; a file of the whole firm's (leads, deals) is nobody's to be late with.
const INPUTS: [TableId; 6] = [
    TableId::Ssi,
    TableId::Connections,
    TableId::Messages,
    TableId::Posts,
    TableId::Meetings,
    TableId::Checkins,
];

/// The chosen sellers, brand pages left out, by name.
pub fn sellers_of(asked: &Asked<'_>) -> Vec<Sym> {
    let roles = &asked.context.facts.roles;
    let chosen = asked.selection.sellers.as_deref();
    let all = asked.context.coverage.sellers(asked.context.facts);
    all.into_iter().filter(|seller| roles.counts(chosen, *seller)).collect()
}

/// The averages, and the sellers behind them.
pub fn team(asked: &Asked<'_>, ranks: bool) -> (Vec<TeamAverage>, Vec<SellerActivity>) {
    let sellers = sellers_of(asked);
    let weeks = weeks_of(asked, &sellers);
    let counts: Vec<BTreeMap<String, f64>> = COUNTED.iter().map(|id| counts(asked, id)).collect();
    let checkins = checkins(asked);
    let names = &asked.context.facts.names;
    let mut lines: Vec<SellerActivity> = (sellers.iter())
        .map(|seller| {
            let name = names.text(*seller).to_owned();
            let (active, known) = weeks.get(seller).copied().unwrap_or_default();
            SellerActivity {
                stage: Adoption::of(active, known),
                weeks: (active, known),
                values: counts.iter().map(|counts| counts.get(&name).copied()).collect(),
                checkins: checkins.get(&name).copied(),
                oldest: oldest(asked, *seller),
                seller: name,
            }
        })
        .collect();
    let active: Vec<&SellerActivity> =
        lines.iter().filter(|line| !matches!(line.stage, Adoption::Unknown | Adoption::NotBegun)).collect();
    let average = |(place, id): (usize, &&str)| {
        let known: Vec<f64> =
            active.iter().filter_map(|line| line.values.get(place).copied().flatten()).collect();
        TeamAverage {
            id: (*id).to_owned(),
            average: crate::stats::mean(&known),
            known: number(known.len()),
            active: number(active.len()),
        }
    };
    let averages = COUNTED.iter().enumerate().map(average).collect();
    if ranks {
        // Weeks first, then what was counted; names decide between equals.
        let rank = |line: &SellerActivity| {
            let sum: f64 = line.values.iter().flatten().sum();
            (line.stage, sum)
        };
        sort_list(&mut lines, |a, b| {
            let ((stage_a, sum_a), (stage_b, sum_b)) = (rank(a), rank(b));
            stage_b.cmp(&stage_a).then(sum_b.total_cmp(&sum_a)).then_with(|| a.seller.cmp(&b.seller))
        });
    }
    (averages, lines)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Of the last whole weeks those with activity, and those of which anything is known.
fn weeks_of(asked: &Asked<'_>, sellers: &[Sym]) -> BTreeMap<Sym, (u32, u32)> {
    let end = asked.selection.span.to.min(asked.frame.data_end.unwrap_or(asked.selection.span.to));
    // The week of the last day counts where it is over.
    let monday = end.plus(1).week_start();
    let span = Span { from: monday.plus(-7 * WEEKS), to: monday.plus(-1) };
    let mut active: BTreeMap<Sym, BTreeSet<Day>> = BTreeMap::new();
    let mut known: BTreeMap<Sym, BTreeSet<Day>> = BTreeMap::new();
    for metric in ACTIVITY.iter().filter_map(|id| metric(id)) {
        let samples = metric.samples(&asked.context);
        let stream = Stream::new(metric, &samples, &asked.context);
        for seller in sellers {
            for point in stream.series(&Selection::of_seller(span, *seller), Bucket::Week) {
                if let Some(count) = point.figure.value() {
                    known.entry(*seller).or_default().insert(point.from);
                    if count > 0.0 {
                        active.entry(*seller).or_default().insert(point.from);
                    }
                }
            }
        }
    }
    let count =
        |weeks: &BTreeMap<Sym, BTreeSet<Day>>, seller: &Sym| weeks.get(seller).map_or(0, |w| number(w.len()));
    sellers.iter().map(|seller| (*seller, (count(&active, seller), count(&known, seller)))).collect()
}

/// A metric of the period by seller, where it is known.
fn counts(asked: &Asked<'_>, id: &str) -> BTreeMap<String, f64> {
    let Some(metric) = metric(id) else { return BTreeMap::new() };
    let samples = metric.samples(&asked.context);
    let stream = Stream::new(metric, &samples, &asked.context);
    let rows = stream.breakdown(&asked.selection, Dim::Seller).into_iter();
    rows.filter_map(|(seller, figure)| Some((seller, figure.value()?))).collect()
}

/// Check-ins received and due, by seller.
fn checkins(asked: &Asked<'_>) -> BTreeMap<String, (u32, u32)> {
    let Some(metric) = metric("checkins_received") else { return BTreeMap::new() };
    let samples = metric.samples(&asked.context);
    let stream = Stream::new(metric, &samples, &asked.context);
    let rows = stream.breakdown(&asked.selection, Dim::Seller).into_iter();
    rows.filter_map(|(seller, figure)| {
        let due = u32::try_from(figure.n).ok()?;
        // Head-counts are whole numbers.
        let received = figure.numerator?.to_f64().round() as u32;
        figure.value().map(|_| (seller, (received, due)))
    })
    .collect()
}

/// The table of a seller's that goes least far.
fn oldest(asked: &Asked<'_>, seller: Sym) -> Option<(TableId, Day, i32)> {
    let end = asked.frame.data_end?;
    let tables = asked.context.coverage.of_seller(seller).into_iter();
    tables
        .filter(|(table, _)| INPUTS.contains(table))
        .filter_map(|(table, extent)| Some((table, extent.end?)))
        .min_by_key(|(_, day)| *day)
        .map(|(table, day)| (table, day, (end.0 - day.0).max(0)))
}
