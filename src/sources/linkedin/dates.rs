//! The forms in which LinkedIn's archive writes dates: one archive alone has six.
//!
//! `2022-09-08 18:08:14 UTC` · `2022-09-08 04:10:18` · `2017/06/08 08:15:44 UTC` · `8/26/22, 8:56 PM` ·
//! `09 Sep 2022` · `9-Sep-22` (after a spreadsheet saved it again). Months are English in every language.

use crate::facts::{Day, Moment};

/// A date with its clock, if any, as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stated {
    day: Day,
    seconds: Option<i64>,
    /// Whether it says UTC.
    is_utc: bool,
    /// Whether it is written year first, as machines do: LinkedIn means UTC by it.
    is_machine: bool,
}

/// A timestamp whose machine-written form means UTC, as in Shares, Comments, Reactions and messages;
/// a clock for people (`8/26/22, 8:56 PM`) says no zone.
pub(crate) fn timestamp(text: &str) -> Option<Moment> {
    let stated = read(text)?;
    Some(match stated.seconds {
        None => Moment::date(stated.day),
        Some(seconds) if stated.is_utc || stated.is_machine => {
            Moment::instant(i64::from(stated.day.0) * 86_400 + seconds)
        }
        Some(seconds) => Moment::wall(stated.day, seconds),
    })
}

/// The bare date, whatever clock stands beside it.
pub(crate) fn date(text: &str) -> Option<Moment> {
    read(text).map(|stated| Moment::date(stated.day))
}

fn read(text: &str) -> Option<Stated> {
    let bytes = text.as_bytes();
    match bytes {
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'-' | b'/', ..] => machine(bytes),
        _ if text.contains('/') => us_clock(text),
        _ => named_month(text),
    }
}

/// `YYYY-MM-DD`, with `HH:MM:SS` and ` UTC` after it or not, by fixed positions.
fn machine(bytes: &[u8]) -> Option<Stated> {
    let year = i32::try_from(number(bytes, 0, 2)? * 100 + number(bytes, 2, 2)?).ok()?;
    if bytes.get(4) != bytes.get(7) {
        return None;
    }
    let day = Day::from_ymd(year, number(bytes, 5, 2)?, number(bytes, 8, 2)?)?;
    let (seconds, rest) = match bytes.get(10..)? {
        [] => return Some(Stated { day, seconds: None, is_utc: false, is_machine: true }),
        [b' ' | b'T', _, _, b':', _, _, b':', _, _, rest @ ..] => {
            (clock(number(bytes, 11, 2)?, number(bytes, 14, 2)?, number(bytes, 17, 2)?)?, rest)
        }
        _ => return None,
    };
    match rest {
        b" UTC" | b"Z" | b" GMT" => {
            Some(Stated { day, seconds: Some(seconds), is_utc: true, is_machine: true })
        }
        b"" => Some(Stated { day, seconds: Some(seconds), is_utc: false, is_machine: true }),
        _ => None,
    }
}

/// `M/D/YY` or `M/D/YYYY`, with `, h:mm AM` after it or not.
fn us_clock(text: &str) -> Option<Stated> {
    let (date, clock_text) = match text.split_once([',', ' ']) {
        Some((date, rest)) => (date, Some(rest.trim())),
        None => (text, None),
    };
    let mut parts = date.split('/');
    let (month, day, year) = (digits(parts.next()?)?, digits(parts.next()?)?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let day = Day::from_ymd(full_year(year)?, month, day)?;
    let seconds = match clock_text {
        None | Some("") => None,
        Some(clock_text) => Some(half_day_clock(clock_text)?),
    };
    Some(Stated { day, seconds, is_utc: false, is_machine: false })
}

/// `8:56 PM`, with seconds or a narrow no-break space before the half of the day, or `20:56`.
fn half_day_clock(text: &str) -> Option<i64> {
    let digits_end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let half = text.get(digits_end..)?.trim();
    let mut parts = text.get(..digits_end)?.split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), digits)?;
    let hour = match half {
        "" => hour,
        _ if !(1..=12).contains(&hour) => return None,
        _ if half.eq_ignore_ascii_case("am") => hour % 12,
        _ if half.eq_ignore_ascii_case("pm") => hour % 12 + 12,
        _ => return None,
    };
    clock(hour, minute, second)
}

/// `09 Sep 2022` or `9-Sep-22`.
fn named_month(text: &str) -> Option<Stated> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut parts = text.split([' ', '-']).filter(|part| !part.is_empty());
    let (day, month, year) = (digits(parts.next()?)?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let month =
        MONTHS.iter().position(|known| month.get(..3).is_some_and(|m| m.eq_ignore_ascii_case(known)))?;
    let day = Day::from_ymd(full_year(year)?, u32::try_from(month).ok()? + 1, day)?;
    Some(Stated { day, seconds: None, is_utc: false, is_machine: false })
}

/// A year of four digits, or of two: LinkedIn began in 2003.
fn full_year(text: &str) -> Option<i32> {
    let year = i32::try_from(digits(text)?).ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(year + 2000),
        _ => None,
    }
}

fn clock(hour: u32, minute: u32, second: u32) -> Option<i64> {
    // A leap second counts as the one before it.
    (hour < 24 && minute < 60 && second <= 60)
        .then(|| i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.min(59)))
}

fn digits(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    bytes
        .get(at..at + length)?
        .iter()
        .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2022-09-08 18:08:14 UTC", Some("2022-09-08 18:08:14Z"))]
    #[case("2022-09-08 04:10:18", Some("2022-09-08 04:10:18Z"))]
    #[case("2017/06/08 08:15:44 UTC", Some("2017-06-08 08:15:44Z"))]
    #[case("8/26/22, 8:56 PM", Some("2022-08-26 20:56:00"))]
    #[case("10/16/18, 12:05 AM", Some("2018-10-16 00:05:00"))]
    #[case("10/16/18, 12:05\u{202f}PM", Some("2018-10-16 12:05:00"))]
    #[case("8/26/2022 20:56", Some("2022-08-26 20:56:00"))]
    #[case("09 Sep 2022", Some("2022-09-09"))]
    #[case("9-Sep-22", Some("2022-09-09"))]
    #[case("2022-09-09", Some("2022-09-09"))]
    #[case("26/8/22, 8:56 PM", None)]
    #[case("2022-02-30 00:00:00", None)]
    #[case("2022-09-08 25:00:00", None)]
    #[case("8/26/22, 13:56 PM", None)]
    #[case("yesterday", None)]
    #[case("", None)]
    fn timestamps(#[case] text: &str, #[case] iso: Option<&str>) {
        assert_eq!(timestamp(text).map(Moment::iso).as_deref(), iso);
    }

    #[rstest]
    #[case("1/8/18, 6:14 PM", Some("2018-01-08"))]
    #[case("09 Sep 2022", Some("2022-09-09"))]
    fn bare_dates(#[case] text: &str, #[case] iso: Option<&str>) {
        assert_eq!(date(text).map(Moment::iso).as_deref(), iso);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,24}") {
            let _ = timestamp(&text);
            let _ = date(&text);
        }
    }
}
