//! Rows of one file that speak of the same thing: the last one counts, unless a person says otherwise.

use std::collections::HashMap;

use super::{FileFacts, LeftOutRow, Reason, Repeats, TableId, print_cell};

/// One thing of which a file says different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Which table.
    pub table: TableId,
    /// What it says, in the order of the file; no two alike.
    pub statements: Vec<Statement>,
    /// Which of them counts.
    pub kept: usize,
}

/// One row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The row's number in its file.
    pub line: u32,
    /// Its stored integers, texts by the file's own numbers.
    pub cells: Vec<i64>,
}

impl FileFacts {
    /// Keeps of several rows about the same thing the last one, and accounts for the others as said twice.
    /// Tables of events, where look-alikes are different events, stay as they are. Returned are the things of
    /// which the rows say different things.
    pub fn settle_repeats(&mut self) -> Vec<Repeat> {
        let mut found = Vec::new();
        for id in TableId::ALL.into_iter().filter(|id| id.schema().repeats == Repeats::AreTheSame) {
            let table = self.facts.table(id);
            let mut rows: HashMap<Vec<i64>, Vec<usize>> = HashMap::with_capacity(table.len());
            for row in 0..table.len() {
                rows.entry(table.identity(row)).or_default().push(row);
            }
            if rows.len() == table.len() {
                continue;
            }
            let mut repeated: Vec<Vec<usize>> = rows.into_values().filter(|rows| rows.len() > 1).collect();
            repeated.sort_unstable();
            let mut keep = vec![true; table.len()];
            let mut gone: Vec<usize> = Vec::new();
            for rows in &repeated {
                let mut statements: Vec<Statement> = Vec::new();
                for &row in rows {
                    let cells: Vec<i64> = table.cells(row).collect();
                    statements.retain(|known| known.cells != cells);
                    statements.push(Statement { line: table.line(row), cells });
                }
                if statements.len() > 1 {
                    let kept = statements.len() - 1;
                    found.push(Repeat { table: id, statements, kept });
                }
                gone.extend(rows.iter().rev().skip(1));
            }
            gone.sort_unstable();
            for &row in &gone {
                if let Some(keep) = keep.get_mut(row) {
                    *keep = false;
                }
                let cells: Vec<i64> = self.facts.table(id).cells(row).collect();
                let row = self.repeated(id, self.facts.table(id).line(row), &cells);
                self.summary.leave_out(row);
            }
            self.facts.table_mut(id).retain(|row| keep.get(row).copied().unwrap_or(true));
            let left = u32::try_from(self.facts.table(id).len()).unwrap_or(u32::MAX);
            if let Some((_, rows)) = self.summary.facts.iter_mut().find(|(table, _)| *table == id) {
                *rows = left;
            }
        }
        found
    }

    /// Lets another statement of a repeat count; the one that did is then accounted for as said twice.
    pub fn choose(&mut self, repeat: &mut Repeat, which: usize) {
        let (Some(old), Some(new)) =
            (repeat.statements.get(repeat.kept).cloned(), repeat.statements.get(which).cloned())
        else {
            return;
        };
        let table = self.facts.table(repeat.table);
        let Some(row) = (0..table.len()).find(|&row| table.line(row) == old.line) else { return };
        let table = self.facts.table_mut(repeat.table);
        for (column, cell) in new.cells.iter().enumerate() {
            table.set_cell(column, row, *cell);
        }
        table.set_origin(row, 0, new.line);
        let instead = self.repeated(repeat.table, old.line, &old.cells);
        let listed = self
            .summary
            .left_out_rows
            .iter_mut()
            .find(|row| row.reason == Reason::Repeated && row.line == new.line);
        if let Some(listed) = listed {
            *listed = instead;
        }
        repeat.kept = which;
    }

    fn repeated(&self, id: TableId, line: u32, cells: &[i64]) -> LeftOutRow {
        let fields = id.schema().fields.iter().zip(cells);
        let cells = fields.map(|(field, cell)| print_cell(field.kind, *cell, &self.facts.names));
        LeftOutRow { line, reason: Reason::Repeated, column: None, cells: cells.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{DealRow, Facts, FileSummary, MISSING};

    fn deals(rows: &[(&str, &str)]) -> FileFacts {
        let mut facts = Facts::default();
        let schema = TableId::Deals.schema();
        for (position, (id, status)) in rows.iter().enumerate() {
            let mut cells = vec![MISSING; schema.fields.len()];
            cells[schema.column("id").unwrap()] = facts.text_cell(id);
            cells[schema.column("status").unwrap()] = facts.text_cell(status);
            facts.add(TableId::Deals, &cells, 0, u32::try_from(position).unwrap() + 2);
        }
        let rows = u32::try_from(rows.len()).unwrap();
        FileFacts {
            summary: FileSummary { rows, facts: vec![(TableId::Deals, rows)], ..FileSummary::default() },
            facts,
        }
    }

    fn statuses(file: &FileFacts) -> Vec<&str> {
        file.facts.rows::<DealRow>().map(|(_, deal)| file.facts.names.text(deal.status)).collect()
    }

    #[test]
    fn the_last_word_counts_until_another_is_chosen() {
        let mut file = deals(&[("1", "open"), ("2", "open"), ("1", "won"), ("2", "open"), ("1", "lost")]);
        let mut repeats = file.settle_repeats();
        assert_eq!(statuses(&file), ["open", "lost"]);
        assert_eq!(file.summary.left_out, [(Reason::Repeated, 3)]);
        assert_eq!(repeats.len(), 1, "the second deal is said twice alike");
        assert_eq!(repeats[0].statements.iter().map(|said| said.line).collect::<Vec<_>>(), [2, 4, 6]);
        file.choose(&mut repeats[0], 1);
        assert_eq!(statuses(&file), ["open", "won"]);
        let lines: Vec<u32> = file.summary.left_out_rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3, 6]);
        assert_eq!(file.summary.rows, 2 + file.summary.left_out_count());
        file.choose(&mut repeats[0], 2);
        assert_eq!(statuses(&file), ["open", "lost"]);
    }
}
