//! When people write and when sellers answer: the hours of a working week.

use super::clock::Wall;
use super::draw::Draw;
use super::planted::{SLOW_FROM_HOUR, SLOW_TO_HOUR, SLOW_WEEKDAY};
use crate::facts::Day;

/// Some time of a day at which the other side writes: mostly at work, often in the evening.
pub(super) fn other_s_time(day: Day, draw: &mut Draw) -> Wall {
    let minute = match draw.weighted(&[(0, 62), (1, 30), (2, 8)]) {
        0 => draw.between(8 * 60, 17 * 60 - 1),
        1 => draw.between(18 * 60, 22 * 60 - 1),
        _ => draw.between(22 * 60, 24 * 60 - 1),
    };
    Wall::at(day, minute, draw.between(0, 59))
}

/// When the other side answers a message.
pub(super) fn other_s_answer(after: Wall, draw: &mut Draw) -> Wall {
    let days = draw.weighted(&[(0, 40), (1, 28), (2, 12), (3, 8), (5, 7), (9, 5)]);
    let day = after.day().plus(days);
    let moved = if draw.percent(75) { working_day(day) } else { day };
    let at = other_s_time(moved, draw);
    if at > after.plus_minutes(4) { at } else { other_s_time(working_day(moved.plus(1)), draw) }
}

/// When the seller answers a message, if ever: at work within hours, at night the next morning, and on
/// Tuesday evenings late, for that is when the message drowns.
pub(super) fn seller_s_answer(after: Wall, draw: &mut Draw) -> Option<Wall> {
    if is_slow(after) {
        if draw.percent(18) {
            return None;
        }
        let days = draw.weighted(&[(1, 12), (2, 55), (3, 33)]);
        return Some(at_work(after.day().plus(days), 11 * 60, draw));
    }
    if draw.percent(9) {
        return None;
    }
    let (day, hour) = (after.day(), after.hour());
    let is_workday = day.weekday() < 6;
    let answer = if is_workday && (8..18).contains(&hour) {
        let minutes = draw.one_of(&[9, 16, 25, 38, 55, 75, 100, 130, 170, 220, 300, 400]);
        let at = after.plus_minutes(minutes + draw.between(0, 9));
        if at.day() == day && at.hour() < 19 { at } else { next_morning(day.plus(1), draw) }
    } else if is_workday && (18..22).contains(&hour) && draw.percent(40) {
        after.plus_minutes(draw.between(10, 100))
    } else if is_workday && hour < 8 {
        next_morning(day, draw)
    } else {
        next_morning(day.plus(1), draw)
    };
    Some(answer)
}

/// Whether a message arrives on the evening on which messages wait.
pub(super) fn is_slow(at: Wall) -> bool {
    at.weekday() == SLOW_WEEKDAY && (SLOW_FROM_HOUR..SLOW_TO_HOUR).contains(&at.hour())
}

fn next_morning(day: Day, draw: &mut Draw) -> Wall {
    let minute = draw.between(8 * 60, 9 * 60 + 50);
    Wall::at(working_day(day), minute, draw.between(0, 59))
}

/// A time between an earliest minute and half past four.
pub(super) fn at_work(day: Day, earliest_minute: i64, draw: &mut Draw) -> Wall {
    let minute = draw.between(earliest_minute, 16 * 60 + 30);
    Wall::at(working_day(day), minute, draw.between(0, 59))
}

/// The day itself, or the Monday after a weekend.
fn working_day(day: Day) -> Day {
    if day.weekday() < 6 { day } else { day.week_start().plus(7) }
}
