//! Readings: the newest of each seller, their sum, and their slope.

use std::collections::BTreeMap;

use super::{View, count_of};
use crate::facts::{Day, Reason, RowRef, Span, Sym, TableId, sort_list};
use crate::metrics::aggregate::view::LeftOut;
use crate::metrics::{Figure, Key, Kind, Missing, Quantity, ReadingAge, Sample, State, What};
use crate::stats;

/// Days that a slope looks back.
const SLOPE_DAYS: i32 = 56;
/// Readings, and days that have one, that a slope needs.
const SLOPE_NEEDS: usize = 3;

/// One reading.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) day: Day,
    pub(super) value: f64,
    pub(super) row: RowRef,
}

/// Readings by seller and key, each in order of its days.
#[derive(Default)]
pub(super) struct Tracks {
    by_key: BTreeMap<(Sym, [Key; 3]), Vec<Reading>>,
    /// Sellers with rows of which none has a reading.
    unread: bool,
}

impl Tracks {
    pub(super) fn new(kind: Kind, used: &[&Sample], left_out: &[LeftOut]) -> Tracks {
        let mut tracks = Tracks::default();
        let per_key = match kind {
            Kind::ReadingSum | Kind::PerReading => true,
            Kind::Reading | Kind::Slope => false,
            _ => return tracks,
        };
        for sample in used {
            if let What::Reading(value) = sample.what {
                let keys = if per_key { sample.keys } else { [Key::BLANK; 3] };
                let reading = Reading { day: sample.day, value, row: sample.row };
                tracks.by_key.entry((sample.seller, keys)).or_default().push(reading);
            }
        }
        let is_read = |seller: Sym| {
            let of_seller = (seller, [Key::BLANK; 3])..=(seller, [Sym(u32::MAX); 3]);
            tracks.by_key.range(of_seller).next().is_some()
        };
        tracks.unread = kind == Kind::ReadingSum
            && left_out.iter().any(|row| row.reason == Reason::Unknown && !is_read(row.seller));
        tracks
    }

    /// The newest reading up to a day, by seller and key; none where the first one is later.
    pub(super) fn newest(&self, to: Day) -> impl Iterator<Item = (Sym, Option<Reading>)> + '_ {
        self.by_key.iter().map(move |((seller, _), track)| {
            let up_to = track.partition_point(|reading| reading.day <= to);
            (*seller, up_to.checked_sub(1).and_then(|last| track.get(last)).copied())
        })
    }

    /// The sum of the newest readings up to a day; none while one is unknown.
    fn sum(&self, to: Day) -> Result<f64, Missing> {
        let newest: Vec<Option<Reading>> = self.newest(to).map(|(_, reading)| reading).collect();
        match newest.iter().flatten().count() {
            0 => Err(Missing::OutsideData),
            known if known < newest.len() || self.unread => Err(Missing::UnknownOfOne),
            _ => Ok(newest.iter().flatten().map(|reading| reading.value).sum()),
        }
    }

    /// Each seller's readings in some days.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = &[Reading]> + '_ {
        self.by_key.values().map(move |track| {
            let start = track.partition_point(|reading| reading.day < span.from);
            let rest = track.get(start..).unwrap_or(&[]);
            rest.get(..rest.partition_point(|reading| reading.day <= span.to)).unwrap_or(&[])
        })
    }
}

/// The newest reading of each seller up to the end of the period, of several sellers their median; n is the
/// number of readings.
pub(super) fn newest(view: &View<'_>, span: Span) -> Figure {
    let newest: Vec<(Sym, Reading)> =
        (view.tracks.newest(span.to)).filter_map(|(seller, reading)| Some((seller, reading?))).collect();
    let values: Vec<f64> = newest.iter().map(|(_, reading)| reading.value).collect();
    match stats::median(&values) {
        None => Figure::missing(Missing::OutsideData),
        Some(median) => Figure {
            readings: ages(view, &newest, span.to),
            ..Figure::of(State::Value(Quantity::Number(median)), count_of(newest.len()))
        },
    }
}

/// The sum of the newest readings of all sellers and keys; n is the number of readings.
pub(super) fn sum(view: &View<'_>, span: Span) -> Figure {
    match view.tracks.sum(span.to) {
        Err(missing) => Figure::missing(missing),
        Ok(sum) => {
            let newest: Vec<(Sym, Reading)> = (view.tracks.newest(span.to))
                .filter_map(|(seller, reading)| Some((seller, reading?)))
                .collect();
            Figure {
                readings: ages(view, &newest, span.to),
                ..Figure::of(State::Value(Quantity::Number(sum)), count_of(newest.len()))
            }
        }
    }
}

/// The mean of the sums at the end of the day before the period and of its last day.
pub(super) fn mean_over(view: &View<'_>, span: Span) -> Result<f64, Missing> {
    let before = view.tracks.sum(span.from.plus(-1)).map_err(|missing| match missing {
        Missing::OutsideData => Missing::NoStart,
        other => other,
    })?;
    Ok((before + view.tracks.sum(span.to)?) / 2.0)
}

/// The least-squares slope a week of each seller's readings, of several sellers their median; n is the
/// number of readings behind it.
pub(super) fn slope(view: &View<'_>, span: Span) -> Figure {
    let mut slopes = Vec::new();
    let mut readings = 0;
    for track in view.tracks.within(slope_window(span.to)) {
        let mut days: Vec<Day> = track.iter().map(|reading| reading.day).collect();
        days.dedup();
        if days.len() < SLOPE_NEEDS {
            continue;
        }
        let points: Vec<(f64, f64)> =
            track.iter().map(|reading| (f64::from(reading.day.0) / 7.0, reading.value)).collect();
        if let Some(slope) = stats::slope_least_squares(&points) {
            slopes.push(slope);
            readings += track.len();
        }
    }
    match stats::median(&slopes) {
        None => Figure::missing(Missing::TooFewReadings),
        Some(median) => Figure::of(State::Value(Quantity::Number(median)), count_of(readings)),
    }
}

/// The days after the day 56 days before `to`.
pub(super) fn slope_window(to: Day) -> Span {
    Span { from: to.plus(1 - SLOPE_DAYS), to }
}

/// The oldest reading of each seller, by name.
fn ages(view: &View<'_>, newest: &[(Sym, Reading)], to: Day) -> Vec<ReadingAge> {
    let mut oldest: BTreeMap<Sym, (Day, bool)> = BTreeMap::new();
    for (seller, reading) in newest {
        let is_reported = reading.row.table == TableId::Checkins;
        let known = oldest.entry(*seller).or_insert((reading.day, is_reported));
        *known = (reading.day, is_reported).min(*known);
    }
    let mut ages: Vec<ReadingAge> = oldest
        .into_iter()
        .map(|(seller, (day, is_reported))| ReadingAge {
            seller: view.context.text(seller).to_owned(),
            age_days: to.0.saturating_sub(day.0),
            is_reported,
        })
        .collect();
    sort_list(&mut ages, |a, b| a.seller.cmp(&b.seller));
    ages
}
