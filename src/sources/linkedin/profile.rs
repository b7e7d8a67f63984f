//! Profile.csv: who the owner of the archive is. It gives no fact, only the name for the other files.

use super::ARCHIVE_SEEN;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source};

/// LinkedIn archive, Profile.csv.
pub static PROFILE: Source = Source {
    id: "linkedin.profile",
    name: "LinkedIn · Profile.csv",
    bring: "linkedin_archive",
    files: &["Profile.csv"],
    form: Form::Table,
    layouts: &[Layout {
        seen: "2018–2026",
        needs: &["First Name", "Last Name", "Headline", "Industry"],
        alone: false,
        proof: None,
    }],
    tables: &[],
    feeds: &[],
    columns: &[
        Column::own(&["First Name"]),
        Column::own(&["Last Name"]),
        Column::own(&["Headline"]),
        Column::own(&["Industry"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &["No profile address in it: that is found in the messages."],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Table(read_name),
};

/// Takes the name from the first row that has one. The row is no fact and so not counted as a row.
#[cfg(feature = "engine")]
fn read_name(
    job: crate::sources::reader::Job<'_, '_>,
) -> Result<crate::facts::FileFacts, crate::intake::IntakeError> {
    use crate::facts::Notice;
    use crate::sources::owner::tidy_name;
    let mut out = crate::sources::reader::start(job.source, job.file);
    let mut record = crate::intake::Record::default();
    let column = |name| job.columns.of(job.source, name);
    let (first, last) = (column("First Name"), column("Last Name"));
    while job.rows.read(&mut record)? {
        let part = |at: Option<usize>| at.map(|at| record.text(at).into_owned()).unwrap_or_default();
        let name = tidy_name(&format!("{} {}", part(first), part(last)));
        if !name.is_empty() {
            out.summary
                .notices
                .push(Notice { code: "owner_named".into(), args: vec![("name".into(), name.clone())] });
            job.owner.profile_name = Some(name);
            break;
        }
    }
    Ok(out)
}
