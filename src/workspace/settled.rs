//! What a person settled about leads and deals: a source that their system did not say, a seller to whom they
//! belong. The rows of the files stay as they came; what was settled stands before them.

use serde::{Deserialize, Serialize};

use crate::facts::{Facts, MISSING, SettledField, Settlement, TableId, text_to_cell};

/// Steps that can be taken back. Older ones are forgotten; what they settled stays.
const MOST_STEPS: usize = 50;

/// All that was settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settled {
    list: Vec<Settlement>,
    /// What stood before each step; a blank value where nothing did.
    steps: Vec<Vec<Settlement>>,
}

impl Settled {
    /// What holds.
    pub fn list(&self) -> &[Settlement] {
        &self.list
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Settles things as one step.
    pub fn settle(&mut self, all: Vec<Settlement>) {
        let before: Vec<Settlement> = all.into_iter().map(|one| self.put(one)).collect();
        if before.is_empty() {
            return;
        }
        if self.steps.len() == MOST_STEPS {
            self.steps.remove(0);
        }
        self.steps.push(before);
    }

    /// Takes the last step back; false where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.steps.pop() else { return false };
        for one in before.into_iter().rev() {
            self.put(one);
        }
        true
    }

    /// Puts one in force and gives what held before.
    fn put(&mut self, one: Settlement) -> Settlement {
        let known = self.list.iter().position(|known| known.is_of(&one));
        let blank = Settlement { value: String::new(), ..one.clone() };
        match known {
            Some(at) if one.value.is_empty() => self.list.remove(at),
            Some(at) => self.list.get_mut(at).map_or(blank, |known| std::mem::replace(known, one)),
            None => {
                if !one.value.is_empty() {
                    self.list.push(one);
                }
                blank
            }
        }
    }

    /// Writes what was settled into facts.
    pub(super) fn apply(&self, facts: &mut Facts) {
        for table in [TableId::Leads, TableId::Deals] {
            let schema = table.schema();
            let Some(id_column) = schema.column("id") else { continue };
            let own: Vec<&Settlement> = self.list.iter().filter(|one| one.table == table).collect();
            for one in own {
                let Some(id) = facts.names.find(&one.id) else { continue };
                let found = (0..facts.table(table).len())
                    .find(|row| facts.table(table).cell(id_column, *row) == text_to_cell(id));
                let (Some(row), Some(column)) = (found, schema.column(one.field.column())) else { continue };
                let value = facts.names.intern(&one.value);
                facts.table_mut(table).set_cell(column, row, text_to_cell(value));
                match one.field {
                    // The file's own group spoke of the file's own source.
                    SettledField::Source => {
                        if let Some(group) = schema.column("source_group") {
                            facts.table_mut(table).set_cell(group, row, MISSING);
                        }
                    }
                    SettledField::Seller => {
                        if let Some(end) = facts.table_data_end(table) {
                            facts.extend_data_end(table, value, end);
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{LeadRow, Row};

    fn one(id: &str, field: SettledField, value: &str) -> Settlement {
        Settlement { table: TableId::Leads, id: id.into(), field, value: value.into() }
    }

    fn facts() -> Facts {
        let mut facts = Facts::default();
        let fields = TableId::Leads.schema().fields.len();
        for (line, id) in (1..).zip(["a", "b"]) {
            let mut cells = vec![MISSING; fields];
            cells[0] = facts.text_cell(id);
            let group = TableId::Leads.schema().column("source_group").unwrap();
            cells[group] = facts.text_cell("unknown");
            facts.add(TableId::Leads, &cells, 0, line);
        }
        facts
    }

    fn told(settled: &Settled) -> Vec<(String, String, String)> {
        let mut facts = facts();
        settled.apply(&mut facts);
        let rows = (0..2).map(|row| LeadRow::read(facts.table(TableId::Leads), row));
        let text = |sym| facts.names.text(sym).to_owned();
        rows.map(|lead| (text(lead.source), text(lead.source_group), text(lead.seller))).collect()
    }

    #[test]
    fn what_is_settled_stands_before_the_file_until_it_is_taken_back() {
        let mut settled = Settled::default();
        let plain = told(&settled);
        settled.settle(vec![one("a", SettledField::Source, "Fair"), one("b", SettledField::Source, "Fair")]);
        settled.settle(vec![
            one("b", SettledField::Source, "LinkedIn"),
            one("b", SettledField::Seller, "Ada"),
            one("nobody", SettledField::Seller, "Ada"),
        ]);
        let row = |source: &str, group: &str, seller: &str| (source.into(), group.into(), seller.into());
        assert_eq!(told(&settled), [row("Fair", "", ""), row("LinkedIn", "", "Ada")]);
        assert!(settled.undo());
        assert_eq!(told(&settled), [row("Fair", "", ""), row("Fair", "", "")]);
        assert!(settled.undo() && !settled.undo());
        assert_eq!(told(&settled), plain);
        assert!(settled.list().is_empty());
    }

    #[test]
    fn a_blank_takes_back_what_was_said() {
        let mut settled = Settled::default();
        settled.settle(vec![one("a", SettledField::Source, "Fair")]);
        settled.settle(vec![one("a", SettledField::Source, "")]);
        assert!(settled.list().is_empty() && settled.can_undo());
        settled.undo();
        assert_eq!(settled.list(), [one("a", SettledField::Source, "Fair")]);
    }
}
