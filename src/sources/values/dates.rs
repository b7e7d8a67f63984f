//! One parser for every form in which exports write a date.
//!
//! A text is cut into numbers, words and marks; the clock and the zone are taken out; what is left
//! must be a date and nothing else. Only a date of three short numbers needs to be told its order.

use super::date_words::{after_noon, month, month_of_two, says_nothing, zone_offset};
use super::normal::fold_text;
use crate::facts::{Day, Moment};
use crate::sources::DateOrder;

/// Longer texts are not dates.
const LONGEST: usize = 64;
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

#[derive(Clone, Copy, Debug, PartialEq)]
struct Clock {
    seconds: i64,
    /// Seconds east of UTC where stated.
    offset: Option<i64>,
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

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    piece: Piece<'a>,
    /// Whether white space stands before it.
    apart: bool,
}

/// Reads a text; `None` when it is no date.
pub(super) fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST * 2 {
        return None;
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

fn cut(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::with_capacity(12);
    let mut rest = text;
    let mut apart = false;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            apart = true;
            rest = rest.get(c.len_utf8()..)?;
            continue;
        }
        let length = if c.is_ascii_digit() {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        } else if c.is_alphabetic() && !is_ideograph(c) {
            rest.chars().take_while(|c| c.is_alphabetic() && !is_ideograph(*c)).map(char::len_utf8).sum()
        } else {
            c.len_utf8()
        };
        let (head, tail) = rest.split_at_checked(length)?;
        let piece = if c.is_ascii_digit() {
            Piece::Number { value: head.parse().ok()?, digits: length }
        } else if c.is_alphabetic() {
            Piece::Word(head)
        } else {
            Piece::Mark(c)
        };
        tokens.push(Token { piece, apart });
        if tokens.len() > LONGEST {
            return None;
        }
        (rest, apart) = (tail, false);
    }
    Some(tokens)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn number_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at)?.piece {
        Piece::Number { value, digits } => Some((value, digits)),
        _ => None,
    }
}

fn mark_at(tokens: &[Token], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|token| token.piece == Piece::Mark(mark))
}

fn word_at<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    match tokens.get(at)?.piece {
        Piece::Word(word) => Some(word),
        _ => None,
    }
}

/// Takes a clock with its half of the day and zone out of the tokens. `None` when there is one that
/// cannot be; `Some(None)` when there is none.
fn take_clock(tokens: &mut Vec<Token>) -> Option<Option<Clock>> {
    let Some(start) =
        tokens.iter().position(|token| token.piece == Piece::Mark(':')).and_then(|at| at.checked_sub(1))
    else {
        return Some(None);
    };
    let (hour, _) = number_at(tokens, start)?;
    let (minute, _) = number_at(tokens, start + 2).filter(|(value, digits)| *value < 60 && *digits == 2)?;
    let mut end = start + 3;
    let mut second = 0;
    if mark_at(tokens, end, ':') {
        // A leap second is told as the second before it.
        second = number_at(tokens, end + 1).filter(|(value, digits)| *value <= 60 && *digits == 2)?.0.min(59);
        end += 2;
        let fraction =
            tokens.get(end + 1).is_some_and(|next| !next.apart && matches!(next.piece, Piece::Number { .. }));
        if fraction && (mark_at(tokens, end, '.') || mark_at(tokens, end, ',')) {
            end += 2;
        }
    }
    let mut begin = start;
    let mut late = None;
    if let Some(word) = word_at(tokens, end) {
        if let Some(half) = after_noon(word) {
            late = Some(half);
            end += 1;
        } else if matches!(word, "a" | "p")
            && mark_at(tokens, end + 1, '.')
            && word_at(tokens, end + 2) == Some("m")
        {
            late = Some(word == "p");
            end += 3 + usize::from(mark_at(tokens, end + 3, '.'));
        }
    } else if let Some(before) = start.checked_sub(2) {
        // 上午 and 下午 stand before the clock.
        late = match (word_at(tokens, before), word_at(tokens, before + 1)) {
            (Some("上"), Some("午")) => Some(false),
            (Some("下"), Some("午")) => Some(true),
            _ => None,
        };
        if late.is_some() {
            begin = before;
        }
    }
    let hour = match late {
        None => Some(hour).filter(|hour| *hour < 24),
        Some(late) => Some(hour)
            .filter(|hour| (1..=12).contains(hour))
            .map(|hour| hour % 12 + if late { 12 } else { 0 }),
    }?;
    let (offset, end) = take_zone(tokens, end)?;
    tokens.drain(begin..end);
    Some(Some(Clock { seconds: i64::from(hour * 3600 + minute * 60 + second), offset }))
}

/// The zone behind a clock and where it ends. `None` when it cannot be.
fn take_zone(tokens: &[Token], start: usize) -> Option<(Option<i64>, usize)> {
    let mut end = start;
    let mut offset = None;
    let open = usize::from(mark_at(tokens, end, '('));
    if let Some(named) = word_at(tokens, end + open).and_then(zone_offset) {
        offset = Some(named);
        end += open + 1;
        if open == 1 {
            return mark_at(tokens, end, ')').then_some((offset, end + 1));
        }
    }
    let sign = if mark_at(tokens, end, '+') {
        1
    } else if mark_at(tokens, end, '-') {
        -1
    } else {
        return Some((offset, end));
    };
    let (value, digits) = number_at(tokens, end + 1)?;
    let (hours, minutes, length) = match digits {
        4 => (value / 100, value % 100, 2),
        1 | 2 if mark_at(tokens, end + 2, ':') => (value, number_at(tokens, end + 3)?.0, 4),
        1 | 2 => (value, 0, 2),
        _ => return None,
    };
    if hours > 14 || minutes > 59 {
        return None;
    }
    Some((Some(sign * i64::from(hours * 3600 + minutes * 60)), end + length))
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
