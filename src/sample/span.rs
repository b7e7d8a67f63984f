//! The weeks of the sample.

use super::draw::Draw;
use crate::facts::Day;

/// How many weeks the sample has: 18 months.
pub(super) const WEEKS: i32 = 78;

/// 78 weeks of seven days, the last of which ends with the sample's last day.
#[derive(Clone, Copy)]
pub(super) struct Weeks {
    last: Day,
}

impl Weeks {
    /// The weeks up to a day. Days outside 2012–2099 are moved to the nearest inside: post numbers begin
    /// about then, and invitations write their years with two digits.
    pub fn until(last: Day) -> Weeks {
        const FIRST: Day = Day(15_340);
        const LAST: Day = Day(47_481);
        Weeks { last: last.clamp(FIRST, LAST) }
    }

    pub fn first(self) -> Day {
        self.last.plus(1 - 7 * WEEKS)
    }

    pub fn last(self) -> Day {
        self.last
    }

    /// First day of a week, counted from 0.
    pub fn start(self, week: i32) -> Day {
        self.first().plus(7 * week)
    }

    /// The value of a week on the line from the first to the last.
    pub fn between(self, week: i32, [first, last]: [i64; 2]) -> i64 {
        first + (last - first) * i64::from(week) / i64::from(WEEKS - 1)
    }

    /// A day of a week from Monday to Friday.
    pub fn working_day(self, week: i32, draw: &mut Draw) -> Day {
        let monday_to_friday = i32::try_from(draw.between(0, 4)).unwrap_or(0);
        (0..7)
            .map(|offset| self.start(week).plus(offset))
            .filter(|day| day.weekday() < 6)
            .nth(usize::try_from(monday_to_friday).unwrap_or(0))
            .unwrap_or(self.start(week))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_end_with_the_last_day_and_days_of_any_year_are_safe() {
        let weeks = Weeks::until(Day::parse_iso("2026-11-21").unwrap());
        assert_eq!(weeks.start(WEEKS - 1).plus(6), weeks.last());
        assert_eq!(weeks.first().iso(), "2025-05-25");
        assert_eq!(Weeks::until(Day(i32::MAX)).last().iso(), "2099-12-31");
        assert_eq!(Weeks::until(Day(i32::MIN)).last().iso(), "2012-01-01");
    }
}
