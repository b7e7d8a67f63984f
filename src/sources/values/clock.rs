//! The clock of a date, with its half of the day and its zone.

use super::date_tokens::{Piece, Token, mark_at, number_at, word_at};
use super::date_words::{after_noon, zone_offset};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Clock {
    /// Since midnight.
    pub(super) seconds: i64,
    /// Seconds east of UTC where stated.
    pub(super) offset: Option<i64>,
}

/// Takes a clock with its half of the day and zone out of the tokens. `None` when there is one that
/// cannot be; `Some(None)` when there is none.
pub(super) fn take_clock(tokens: &mut Vec<Token>) -> Option<Option<Clock>> {
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
