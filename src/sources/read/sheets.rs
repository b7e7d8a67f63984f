//! What is said of a workbook as a whole once its sheets are read one by one.

use super::{Import, Slot};
use crate::facts::Notice;
use crate::intake::{Cause, IntakeError};
use crate::sources::{Outcome, Refusal};

impl Import<'_, '_> {
    /// How many tables there were before a workbook's own.
    pub(in crate::sources) fn tables_so_far(&self) -> usize {
        self.slots.len()
    }

    /// Ends a workbook whose sheets are the tables from `first` on. Sheets that hold a title and no row do not
    /// stand in the way of the others: they are named, as the hidden ones are.
    pub(in crate::sources) fn end_workbook(&mut self, file: &str, first: usize, hidden: Vec<String>) {
        let mut own = self.slots.split_off(first.min(self.slots.len()));
        let mut unused = hidden;
        if own.is_empty() {
            if unused.is_empty() {
                return self.refuse(file, &IntakeError::new(file, Cause::Empty));
            }
            let refusal = Refusal {
                code: "only_hidden_sheets".to_owned(),
                args: vec![("sheets".to_owned(), unused.join(", "))],
            };
            return self.done(Outcome::Refused { file: file.to_owned(), refusal }, None);
        }
        let is_bare = |slot: &Slot| matches!(slot, Slot::Done(Outcome::Refused { refusal, .. }, _) if refusal.code == "no_rows");
        if !own.iter().all(is_bare) {
            own.retain(|slot| {
                if let Slot::Done(Outcome::Refused { file, .. }, _) = slot
                    && is_bare(slot)
                {
                    unused.push(file.rsplit('/').next().unwrap_or(file).to_owned());
                    return false;
                }
                true
            });
        }
        if !unused.is_empty() && !note(&mut own, &unused) {
            own.push(Slot::Done(Outcome::NotUsed { files: unused, within: file.to_owned() }, None));
        }
        self.slots.append(&mut own);
    }
}

/// Notes the sheets that are not used with the first table that was read, if there is one.
fn note(slots: &mut [Slot], sheets: &[String]) -> bool {
    let notice = || Notice {
        code: "sheets_not_used".to_owned(),
        args: vec![("sheets".to_owned(), sheets.join(", "))],
    };
    slots.iter_mut().any(|slot| match slot {
        Slot::Read { facts, .. } => {
            facts.summary.notices.push(notice());
            true
        }
        Slot::Done(Outcome::Read { summary, .. }, Some(facts)) => {
            summary.notices.push(notice());
            facts.summary.notices.push(notice());
            true
        }
        _ => false,
    })
}
