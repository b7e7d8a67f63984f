//! One parser for every form in which exports write a date.
//!
//! A text is cut into numbers, words and marks; the clock and the zone are taken out; what is left
//! must be a date and nothing else. Only a date of three short numbers needs to be told its order.

use super::clock::{Clock, take_clock};
use super::date_tokens::{Piece, Token, cut, word_at};
use super::date_words::{month, month_of_two, says_nothing};
use super::normal::fold_text;
use crate::facts::{Day, Moment};
use crate::sources::DateOrder;

/// Texts of more bytes are not dates.
const LONGEST: usize = 128;
const DAY_SECONDS: i64 = 86_400;

/// Reads a date, a date with a clock, or an instant. A year of two digits is 2000–2069 or 1970–1999.
/// `None` when it is no such thing, does not exist (29 Feb 2025), or lies outside 1900–2100.
///
/// The order matters to dates of three numbers that do not begin with a year of four digits.
pub fn parse(text: &str, order: DateOrder) -> Option<Moment> {
    read(text)?.moment(order)
}

/// Whether a text is a date in some order. Bare numbers are not taken for one, though [`parse`] reads
/// them where a column is known to hold dates.
pub fn looks_like_date(text: &str) -> bool {
    let bare = text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !text.bytes().any(|b| b == b'.')
        || text.parse::<f64>().is_ok();
    if bare && text.len() != 8 {
        return false;
    }
    read(text).is_some_and(|reading| {
        [DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy]
            .into_iter()
            .any(|order| reading.moment(order).is_some())
    })
}

/// A spreadsheet's day number (1900 system): the date, and the clock when there is a fraction.
/// `None` before 1 March 1900, where the system counts a day that never was, and after 2100.
pub fn excel_serial(serial: f64) -> Option<Moment> {
    if !(61.0..73_416.0).contains(&serial) {
        return None;
    }
    // In range, so exact as an integer.
    #[allow(clippy::cast_possible_truncation)]
    let seconds = (serial * 86_400.0).round() as i64 - 25_569 * DAY_SECONDS;
    let day = Day(i32::try_from(seconds.div_euclid(DAY_SECONDS)).ok()?);
    let clock = seconds.rem_euclid(DAY_SECONDS);
    Some(if clock == 0 { Moment::date(day) } else { Moment::wall(day, clock) })
}

/// Reads an ISO 8601 week such as `2026-W10` or `2026W10`: its Monday. `None` for a week that the year
/// does not have.
pub fn parse_iso_week(text: &str) -> Option<Moment> {
    let (year, week) = text.trim().split_once(['W', 'w'])?;
    let (year, week) = (year.strip_suffix('-').unwrap_or(year), week.parse::<i32>().ok()?);
    // The fourth of January is always in the first week.
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    let first = civil(year, 1, 4)?.week_start();
    let monday = first.plus(week.checked_sub(1)?.checked_mul(7)?);
    // A week belongs to the year of its Thursday.
    let year_of_week = monday.plus(3).ymd().0;
    (week >= 1 && i64::from(year_of_week) == i64::from(year)).then(|| Moment::date(monday))
}

/// A date as far as it can be read without knowing the order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub(super) date: DateForm,
    clock: Option<Clock>,
}

/// A date of which the order is known or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum DateForm {
    /// The same in every order.
    Fixed(Day),
    /// A spreadsheet's day number.
    Serial(Moment),
    /// Three numbers; the year, where it is known which one it is, has four digits and stands last.
    Numbers { parts: [u32; 3], long_year: bool, dots: bool },
}

impl Reading {
    /// The moment under an order.
    pub(super) fn moment(&self, order: DateOrder) -> Option<Moment> {
        let day = match self.date {
            DateForm::Serial(moment) => return Some(moment),
            DateForm::Fixed(day) => day,
            DateForm::Numbers { parts: [first, second, third], long_year, .. } => match order {
                DateOrder::Dmy => civil(full_year(third, long_year), second, first)?,
                DateOrder::Mdy => civil(full_year(third, long_year), first, second)?,
                DateOrder::Iso if long_year => return None,
                DateOrder::Iso => civil(full_year(first, false), second, third)?,
            },
        };
        Some(match self.clock {
            None => Moment::date(day),
            Some(Clock { seconds, offset: None }) => Moment::wall(day, seconds),
            Some(Clock { seconds, offset: Some(offset) }) => {
                Moment::instant(i64::from(day.0) * DAY_SECONDS + seconds - offset)
            }
        })
    }
}

fn full_year(year: u32, long: bool) -> u32 {
    match year {
        year if long => year,
        0..=69 => 2000 + year,
        year => 1900 + year,
    }
}

fn civil(year: u32, month: u32, day: u32) -> Option<Day> {
    let year = i32::try_from(year).ok().filter(|year| (1900..=2100).contains(year))?;
    Day::from_ymd(year, month, day)
}

/// Reads a text; `None` when it is no date.
pub(super) fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if let Some(reading) = read_plain(text.as_bytes()) {
        return Some(reading);
    }
    let folded = fold_text(text);
    let mut tokens = cut(&folded)?;
    let clock = take_clock(&mut tokens)?;
    let date = read_date(&tokens)?;
    if matches!(date, DateForm::Serial(_)) && clock.is_some() {
        return None;
    }
    Some(Reading { date, clock })
}

/// The commonest forms without cutting the text up: `2022-09-08`, with a clock behind it, and three
/// numbers with marks between. `None` leaves the text to the thorough way.
fn read_plain(text: &[u8]) -> Option<Reading> {
    if let [y1, y2, y3, y4, b'-' | b'/', m1, m2, b'-' | b'/', d1, d2, rest @ ..] = text {
        let day = civil(digits(&[*y1, *y2, *y3, *y4])?, digits(&[*m1, *m2])?, digits(&[*d1, *d2])?)?;
        let (clock, zone) = match rest {
            [] => return Some(Reading { date: DateForm::Fixed(day), clock: None }),
            [b' ' | b'T', h1, h2, b':', n1, n2, b':', s1, s2, zone @ ..] => {
                ([*h1, *h2, *n1, *n2, *s1, *s2], zone)
            }
            _ => return None,
        };
        let [h1, h2, n1, n2, s1, s2] = clock;
        let (hour, minute, second) = (digits(&[h1, h2])?, digits(&[n1, n2])?, digits(&[s1, s2])?);
        let offset = match zone {
            [] => None,
            b"Z" | b" UTC" => Some(0),
            _ => return None,
        };
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let clock = Some(Clock { seconds: i64::from(hour * 3600 + minute * 60 + second), offset });
        return Some(Reading { date: DateForm::Fixed(day), clock });
    }
    let mut numbers = text.split(|b| matches!(b, b'/' | b'.' | b'-'));
    let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let shape =
        numbers.next().is_none() && matches!((first.len(), second.len(), third.len()), (1 | 2, 1 | 2, 2 | 4));
    if !shape {
        return None;
    }
    let parts = [digits(first)?, digits(second)?, digits(third)?];
    let dots = !text.contains(&b'/') && !text.contains(&b'-');
    Some(Reading { date: DateForm::Numbers { parts, long_year: third.len() == 4, dots }, clock: None })
}

/// A number of digits only.
fn digits(text: &[u8]) -> Option<u32> {
    let each = text.iter().map(|b| b.is_ascii_digit().then(|| u32::from(b - b'0')));
    each.into_iter().try_fold(0, |number, digit| digit.map(|digit| number * 10 + digit))
}

/// Reads what is left when the clock is gone.
fn read_date(tokens: &[Token]) -> Option<DateForm> {
    let mut numbers: [(u32, usize); 3] = [(0, 0); 3];
    let mut count = 0;
    let mut named = None;
    let mut dots = true;
    let mut signs = String::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token.piece {
            Piece::Number { value, digits } => {
                *numbers.get_mut(count)? = (value, digits);
                count += 1;
            }
            Piece::Word("年" | "月" | "日" | "号") => {
                signs.push(match token.piece {
                    Piece::Word("年") => 'y',
                    Piece::Word("月") => 'm',
                    _ => 'd',
                });
            }
            Piece::Word(word) => {
                let pair = word_at(tokens, at).and_then(|next| month_of_two(word, next));
                at += usize::from(pair.is_some());
                match pair.or_else(|| month(word)) {
                    Some(month) if named.is_none() => named = Some(month),
                    Some(_) => return None,
                    None if says_nothing(word) => {}
                    None => return None,
                }
            }
            Piece::Mark(mark) => {
                if !matches!(mark, '-' | '/' | '.' | ',')
                    || (count == 0 && named.is_none() && signs.is_empty() && at == 1)
                {
                    return None;
                }
                dots &= mark == '.';
            }
        }
    }
    let (first, second, third) = (numbers.first()?, numbers.get(1)?, numbers.get(2)?);
    if !signs.is_empty() {
        let whole = signs.starts_with("ym") && count == 3 && named.is_none() && first.1 == 4;
        return whole.then(|| civil(first.0, second.0, third.0)).flatten().map(DateForm::Fixed);
    }
    match (named, count) {
        (Some(month), 2) if first.1 == 4 => fixed(first.0, month, *second),
        (Some(month), 2) if second.1 == 4 => fixed(second.0, month, *first),
        (Some(month), 2) if second.1 == 2 => fixed(full_year(second.0, false), month, *first),
        (None, 3) if first.1 == 4 && second.1 <= 2 && third.1 <= 2 => {
            civil(first.0, second.0, third.0).map(DateForm::Fixed)
        }
        (None, 3) if first.1 <= 2 && second.1 <= 2 && matches!(third.1, 2 | 4) => {
            Some(DateForm::Numbers { parts: [first.0, second.0, third.0], long_year: third.1 == 4, dots })
        }
        (None, 1) if first.1 == 8 && tokens.len() == 1 => {
            civil(first.0 / 10_000, first.0 / 100 % 100, first.0 % 100).map(DateForm::Fixed)
        }
        (None, 1) if first.1 == 5 && tokens.len() == 1 => {
            excel_serial(f64::from(first.0)).map(DateForm::Serial)
        }
        (None, 2) if first.1 == 5 && tokens.len() == 3 && dots && second.1 <= 9 => {
            let fraction = f64::from(second.0) / 10f64.powi(i32::try_from(second.1).ok()?);
            excel_serial(f64::from(first.0) + fraction).map(DateForm::Serial)
        }
        _ => None,
    }
}

fn fixed(year: u32, month: u32, (day, digits): (u32, usize)) -> Option<DateForm> {
    if digits > 2 {
        return None;
    }
    civil(year, month, day).map(DateForm::Fixed)
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
