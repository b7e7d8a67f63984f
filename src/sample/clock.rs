//! The team's wall clock (central European time with its summer time) and the ways LinkedIn writes time.

use crate::facts::Day;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Seconds since 1970 as the team's clocks show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wall(i64);

impl Wall {
    /// A time of day, in minutes and seconds after midnight.
    pub fn at(day: Day, minute: i64, second: i64) -> Wall {
        Wall(i64::from(day.0) * DAY + minute * 60 + second)
    }

    pub fn day(self) -> Day {
        day_of(self.0)
    }

    pub fn weekday(self) -> u8 {
        self.day().weekday()
    }

    /// 0–23.
    pub fn hour(self) -> i64 {
        self.0.rem_euclid(DAY) / HOUR
    }

    pub fn plus_minutes(self, minutes: i64) -> Wall {
        Wall(self.0 + minutes * 60)
    }

    /// Whole minutes from `earlier` on.
    pub fn minutes_after(self, earlier: Wall) -> i64 {
        (self.0 - earlier.0) / 60
    }

    /// Whole hours from `earlier` on.
    #[cfg(test)]
    pub fn hours_after(self, earlier: Wall) -> i64 {
        (self.0 - earlier.0) / HOUR
    }

    /// Seconds since 1970, UTC: an hour behind, two between the last Sundays of March and October.
    pub fn utc(self) -> i64 {
        let day = self.day();
        let (year, _, _) = day.ymd();
        let is_summer = last_sunday(year, 3) <= day && day < last_sunday(year, 10);
        self.0 - if is_summer { 2 * HOUR } else { HOUR }
    }

    /// `2022-09-08 18:08:14`, UTC.
    pub fn timestamp(self) -> String {
        let utc = self.utc();
        let (hour, minute, second) = clock(utc);
        format!("{} {hour:02}:{minute:02}:{second:02}", day_of(utc).iso())
    }

    /// `8/26/22, 8:56 PM`, UTC: invitations.
    pub fn invitation(self) -> String {
        let utc = self.utc();
        let (year, month, day) = day_of(utc).ymd();
        let (hour, minute, _) = clock(utc);
        let half = if hour < 12 { "AM" } else { "PM" };
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        format!("{month}/{day}/{:02}, {hour}:{minute:02} {half}", year % 100)
    }

    /// A post's number minted at this time: milliseconds in the upper bits, `tail` in the lower 22.
    pub fn minted(self, milliseconds: i64, tail: i64) -> i64 {
        ((self.utc() * 1000 + milliseconds) << 22) + tail
    }
}

fn day_of(seconds: i64) -> Day {
    Day(i32::try_from(seconds.div_euclid(DAY)).unwrap_or(i32::MAX))
}

fn clock(seconds: i64) -> (i64, i64, i64) {
    let second = seconds.rem_euclid(DAY);
    (second / HOUR, second / 60 % 60, second % 60)
}

fn last_sunday(year: i32, month: u32) -> Day {
    let last = Day::from_ymd(year, month, 31).unwrap_or(Day(0));
    last.plus(-i32::from(last.weekday() % 7))
}

/// `09 Sep 2022`: connections.
pub(super) fn connected_on(day: Day) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = day.ymd();
    let name = usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
        .copied()
        .unwrap_or_default();
    format!("{day:02} {name} {year}")
}

/// `4/24/2022`: analytics workbooks.
pub(super) fn slashes(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{month}/{day}/{year}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-03-28", "2026-03-28 11:05:09")]
    #[case("2026-03-29", "2026-03-29 10:05:09")]
    #[case("2026-10-24", "2026-10-24 10:05:09")]
    #[case("2026-10-25", "2026-10-25 11:05:09")]
    fn summer_time_is_kept(#[case] day: &str, #[case] utc: &str) {
        assert_eq!(Wall::at(Day::parse_iso(day).unwrap(), 12 * 60 + 5, 9).timestamp(), utc);
    }

    #[rstest]
    #[case(1, "1/5/26, 12:00 AM")]
    #[case(13, "1/5/26, 12:00 PM")]
    #[case(21, "1/5/26, 8:00 PM")]
    fn invitations_have_twelve_hours(#[case] hour: i64, #[case] written: &str) {
        assert_eq!(Wall::at(Day::parse_iso("2026-01-05").unwrap(), hour * 60, 0).invitation(), written);
    }

    #[test]
    fn dates_as_exported() {
        let day = Day::parse_iso("2026-09-08").unwrap();
        assert_eq!(connected_on(day), "08 Sep 2026");
        assert_eq!(slashes(day), "9/8/2026");
    }
}
