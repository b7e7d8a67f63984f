//! What a view knows: from when to when nothing means zero, or why there is no figure at all.

use super::view::LeftOut;
use super::{Selection, Stream};
use crate::facts::{Reason, Span, Sym};
use crate::metrics::{Dim, Kind, Metric, Missing, Need, Sample, reported};

/// A dimension that the selection is narrowed by and that the metric does not carry: without it nothing can be said
/// of the part that is asked for, and the whole would be taken for it.
pub(super) fn not_by(metric: &Metric, selection: &Selection) -> Option<Dim> {
    let is_foreign = |dim: &Dim| dim.is_keyed() && metric.key_position(*dim).is_none();
    selection.keys.iter().map(|(dim, _)| *dim).find(is_foreign)
}

/// Whether a row left out for this reason has a value that nobody knows (and not one that does not count).
pub(super) fn hides_a_value(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Unknown
            | Reason::UnknownEngagement
            | Reason::UnknownAmount
            | Reason::NoRate
            | Reason::NoTouches
    )
}

/// The days that are told, where check-ins stand in for some.
pub(super) fn told(stream: &Stream<'_>, used: &[&Sample], sellers: Option<&[Sym]>) -> Vec<Span> {
    let reads = matches!(stream.metric.kind, Kind::Count | Kind::Level);
    let weeks =
        used.iter().filter(|sample| reads && reported::is_reported(sample.row)).map(|sample| sample.day);
    reported::told(stream.metric, stream.context, sellers, weeks)
}

/// From when to when nothing means zero: from the first row to the end of the data of what the metric
/// stands on. Kinds that live on single cells begin with the first filled one. `tells` is whether any sample
/// of the sellers says something, whatever its keys.
pub(super) fn known_span(
    stream: &Stream<'_>,
    tells: bool,
    used: &[&Sample],
    left_out: &[LeftOut],
    sellers: Option<&[Sym]>,
    told: &[Span],
) -> Result<Span, Missing> {
    let (metric, context) = (stream.metric, stream.context);
    let coverage = &context.coverage;
    let has_rows = |need: &Need| coverage.has_rows(*need);
    let is_of_rows = |need: &&Need| **need != Need::Persona;
    let first_need = metric.needs.iter().find(is_of_rows).copied();
    let extent = first_need.map(|need| coverage.of_need(need, sellers)).unwrap_or_default();
    let extent = reported::hull(extent, told);
    if let Some(need) = first_need.filter(|_| told.is_empty()) {
        if !has_rows(&need) {
            return Err(Missing::NoFacts(need));
        }
        if extent.rows == 0 {
            return Err(Missing::NoFactsOfSeller(need));
        }
    }
    if metric.needs.contains(&Need::Persona) && context.persona.is_none() {
        return Err(Missing::NoPersona);
    }
    if !tells {
        if let Some(absent) = metric.needs.iter().filter(is_of_rows).find(|need| !has_rows(need)) {
            return Err(Missing::NoFacts(*absent));
        }
        match first_need {
            Some(need) if need.is_of_fields() && !stream.has_values() => return Err(Missing::NoFacts(need)),
            Some(need) if need.is_of_fields() && sellers.is_some() => {
                return Err(Missing::NoFactsOfSeller(need));
            }
            _ if left_out.iter().any(|left_out| hides_a_value(left_out.reason)) => {
                return Err(Missing::AllUnknown);
            }
            _ => {}
        }
    }
    let first_used = used.first().map(|sample| sample.day);
    let from = if begins_with_values(metric.kind) {
        first_used
    } else {
        extent.first.into_iter().chain(first_used).min()
    };
    let to = extent.end.or(used.last().map(|sample| sample.day));
    match (from, to) {
        (Some(from), Some(to)) => Ok(Span { from, to: to.max(from) }),
        _ => Err(Missing::OutsideData),
    }
}

fn begins_with_values(kind: Kind) -> bool {
    kind.is_layered() || matches!(kind, Kind::Reading | Kind::ReadingSum | Kind::Slope)
}
