//! Answers without names: for a room full of people, and for a report that leaves the house.
//!
//! A question that is asked under a mask has its pseudonyms turned back into names, is answered as ever, and every
//! text of the answer is looked through before it leaves the engine. So figures are the same, no page has to know
//! of it, and none can forget it.
//!
//! | file | holds |
//! |---|---|
//! | `book` | which texts are names, and what each is called instead |
//! | `strings` | every text of a message rewritten on its way into bytes |

mod book;
mod strings;
#[cfg(test)]
mod tests;

use super::Engine;
use super::answers::failed;
use crate::views::{Answer, Ask, Garbled, MaskWords, UnderMask, unpack};
use book::Book;
use strings::pack_rewritten;

/// The names of the workspace as it was at a time.
pub(super) struct KeptBook {
    opened: u32,
    words: MaskWords,
    book: Book,
}

impl std::fmt::Debug for KeptBook {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("KeptBook").finish_non_exhaustive()
    }
}

impl Engine {
    /// Answers a question, and gives the answer as bytes: under a mask where it is asked for.
    ///
    /// # Errors
    /// When the answer holds something whose length is not known beforehand.
    pub fn answer_packed(&mut self, question: Ask, bytes: Vec<Vec<u8>>) -> Result<Vec<u8>, Garbled> {
        let Ask::Masked { words, ask } = question else {
            if question.under_mask() != UnderMask::Looks {
                // Whatever it changes may bring names.
                self.kept_book = None;
            }
            return pack_rewritten(&self.answer(question, bytes), None);
        };
        if ask.under_mask() != UnderMask::Looks {
            return pack_rewritten(&failed("names_hidden", ""), None);
        }
        let book = match self.kept_book.take() {
            Some(kept) if kept.opened == self.opened && kept.words == words => kept.book,
            _ => Book::new(&self.workspace, &self.facts, &words),
        };
        let ask = unpack(&pack_rewritten(&ask, Some(&|text| book.unmask(text)))?)?;
        let answer = without_raw_cells(self.answer(ask, bytes));
        let packed = pack_rewritten(&answer, Some(&|text| book.mask(text)));
        self.kept_book = Some(KeptBook { opened: self.opened, words, book });
        packed
    }
}

/// Rows that were left out stand there as the file had them: nothing says which cells are names.
fn without_raw_cells(mut answer: Answer) -> Answer {
    if let Answer::Data { view } = &mut answer {
        for file in view.imports.iter_mut().flat_map(|import| &mut import.files) {
            file.summary.left_out_rows.clear();
            file.summary.corrected.clear();
        }
    }
    answer
}
