//! The hours of the week that count as working time.

use serde::{Deserialize, Serialize};

/// Seconds of a day and of an hour.
const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// The hours of the week that count as working time, in the workspace's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BusinessHours {
    /// Weekdays, 1 = Monday.
    pub days: Vec<u8>,
    /// The hour at which they begin.
    pub from: u8,
    /// The hour at which they end, 1–24.
    pub to: u8,
}

impl Default for BusinessHours {
    fn default() -> BusinessHours {
        BusinessHours { days: vec![1, 2, 3, 4, 5], from: 8, to: 17 }
    }
}

impl BusinessHours {
    /// Whether there is any such hour.
    pub fn is_any(&self) -> bool {
        self.from < self.to && self.to <= 24 && self.days.iter().any(|day| (1..=7).contains(day))
    }

    /// Working seconds between two moments, each in seconds of the wall clock since 1970.
    pub fn seconds_between(&self, from: i64, to: i64) -> i64 {
        let mut sum = 0;
        let mut midnight = from.div_euclid(DAY) * DAY;
        while midnight < to {
            // 1 January 1970 was a Thursday.
            let weekday = u8::try_from((midnight / DAY + 3).rem_euclid(7) + 1).unwrap_or(1);
            if self.days.contains(&weekday) {
                let opens = midnight + i64::from(self.from) * HOUR;
                let closes = midnight + i64::from(self.to.min(24)) * HOUR;
                sum += (closes.min(to) - opens.max(from)).max(0);
            }
            midnight += DAY;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Friday, 2 January 1970.
    const FRIDAY: i64 = DAY;

    #[rstest]
    #[case::within_a_day(9, 11, 2)]
    #[case::before_opening(6, 9, 1)]
    #[case::after_closing(16, 20, 1)]
    #[case::at_night(18, 23, 0)]
    #[case::over_the_weekend(16, 3 * 24 + 9, 2)]
    #[case::a_week(8, 7 * 24 + 8, 45)]
    #[case::backwards(11, 9, 0)]
    fn only_working_hours_count(#[case] from: i64, #[case] to: i64, #[case] hours: i64) {
        let usual = BusinessHours::default();
        assert_eq!(usual.seconds_between(FRIDAY + from * HOUR, FRIDAY + to * HOUR), hours * HOUR);
    }

    #[test]
    fn a_week_without_working_hours_is_told() {
        assert!(BusinessHours::default().is_any());
        assert!(!BusinessHours { days: vec![], ..BusinessHours::default() }.is_any());
        assert!(!BusinessHours { from: 17, to: 8, ..BusinessHours::default() }.is_any());
    }
}
