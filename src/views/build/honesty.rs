//! What can be said, what cannot yet, and what is not known at all: the figures of the scorecard, sorted.

use super::Asked;
use super::delay::{lags, whole};
use super::scorecard::score_rows;
use crate::metrics::{Figure, Kind, Missing, Need, State, Verdict, metric};
use crate::views::{Claim, Gap, HonestyView, ScoreRow};

/// A share is said with an interval of at most 20 points.
const SHARE_WIDTH: f64 = 0.2;
/// Anything else with an interval of at most half of its value.
const RELATIVE_WIDTH: f64 = 0.5;

/// What can be said, what cannot yet, and what is not known at all.
pub fn honesty_view(asked: &Asked<'_>) -> HonestyView {
    let mut view = HonestyView { frame: asked.frame.clone(), ..HonestyView::default() };
    for row in score_rows(asked) {
        if let State::Missing(Missing::NoFacts(need) | Missing::NoFactsOfSeller(need)) = row.figure.state {
            add_gap(&mut view.nothing, need, row.id);
            continue;
        }
        if let Some((is_known, change)) = change(&row) {
            if is_known { &mut view.can } else { &mut view.not_yet }.push(change);
        }
        match said(&row) {
            Said::Yes => view.can.push(Claim { row, is_change: false, need: None }),
            Said::NotYet(need) => view.not_yet.push(Claim { row, is_change: false, need }),
        }
    }
    let lags = whole(asked).map(|span| lags(asked, span)).unwrap_or_default();
    view.leads_tested = lags.iter().any(|lag| !lag.points.is_empty());
    view.leads = lags.into_iter().filter(|lag| lag.finding.is_some()).collect();
    view
}

fn add_gap(gaps: &mut Vec<Gap>, need: Need, id: String) {
    match gaps.iter_mut().find(|gap| gap.need == need) {
        Some(gap) => gap.ids.push(id),
        None => gaps.push(Gap { need, ids: vec![id] }),
    }
}

enum Said {
    Yes,
    /// With about how many cases it could be.
    NotYet(Option<u64>),
}

fn said(row: &ScoreRow) -> Said {
    let figure = &row.figure;
    match figure.state {
        State::TooFew { need } => Said::NotYet(Some(u64::from(need))),
        State::NotReached | State::Missing(_) => Said::NotYet(None),
        State::Value(_) => match width(row) {
            None if figure.low.is_some() || figure.high.is_some() => Said::NotYet(None),
            None => Said::Yes,
            Some((width, most)) if width <= most => Said::Yes,
            Some((width, most)) => Said::NotYet(cases_for(figure, width / most)),
        },
    }
}

/// How wide a figure's interval is, and how wide it may be; none where it has no two ends.
fn width(row: &ScoreRow) -> Option<(f64, f64)> {
    let figure = &row.figure;
    let width = figure.high?.to_f64() - figure.low?.to_f64();
    let is_share = matches!(
        metric(&row.id)?.kind,
        Kind::Share
            | Kind::LevelShare
            | Kind::HeadCount
            | Kind::ActiveWeeks
            | Kind::HeadWeeks
            | Kind::Retention
    );
    Some((width, if is_share { SHARE_WIDTH } else { RELATIVE_WIDTH * figure.value()?.abs() }))
}

/// An interval shrinks with the square root of the cases.
fn cases_for(figure: &Figure, times: f64) -> Option<u64> {
    let need = (figure.n as f64 * times * times).ceil();
    // In steps that do not promise more than "about".
    let step = 10f64.powf((need.max(1.0).log10().floor() - 1.0).max(0.0));
    let need = (need / step).ceil() * step;
    (need.is_finite() && need < 1e9 && figure.n > 0).then_some(need as u64)
}

/// Whether a change against the period before can be told; none where there is no interval to tell it by.
fn change(row: &ScoreRow) -> Option<(bool, Claim)> {
    let change = row.change?;
    let is_known = match change.verdict {
        Verdict::Better | Verdict::Worse | Verdict::Moved => true,
        Verdict::CannotTell => false,
        Verdict::Counted => return None,
    };
    let reach = change.low.zip(change.high).map(|(low, high)| (high - low) / 2.0);
    let need = reach
        .filter(|_| !is_known && change.difference != 0.0)
        .and_then(|reach| cases_for(&row.figure, reach / change.difference.abs()));
    Some((is_known, Claim { row: row.clone(), is_change: true, need }))
}
