//! One's own figure beside each number. Whatever the catalogue counts comes from its metrics through the aggregator;
//! what is made here is only what holds two of their figures against each other.

use super::super::network::{Told, of_sellers};
use super::super::{Asked, high_low, mutual, quota};
use crate::metrics::{
    Benchmark, Dim, Doubt, Figure, Meant, Missing, Need, Quantity, SourceGroup, State, Trial, Unit, share,
};
use crate::stats::{self, Estimate, RESAMPLES};
use crate::views::{HIGH_SSI, HighFrom, HighLow, Mine, QuotaGroup};
use crate::workspace::Workspace;

const SHARE: Meant = Meant::Plain(Unit::Ratio);
/// Seed of the interval of a mean over sellers.
const SEED: u64 = 0x5EED;
/// Resampled means are kept in thousandths.
const THOUSANDTHS: f64 = 1_000.0;
/// The platform of the two numbers on where buyers share.
const LINKEDIN: &str = "linkedin";

/// The figure, and why nothing can be told where the figure itself does not say it.
type Found = (Mine, Option<Doubt>);

/// One's own figure beside a number of the library.
pub(super) fn of_library(workspace: &Workspace, asked: &Asked<'_>, listed: &Benchmark) -> Found {
    match listed.id {
        "ssi_98" => (high_sellers(asked), None),
        "ssi_opportunities" => (opportunities(asked), None),
        "ssi_quota" => quota_reached(workspace, asked),
        "connections_930" => (mean_connections(asked), None),
        "mix_linkedin" => (mix(asked, &|platform| platform == LINKEDIN), None),
        "mix_others" => (mix(asked, &|platform| platform != LINKEDIN), None),
        "mutual_70" => mutual_mention(workspace, asked),
        "referral_odds" => (of_metric(asked, "referral_odds_ratio"), None),
        "referral_70" => (referred_leads(asked), None),
        "referral_84" => (referred_deals(asked), None),
        "roi_15" => (of_metric(asked, "roi"), None),
        "outsell_78" => (outselling(asked), None),
        _ => (nothing(), (listed.trial != Trial::NotInFiles).then_some(Doubt::NoFigure)),
    }
}

/// A metric's figure of the period.
pub(super) fn of_metric(asked: &Asked<'_>, id: &str) -> Mine {
    let Some(told) = Told::of(asked, id) else { return nothing() };
    let figure = told.stream(asked).figure(&asked.selection);
    Mine { metric: Some(id.to_owned()), ..plain(Meant::Plain(told.metric.unit), figure) }
}

fn plain(measure: Meant, figure: Figure) -> Mine {
    Mine { figure, measure, metric: None, groups: None, border: None }
}

fn nothing() -> Mine {
    plain(SHARE, Figure::missing(Missing::NothingInPeriod))
}

/// A metric's figure, where it is missing; it says which file would bring it.
fn why_missing(asked: &Asked<'_>, id: &str) -> Figure {
    let figure = of_metric(asked, id).figure;
    match figure.state {
        State::Missing(_) => figure,
        _ => Figure::missing(Missing::NothingInPeriod),
    }
}

fn count(list: usize) -> u64 {
    u64::try_from(list).unwrap_or(u64::MAX)
}

fn need(asked: &Asked<'_>) -> u32 {
    asked.context.definitions.rate_needs
}

/// A value with its interval. Where the interval cannot be made (a group without a single hit), n alone is said.
fn estimated(estimate: Option<Estimate>, n: u64) -> Figure {
    match estimate {
        Some(estimate) => Figure {
            low: Some(Quantity::Number(estimate.low)),
            high: Some(Quantity::Number(estimate.high)),
            ..Figure::of(State::Value(Quantity::Number(estimate.value)), n)
        },
        None => Figure::of(State::Missing(Missing::NothingInPeriod), n),
    }
}

/// So many times as much, as so much more.
fn as_more(times: Estimate) -> Estimate {
    Estimate { value: times.value - 1.0, low: times.low - 1.0, high: times.high - 1.0 }
}

/// The newest reading of each seller: how many stand at 70 or above.
fn high_sellers(asked: &Asked<'_>) -> Mine {
    let Some(told) = Told::of(asked, "ssi") else { return nothing() };
    let sellers = told.stream(asked).breakdown(&asked.selection, Dim::Seller);
    let readings: Vec<f64> = sellers.iter().filter_map(|(_, figure)| figure.value()).collect();
    let figure = if readings.is_empty() {
        why_missing(asked, "ssi")
    } else {
        let high = readings.iter().filter(|index| **index >= HIGH_SSI).count();
        share(count(high), count(readings.len()), need(asked))
    };
    Mine { metric: Some("ssi".into()), ..plain(SHARE, figure) }
}

/// Deals created in a seller-month at a high index against those in one at a low index: at 70 as it is quoted, or at
/// the own median where too few months lie on one side of 70.
fn opportunities(asked: &Asked<'_>) -> Mine {
    let at_seventy = high_low::high_low(asked, HighFrom::Seventy);
    let test = if at_seventy.high.rate.is_some() && at_seventy.low.rate.is_some() {
        at_seventy
    } else {
        high_low::high_low(asked, HighFrom::OwnMedian)
    };
    let HighLow { high, low, need, border, .. } = test;
    let n = u64::from(high.months) + u64::from(low.months);
    let figure = match high.rate.zip(low.rate) {
        Some((high, low)) => estimated(times(high, low).map(as_more), n),
        None if n == 0 => {
            let of_ssi = why_missing(asked, "ssi");
            let is_known = matches!(of_ssi.state, State::Missing(Missing::NothingInPeriod));
            if is_known { why_missing(asked, "deals_created") } else { of_ssi }
        }
        None => Figure::of(State::TooFew { need }, n),
    };
    Mine {
        metric: Some("deals_created".into()),
        groups: (n > 0).then_some([(None, u64::from(high.months)), (None, u64::from(low.months))]),
        border,
        ..plain(Meant::More, figure)
    }
}

/// Months and quarters with a quota: how often it was reached at a high index, against a low one. The border is chosen
/// as for opportunities.
fn quota_reached(workspace: &Workspace, asked: &Asked<'_>) -> Found {
    let at_seventy = quota::quota_test(workspace, asked, HighFrom::Seventy);
    let test = if at_seventy.high.share.is_some() && at_seventy.low.share.is_some() {
        at_seventy
    } else {
        quota::quota_test(workspace, asked, HighFrom::OwnMedian)
    };
    if !test.has_quotas {
        return (nothing(), Some(Doubt::NoQuota));
    }
    let counts = |group: QuotaGroup| (u64::from(group.reached), u64::from(group.cases));
    let ((k1, n1), (k2, n2)) = (counts(test.high), counts(test.low));
    let n = n1 + n2;
    let figure = match test.high.share.zip(test.low.share) {
        Some(_) => estimated(stats::risk_ratio(k1, n1, k2, n2).map(as_more), n),
        None if n == 0 => why_missing(asked, "ssi"),
        None => Figure::of(State::TooFew { need: test.need }, n),
    };
    let mine = Mine {
        metric: Some("deals_won".into()),
        groups: (n > 0).then_some([(Some(k1), n1), (Some(k2), n2)]),
        border: test.border,
        ..plain(Meant::More, figure)
    };
    (mine, None)
}

fn times(high: (f64, f64, f64), low: (f64, f64, f64)) -> Option<Estimate> {
    let estimate = |(value, low, high): (f64, f64, f64)| Estimate { value, low, high };
    let interval = stats::ratio(estimate(high), estimate(low))?;
    Some(Estimate { value: high.0 / low.0, low: interval.low, high: interval.high })
}

/// The mean of the sellers' connections; its interval is drawn over the sellers.
fn mean_connections(asked: &Asked<'_>) -> Mine {
    let Some(told) = Told::of(asked, "connections") else { return nothing() };
    let sellers = told.stream(asked).breakdown(&asked.selection, Dim::Seller);
    let sizes: Vec<f64> = sellers.iter().filter_map(|(_, figure)| figure.value()).collect();
    let n = count(sizes.len());
    let figure = match stats::mean(&sizes) {
        None => why_missing(asked, "connections"),
        Some(_) if n < u64::from(need(asked)) => Figure::of(State::TooFew { need: need(asked) }, n),
        Some(mean) => {
            let rows: Vec<i128> = sizes.iter().map(|size| (size * THOUSANDTHS) as i128).collect();
            let limit = |limit: i128| limit as f64 / THOUSANDTHS;
            let interval = stats::bootstrap_mean_i128(&rows, RESAMPLES, SEED);
            let estimate = interval.map(|interval| Estimate {
                value: mean,
                low: limit(interval.low),
                high: limit(interval.high),
            });
            estimated(estimate, n)
        }
    };
    Mine { metric: Some("connections".into()), ..plain(Meant::Plain(Unit::Count), figure) }
}

/// The part of one's own posts that was shared on some platforms.
fn mix(asked: &Asked<'_>, wanted: &dyn Fn(&str) -> bool) -> Mine {
    let Some(told) = Told::of(asked, "posts_shared") else { return nothing() };
    let posts = told.stream(asked).breakdown(&asked.selection, Dim::Platform);
    let sum = |part: &dyn Fn(&str) -> bool| -> u64 {
        posts.iter().filter(|(platform, _)| part(platform)).map(|(_, figure)| figure.n).sum()
    };
    let all = sum(&|_| true);
    let figure =
        if all == 0 { why_missing(asked, "posts_shared") } else { share(sum(wanted), all, need(asked)) };
    Mine { metric: Some("posts_shared".into()), ..plain(SHARE, figure) }
}

/// Meetings after first messages that name a mutual connection, against the others.
fn mutual_mention(workspace: &Workspace, asked: &Asked<'_>) -> Found {
    let view = mutual::mutual(workspace, asked);
    let cases = |figure: &Option<Figure>| {
        let figure = figure.as_ref()?;
        Some((figure.numerator.map(|hits| hits.to_f64() as u64), figure.n))
    };
    let (with, without) = (cases(&view.with), cases(&view.without));
    let n = with.map_or(0, |(_, n)| n) + without.map_or(0, |(_, n)| n);
    let groups = (n > 0).then(|| [with.unwrap_or((None, 0)), without.unwrap_or((None, 0))]);
    let figure = match view.ratio {
        Some((value, low, high)) => estimated(Some(as_more(Estimate { value, low, high })), n),
        None if n > 0 => Figure::of(State::TooFew { need: need(asked) }, n),
        None => why_missing(asked, "messages_sent"),
    };
    let is_unmarked = n == 0 && view.unsaid > 0;
    let mine = Mine { metric: Some("meetings".into()), groups, ..plain(Meant::More, figure) };
    (mine, is_unmarked.then_some(Doubt::NotMarked))
}

/// Leads of referrals that became customers, against those of the other known sources.
fn referred_leads(asked: &Asked<'_>) -> Mine {
    let Some(told) = Told::of(asked, "lead_conversion_rate") else { return nothing() };
    let stream = told.stream(asked);
    let of = |wanted: &dyn Fn(SourceGroup) -> bool| {
        let figure = stream
            .figure_where(&asked.selection, Dim::Source, &|key| SourceGroup::by_id(key).is_some_and(wanted));
        (figure.numerator.map_or(0, |hits| hits.to_f64() as u64), figure.n)
    };
    let (k1, n1) = of(&|group| group == SourceGroup::Referral);
    let (k2, n2) = of(&|group| group.is_known() && group != SourceGroup::Referral);
    let n = n1 + n2;
    let enough = u64::from(need(asked));
    let figure = if n == 0 {
        why_missing(asked, "lead_conversion_rate")
    } else if n1 < enough || n2 < enough || k1 == 0 || k2 == 0 {
        Figure::of(State::TooFew { need: need(asked) }, n)
    } else {
        estimated(stats::risk_ratio(k1, n1, k2, n2).map(as_more), n)
    };
    Mine {
        metric: Some("lead_conversion_rate".into()),
        groups: (n > 0).then_some([(Some(k1), n1), (Some(k2), n2)]),
        ..plain(Meant::More, figure)
    }
}

/// Deals created that came from a referral, of all whose source is known. Those lost stay in.
fn referred_deals(asked: &Asked<'_>) -> Mine {
    let Some(told) = Told::of(asked, "deals_created") else { return nothing() };
    let stream = told.stream(asked);
    let of = |wanted: &dyn Fn(SourceGroup) -> bool| {
        let figure = stream
            .figure_where(&asked.selection, Dim::Source, &|key| SourceGroup::by_id(key).is_some_and(wanted));
        figure.value().map_or(0, |deals| deals as u64)
    };
    let known = of(&|group| group.is_known());
    let figure = if known == 0 {
        why_missing(asked, "deals_created")
    } else {
        share(of(&|group| group == SourceGroup::Referral), known, need(asked))
    };
    Mine { metric: Some("deals_created".into()), ..plain(SHARE, figure) }
}

/// Sellers with a post in the period who won more deals than the median of those without one.
fn outselling(asked: &Asked<'_>) -> Mine {
    let context = &asked.context;
    let chosen = asked.selection.sellers.as_deref();
    let sellers = context.coverage.sellers(context.facts);
    let names: Vec<String> = (sellers.into_iter())
        .filter(|seller| context.facts.roles.counts(chosen, *seller))
        .map(|seller| context.text(seller).to_owned())
        .collect();
    let posts = of_sellers(asked, "posts_shared", &names);
    let won = of_sellers(asked, "deals_won", &names);
    let (mut social, mut others) = (Vec::new(), Vec::new());
    for (posts, won) in posts.iter().zip(&won) {
        if let (Some(posts), Some(won)) = (posts.value(), won.value()) {
            if posts > 0.0 { &mut social } else { &mut others }.push(won);
        }
    }
    let (n, peers) = (count(social.len()), count(others.len()));
    let ahead = |median: f64| count(social.iter().filter(|won| **won > median).count());
    let enough = u64::from(need(asked));
    let figure = match stats::median(&others) {
        Some(median) if n >= enough && peers >= enough => share(ahead(median), n, need(asked)),
        _ if n + peers > 0 => Figure::of(State::TooFew { need: need(asked) }, n.min(peers)),
        _ => match why_missing(asked, "posts_shared").state {
            State::Missing(Missing::NoFacts(Need::Posts)) => why_missing(asked, "posts_shared"),
            _ => why_missing(asked, "deals_won"),
        },
    };
    Mine {
        metric: Some("deals_won".into()),
        groups: (n + peers > 0).then_some([(None, n), (None, peers)]),
        ..plain(SHARE, figure)
    }
}
