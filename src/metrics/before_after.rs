//! A metric before and after a day: equal windows, the difference with its interval, and the same comparison at
//! days without an event, which shows how often such a difference comes by itself.
//!
//! Shares are compared by Newcombe's interval and other rates by their own limits, as on every page. Of sums and
//! counts the weeks are compared: the mean of the weeks after minus the mean of the weeks before, with a bootstrap
//! interval over the weeks; of levels the weeks' growth; of readings the weeks' last reading. No cause is shown by
//! it: what else changed in the same weeks is in the difference too.

use serde::{Deserialize, Serialize};

use super::Change;
use crate::facts::Span;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// The figures of the two windows.
    Figures,
    /// What a week brings.
    Weeks,
    /// How much a week adds to the level.
    Growth,
    /// What is read in a week.
    Readings,
}

/// A metric before and after a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BeforeAfter {
    /// What is compared.
    pub compared: Compared,
    /// The window before, which ends the day before.
    pub before: Span,
    /// The window after, which begins with the day.
    pub after: Span,
    /// The value before.
    pub old: Option<f64>,
    /// The value after.
    pub new: Option<f64>,
    /// The difference; none where one of them is not known.
    pub change: Option<Change>,
    /// The differences at days without an event, in order of time.
    pub placebos: Vec<f64>,
    /// How many of them are at least as large, whatever their sign.
    pub as_large: u32,
}

#[cfg(feature = "engine")]
pub use engine::{before_after, reach};

#[cfg(feature = "engine")]
mod engine {
    use super::{BeforeAfter, Compared};
    use crate::facts::{Day, Span};
    use crate::metrics::aggregate::{Selection, Stream, View, change};
    use crate::metrics::{Better, Change, Kind, Metric, Verdict};
    use crate::stats::{self, RESAMPLES};

    /// Placebo days at most; the nearest to the day.
    const MOST_PLACEBOS: usize = 52;
    const SEED: u64 = 0xBEF0;

    fn compared(kind: Kind) -> Compared {
        match kind {
            Kind::Count | Kind::LayeredCount | Kind::MoneySum => Compared::Weeks,
            Kind::Level | Kind::MoneyLevel => Compared::Growth,
            Kind::Reading | Kind::ReadingSum => Compared::Readings,
            _ => Compared::Figures,
        }
    }

    /// From when to when the facts tell of a selection; events have room where a week of it lies on each side.
    pub fn reach(stream: &Stream<'_>, selection: &Selection) -> Option<Span> {
        let known = stream.view(selection, None).known.ok()?;
        Some(Span { to: known.to.min(stream.context.today), ..known })
    }

    /// A metric before and after a day, over so many weeks each: fewer where the facts do not reach, none where they
    /// do not reach a week. `events` are the days that no placebo's window may hold.
    pub fn before_after(
        metric: &Metric,
        stream: &Stream<'_>,
        selection: &Selection,
        day: Day,
        weeks: u32,
        events: &[Day],
    ) -> Option<BeforeAfter> {
        let view = stream.view(selection, None);
        let known = view.known.ok()?;
        let known = Span { to: known.to.min(stream.context.today), ..known };
        let room = (day.0 - known.from.0).min(known.to.0 - day.0 + 1) / 7;
        let weeks = i32::try_from(weeks).ok()?.min(room);
        if weeks < 1 {
            return None;
        }
        let [before, after] = windows(day, weeks);
        let (old, new, change) = compare(metric, &view, before, after);
        let reach = weeks * 7;
        let is_free = |other: &Day| {
            *other != day
                && other.0 - reach >= known.from.0
                && other.0 + reach - 1 <= known.to.0
                && events.iter().chain([&day]).all(|event| (event.0 - other.0).abs() >= reach)
        };
        let mut days: Vec<Day> = weekly_around(day, known).into_iter().filter(is_free).collect();
        days.sort_unstable_by_key(|other| (other.0 - day.0).abs());
        days.truncate(MOST_PLACEBOS);
        days.sort_unstable();
        let placebos: Vec<f64> = (days.into_iter())
            .filter_map(|other| {
                let [before, after] = windows(other, weeks);
                let (old, new, _) = values(metric, &view, before, after);
                Some(new? - old?)
            })
            .collect();
        let size = change.map(|change| change.difference.abs());
        let as_large = size.map_or(0, |size| {
            // Rounding must not part equals.
            placebos.iter().filter(|other| other.abs() >= size * (1.0 - 1e-12)).count()
        });
        Some(BeforeAfter {
            compared: compared(metric.kind),
            before,
            after,
            old,
            new,
            change,
            placebos,
            as_large: u32::try_from(as_large).unwrap_or(u32::MAX),
        })
    }

    fn windows(day: Day, weeks: i32) -> [Span; 2] {
        [
            Span { from: day.plus(-7 * weeks), to: day.plus(-1) },
            Span { from: day, to: day.plus(7 * weeks - 1) },
        ]
    }

    /// The days of the same weekday that the facts tell of.
    fn weekly_around(day: Day, known: Span) -> Vec<Day> {
        let first = known.from.plus((day.0 - known.from.0).rem_euclid(7));
        (0..).map(|week| first.plus(7 * week)).take_while(|other| *other <= known.to).collect()
    }

    /// The weeks of a window, in the terms of the comparison.
    fn weeks(kind: Compared, view: &View<'_>, window: Span) -> Vec<f64> {
        let week = |from: Day| Span { from, to: from.plus(6) };
        let starts = (0..window.days() / 7).map(|nth| window.from.plus(7 * nth));
        match kind {
            Compared::Weeks => starts.filter_map(|from| view.figure(week(from)).value()).collect(),
            Compared::Growth => {
                let level = |day: Day| view.figure(Span { from: day, to: day }).value();
                starts.filter_map(|from| Some(level(from.plus(6))? - level(from.plus(-1))?)).collect()
            }
            _ => {
                let has_reading = |span: Span| !view.within(span).is_empty();
                let spans = starts.map(week).filter(|span| has_reading(*span));
                spans.filter_map(|span| view.figure(span).value()).collect()
            }
        }
    }

    type Weeks = Option<(Vec<f64>, Vec<f64>)>;

    /// Both values, and the weeks that they are the means of.
    fn values(
        metric: &Metric,
        view: &View<'_>,
        before: Span,
        after: Span,
    ) -> (Option<f64>, Option<f64>, Weeks) {
        let kind = compared(metric.kind);
        if kind == Compared::Figures {
            return (view.figure_before(before, after).value(), view.figure(after).value(), None);
        }
        let (old, new) = (weeks(kind, view, before), weeks(kind, view, after));
        (stats::mean(&old), stats::mean(&new), Some((old, new)))
    }

    fn compare(
        metric: &Metric,
        view: &View<'_>,
        before: Span,
        after: Span,
    ) -> (Option<f64>, Option<f64>, Option<Change>) {
        let (old, new, lists) = values(metric, view, before, after);
        let Some((old_weeks, new_weeks)) = lists else {
            return (old, new, change(metric, &view.figure(after), &view.figure_before(before, after)));
        };
        let interval = stats::bootstrap_mean_difference(&new_weeks, &old_weeks, RESAMPLES, SEED);
        let change = old.zip(new).map(|(old, new)| Change {
            difference: new - old,
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            verdict: match interval {
                None => Verdict::Counted,
                Some(interval) if interval.low <= 0.0 && interval.high >= 0.0 => Verdict::CannotTell,
                Some(interval) => match (metric.better, interval.low > 0.0) {
                    (Better::Neither, _) => Verdict::Moved,
                    (Better::Higher, true) | (Better::Lower, false) => Verdict::Better,
                    _ => Verdict::Worse,
                },
            },
        });
        (old, new, change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Day, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Selection, Stream, Verdict, metric};

    /// So many posts on the Wednesday of each week from 5 January 2026 (a Monday) on.
    fn posts(counts: &[usize]) -> World {
        let mut rows = Vec::new();
        for (week, count) in (0..).zip(counts) {
            for number in 0..*count {
                rows.push(format!("Ada|{}|p{week}-{number}", day("2026-01-05").plus(7 * week + 2).iso()));
            }
        }
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        // Weeks from Wednesday to Tuesday, because the first post is on Wednesday 7 January.
        let end = day("2026-01-05").plus(7 * i32::try_from(counts.len()).unwrap() + 1).iso();
        World::default()
            .rows(TableId::Posts, "seller|published_at|post_id", &rows)
            .known_until(TableId::Posts, "Ada", &end)
            .today(&end)
    }

    fn of(world: &World, id: &str, at: &str, weeks: u32, events: &[Day]) -> Option<BeforeAfter> {
        let metric = metric(id).unwrap();
        let (context, samples) = (world.context(), world.samples(metric));
        let stream = Stream::new(metric, &samples, &context);
        let selection = Selection::all(Span { from: day("2026-01-05"), to: day("2026-12-31") });
        before_after(metric, &stream, &selection, day(at), weeks, events)
    }

    /// Three weeks of 1, 2, 3 and three of 5, 6, 7 posts: 2 and 6 a week, 4 more. No resample of the later weeks has a
    /// mean below 5 and none of the earlier ones above 3: the difference is surely positive.
    #[test]
    fn counts_are_compared_week_by_week() {
        let found = of(&posts(&[1, 2, 3, 5, 6, 7]), "posts_shared", "2026-01-28", 3, &[]).unwrap();
        assert_eq!((found.before.from, found.after.to), (day("2026-01-07"), day("2026-02-17")));
        assert_eq!((found.compared, found.old, found.new), (Compared::Weeks, Some(2.0), Some(6.0)));
        let change = found.change.unwrap();
        assert_eq!((change.difference, change.verdict), (4.0, Verdict::Better));
        assert!(change.low.unwrap() >= 2.0 && change.high.unwrap() <= 6.0, "{change:?}");
        assert!(found.placebos.is_empty());
    }

    /// Windows of one week over 1, 1, 4, 4, 4, 1, 1 posts; the day is the third Wednesday: 3 more. At the second, fourth
    /// and fifth Wednesday the difference is 0, at the sixth −3, at the seventh 0.
    #[test]
    fn days_without_an_event_show_what_comes_by_itself() {
        let world = posts(&[1, 1, 4, 4, 4, 1, 1]);
        let found = of(&world, "posts_shared", "2026-01-21", 1, &[]).unwrap();
        assert_eq!(
            (found.change.unwrap().difference, found.placebos.as_slice()),
            (3.0, &[0.0, 0.0, 0.0, -3.0, 0.0][..])
        );
        assert_eq!(found.as_large, 1);
        let with_event = of(&world, "posts_shared", "2026-01-21", 1, &[day("2026-02-11")]).unwrap();
        assert_eq!((with_event.placebos.as_slice(), with_event.as_large), (&[0.0, 0.0, 0.0, 0.0][..], 0));
    }

    #[test]
    fn windows_shrink_together_and_end_where_nothing_is_known() {
        let world = posts(&[1, 1, 4, 4, 4, 1, 1]);
        let found = of(&world, "posts_shared", "2026-01-21", 8, &[]).unwrap();
        assert_eq!((found.before.days(), found.after.days()), (14, 14));
        assert_eq!(of(&world, "posts_shared", "2026-01-10", 4, &[]), None);
        assert_eq!(of(&World::default(), "posts_shared", "2026-01-21", 4, &[]), None);
    }

    /// Newcombe (1998), table II, example (a): 56 of 70 against 48 of 80, from 0.0524 to 0.3339.
    #[test]
    fn shares_are_compared_by_newcombe() {
        let rows: Vec<String> = (0..150)
            .map(|n| {
                let (closed, won) = if n < 70 { ("2026-03-02", n < 56) } else { ("2026-02-20", n < 70 + 48) };
                format!("d{n}|Ada|2026-01-05|{closed}|{}", if won { "Won" } else { "Lost" })
            })
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default()
            .rows(TableId::Deals, "id|seller|created|closed|status", &rows)
            .known_until(TableId::Deals, "Ada", "2026-04-30")
            .today("2026-04-30");
        let found = of(&world, "win_rate", "2026-03-01", 4, &[]).unwrap();
        let change = found.change.unwrap();
        assert!((change.difference - 0.2).abs() < 1e-9 && change.verdict == Verdict::Better);
        assert!((change.low.unwrap() - 0.0524).abs() < 5e-5 && (change.high.unwrap() - 0.3339).abs() < 5e-5);
    }

    /// A level grows by 1 a week before and by 3 a week after.
    #[test]
    fn levels_are_compared_by_their_growth() {
        let mut rows = vec!["Ada|2026-01-01|old".to_owned()];
        for (week, count) in (0..).zip([1, 1, 1, 3, 3, 3]) {
            for number in 0..count {
                rows.push(format!("Ada|{}|c{week}-{number}", day("2026-01-05").plus(7 * week).iso()));
            }
        }
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default()
            .rows(TableId::Connections, "seller|connected_on|name", &rows)
            .known_until(TableId::Connections, "Ada", "2026-02-15")
            .today("2026-02-15");
        let found = of(&world, "connections", "2026-01-26", 3, &[]).unwrap();
        assert_eq!((found.compared, found.old, found.new), (Compared::Growth, Some(1.0), Some(3.0)));
        assert_eq!(found.change.unwrap().low, Some(2.0));
    }
}
