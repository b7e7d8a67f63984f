//! How much the world searched for what the team does, as Google Trends exports it.

use super::draw::Draw;
use super::lines::{Lines, Quotes};
use super::span::{WEEKS, Weeks};

/// `multiTimeline.csv`: one term over the weeks of the sample, from Sunday to Saturday; 100 is its peak.
pub(super) fn csv(weeks: Weeks) -> Vec<u8> {
    let mut draw = Draw::new(0x7e4d);
    // The Sunday on or before the first day.
    let first = weeks.first().week_start().plus(-1);
    let starts = (0..=WEEKS).map(|week| first.plus(7 * week)).filter(|start| start.plus(6) <= weeks.last());
    let searched = starts.map(|start| {
        let (_, month, day) = start.ymd();
        // People search less in summer and hardly around the turn of the year.
        let season = match (month, day) {
            (12, 18..) | (1, 1..=3) => 55,
            (7, _) => 68,
            (8, _) => 78,
            (9..=11, _) => 104,
            _ => 96,
        };
        (start, season * draw.between(88, 112))
    });
    let searched: Vec<_> = searched.collect();
    let peak = searched.iter().map(|(_, searches)| *searches).max().unwrap_or(1);
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.line("Category: All categories");
    lines.line("");
    lines.header("Week,social selling: (Worldwide)");
    for (start, searches) in searched {
        lines.row(&[start.iso(), (searches * 100 / peak).to_string()]);
    }
    lines.into_bytes()
}
