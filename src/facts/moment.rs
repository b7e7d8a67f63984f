//! A point in time as a file states it.
//!
//! LinkedIn's messages are instants in UTC, a CRM's "closed on" is a bare date, and many tools print
//! a wall clock without a zone. Keeping which of the three it was lets the workspace's zone be applied
//! exactly where it belongs, and lets it change later.

use super::{Day, Zone};

const DAY_SECONDS: i64 = 86_400;

/// A date, a wall clock, or an instant. Stored in one integer: seconds × 4 + kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

const KIND_INSTANT: i64 = 0;
const KIND_DATE: i64 = 1;
const KIND_WALL: i64 = 2;

impl Moment {
    /// An instant, in seconds since 1970-01-01 00:00 UTC.
    pub fn instant(utc_seconds: i64) -> Moment {
        Moment(utc_seconds * 4 + KIND_INSTANT)
    }

    /// A bare date.
    pub fn date(day: Day) -> Moment {
        Moment(i64::from(day.0) * DAY_SECONDS * 4 + KIND_DATE)
    }

    /// A wall clock without a zone: a date and the seconds since its midnight.
    pub fn wall(day: Day, seconds: i64) -> Moment {
        Moment((i64::from(day.0) * DAY_SECONDS + seconds) * 4 + KIND_WALL)
    }

    /// The calendar day in a zone.
    pub fn day(self, zone: &Zone) -> Day {
        let seconds = match self.kind() {
            KIND_INSTANT => zone.to_wall(self.seconds()),
            _ => self.seconds(),
        };
        Day(i32::try_from(seconds.div_euclid(DAY_SECONDS)).unwrap_or(0))
    }

    /// The hour of the day (0–23) in a zone; `None` for a bare date.
    pub fn hour(self, zone: &Zone) -> Option<u8> {
        let seconds = match self.kind() {
            KIND_INSTANT => zone.to_wall(self.seconds()),
            KIND_WALL => self.seconds(),
            _ => return None,
        };
        u8::try_from(seconds.rem_euclid(DAY_SECONDS) / 3600).ok()
    }

    /// Seconds since 1970 UTC; a bare date counts as its midnight in the zone.
    pub fn utc_seconds(self, zone: &Zone) -> i64 {
        match self.kind() {
            KIND_INSTANT => self.seconds(),
            _ => zone.to_utc(self.seconds()),
        }
    }

    /// Whether only the date is known.
    pub fn is_bare_date(self) -> bool {
        self.kind() == KIND_DATE
    }

    /// The stored integer.
    pub fn raw(self) -> i64 {
        self.0
    }

    /// From the stored integer.
    pub fn from_raw(raw: i64) -> Moment {
        Moment(raw)
    }

    /// `2026-03-04`, `2026-03-04 18:20:00` or `2026-03-04 18:20:00Z`, as it was stated.
    pub fn iso(self) -> String {
        let day = Day(i32::try_from(self.seconds().div_euclid(DAY_SECONDS)).unwrap_or(0)).iso();
        let clock = self.seconds().rem_euclid(DAY_SECONDS);
        let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
        match self.kind() {
            KIND_DATE => day,
            KIND_WALL => format!("{day} {hour:02}:{minute:02}:{second:02}"),
            _ => format!("{day} {hour:02}:{minute:02}:{second:02}Z"),
        }
    }

    fn seconds(self) -> i64 {
        self.0.div_euclid(4)
    }

    fn kind(self) -> i64 {
        self.0.rem_euclid(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_moves_instants_only() {
        let zone = Zone { name: "+2".into(), offsets: vec![(0, 7200)] };
        let day = Day::from_ymd(2026, 3, 4).unwrap();
        let late = Moment::instant(i64::from(day.0) * 86_400 + 23 * 3600);
        assert_eq!(late.day(&Zone::utc()), day);
        assert_eq!(late.day(&zone), day.plus(1));
        assert_eq!(late.hour(&zone), Some(1));
        assert_eq!(Moment::date(day).day(&zone), day);
        assert_eq!(Moment::date(day).hour(&zone), None);
        assert_eq!(Moment::wall(day, 23 * 3600).day(&zone), day);
        assert_eq!(Moment::wall(day, 23 * 3600).utc_seconds(&zone), i64::from(day.0) * 86_400 + 21 * 3600);
    }

    #[test]
    fn days_before_1970_keep_their_kind() {
        let day = Day::from_ymd(1969, 12, 30).unwrap();
        assert_eq!(Moment::wall(day, 60).iso(), "1969-12-30 00:01:00");
        assert_eq!(Moment::from_raw(Moment::date(day).raw()).day(&Zone::utc()), day);
    }
}
