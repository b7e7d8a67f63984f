//! The weekly check-in: what is asked, by which address, and the small text that comes back.
//!
//! The text is a file of the canonical table `checkins`, so that whoever gets it can paste or drop it and it is
//! recognised as it is. A blank cell is unknown, never 0.

use crate::facts::Day;

/// What may be asked, by the fields of the table.
pub const QUESTIONS: [&str; 7] =
    ["ssi", "connections", "persona_connections", "shares", "conversations", "meetings", "deals_started"];

/// Year and number of the ISO week of a day.
pub fn iso_week_of(day: Day) -> (i32, u64) {
    // A week belongs to the year of its Thursday.
    let thursday = day.week_start().plus(3);
    let (year, ..) = thursday.ymd();
    let first = Day::from_ymd(year, 1, 1).unwrap_or(thursday);
    (year, u64::from(((thursday.0 - first.0) / 7 + 1).unsigned_abs()))
}

/// The ISO week of a day: `2026-W47`.
pub fn iso_week(day: Day) -> String {
    let (year, week) = iso_week_of(day);
    format!("{year}-W{week:02}")
}

/// The Monday of an ISO week; none for a week that its year does not have.
pub fn week_monday(text: &str) -> Option<Day> {
    let (year, week) = text.trim().split_once("-W")?;
    let (year, week): (i32, i32) = (year.parse().ok()?, week.parse().ok()?);
    let monday = Day::from_ymd(year, 1, 4)?.week_start().plus(week.checked_sub(1)?.checked_mul(7)?);
    (iso_week(monday) == format!("{year}-W{week:02}")).then_some(monday)
}

/// Whether a text is an answer to a question: blank, a whole number, or an index from 0 to 100.
pub fn is_answer(question: &str, text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.bytes().all(|byte| byte.is_ascii_digit()) && question != "ssi" {
        return text.len() <= 9;
    }
    let plain = text.replacen(',', ".", 1);
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    question == "ssi" && is_plain && plain.parse::<f64>().is_ok_and(|index| index <= 100.0)
}

/// One seller's answers as a file: `fields` are those that were asked, with what was typed ([`is_answer`]).
pub fn checkin_text(seller: &str, monday: Day, fields: &[(String, String)]) -> String {
    let mut head = vec!["seller".to_owned(), "week".to_owned()];
    let mut line = vec![quoted(seller.trim()), iso_week(monday)];
    for (field, text) in fields {
        head.push(field.clone());
        line.push(text.trim().replace(',', "."));
    }
    format!("{}\r\n{}\r\n", head.join(","), line.join(","))
}

/// The name of that file.
pub fn checkin_file(seller: &str, monday: Day) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let seller: String = seller.trim().chars().map(plain).collect();
    format!("checkin-{}-{seller}.csv", iso_week(monday))
}

/// A cell of a delimited file (RFC 4180).
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn weeks_as_iso_8601_counts_them() {
        for (text, week) in [
            ("2026-11-16", "2026-W47"),
            ("2026-11-22", "2026-W47"),
            ("2021-01-03", "2020-W53"),
            ("2027-01-01", "2026-W53"),
            ("2025-12-29", "2026-W01"),
        ] {
            assert_eq!(iso_week(day(text)), week);
            assert_eq!(week_monday(week), Some(day(text).week_start()));
        }
        for text in ["2025-W53", "2026-W00", "2026-W", "W47", "2026-47"] {
            assert_eq!(week_monday(text), None, "{text}");
        }
    }

    #[test]
    fn answers() {
        for (question, text, is) in [
            ("ssi", "61,5", true),
            ("ssi", "100", true),
            ("ssi", "101", false),
            ("ssi", "", true),
            ("shares", " 3 ", true),
            ("shares", "3,5", false),
            ("shares", "-1", false),
            ("shares", "1 200", false),
            ("connections", "1234567890", false),
        ] {
            assert_eq!(is_answer(question, text), is, "{question} {text}");
        }
    }

    #[cfg(feature = "engine")]
    #[test]
    fn the_text_is_recognised_and_says_the_same() {
        use crate::facts::{CheckinRow, Moment};
        use crate::intake::Upload;
        use crate::sources::{Outcome, ReadOptions, read};

        let fields = [("ssi", "61,5"), ("shares", "3"), ("meetings", "")]
            .map(|(field, text)| (field.to_owned(), text.to_owned()));
        let text = checkin_text("Ek, Ada \"A\"", day("2026-11-18"), &fields);
        assert_eq!(text.lines().nth(1), Some("\"Ek, Ada \"\"A\"\"\",2026-W47,61.5,3,"));
        let upload = Upload { name: "pasted".into(), bytes: text.into_bytes() };
        let results = read(
            vec![upload],
            &[],
            &ReadOptions { today: Day(0), seller: None, as_tables: Vec::new() },
            &mut |_| {},
        );
        let (outcome, facts) = &results[0];
        assert!(matches!(outcome, Outcome::Read { questions, .. } if questions.is_empty()), "{outcome:?}");
        let facts = &facts.as_ref().unwrap().facts;
        let (_, row) = facts.rows::<CheckinRow>().next().unwrap();
        assert_eq!(facts.names.text(row.seller), "Ek, Ada \"A\"");
        assert_eq!(row.week.map(Moment::iso).as_deref(), Some("2026-11-16"));
        assert_eq!((row.ssi, row.shares, row.meetings), (Some(61.5), Some(3.0), None));
    }
}
