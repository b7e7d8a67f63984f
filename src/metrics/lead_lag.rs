//! Does activity come before results, and how many weeks before?
//!
//! Every leading count, week by week and seller by seller, is held against the deals created and won 0 to 26 weeks later.
//! The many questions are corrected for together: what is called a finding would be chance in one workspace of twenty.

use std::collections::BTreeMap;

use super::deals::{DEALS_CREATED, DEALS_WON};
use super::meetings::REFERRALS;
use super::{Context, Kind, Metric, REGISTRY, Selection, Stage, Stream};
use crate::facts::{Bucket, Day, Span, Sym};
use crate::stats::{self, LagCurve, Pair};

/// The longest lag, in weeks.
pub const LAGS: usize = 26;
/// Weeks in which something happened that a series needs, over all sellers.
const LEAST_ACTIVE_WEEKS: usize = 10;
/// At most so many findings in a hundred are chance.
const LEVEL: f64 = 0.05;

/// By how many weeks a series runs ahead of an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The lag that chance is least likely to bring.
    pub weeks: usize,
    /// First of the lags around it that it cannot be told apart from.
    pub low: usize,
    /// Last of them.
    pub high: usize,
}

/// One leading series held against one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Metric id of the leading series.
    pub series: &'static str,
    /// Metric id of the outcome.
    pub outcome: &'static str,
    /// Sellers of whom both are known.
    pub sellers: usize,
    /// Weeks of them together.
    pub seller_weeks: usize,
    /// Correlation by lag with what chance brings; none where there is too little to compare.
    pub curve: Option<LagCurve>,
    /// Probability at the best lag, corrected for all series, outcomes and lags.
    pub p: Option<f64>,
    /// What is found; none where nothing is visible yet.
    pub finding: Option<Finding>,
}

impl Tested {
    /// Pairs of weeks compared at the best lag.
    pub fn pairs(&self) -> Option<usize> {
        self.curve.as_ref()?.best_point().map(|point| point.pairs)
    }
}

/// All leading series of which something is known against both outcomes; empty where there are no such series or no
/// deals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeadLag {
    /// By outcome, series in the order of the registry.
    pub tested: Vec<Tested>,
}

/// One seller's whole weeks.
type Weeks = BTreeMap<Day, f64>;

/// Tests every leading series against both outcomes over whole weeks of a span.
pub fn lead_lag(context: &Context<'_>, sellers: Option<&[Sym]>, span: Span) -> LeadLag {
    let whom = whom(context, sellers);
    let leading: Vec<(&'static str, Vec<Weeks>)> = REGISTRY
        .iter()
        .filter(|metric| is_leading_count(metric))
        .map(|metric| (metric.id, weeks(context, metric, &whom, span)))
        .filter(|(_, weeks)| weeks.iter().any(|weeks| !weeks.is_empty()))
        .collect();
    let mut tested = Vec::new();
    for outcome in [&DEALS_CREATED, &DEALS_WON] {
        let results = weeks(context, outcome, &whom, span);
        if results.iter().all(BTreeMap::is_empty) {
            continue;
        }
        for (series, leading) in &leading {
            let pairs: Vec<Pair> = leading.iter().zip(&results).filter_map(|(a, b)| pair(a, b)).collect();
            let enough = [|pair: &Pair| active(&pair.leading), |pair: &Pair| active(&pair.outcome)]
                .iter()
                .all(|of| pairs.iter().map(of).sum::<usize>() >= LEAST_ACTIVE_WEEKS);
            tested.push(Tested {
                series,
                outcome: outcome.id,
                sellers: pairs.len(),
                seller_weeks: pairs.iter().map(|pair| pair.leading.len()).sum(),
                curve: enough.then(|| stats::lag_curve(&pairs, LAGS)).flatten(),
                p: None,
                finding: None,
            });
        }
    }
    correct(&mut tested);
    LeadLag { tested }
}

/// Corrects the probabilities of all lags together, and names what is left.
fn correct(tested: &mut [Tested]) {
    let all: Vec<f64> = tested
        .iter()
        .flat_map(|tested| tested.curve.iter().flat_map(|curve| curve.points.iter().map(|point| point.p)))
        .collect();
    let corrected = stats::benjamini_hochberg(&all);
    let mut rest = corrected.as_slice();
    for tested in tested {
        let Some(curve) = &tested.curve else { continue };
        let (own, others) = rest.split_at(curve.points.len().min(rest.len()));
        rest = others;
        tested.p = own.get(curve.best).copied();
        tested.finding = tested.p.filter(|p| *p <= LEVEL).map(|_| Finding {
            weeks: curve.best,
            low: curve.like_best.0,
            high: curve.like_best.1,
        });
    }
}

/// Counts of what sellers do. Referrals are left out: they count leads and deals, and so hold the outcome itself.
fn is_leading_count(metric: &Metric) -> bool {
    let is_count = matches!(metric.kind, Kind::Count | Kind::LayeredCount);
    metric.stage == Stage::Leading && is_count && metric.id != REFERRALS.id
}

/// The chosen sellers, one by one. Where no deal says whose it is, everyone together.
fn whom(context: &Context<'_>, sellers: Option<&[Sym]>) -> Vec<Option<Sym>> {
    let with_deals =
        context.coverage.sellers_of(DEALS_CREATED.needs.first().map_or(&[], |need| need.tables()));
    let roles = &context.facts.roles;
    if with_deals.is_empty() && sellers.is_none() {
        return vec![None];
    }
    with_deals.into_iter().filter(|seller| roles.counts(sellers, *seller)).map(Some).collect()
}

/// A count per whole week for each of them.
fn weeks(context: &Context<'_>, metric: &'static Metric, whom: &[Option<Sym>], span: Span) -> Vec<Weeks> {
    let samples = metric.samples(context);
    let stream = Stream::new(metric, &samples, context);
    whom.iter()
        .map(|seller| {
            let sellers = seller.map(|seller| vec![seller]);
            let selection = Selection { sellers, ..Selection::all(span) };
            let points = stream.series(&selection, Bucket::Week);
            points
                .into_iter()
                .filter(|point| point.span.days() == 7)
                .filter_map(|point| Some((point.from, point.figure.value()?)))
                .collect()
        })
        .collect()
}

/// The longest run of weeks of which both are known.
fn pair(leading: &Weeks, outcome: &Weeks) -> Option<Pair> {
    let both: Vec<(Day, f64, f64)> =
        leading.iter().filter_map(|(week, lead)| Some((*week, *lead, *outcome.get(week)?))).collect();
    let longest = both.chunk_by(|a, b| a.0.plus(7) == b.0).max_by_key(|run| run.len())?;
    Some(Pair {
        leading: longest.iter().map(|(_, lead, _)| *lead).collect(),
        outcome: longest.iter().map(|(.., outcome)| *outcome).collect(),
    })
}

fn active(weeks: &[f64]) -> usize {
    weeks.iter().filter(|count| **count > 0.0).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};
    use crate::stats::Random;

    const SELLERS: [&str; 3] = ["Ada", "Bo", "Cy"];
    /// The environment variable with the number of workspaces of noise; 50 without it.
    const NOISE_WORLDS: &str = "RAPPORT_NOISE_WORLDS";

    fn weekly(random: &mut Random, weeks: usize, most: u32) -> Vec<u32> {
        (0..weeks).map(|_| random.below(most + 1)).collect()
    }

    /// Three sellers with random weeks. With a lag, their meetings bring deals so many weeks later.
    fn world(seed: u64, weeks: usize, lag: Option<usize>) -> World {
        let mut random = Random::new(seed);
        let mut world = World::default().today("2026-12-31");
        let first = day("2025-01-06");
        for (at, seller) in SELLERS.iter().enumerate() {
            let [connections, posts, comments, meetings] =
                [4, 3, 5, 2].map(|most| weekly(&mut random, weeks, most));
            let [created, won] = [2, 1].map(|most| weekly(&mut random, weeks, most));
            let row = |week: usize, rest: &str| {
                let day = first.plus(i32::try_from(7 * week + 2).unwrap()).iso();
                format!("{seller}|{day}|{rest}")
            };
            let rows = |counts: &[u32], rest: &dyn Fn(usize) -> String| -> Vec<String> {
                let mut rows = Vec::new();
                for (week, count) in counts.iter().enumerate() {
                    rows.extend((0..*count).map(|n| row(week, &rest(week * 10 + n as usize))));
                }
                rows
            };
            let add = |world: World, table, header: &str, rows: Vec<String>| {
                let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
                world.rows(table, header, &rows)
            };
            world = add(
                world,
                TableId::Connections,
                "seller|connected_on|name",
                rows(&connections, &|n| format!("P{n}")),
            );
            world = add(
                world,
                TableId::Posts,
                "seller|published_at|post_id",
                rows(&posts, &|n| format!("{at}-{n}")),
            );
            world = add(world, TableId::Activity, "seller|date|kind", rows(&comments, &|_| "comment".into()));
            world = add(world, TableId::Meetings, "seller|date|status", rows(&meetings, &|_| "held".into()));
            let mut deals = rows(&created, &|n| format!("c{at}-{n}|Open|"));
            for (week, count) in won.iter().enumerate() {
                let brought = lag.and_then(|lag| week.checked_sub(lag)).map_or(0, |week| meetings[week]);
                deals.extend((0..count + brought).map(|n| {
                    let closed = first.plus(i32::try_from(7 * week + 3).unwrap()).iso();
                    format!("{seller}||w{at}-{week}-{n}|Won|{closed}")
                }));
            }
            world = add(world, TableId::Deals, "seller|created|id|status|closed", deals);
            let last = first.plus(i32::try_from(7 * weeks - 1).unwrap()).iso();
            for table in
                [TableId::Connections, TableId::Posts, TableId::Activity, TableId::Meetings, TableId::Deals]
            {
                world = world.known_until(table, seller, &last);
            }
        }
        world
    }

    fn of(world: &World) -> LeadLag {
        let span = Span { from: day("2025-01-06"), to: day("2026-12-31") };
        lead_lag(&world.context(), None, span)
    }

    #[test]
    fn a_planted_lag_is_found_and_nothing_else() {
        let found: Vec<(&str, &str, usize)> = of(&world(7, 80, Some(9)))
            .tested
            .iter()
            .filter_map(|tested| Some((tested.series, tested.outcome, tested.finding?.weeks)))
            .collect();
        assert_eq!(found, [("meetings", "deals_won", 9)]);
    }

    #[test]
    fn what_is_found_says_how_sure_it_is() {
        let all = of(&world(8, 80, Some(9)));
        let meetings =
            all.tested.iter().find(|tested| tested.series == "meetings" && tested.outcome == "deals_won");
        let meetings = meetings.unwrap();
        let finding = meetings.finding.unwrap();
        assert!(finding.low <= 9 && 9 <= finding.high && finding.high - finding.low <= 4, "{finding:?}");
        assert!(meetings.p.unwrap() < 0.01);
        assert_eq!((meetings.sellers, meetings.pairs()), (3, Some(meetings.seller_weeks - 3 * 9)));
        assert!(meetings.seller_weeks >= 3 * 78);
    }

    /// The findings in so many workspaces of noise, by the seed of each.
    fn found_in_noise(worlds: u64) -> Vec<(u64, String)> {
        let found = |seed: u64| {
            let all = of(&world(100 + seed, 80, None)).tested;
            let found = all.iter().find(|tested| tested.finding.is_some()).cloned();
            found.map(|found| {
                (seed, format!("{} {} {:?} {:?}", found.series, found.outcome, found.finding, found.p))
            })
        };
        (0..worlds).filter_map(found).collect()
    }

    /// At most one in twenty. Only leads are claimed, so it is about half of that. How many workspaces are made
    /// is [`NOISE_WORLDS`]'s to say.
    #[test]
    fn noise_brings_no_finding() {
        let worlds = std::env::var(NOISE_WORLDS).ok().map_or(50, |count| count.parse().unwrap());
        let found = found_in_noise(worlds);
        assert!(worlds > 0 && found.len() as u64 <= worlds / 20, "{worlds}: {found:#?}");
    }

    #[test]
    fn too_little_is_not_tested() {
        let all = of(&world(1, 30, None));
        assert!(!all.tested.is_empty());
        assert!(all.tested.iter().all(|tested| tested.curve.is_none() && tested.p.is_none()));
        let nobody = World::default().rows(TableId::Connections, "seller|connected_on", &["Ada|2025-01-06"]);
        assert_eq!(of(&nobody), LeadLag::default());
    }

    #[test]
    fn deals_that_are_nobodys_are_held_against_everyone() {
        let rows: Vec<String> = (0..80)
            .flat_map(|week| {
                let day = day("2025-01-06").plus(7 * week).iso();
                (0..1 + week % 3).map(move |n| format!("d{week}-{n}|{day}|Open"))
            })
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let mut alone = World::default().today("2026-12-31").rows(TableId::Deals, "id|created|status", &rows);
        let posts: Vec<String> = (0..160)
            .map(|n| format!("Ada|{}|{n}", day("2025-01-06").plus(n * n % 7 + 7 * (n / 2)).iso()))
            .collect();
        let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
        alone = alone.rows(TableId::Posts, "seller|published_at|post_id", &posts);
        let all = of(&alone);
        let shared = all.tested.iter().find(|tested| tested.series == "posts_shared").unwrap();
        assert_eq!(shared.sellers, 1);
    }
}
