//! Whose network grows while no business comes of it.

use super::Asked;
use crate::facts::{Span, Sym, sort_list};
use crate::metrics::{Metric, Samples, Selection, Stream, metric, stalled};
use crate::views::{FriendLine, FriendsView, StalledLine};

/// From so many points on the index rises.
const POINTS: f64 = 1.0;
/// From such a share on the network grows.
const GROWTH: f64 = 0.03;
/// Contacts that are listed of a seller.
const MOST_CONTACTS: usize = 20;

/// The weeks up to the end of the period, seller by seller.
pub fn friends_view(asked: &Asked<'_>, weeks: u32) -> FriendsView {
    let weeks = weeks.clamp(2, 104);
    let Some(period) = asked.frame.period else {
        return FriendsView { frame: asked.frame.clone(), weeks, ..FriendsView::default() };
    };
    let days = i32::try_from(weeks * 7).unwrap_or(i32::MAX);
    let span = Span { from: period.to.plus(1 - days), to: period.to };
    let context = &asked.context;
    let known = Known::new(asked);
    let mut lines: Vec<FriendLine> = (context.coverage.sellers(context.facts).into_iter())
        .filter(|seller| context.facts.roles.counts(asked.selection.sellers.as_deref(), *seller))
        .map(|seller| line(asked, &known, seller, span))
        .collect();
    let place = |line: &FriendLine| match line.is_stuck {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    };
    sort_list(&mut lines, |a, b| place(a).cmp(&place(b)).then_with(|| a.seller.cmp(&b.seller)));
    FriendsView { frame: asked.frame.clone(), span: Some(span), weeks, lines }
}

/// The metrics that are asked of every seller, their samples made once.
struct Known {
    of: Vec<(&'static Metric, Samples)>,
}

impl Known {
    fn new(asked: &Asked<'_>) -> Known {
        let ids = ["ssi", "connections", "warm_conversations", "meetings", "deals_created"];
        let metrics = ids.into_iter().filter_map(metric);
        Known { of: metrics.map(|metric| (metric, metric.samples(&asked.context))).collect() }
    }

    fn value(&self, asked: &Asked<'_>, id: &str, seller: Sym, span: Span) -> Option<f64> {
        let (metric, samples) = self.of.iter().find(|(metric, _)| metric.id == id)?;
        let stream = Stream::new(metric, samples, &asked.context);
        stream.figure(&Selection::of_seller(span, seller)).value()
    }
}

fn line(asked: &Asked<'_>, known: &Known, seller: Sym, span: Span) -> FriendLine {
    let context = &asked.context;
    let before = Span { from: span.from.plus(-1), to: span.from.plus(-1) };
    let both = |id: &str| {
        let first = known.value(asked, id, seller, before)?;
        Some((first, known.value(asked, id, seller, span)?))
    };
    let (ssi, network) = (both("ssi"), both("connections"));
    let rises = ssi.map(|(from, to)| to - from >= POINTS);
    let grows = network.map(|(from, to)| to > from && to - from >= GROWTH * from);
    let [warm, meetings, deals] =
        ["warm_conversations", "meetings", "deals_created"].map(|id| known.value(asked, id, seller, span));
    let business = [warm, meetings, deals];
    let is_stuck = match (rises, grows) {
        (Some(false), Some(false)) => Some(false),
        _ if business.iter().flatten().any(|count| *count > 0.0) => Some(false),
        (Some(true), _) | (_, Some(true)) if business.iter().all(Option::is_some) => Some(true),
        _ => None,
    };
    let list = if is_stuck == Some(true) { stalled(context, seller, span) } else { Vec::new() };
    let text = |sym: Sym| context.text(sym).to_owned();
    FriendLine {
        seller: text(seller),
        ssi,
        network,
        warm,
        meetings,
        deals,
        is_stuck,
        stalled_total: u32::try_from(list.len()).unwrap_or(u32::MAX),
        stalled: (list.into_iter().take(MOST_CONTACTS))
            .map(|one| StalledLine {
                name: text(one.who.1),
                profile: text(one.who.0),
                company: text(one.who.2),
                connected: one.connected,
                messages: one.messages,
                last: one.last,
            })
            .collect(),
    }
}
