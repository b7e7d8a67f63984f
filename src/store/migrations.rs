//! Bringing the body of an older save to the present format, one step per format.

use super::envelope::{EnvelopeError, FORMAT_VERSION};

/// What one step found that it could not convert.
pub type StepError = String;
/// Takes a body of one format and gives it in the next.
pub type Step = fn(String) -> Result<String, StepError>;

/// The steps, in order: `(n, step)` takes a body of format `n` to format `n + 1`.
///
/// A new format adds one line here, raises [`FORMAT_VERSION`], and adds a frozen sample under
/// `tests/samples/store/`; no line is ever removed.
pub const MIGRATIONS: &[(u32, Step)] = &[];

/// Brings a body of format `version` to the present one. A newer body that may be read stays as it is.
pub fn migrate(version: u32, body: String) -> Result<String, EnvelopeError> {
    migrate_by(MIGRATIONS, version, body)
}

fn migrate_by(steps: &[(u32, Step)], version: u32, body: String) -> Result<String, EnvelopeError> {
    steps.iter().filter(|(from, _)| *from >= version).try_fold(body, |body, (from, step)| {
        step(body).map_err(|reason| EnvelopeError::Migration { from: *from, reason })
    })
}

// One step for each format before the present one, or the build fails.
const _: () = assert!(MIGRATIONS.len() + 1 == FORMAT_VERSION as usize);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const STEPS: &[(u32, Step)] = &[(1, |body| Ok(body + ">2")), (2, |body| Ok(body + ">3")), (3, refuse)];

    fn refuse(body: String) -> Result<String, StepError> {
        if body.starts_with("bad") { Err("bad".to_owned()) } else { Ok(body + ">4") }
    }

    #[rstest]
    #[case(1, "x>2>3>4")]
    #[case(2, "x>3>4")]
    #[case(4, "x")]
    #[case(9, "x")]
    fn steps_run_in_order_from_the_version(#[case] version: u32, #[case] expected: &str) {
        assert_eq!(migrate_by(STEPS, version, "x".to_owned()).unwrap(), expected);
    }

    #[test]
    fn a_failing_step_is_named() {
        let failed = migrate_by(STEPS, 2, "bad".to_owned());
        assert_eq!(failed, Err(EnvelopeError::Migration { from: 3, reason: "bad".to_owned() }));
    }

    #[test]
    fn the_table_has_each_format_once_in_order() {
        let expected: Vec<u32> = (1..FORMAT_VERSION).collect();
        assert_eq!(MIGRATIONS.iter().map(|(from, _)| *from).collect::<Vec<u32>>(), expected);
    }
}
