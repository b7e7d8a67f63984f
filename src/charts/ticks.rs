//! Where an axis carries ticks: round values, and days that begin a week, month or year.
//!
//! The range they return is finite and not empty, whatever comes in.

use super::spec::{Unit, ValueAxis};

/// Ticks of a value axis, from its bottom to its top.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueTicks {
    /// Lower end: 0, or the round value below the lowest if values are negative.
    pub bottom: f64,
    /// Upper end, always above `bottom`.
    pub top: f64,
    /// The ticks in rising order; the first is `bottom`, the last `top`.
    pub at: Vec<f64>,
}

/// Steps of hours that fall on parts of a day, days and weeks.
const HOUR_STEPS: [f64; 14] =
    [0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 48.0, 72.0, 96.0, 168.0, 336.0, 672.0];
/// Steps of days that fall on days, weeks, quarters and years.
const DAY_STEPS: [f64; 12] = [0.25, 0.5, 1.0, 2.0, 7.0, 14.0, 28.0, 56.0, 91.0, 182.0, 365.0, 730.0];

/// A pillar's scale, which is shown whole.
const PILLAR_TOP: f64 = 25.0;
const PILLAR_TICKS: [f64; 6] = [0.0, 5.0, 10.0, 15.0, 20.0, PILLAR_TOP];

/// Ticks so that `lowest..=highest` fits in at most `intervals` steps (at least 1), from 0 up.
/// Values that are not finite are taken as 0.
pub fn value_ticks(lowest: f64, highest: f64, axis: &ValueAxis, intervals: u32) -> ValueTicks {
    // Beyond 1e15 the steps of an f64 are coarser than a unit, below 1e-6 is noise: no metric comes near.
    let tame = |value: f64| match value.is_finite() && value.abs() > 1e-6 {
        true => value.clamp(-1e15, 1e15),
        false => 0.0,
    };
    if axis.unit == Unit::Pillar && highest <= PILLAR_TOP {
        return ValueTicks { bottom: 0.0, top: PILLAR_TOP, at: PILLAR_TICKS.to_vec() };
    }
    let intervals = intervals.max(1);
    let ceiling = axis.ceiling.filter(|c| c.is_finite() && *c > 0.0);
    let low = tame(lowest).min(0.0);
    let mut high = tame(highest).max(0.0);
    if high <= 0.0 && low >= 0.0 {
        // Nothing but zeros: show the natural first range rather than an empty one.
        high = empty_top(&axis.unit).min(ceiling.unwrap_or(f64::INFINITY));
    }
    let steps_of = |step: f64| ((-low / step - 1e-9).ceil().max(0.0), (high / step - 1e-9).ceil().max(0.0));
    let fits = |step: &f64| {
        let (down, up) = steps_of(*step);
        down + up <= f64::from(intervals)
    };
    let step = step_for((high - low) / f64::from(intervals), &axis.unit, fits);
    let (down, up) = steps_of(step);
    let bottom = -down * step;
    let mut top = up * step;
    if let Some(ceiling) = ceiling
        && high <= ceiling
    {
        top = top.min(ceiling);
    }
    let mut at = Vec::new();
    let mut index = -down;
    while index < up && index * step < top {
        at.push(round_off(index * step, step));
        index += 1.0;
    }
    at.push(round_off(top, step));
    ValueTicks { bottom: round_off(bottom, step), top: round_off(top, step), at }
}

/// Top of an axis on which every value is zero.
fn empty_top(unit: &Unit) -> f64 {
    match unit {
        Unit::Ratio => 1.0,
        Unit::Points => 0.1,
        Unit::Hours => 24.0,
        Unit::Days => 7.0,
        Unit::Seconds => 60.0,
        Unit::Score | Unit::TopPercent | Unit::OfPeak => 100.0,
        Unit::Pillar => PILLAR_TOP,
        Unit::Count | Unit::Money { .. } => 4.0,
    }
}

/// The smallest natural step of at least `least` that `fits`.
fn step_for(least: f64, unit: &Unit, fits: impl Fn(&f64) -> bool) -> f64 {
    let table: &[f64] = match unit {
        Unit::Hours => &HOUR_STEPS,
        Unit::Days => &DAY_STEPS,
        _ => &[],
    };
    // The product of 0.25 h steps is enough for shorter times too: no metric resolves minutes.
    if let Some(step) = table.iter().copied().find(|step| *step >= least * (1.0 - 1e-9) && fits(step)) {
        return step;
    }
    let whole = matches!(unit, Unit::Count);
    let mut power = if least > 0.0 { 10f64.powf(least.log10().floor()) } else { 1.0 };
    if whole {
        power = power.max(1.0);
    }
    // 1, 2, 2.5, 5 of three decades hold a step that fits; the last power ends the search.
    for _ in 0..3 {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            let step = factor * power;
            let is_whole = !whole || step.fract() == 0.0;
            if is_whole && step >= least * (1.0 - 1e-9) && fits(&step) {
                return step;
            }
        }
        power *= 10.0;
    }
    power
}

/// Takes the rounding noise off a product: 3 × 0.1 is 0.3.
fn round_off(value: f64, step: f64) -> f64 {
    let scale = 10f64.powi(3) / 10f64.powf(step.log10().floor());
    let rounded = (value * scale).round() / scale;
    // Negative zero would be written with a minus.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// How a day under a time axis is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayStyle {
    /// Day of the month: 24.
    Day,
    /// Day and month: 7 Sep.
    DayMonth,
    /// Month: Sep.
    Month,
    /// Month and year: Jan 2026.
    MonthYear,
    /// Year: 2026.
    Year,
}

/// A tick of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeTick {
    /// Days since 1970-01-01.
    pub day: i32,
    /// How its label is written.
    pub style: DayStyle,
}

/// Distances of time ticks, fine to coarse.
#[derive(Clone, Copy)]
enum Rung {
    Days(i32),
    Months(i32),
}

const RUNGS: [Rung; 12] = [
    Rung::Days(1),
    Rung::Days(7),
    Rung::Days(14),
    Rung::Months(1),
    Rung::Months(3),
    Rung::Months(6),
    Rung::Months(12),
    Rung::Months(24),
    Rung::Months(60),
    Rung::Months(120),
    Rung::Months(600),
    Rung::Months(1200),
];

/// Ticks between two days on an axis `width_px` long, at least `spacing_px` apart. Day and week
/// ticks count from `from_day`, so weekly points sit on them whatever day a week starts with; months
/// and years begin on their first day.
pub fn time_ticks(from_day: i32, to_day: i32, width_px: f64, spacing_px: f64) -> Vec<TimeTick> {
    let (from, to) = if from_day <= to_day { (from_day, to_day) } else { (to_day, from_day) };
    let days = (f64::from(to) - f64::from(from)).max(1.0);
    let px_per_day = if width_px.is_finite() && width_px > 0.0 { width_px / days } else { 0.0 };
    let wide = |rung: &Rung| {
        let days = match rung {
            Rung::Days(days) => f64::from(*days),
            // February decides.
            Rung::Months(months) => f64::from(*months) * 28.0,
        };
        days * px_per_day >= spacing_px
    };
    let mut coarsest = 1200;
    while !wide(&Rung::Months(coarsest)) && coarsest < i32::MAX / 2 {
        coarsest *= 2;
    }
    let rung = RUNGS.into_iter().find(wide).unwrap_or(Rung::Months(coarsest));
    match rung {
        Rung::Days(step) => day_ticks(from, to, step),
        Rung::Months(step) => {
            let ticks = month_ticks(from, to, step);
            // A coarse rung can miss a short range: its ends still say when.
            if ticks.is_empty() { vec![TimeTick { day: from, style: DayStyle::DayMonth }] } else { ticks }
        }
    }
}

fn day_ticks(from: i32, to: i32, step: i32) -> Vec<TimeTick> {
    let mut ticks: Vec<TimeTick> = Vec::new();
    let mut day = Some(from);
    let mut month_before = None;
    while let Some(at) = day.filter(|at| *at <= to) {
        let (_, month, _) = civil_from_days(at);
        let style = if month_before == Some(month) { DayStyle::Day } else { DayStyle::DayMonth };
        ticks.push(TimeTick { day: at, style });
        month_before = Some(month);
        day = at.checked_add(step);
    }
    if let Some(last) = ticks.last_mut() {
        last.style = DayStyle::DayMonth;
    }
    ticks
}

fn month_ticks(from: i32, to: i32, step: i32) -> Vec<TimeTick> {
    let (year, month, day) = civil_from_days(from);
    let first = year * 12 + i64::from(month) - 1 + i64::from(day > 1);
    let step_months = i64::from(step);
    let mut index = (first + step_months - 1).div_euclid(step_months) * step_months;
    let mut ticks: Vec<TimeTick> = Vec::new();
    while let Some(at) = month_start(index).filter(|at| *at <= to) {
        let style = match (step, index.rem_euclid(12) == 0 || ticks.is_empty()) {
            (12.., _) => DayStyle::Year,
            (_, true) => DayStyle::MonthYear,
            (_, false) => DayStyle::Month,
        };
        ticks.push(TimeTick { day: at, style });
        index += step_months;
    }
    ticks
}

/// First day of a month counted from year 0; `None` beyond the days an `i32` holds.
fn month_start(index: i64) -> Option<i32> {
    let year = index.div_euclid(12);
    let month = index.rem_euclid(12) + 1;
    // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil, for day 1.
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    i32::try_from(era * 146_097 + day_of_era - 719_468).ok()
}

/// Year, month (1–12) and day (1–31) of a day since 1970-01-01 (Hinnant, civil_from_days).
fn civil_from_days(day: i32) -> (i64, u8, u8) {
    let shifted = i64::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    // Both lie in 1..=31 by construction; the fallback is never taken.
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day_of_month).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::share_to_the_full(Unit::Ratio, 0.88, &[0.0, 0.25, 0.5, 0.75, 1.0])]
    #[case::share_half(Unit::Ratio, 0.55, &[0.0, 0.2, 0.4, 0.6])]
    #[case::share_small(Unit::Ratio, 0.04, &[0.0, 0.01, 0.02, 0.03, 0.04])]
    #[case::share_of_nothing(Unit::Ratio, 0.0, &[0.0, 0.25, 0.5, 0.75, 1.0])]
    #[case::counts_are_whole(Unit::Count, 3.0, &[0.0, 1.0, 2.0, 3.0])]
    #[case::counts_without_two_and_a_half(Unit::Count, 10.0, &[0.0, 5.0, 10.0])]
    #[case::hundreds(Unit::Count, 830.0, &[0.0, 250.0, 500.0, 750.0, 1000.0])]
    #[case::hours_of_a_day(Unit::Hours, 23.0, &[0.0, 6.0, 12.0, 18.0, 24.0])]
    #[case::hours_of_days(Unit::Hours, 90.0, &[0.0, 24.0, 48.0, 72.0, 96.0])]
    #[case::weeks(Unit::Days, 26.0, &[0.0, 7.0, 14.0, 21.0, 28.0])]
    #[case::money(Unit::Money { currency: "EUR".into() }, 51_000.0, &[0.0, 20_000.0, 40_000.0, 60_000.0])]
    #[case::points(Unit::Points, 0.154, &[0.0, 0.05, 0.1, 0.15, 0.2])]
    fn ticks_are_natural(#[case] unit: Unit, #[case] highest: f64, #[case] expected: &[f64]) {
        let ticks = value_ticks(0.0, highest, &ValueAxis::of(unit), 4);
        assert_eq!(ticks.at, expected);
        assert_eq!((ticks.bottom, ticks.top), (0.0, *expected.last().unwrap()));
    }

    #[test]
    fn negative_values_open_the_axis_below_zero() {
        let ticks = value_ticks(-12.0, 30.0, &ValueAxis::of(Unit::Count), 4);
        assert_eq!(ticks.at, [-20.0, 0.0, 20.0, 40.0]);
    }

    #[test]
    fn an_index_ends_at_its_ceiling() {
        let axis = ValueAxis { unit: Unit::Score, ceiling: Some(100.0) };
        assert_eq!(value_ticks(0.0, 92.0, &axis, 3).top, 100.0);
    }

    /// 2026-08-17, a Monday.
    const AUG_17: i32 = 20_682;

    #[test]
    fn weeks_name_the_month_where_it_changes_and_at_both_ends() {
        let ticks = time_ticks(AUG_17, AUG_17 + 84, 802.0, 44.0);
        let names: Vec<String> = ticks
            .iter()
            .map(|tick| {
                let (_, month, day) = civil_from_days(tick.day);
                if tick.style == DayStyle::Day { day.to_string() } else { format!("{day}/{month}") }
            })
            .collect();
        let expected = "17/8 24 31 7/9 14 21 28 5/10 12 19 26 2/11 9/11";
        assert_eq!(names.join(" "), expected);
    }

    #[rstest]
    #[case::fortnights(AUG_17 + 84, 400.0, 7, DayStyle::DayMonth)]
    #[case::months(AUG_17 + 365, 800.0, 12, DayStyle::MonthYear)]
    #[case::quarters(AUG_17 + 365, 240.0, 4, DayStyle::MonthYear)]
    #[case::years(AUG_17 + 365 * 6, 400.0, 6, DayStyle::Year)]
    fn time_is_thinned(#[case] to: i32, #[case] width: f64, #[case] count: usize, #[case] first: DayStyle) {
        let ticks = time_ticks(AUG_17, to, width, 44.0);
        assert_eq!((ticks.len(), ticks[0].style), (count, first), "{ticks:?}");
    }

    #[test]
    fn month_ticks_are_first_days() {
        let ticks = time_ticks(AUG_17, AUG_17 + 200, 400.0, 44.0);
        assert!(ticks.iter().all(|tick| civil_from_days(tick.day).2 == 1), "{ticks:?}");
        assert_eq!(ticks[4].style, DayStyle::MonthYear, "January carries its year");
        assert_eq!(ticks[1].style, DayStyle::Month);
    }

    proptest! {
        #[test]
        fn the_range_is_never_empty(low in any::<f64>(), high in any::<f64>(), n in 0u32..9, kind in 0usize..6) {
            let unit = [Unit::Ratio, Unit::Count, Unit::Hours, Unit::Days, Unit::Score, Unit::Points][kind].clone();
            let ticks = value_ticks(low, high, &ValueAxis::of(unit), n);
            prop_assert!(ticks.bottom.is_finite() && ticks.top.is_finite());
            prop_assert!(ticks.bottom <= 0.0 && ticks.top >= 0.0 && ticks.bottom < ticks.top);
            prop_assert!(ticks.at.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", ticks);
            prop_assert_eq!(ticks.at.first().copied(), Some(ticks.bottom));
            prop_assert_eq!(ticks.at.last().copied(), Some(ticks.top));
        }

        #[test]
        fn what_is_drawn_fits(low in -1e6f64..1e6, high in -1e6f64..1e6) {
            let ticks = value_ticks(low, high, &ValueAxis::of(Unit::Score), 4);
            prop_assert!(ticks.bottom <= low && high <= ticks.top);
            prop_assert!(ticks.at.len() <= 6);
        }

        #[test]
        fn time_ticks_keep_their_distance(from in -1_000_000_000i32..1_000_000_000, power in 0u32..9, width in 60.0f64..2000.0) {
            let days = 10i32.pow(power);
            let ticks = time_ticks(from, from + days, width, 44.0);
            prop_assert!(!ticks.is_empty());
            for pair in ticks.windows(2) {
                let px = f64::from(pair[1].day - pair[0].day) * width / f64::from(days);
                prop_assert!(px >= 44.0 - 1e-6, "{px}");
            }
        }

        #[test]
        fn months_and_days_agree(day in any::<i32>()) {
            let (year, month, day_of_month) = civil_from_days(day);
            let start = month_start(year * 12 + i64::from(month) - 1).map(i64::from);
            if let Some(start) = start {
                prop_assert_eq!(start + i64::from(day_of_month) - 1, i64::from(day));
            }
        }
    }
}
