//! What is typed in: entries, the grid of readings, what is asked for, and what does not fit.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::facts::{Day, TableId};

/// Weeks that the grid of readings shows.
pub const GRID_WEEKS: i32 = 8;

/// What was typed into the fields of an entry; blank ones are unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedRow {
    /// Where it belongs.
    pub table: TableId,
    /// Field and text.
    pub fields: Vec<(String, String)>,
}

/// One change of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryChange {
    /// A new entry; where its thing has one already, it takes that one's place.
    Add(TypedRow),
    /// Other words for an entry.
    Edit {
        /// Which.
        id: u32,
        /// All of its fields.
        row: TypedRow,
    },
    /// No such entry any more.
    Delete {
        /// Which.
        id: u32,
    },
    /// The text of LinkedIn's page of the index, as a reading with its four parts.
    SsiText {
        /// The copied page.
        text: String,
        /// Whose.
        seller: String,
        /// Its day, where the text states none.
        date: String,
    },
}

/// A field that is not taken. The message is `typed.<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFault {
    /// Which change of the step, from 0.
    pub change: u32,
    /// Which field.
    pub field: String,
    /// The message is `typed.<code>`.
    pub code: String,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LogView {
    /// The selection, for the frame of the page.
    pub frame: Frame,
    /// The newest entries of the kind asked for, newest first.
    pub entries: Vec<EntryView>,
    /// How many there are of the kind asked for.
    pub total: u32,
    /// Kinds that have entries.
    pub tables: Vec<TableId>,
    /// Whether a step can be taken back.
    pub can_undo: bool,
    /// Whether one can be made again.
    pub can_redo: bool,
    /// The Mondays of the grid, oldest first.
    pub weeks: Vec<Day>,
    /// The grid, by seller.
    pub readings: Vec<SellerReadings>,
    /// Who is known to have sold, for lists to choose from.
    pub sellers: Vec<String>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryView {
    /// Its number.
    pub id: u32,
    /// Where it belongs.
    pub table: TableId,
    /// The day that it speaks of.
    pub day: Option<Day>,
    /// Its filled fields as they would be typed.
    pub fields: Vec<(String, String)>,
}

/// A seller's readings of the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SellerReadings {
    /// Who.
    pub seller: String,
    /// The newest of each week of the grid.
    pub weeks: Vec<Option<Reading>>,
    /// The day of the newest of all.
    pub last: Option<Day>,
}

/// A reading of the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// As it would be typed.
    pub text: String,
    /// Its day.
    pub day: Day,
    /// The entry that says it; none for a file's.
    pub entry: Option<u32>,
}

impl LogView {
    /// The sellers who have no reading for so many weeks: for one, none in this week; for two, none in this
    /// week and the one before. Those who never had one are asked too.
    pub fn due(&self, every_weeks: u8, today: Day) -> Vec<&str> {
        let since = today.week_start().plus(7 - 7 * i32::from(every_weeks.max(1)));
        let is_due = |row: &&SellerReadings| row.last.is_none_or(|last| last < since);
        self.readings.iter().filter(is_due).map(|row| row.seller.as_str()).collect()
    }
}

/// The day of a reading typed for a week: today in the current week, else the week's last day.
pub fn reading_day(monday: Day, today: Day) -> Day {
    monday.plus(6).min(today).max(monday)
}

/// Cells copied from a spreadsheet: lines of cells, without blank lines at the end.
pub fn pasted_cells(text: &str) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> =
        text.lines().map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect()).collect();
    while lines.last().is_some_and(|line| line.iter().all(String::is_empty)) {
        lines.pop();
    }
    lines
}

/// How often a cost comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// On the same weekday.
    Week,
    /// On the same day of the month; on its last where it is shorter.
    Month,
}

/// Costs that come again are entered day by day; this many at most in one step.
pub const MOST_REPEATS: usize = 120;

/// The days from a first to a last one, both included, at most [`MOST_REPEATS`].
pub fn repeats(from: Day, to: Day, every: Every) -> Vec<Day> {
    let (year, month, wanted) = from.ymd();
    let nth = |count: usize| {
        let count = u32::try_from(count).ok()?;
        match every {
            Every::Week => Some(from.plus(7 * i32::try_from(count).ok()?)),
            Every::Month => {
                let months = month - 1 + count;
                let year = year + i32::try_from(months / 12).ok()?;
                (28..=wanted).rev().chain([wanted]).find_map(|day| Day::from_ymd(year, months % 12 + 1, day))
            }
        }
    };
    (0..MOST_REPEATS).map_while(nth).take_while(|day| *day <= to).collect()
}

/// A reminder in a calendar of the person's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// What to do.
    pub title: String,
    /// How.
    pub text: String,
    /// 1 = Monday.
    pub weekday: u8,
    /// Minutes since midnight, wherever the person is.
    pub minute: u16,
    /// Every so many weeks.
    pub every_weeks: u8,
    /// Not before this day.
    pub from: Day,
    /// When it was made, ISO in UTC.
    pub made_at: String,
    /// What tells it from other reminders.
    pub id: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn a_week_s_reading_is_of_today_or_of_its_sunday() {
        let monday = day("2026-11-16");
        assert_eq!(reading_day(monday, day("2026-11-18")), day("2026-11-18"));
        assert_eq!(reading_day(monday, day("2026-11-30")), day("2026-11-22"));
    }

    #[test]
    fn a_column_of_a_spreadsheet() {
        assert_eq!(pasted_cells("61\r\n\r\n58,5\r\n\r\n"), [vec!["61"], vec![""], vec!["58,5"]]);
        assert_eq!(pasted_cells("1\t 2\n3\t"), [["1", "2"], ["3", ""]]);
        assert!(pasted_cells("\n \n").is_empty());
    }

    #[test]
    fn months_end_where_they_end() {
        let days = repeats(day("2026-01-31"), day("2026-04-30"), Every::Month);
        assert_eq!(days, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"].map(day));
        let weeks = repeats(day("2026-12-21"), day("2027-01-04"), Every::Week);
        assert_eq!(weeks, ["2026-12-21", "2026-12-28", "2027-01-04"].map(day));
        assert!(repeats(day("2026-02-01"), day("2026-01-01"), Every::Week).is_empty());
        assert_eq!(repeats(day("2026-01-05"), day("2036-01-01"), Every::Week).len(), MOST_REPEATS);
        assert_eq!(repeats(day("2026-11-05"), day("2027-01-05"), Every::Month).len(), 3);
    }

    #[test]
    fn who_is_due() {
        let row = |seller: &str, last: Option<&str>| SellerReadings {
            seller: seller.into(),
            weeks: Vec::new(),
            last: last.map(day),
        };
        let readings = vec![
            row("Ada", Some("2026-11-17")),
            row("Bo", Some("2026-11-15")),
            row("Cy", Some("2026-11-01")),
            row("Di", None),
        ];
        let view = LogView { readings, ..LogView::default() };
        assert_eq!(view.due(1, day("2026-11-18")), ["Bo", "Cy", "Di"]);
        assert_eq!(view.due(2, day("2026-11-18")), ["Cy", "Di"]);
    }
}
