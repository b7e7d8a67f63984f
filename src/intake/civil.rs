//! Spreadsheet day numbers to calendar dates and times.

/// A calendar date and time of day as a spreadsheet shows it: no zone, proleptic Gregorian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDateTime {
    /// Year, 1900 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
}

/// Seconds in a day.
const DAY_SECONDS: i64 = 86_400;
/// One more than the largest day number: 9999-12-31 is 2,958,465.
const END_SERIAL: f64 = 2_958_466.0;
/// Days from 1970-01-01 back to 1899-12-30, where day numbers from 61 on count from.
const EPOCH_1900: i64 = -25_569;
/// Days from 1970-01-01 back to 1904-01-01.
const EPOCH_1904: i64 = -24_107;

impl CivilDateTime {
    /// The date of a day number with its fraction, rounded to the second.
    ///
    /// `None` for numbers outside the spreadsheet's range, and for day 60 of the 1900 system: the
    /// 29 February 1900 that spreadsheets keep for compatibility never was.
    pub fn from_serial(serial: f64, is_1904: bool) -> Option<Self> {
        if !(0.0..END_SERIAL).contains(&serial) {
            return None;
        }
        // In range, so below 2.6e11: exact as an integer.
        #[allow(clippy::cast_possible_truncation)]
        let seconds = (serial * 86_400.0).round() as i64;
        let (days, second_of_day) = (seconds.div_euclid(DAY_SECONDS), seconds.rem_euclid(DAY_SECONDS));
        let unix_day = match (is_1904, days) {
            (true, _) => days + EPOCH_1904,
            (false, 0 | 60) => return None,
            // Before the day that never was, numbers run one behind.
            (false, 1..60) => days + EPOCH_1900 + 1,
            (false, _) => days + EPOCH_1900,
        };
        let (year, month, day) = civil_from_days(unix_day)?;
        Some(Self {
            year,
            month,
            day,
            hour: u8::try_from(second_of_day / 3_600).ok()?,
            minute: u8::try_from(second_of_day / 60 % 60).ok()?,
            second: u8::try_from(second_of_day % 60).ok()?,
        })
    }

    /// True if the time of day is midnight, as for a plain date.
    pub fn is_midnight(&self) -> bool {
        (self.hour, self.minute, self.second) == (0, 0, 0)
    }

    /// ISO 8601: `2024-08-03`, or `2024-08-03 14:05:00` when there is a time of day.
    pub fn to_iso(&self) -> String {
        let date = format!("{:04}-{:02}-{:02}", self.year, self.month, self.day);
        if self.is_midnight() {
            date
        } else {
            format!("{date} {:02}:{:02}:{:02}", self.hour, self.minute, self.second)
        }
    }
}

/// Year, month and day of a day counted from 1970-01-01, by 400-year eras that begin on 1 March.
fn civil_from_days(unix_day: i64) -> Option<(i32, u8, u8)> {
    let days = unix_day + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    // ECMA-376 part 1, 18.17.4.1 (1900 and 1904 date systems) gives these serials, and 45507 is
    // what spreadsheets show for 3 August 2024.
    #[rstest]
    #[case(1.0, false, Some("1900-01-01"))]
    #[case(59.0, false, Some("1900-02-28"))]
    #[case(60.0, false, None)]
    #[case(61.0, false, Some("1900-03-01"))]
    #[case(45_507.0, false, Some("2024-08-03"))]
    #[case(45_351.5, false, Some("2024-02-29 12:00:00"))]
    #[case(2_958_465.0, false, Some("9999-12-31"))]
    #[case(2_958_466.0, false, None)]
    #[case(-1.0, false, None)]
    #[case(f64::NAN, false, None)]
    #[case(0.0, true, Some("1904-01-01"))]
    #[case(44_045.0, true, Some("2024-08-03"))]
    #[case(45_507.999_999_9, false, Some("2024-08-04"))]
    fn serials(#[case] serial: f64, #[case] is_1904: bool, #[case] iso: Option<&str>) {
        let got = CivilDateTime::from_serial(serial, is_1904).map(|date| date.to_iso());
        assert_eq!(got.as_deref(), iso);
    }
}
