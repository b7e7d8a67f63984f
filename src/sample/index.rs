//! Weekly readings of the Social Selling Index, as a canonical table.

use super::draw::Draw;
use super::lines::{Lines, Quotes};
use super::planted::WEEK_WITHOUT_INDEX;
use super::span::{WEEKS, Weeks};
use super::team::{Plan, TEAM};
use crate::facts::Day;

/// One reading; pillars in hundredths of points.
pub(super) struct Reading {
    pub seller: String,
    pub date: Day,
    pub total: i64,
    pub pillars: [i64; 4],
    pub ranks: [i64; 2],
}

/// All sellers' readings, in order of time.
pub(super) fn readings(weeks: Weeks) -> Vec<Reading> {
    let mut draw = Draw::new(0x551);
    let with_index = (0..WEEKS).filter(|week| *week != WEEK_WITHOUT_INDEX);
    with_index
        .flat_map(|week| TEAM.iter().map(move |plan| (week, plan)))
        .map(|(week, plan)| reading(weeks, week, plan, &mut draw))
        .collect()
}

fn reading(weeks: Weeks, week: i32, plan: &Plan, draw: &mut Draw) -> Reading {
    // Her brand and her finding of people grow, her relationships hardly do; the others keep their shape.
    let shape = if plan.index[1] - plan.index[0] > 100 {
        [[26, 27], [23, 26], [23, 26], [28, 21]].map(|line| weeks.between(week, line))
    } else {
        [27, 23, 21, 29]
    };
    let points = weeks.between(week, plan.index) * 10 + draw.between(-70, 70);
    let pillars = shape.map(|percent| (points * percent / 100).min(2500));
    let total = (pillars.iter().sum::<i64>() + 50) / 100;
    let industry = (90 - total) + draw.between(-1, 1);
    let ranks = [industry.max(1), (industry + 8 + draw.between(-1, 1)).max(1)];
    Reading { seller: plan.name(), date: weeks.start(week), total, pillars, ranks }
}

/// `ssi.csv`.
pub(super) fn csv(readings: &[Reading]) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("seller,date,total,brand,people,insights,relationships,industry_rank,network_rank");
    for reading in readings {
        let mut cells = vec![reading.seller.clone(), reading.date.iso(), reading.total.to_string()];
        cells.extend(reading.pillars.iter().map(|points| format!("{}.{:02}", points / 100, points % 100)));
        cells.extend(reading.ranks.iter().map(i64::to_string));
        lines.row(&cells);
    }
    lines.into_bytes()
}
