//! Which questions change something.

use super::{Ask, UnderMask};

impl Ask {
    /// Whether it changes the workspace, so that it wants to be stored afterwards. What is not listed does: a new
    /// question is then not asked by mistake where its change would be lost.
    pub fn is_change(&self) -> bool {
        let looks = matches!(
            self,
            Ask::Open { .. }
                | Ask::Body
                | Ask::Mappings
                | Ask::Template { .. }
                | Ask::LeftOutCsv { .. }
                | Ask::Setup
                | Ask::ReminderFile { .. }
                | Ask::Glossary
                | Ask::Masked { .. }
                // What is staged is no part of the workspace yet.
                | Ask::Stage { .. }
                | Ask::NameOwner { .. }
                | Ask::StagedRows { .. }
                | Ask::Pick { .. }
                | Ask::Unstage
        );
        !looks && self.under_mask() != UnderMask::Looks
    }

    /// Whether a change means the same in an engine that was started anew: it speaks of nothing that only the last one
    /// held, what was staged or what can be taken back.
    pub fn can_be_told_again(&self) -> bool {
        self.is_change()
            && !matches!(
                self,
                Ask::Confirm { .. }
                    | Ask::RedoImport
                    | Ask::UndoSetup
                    | Ask::UndoRoster
                    | Ask::UndoEntries
                    | Ask::RedoEntries
                    | Ask::UndoPlan
                    | Ask::UndoContent
                    | Ask::UndoNotes
                    | Ask::UndoLeads
                    | Ask::UndoSettled
                    | Ask::UndoBenchmarks
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::Filter;

    #[test]
    fn looking_and_staging_change_nothing() {
        for question in [Ask::Body, Ask::Unstage, Ask::Choices, Ask::Data { filter: Filter::default() }] {
            assert!(!question.is_change(), "{question:?}");
        }
        for question in [Ask::UndoImport { id: 1 }, Ask::UndoPlan, Ask::Rename { name: "Nord".into() }] {
            assert!(question.is_change(), "{question:?}");
        }
    }
}
