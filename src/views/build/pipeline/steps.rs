//! Hand-over, exits, first touches and lift: counts made rates and held against each other.

use super::held::{share_change, table};
use crate::charts::Name;
use crate::facts::sort_list;
use crate::metrics::{
    ActivityKind, EXIT_DAYS, Figure, Hits, Lift, StageKey, Unit, Verdict, exits, first_touches, handover,
    lift_on_leads, lift_on_wins, share_of,
};
use crate::views::build::Asked;
use crate::views::{ChannelFirsts, ExitsPart, FirstsPart, HandoverPart, Held, HeldTable, LiftPart, WeakSide};

fn rate(asked: &Asked<'_>, hits: Hits) -> Figure {
    share_of(hits.hits, hits.of, asked.context.definitions.rate_needs)
}

fn kind_name(asked: &Asked<'_>, kind: ActivityKind) -> Name {
    let key = match kind {
        ActivityKind::Channel(channel) => {
            return match asked.context.text(channel) {
                "" => Name::Key("group.unknown".into()),
                text => Name::Text(text.to_owned()),
            };
        }
        ActivityKind::MessageSent => "pipe.done.message_sent",
        ActivityKind::MessageReceived => "pipe.done.message_received",
        ActivityKind::Meeting => "pipe.done.meeting",
        ActivityKind::LinkSent => "pipe.done.link_sent",
    };
    Name::Key(key.to_owned())
}

/// The lower end of the interval, so that a few cases do not lead a list by luck.
fn surely(held: &Held) -> f64 {
    held.figure.low.map_or(f64::NEG_INFINITY, |low| low.to_f64())
}

/// The lower end of what it does more than the others.
fn gain(held: &Held) -> f64 {
    held.change.and_then(|change| change.low).unwrap_or(f64::NEG_INFINITY)
}

fn sorted(mut rows: Vec<Held>, by: fn(&Held) -> f64) -> HeldTable {
    sort_list(&mut rows, |a, b| by(b).total_cmp(&by(a)).then_with(|| b.figure.n.cmp(&a.figure.n)));
    table(Unit::Ratio, rows)
}

/// From lead to customer in two steps.
pub fn handover_part(asked: &Asked<'_>) -> HandoverPart {
    let [social, others] = handover(&asked.context, &asked.selection);
    let step = |own: Hits, rest: Hits| {
        let (figure, rest) = (rate(asked, own), rate(asked, rest));
        let change = share_change(&figure, &rest, true);
        let others = Held { name: Name::Key("pipe.others".into()), figure: rest, change: None };
        (
            change,
            table(Unit::Ratio, vec![Held { name: Name::Key("pipe.social".into()), figure, change }, others]),
        )
    };
    let (before, accepted) = step(social.accepted, others.accepted);
    let (after, won) = step(social.won, others.won);
    if social.accepted.of + others.accepted.of == 0 {
        return HandoverPart::default();
    }
    let weak = weak_side(before.map(|change| change.verdict), after.map(|change| change.verdict));
    HandoverPart { accepted, won, weak }
}

/// Which side of the hand-over does worse for social leads than for the others.
fn weak_side(before: Option<Verdict>, after: Option<Verdict>) -> WeakSide {
    let is = |side: Option<Verdict>, verdict: Verdict| side == Some(verdict);
    match (is(before, Verdict::Worse), is(after, Verdict::Worse)) {
        (true, true) => WeakSide::Both,
        (true, false) => WeakSide::Before,
        (false, true) => WeakSide::After,
        _ if before.is_none() && after.is_none() => WeakSide::Unknown,
        _ if is(before, Verdict::Better) || is(after, Verdict::Better) => WeakSide::Neither,
        _ => WeakSide::CannotTell,
    }
}

/// Deals lost soon after an activity, worst first.
pub fn exits_part(asked: &Asked<'_>) -> ExitsPart {
    let found = exits(&asked.context, &asked.selection);
    let base = rate(asked, found.base);
    let rows = found.by_kind.iter().map(|(kind, hits)| {
        let figure = rate(asked, *hits);
        Held { name: kind_name(asked, *kind), change: share_change(&figure, &base, false), figure }
    });
    ExitsPart {
        days: EXIT_DAYS.unsigned_abs(),
        table: sorted(rows.collect(), surely),
        base: (found.base.of > 0).then_some(base),
        dated_by_stage: found.dated_by_stage,
        undated: found.undated,
    }
}

/// Where in the pipeline channels first touch deals.
pub fn firsts_part(asked: &Asked<'_>) -> FirstsPart {
    let found = first_touches(&asked.context, &asked.selection);
    let name = |stage: &StageKey| match stage {
        StageKey::Before => Name::Key("pipe.stage_before".into()),
        StageKey::Stage(stage) => Name::Text(asked.context.text(*stage).to_owned()),
        StageKey::Unknown => Name::Key("pipe.stage_unknown".into()),
    };
    let stages: Vec<Name> = found.stages.iter().map(name).collect();
    let shares = |hits: &[Hits]| {
        let row = |(name, hits): (&Name, &Hits)| Held {
            name: name.clone(),
            figure: rate(asked, *hits),
            change: None,
        };
        table(Unit::Ratio, stages.iter().zip(hits).map(row).collect())
    };
    FirstsPart {
        channels: (found.channels.iter())
            .map(|(kind, counts)| ChannelFirsts { name: kind_name(asked, *kind), counts: counts.clone() })
            .collect(),
        earliest: shares(&found.earliest),
        only: shares(&found.only),
        stages,
    }
}

/// What deals and people with an activity do against those without, the surest gain first.
pub fn lift_part(asked: &Asked<'_>) -> LiftPart {
    let ranked = |lifts: Vec<Lift>| {
        let row = |lift: &Lift| {
            let (figure, without) = (rate(asked, lift.with), rate(asked, lift.without));
            let change = share_change(&figure, &without, true);
            Held { name: kind_name(asked, lift.kind), figure, change }
        };
        sorted(lifts.iter().map(row).collect(), gain)
    };
    LiftPart {
        on_win: ranked(lift_on_wins(&asked.context, &asked.selection)),
        on_lead: ranked(lift_on_leads(&asked.context, &asked.selection)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Some(Verdict::Worse), Some(Verdict::Better), WeakSide::Before)]
    #[case(Some(Verdict::CannotTell), Some(Verdict::Worse), WeakSide::After)]
    #[case(Some(Verdict::Worse), Some(Verdict::Worse), WeakSide::Both)]
    #[case(Some(Verdict::CannotTell), None, WeakSide::CannotTell)]
    #[case(Some(Verdict::CannotTell), Some(Verdict::Better), WeakSide::Neither)]
    #[case(None, None, WeakSide::Unknown)]
    fn the_weak_side_is_the_one_that_does_worse(
        #[case] before: Option<Verdict>,
        #[case] after: Option<Verdict>,
        #[case] weak: WeakSide,
    ) {
        assert_eq!(weak_side(before, after), weak);
    }
}
