//! Days, weeks and months: arithmetic on civil dates (proleptic Gregorian), without a clock.

use serde::{Deserialize, Serialize};

/// A calendar day as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// The day of a civil date; `None` when there is no such date or the year is outside 1–9999.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year)
            || !(1..=12).contains(&month)
            || day < 1
            || day > days_in_month(year, month)
        {
            return None;
        }
        // Days from civil, after Howard Hinnant's published algorithm: years begin in March,
        // so that the leap day is the last one.
        let y = i64::from(if month <= 2 { year - 1 } else { year });
        let era = y.div_euclid(400);
        let year_of_era = y - era * 400;
        let shifted_month = i64::from((month + 9) % 12);
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        i32::try_from(era * 146_097 + day_of_era - 719_468).ok().map(Day)
    }

    /// Year, month (1–12) and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z - era * 146_097;
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (
            i32::try_from(year).unwrap_or(i32::MAX),
            u32::try_from(month).unwrap_or(1),
            u32::try_from(day).unwrap_or(1),
        )
    }

    /// Day of the week, 1 = Monday … 7 = Sunday (ISO 8601).
    pub fn weekday(self) -> u8 {
        u8::try_from((self.0 + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The Monday of this day's ISO week.
    pub fn week_start(self) -> Day {
        Day(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// The first of this day's month.
    pub fn month_start(self) -> Day {
        let (year, month, _) = self.ymd();
        Day::from_ymd(year, month, 1).unwrap_or(self)
    }

    /// The first of the month after this day's.
    pub fn next_month_start(self) -> Day {
        let (year, month, _) = self.ymd();
        let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        Day::from_ymd(year, month, 1).unwrap_or(self)
    }

    /// This day moved by whole days.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Option<Day> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A period of calendar days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Span {
    /// Whether a day lies in the period.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Number of days, at least 1 for a period that does not end before it begins.
    pub fn days(self) -> i32 {
        self.to.0 - self.from.0 + 1
    }

    /// The equally long period that ends the day before this one begins.
    pub fn before(self) -> Span {
        Span { from: self.from.plus(-self.days()), to: self.from.plus(-1) }
    }

    /// The period moved back by 52 weeks, so that weekdays stay aligned.
    pub fn year_before(self) -> Span {
        Span { from: self.from.plus(-364), to: self.to.plus(-364) }
    }
}

/// How a series is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// ISO weeks, Monday first.
    Week,
    /// Calendar months.
    Month,
}

impl Bucket {
    /// First day of the bucket that holds `day`.
    pub fn start(self, day: Day) -> Day {
        match self {
            Bucket::Week => day.week_start(),
            Bucket::Month => day.month_start(),
        }
    }

    /// First day of the bucket after the one that starts at `start`.
    pub fn next(self, start: Day) -> Day {
        match self {
            Bucket::Week => start.plus(7),
            Bucket::Month => start.next_month_start(),
        }
    }

    /// The buckets a period touches, each cut to the days inside the period, with the bucket's own start.
    pub fn cut(self, span: Span) -> Vec<(Day, Span)> {
        let mut out = Vec::new();
        let mut start = self.start(span.from);
        while start <= span.to {
            let next = self.next(start);
            out.push((start, Span { from: start.max(span.from), to: next.plus(-1).min(span.to) }));
            start = next;
        }
        out
    }

    /// `week` or `month`.
    pub fn id(self) -> &'static str {
        match self {
            Bucket::Week => "week",
            Bucket::Month => "month",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(1970, 1, 1, 0)]
    #[case(2000, 2, 29, 11_016)]
    #[case(2026, 11, 21, 20_778)]
    #[case(1969, 12, 31, -1)]
    fn civil_dates(#[case] year: i32, #[case] month: u32, #[case] day: u32, #[case] days: i32) {
        assert_eq!(Day::from_ymd(year, month, day), Some(Day(days)));
        assert_eq!(Day(days).ymd(), (year, month, day));
    }

    #[test]
    fn dates_that_do_not_exist() {
        assert_eq!(Day::from_ymd(2025, 2, 29), None);
        assert_eq!(Day::from_ymd(1900, 2, 29), None);
        assert_eq!(Day::from_ymd(2024, 13, 1), None);
        assert_eq!(Day::parse_iso("2024-2"), None);
    }

    #[test]
    fn iso_week_53_begins_on_a_monday_in_december() {
        // 2026-12-31 is a Thursday in ISO week 53 of 2026.
        let day = Day::from_ymd(2026, 12, 31).expect("a date");
        assert_eq!(day.weekday(), 4);
        assert_eq!(day.week_start().iso(), "2026-12-28");
    }

    #[test]
    fn buckets_cover_a_period_once() {
        let span = Span { from: Day::from_ymd(2026, 1, 30).unwrap(), to: Day::from_ymd(2026, 3, 2).unwrap() };
        let months = Bucket::Month.cut(span);
        assert_eq!(months.len(), 3);
        assert_eq!(months.iter().map(|(_, cut)| cut.days()).sum::<i32>(), span.days());
    }

    proptest! {
        #[test]
        fn a_day_survives_its_date(days in -700_000..2_900_000i32) {
            let (year, month, day) = Day(days).ymd();
            prop_assert_eq!(Day::from_ymd(year, month, day), Some(Day(days)));
            prop_assert_eq!(Day::parse_iso(&Day(days).iso()), Some(Day(days)));
        }
    }
}
