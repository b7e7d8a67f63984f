//! Whether a deal is won or lost, where columns of their own say so and its stage has a name of its own.

use crate::sources::mapped::MappedRow;
use crate::sources::values::{DealOutcome, deal_outcome};

/// What the columns beside a stage say: each is not known where the file has no such column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    pub(super) won: Option<bool>,
    pub(super) lost: Option<bool>,
    pub(super) closed: Option<bool>,
}

impl Said {
    fn outcome(self) -> Option<DealOutcome> {
        match (self.won, self.lost, self.closed) {
            (Some(true), _, _) => Some(DealOutcome::Won),
            (_, Some(true), _) => Some(DealOutcome::Lost),
            (Some(false), _, Some(true)) => Some(DealOutcome::Lost),
            (_, Some(false), Some(true)) => Some(DealOutcome::Won),
            (_, _, Some(false)) | (Some(false), Some(false), None) => Some(DealOutcome::Open),
            _ => None,
        }
    }
}

/// Takes the stage, which is the status too, and notes beside it what the columns say where its words do
/// not.
pub(super) fn settle(row: &mut MappedRow<'_>, said: Said) {
    let stage = row.stored("status");
    row.set("stage", stage);
    let Some(outcome) = said.outcome() else { return };
    if outcome != deal_outcome(&row.text_of("status")) {
        let group = match outcome {
            DealOutcome::Won => "won",
            DealOutcome::Lost => "lost",
            DealOutcome::Open => "open",
        };
        row.set_text("status_group", group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Some(true), None, None, Some(DealOutcome::Won))]
    #[case(Some(true), Some(false), Some(true), Some(DealOutcome::Won))]
    #[case(None, Some(true), None, Some(DealOutcome::Lost))]
    #[case(Some(false), None, Some(true), Some(DealOutcome::Lost))]
    #[case(None, Some(false), Some(true), Some(DealOutcome::Won))]
    #[case(None, None, Some(false), Some(DealOutcome::Open))]
    #[case(Some(false), Some(false), None, Some(DealOutcome::Open))]
    #[case(None, None, Some(true), None)]
    #[case(Some(false), None, None, None)]
    #[case(None, None, None, None)]
    fn outcomes(
        #[case] won: Option<bool>,
        #[case] lost: Option<bool>,
        #[case] closed: Option<bool>,
        #[case] expected: Option<DealOutcome>,
    ) {
        assert_eq!(Said { won, lost, closed }.outcome(), expected);
    }
}
