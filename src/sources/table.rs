//! A table that no declared source recognises: read by a person's mapping or by its canonical header,
//! else shown with a guess.

use super::mapped::{MappingError, Origin, TableSource, heading, read_mapped};
use super::read::Import;
use super::{Mapping, Outcome, canonical, guess};
use crate::facts::TableId;

impl Import<'_, '_> {
    /// Whether a person said which table a file is: that outweighs what it looks like.
    pub(super) fn is_mapped(&self, file: &str) -> bool {
        self.mapping(file).is_some_and(|mapping| mapping.table.is_some())
    }

    /// Reads a table by mapping or canonical header, or looks at it.
    pub(super) fn take_table(&mut self, table: &mut dyn TableSource, file: &str) {
        match self.table(table, file) {
            Ok((outcome, facts)) => self.done(outcome, facts),
            Err(error) => {
                let outcome = Outcome::Refused { file: file.to_owned(), refusal: error.refusal() };
                self.done(outcome, None);
            }
        }
    }

    fn table(
        &mut self,
        table: &mut dyn TableSource,
        file: &str,
    ) -> Result<(Outcome, Option<crate::facts::FileFacts>), MappingError> {
        let said = self.mapping(file).cloned();
        let (mapping, origin) = match said.as_ref().filter(|said| said.table.is_some()) {
            Some(mapping) => (Some(mapping.clone()), Origin::Mapped),
            None => (self.by_header(table, file, said.as_ref())?, Origin::Canonical),
        };
        let Some(mapping) = mapping else {
            let table = guess::view(file, table, said.as_ref())?;
            return Ok((Outcome::Unknown { table }, None));
        };
        let mapping = self.with_seller(mapping);
        let read = read_mapped(file, table, &mapping, origin)?;
        let summary = read.facts.summary.clone();
        let outcome = Outcome::Read { summary, mapping: Some(mapping), questions: read.questions };
        Ok((outcome, Some(read.facts)))
    }

    /// The mapping that a canonical header gives, with what a person adds.
    fn by_header(
        &self,
        table: &mut dyn TableSource,
        file: &str,
        said: Option<&Mapping>,
    ) -> Result<Option<Mapping>, MappingError> {
        if let Some(delimiter) = said.and_then(|said| said.delimiter) {
            table.set_delimiter(delimiter.intake());
        }
        let heading = heading(table, None)?;
        let found = canonical::recognise(file, &heading);
        Ok(found.map(|found| match said {
            Some(said) => canonical::with_additions(found, said),
            None => found,
        }))
    }

    /// The seller that the caller named, where no column says one.
    fn with_seller(&self, mut mapping: Mapping) -> Mapping {
        let table = mapping.table.as_deref().and_then(TableId::by_name);
        let can_have = table.is_some_and(|table| table.schema().column("seller").is_some());
        let has = mapping.columns.values().any(|field| field == "seller");
        if let Some(seller) = self.options.seller.as_ref().filter(|_| can_have && !has) {
            mapping.constants.entry("seller".into()).or_insert_with(|| seller.clone());
        }
        mapping
    }
}
