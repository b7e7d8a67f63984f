//! Blank files with the canonical names, to be filled in and imported without a mapping.

use crate::facts::TableId;

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Name of the file.
    pub file: String,
    /// UTF-8 with a byte-order mark, so that spreadsheets read it as such: the header line alone.
    pub text: String,
}

/// The blank file of a table.
pub fn template(table: TableId) -> Template {
    let names: Vec<&str> = table.schema().fields.iter().map(|field| field.name).collect();
    Template { file: format!("{}.csv", table.name()), text: format!("\u{feff}{}\r\n", names.join(",")) }
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;
    use crate::intake::Text;
    use crate::sources::canonical::recognise;
    use crate::sources::mapped::heading;

    #[test]
    fn every_template_is_recognised_as_its_table() {
        for table in TableId::ALL {
            let blank = template(table);
            let mut text = Text::from_bytes(blank.file.as_str(), blank.text.into_bytes(), None).unwrap();
            let mapping = recognise(&blank.file, &heading(&mut text, None).unwrap()).unwrap();
            assert_eq!(mapping.table.as_deref(), Some(table.name()));
            assert_eq!(mapping.columns.len(), table.schema().fields.len());
        }
    }
}
