//! Things held against each other: a figure per source, and the difference to all other known sources.

use crate::charts::Name;
use crate::metrics::{
    Change, Dim, Figure, Metric, Quantity, Selection, SourceGroup, Stream, Unit, Verdict, change,
};
use crate::stats;
use crate::views::build::scorecard::axis_top;
use crate::views::{Held, HeldTable, HeldUnit};

/// Key of the sources that say nothing.
pub const UNKNOWN: &str = "unknown";

/// Whether the key of a source means social networks, paid or not.
pub fn is_social(key: &str) -> bool {
    SourceGroup::by_id(key).is_some_and(SourceGroup::is_social)
}

/// Whether the key of a source is known and means anything else.
pub fn is_other(key: &str) -> bool {
    !key.is_empty() && key != UNKNOWN && !is_social(key)
}

/// Social sources as one and every other source by itself, each against all other known ones; unknown ones last.
pub fn by_source(metric: &Metric, stream: &Stream<'_>, selection: &Selection) -> HeldTable {
    let against = |name: Name, own: &dyn Fn(&str) -> bool| {
        let is_rest = |key: &str| !own(key) && key != UNKNOWN && !key.is_empty();
        let figure = stream.figure_where(selection, Dim::Source, own);
        let rest = stream.figure_where(selection, Dim::Source, &is_rest);
        Held { change: change(metric, &figure, &rest), name, figure }
    };
    let keys: Vec<String> =
        stream.breakdown(selection, Dim::Source).into_iter().map(|(key, _)| key).collect();
    let mut rows = Vec::new();
    if keys.iter().any(|key| is_social(key)) {
        rows.push(against(Name::Key("pipe.social".into()), &is_social));
    }
    for key in keys.iter().filter(|key| is_other(key)) {
        rows.push(against(Name::Key(format!("group.{key}")), &|other| other == key));
    }
    if keys.iter().any(|key| key == UNKNOWN) {
        let figure = stream.figure_where(selection, Dim::Source, &|key| key == UNKNOWN);
        rows.push(Held { name: Name::Key("group.unknown".into()), figure, change: None });
    }
    table(metric.unit, rows)
}

/// Rows on one axis.
pub fn table(unit: Unit, rows: Vec<Held>) -> HeldTable {
    HeldTable {
        unit: HeldUnit(unit),
        axis_top: axis_top(unit, rows.iter().map(|row| &row.figure), None),
        rows,
    }
}

/// k of n minus k of n with Newcombe's interval; none where either has too few cases to be a rate.
pub fn share_change(own: &Figure, rest: &Figure, more_is_better: bool) -> Option<Change> {
    let (new, old) = (own.value()?, rest.value()?);
    let hits = |figure: &Figure| match figure.numerator {
        Some(Quantity::Number(hits)) if hits >= 0.0 => Some(hits.round() as u64),
        _ => None,
    };
    let interval = stats::newcombe(hits(own)?, own.n, hits(rest)?, rest.n)?;
    let verdict = if interval.low <= 0.0 && interval.high >= 0.0 {
        Verdict::CannotTell
    } else if (interval.low > 0.0) == more_is_better {
        Verdict::Better
    } else {
        Verdict::Worse
    };
    Some(Change { difference: new - old, low: Some(interval.low), high: Some(interval.high), verdict })
}
