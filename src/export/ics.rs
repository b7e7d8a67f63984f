//! A reminder as an iCalendar file (RFC 5545), for a calendar of the person's own.
//!
//! Its time has no zone: it rings at that hour wherever the person is.

use crate::facts::Day;
use crate::views::Reminder;

/// Octets of a line before it is folded.
const LONGEST_LINE: usize = 75;

/// The file.
pub fn reminder_ics(reminder: &Reminder) -> String {
    let weekday = reminder.weekday.clamp(1, 7);
    let ahead = (i32::from(weekday) - i32::from(reminder.from.weekday())).rem_euclid(7);
    let start = reminder.from.plus(ahead);
    let minute = reminder.minute.min(24 * 60 - 1);
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let day = days.get(usize::from(weekday - 1)).copied().unwrap_or("MO");
    let summary = escaped(&reminder.title);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Rapport//Log//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(&reminder.id)),
        format!("DTSTAMP:{}", stamp(&reminder.made_at, start)),
        format!("DTSTART:{}T{:02}{:02}00", digits(start), minute / 60, minute % 60),
        "DURATION:PT15M".to_owned(),
        format!("RRULE:FREQ=WEEKLY;INTERVAL={};BYDAY={day}", reminder.every_weeks.max(1)),
        format!("SUMMARY:{summary}"),
        format!("DESCRIPTION:{}", escaped(&reminder.text)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT0S".to_owned(),
        format!("DESCRIPTION:{summary}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// A day as `20261120`.
fn digits(day: Day) -> String {
    day.iso().replace('-', "")
}

/// An ISO time in UTC as `20261120T140200Z`; the midnight of a day where it is none.
fn stamp(iso: &str, otherwise: Day) -> String {
    let digits_of = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    match iso.split_once('T') {
        Some((day, clock)) if digits_of(day).len() == 8 && digits_of(clock).len() >= 6 => {
            let clock: String = digits_of(clock).chars().take(6).collect();
            format!("{}T{clock}Z", digits_of(day))
        }
        _ => format!("{}T000000Z", digits(otherwise)),
    }
}

/// A text value (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line in pieces of at most 75 octets, none of which cuts a character (section 3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            // The blank that marks the continuation counts too.
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn reminder() -> Reminder {
        Reminder {
            title: "SSI, this week".into(),
            text: "Open https://www.linkedin.com/sales/ssi; type the total\nfor: Åsa, Łukasz".into(),
            weekday: 5,
            minute: 9 * 60 + 5,
            every_weeks: 2,
            from: Day::parse_iso("2026-11-21").unwrap(),
            made_at: "2026-11-21T22:15:09.123Z".into(),
            id: "rapport-ssi@this-device".into(),
        }
    }

    /// The lines with their continuations joined.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_whole_file() {
        let file = reminder_ics(&reminder());
        assert_eq!(
            unfolded(&file),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Rapport//Log//EN",
                "CALSCALE:GREGORIAN",
                "BEGIN:VEVENT",
                "UID:rapport-ssi@this-device",
                "DTSTAMP:20261121T221509Z",
                // 21 November 2026 is a Saturday.
                "DTSTART:20261127T090500",
                "DURATION:PT15M",
                "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                "SUMMARY:SSI\\, this week",
                "DESCRIPTION:Open https://www.linkedin.com/sales/ssi\\; type the total\\nfor: Åsa\\, Łukasz",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:PT0S",
                "DESCRIPTION:SSI\\, this week",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "a line ends otherwise");
    }

    #[test]
    fn today_s_weekday_begins_today() {
        let from = Day::parse_iso("2026-11-27").unwrap();
        let file = reminder_ics(&Reminder { from, ..reminder() });
        assert!(file.contains("DTSTART:20261127T090500"));
    }

    // The example of section 3.1, of section 3.3.11, and what they do not show.
    #[rstest]
    #[case(
        "Project XYZ Final Review\nConference Room - 3B\nCome Prepared.",
        "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared."
    )]
    #[case("a;b,c\\d:\"e\"", "a\\;b\\,c\\\\d:\"e\"")]
    #[case("a\rb\u{7}c", "abc")]
    fn texts(#[case] text: &str, #[case] value: &str) {
        assert_eq!(escaped(text), value);
    }

    proptest! {
        #[test]
        fn a_folded_line_is_short_and_comes_back(line in "[ -~é语🌍]{0,300}") {
            let folded = folded(&line);
            for piece in folded.split_terminator("\r\n") { prop_assert!(piece.len() <= 75); }
            prop_assert_eq!(unfolded(&folded).concat(), line);
        }
    }
}
