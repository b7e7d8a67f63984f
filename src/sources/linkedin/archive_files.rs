//! What the archive's file names say, and what its files say when they hold nothing.

use super::messages::NOT_TALKS;
use crate::facts::Day;
use crate::intake::{Text, normalise};
use crate::sources::Refusal;
use crate::sources::declaration::Source;
use crate::sources::recognise::head;

/// The day an archive was made, from `Basic_LinkedInDataExport_MM-DD-YYYY.zip` and its variants, or from
/// a folder of that name. `None` for other names.
pub(in crate::sources) fn archive_day(name: &str) -> Option<Day> {
    const MARK: &str = "linkedindataexport";
    let lower = name.to_ascii_lowercase();
    let after = lower.get(lower.rfind(MARK)? + MARK.len()..)?.trim_start_matches(['_', ' ', '-']);
    let mut parts = after.get(..10)?.split('-');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    if month.len() != 2 || day.len() != 2 || year.len() != 4 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Whether a file holds talks with LinkedIn's machines rather than with people, by its name: its columns
/// are those of messages.csv.
pub(in crate::sources) fn is_talk_with_a_machine(file: &str) -> bool {
    let name = normalise(file.rsplit('/').next().unwrap_or(file));
    NOT_TALKS.iter().any(|start| name.starts_with(start))
}

/// Whether a file is the one line that stands for "no rows".
pub(in crate::sources) fn says_nothing_found(text: &Text) -> bool {
    let sample = head(text);
    match sample.records.as_slice() {
        [only] if sample.complete => only.text(0).eq_ignore_ascii_case("No conversations found"),
        _ => false,
    }
}

/// A file with a known name and an unknown header: says which columns are missing and what stood there.
pub(in crate::sources) fn layout_unknown(source: &Source, text: &Text, file: &str) -> Refusal {
    let sample = head(text);
    let found: Vec<String> = sample
        .records
        .first()
        .map(|record| (0..record.width().min(12)).map(|at| record.text(at).into_owned()).collect())
        .unwrap_or_default();
    let needs = source.layouts.first().map(|layout| layout.needs.join(", ")).unwrap_or_default();
    Refusal {
        code: "layout_unknown".into(),
        args: vec![
            ("file".into(), file.to_owned()),
            ("source".into(), source.name.to_owned()),
            ("needs".into(), needs),
            ("found".into(), found.join(", ")),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Basic_LinkedInDataExport_09-12-2022.zip", Some("2022-09-12"))]
    #[case("Complete_LinkedInDataExport_11-01-2026 (1).zip", Some("2026-11-01"))]
    #[case("Complete_LinkedInDataExport_11-01-2026.zip.zip", Some("2026-11-01"))]
    #[case("Complete_LinkedInDataExport_11-01-2026/Connections.csv", Some("2026-11-01"))]
    #[case("Basic_LinkedInDataExport_31-12-2022.zip", None)]
    #[case("linkedin.zip", None)]
    #[case("LinkedInDataExport", None)]
    fn days_in_names(#[case] name: &str, #[case] day: Option<&str>) {
        assert_eq!(archive_day(name).map(Day::iso).as_deref(), day);
    }
}
