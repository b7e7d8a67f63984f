//! Mappings that a person gave before, found again by the shape of the table and not by the file's name.

use serde::{Deserialize, Serialize};

use super::Mapping;

/// Mappings by the shape of the table that they are for, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Remembered {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    shape: String,
    mapping: Mapping,
}

impl Remembered {
    /// How many mappings are kept; the oldest give way.
    pub const MOST: usize = 100;

    /// The mapping given last for a table of this shape. It names no file.
    pub fn recall(&self, shape: &str) -> Option<&Mapping> {
        self.entries.iter().find(|entry| entry.shape == shape).map(|entry| &entry.mapping)
    }

    /// Keeps a mapping for tables of this shape, in place of the one before.
    pub fn remember(&mut self, shape: &str, mapping: &Mapping) {
        self.forget(shape);
        let mapping = Mapping { file: String::new(), ..mapping.clone() };
        self.entries.push(Entry { shape: shape.to_owned(), mapping });
        let surplus = self.entries.len().saturating_sub(Self::MOST);
        self.entries.drain(..surplus);
    }

    /// Keeps all of another's, in place of those for the same shapes.
    pub fn add(&mut self, others: &Remembered) {
        for entry in &others.entries {
            self.remember(&entry.shape, &entry.mapping);
        }
    }

    /// How many mappings are kept now.
    pub fn count(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// Drops the mapping for tables of this shape.
    pub fn forget(&mut self, shape: &str) {
        self.entries.retain(|entry| entry.shape != shape);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(file: &str, table: &str) -> Mapping {
        Mapping { file: file.to_owned(), table: Some(table.to_owned()), ..Mapping::default() }
    }

    #[test]
    fn the_shape_recalls_the_latest_mapping_whatever_the_file() {
        let mut kept = Remembered::default();
        kept.remember("3-a", &mapping("may.csv", "leads"));
        kept.remember("3-a", &mapping("june.csv", "deals"));
        assert_eq!(kept.recall("3-a"), Some(&mapping("", "deals")));
        assert_eq!(kept.recall("3-b"), None);
        let again: Remembered = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
        assert_eq!(again, kept);
        kept.forget("3-a");
        assert_eq!(kept, Remembered::default());
    }

    #[test]
    fn the_oldest_give_way() {
        let mut kept = Remembered::default();
        for number in 0..=Remembered::MOST {
            kept.remember(&number.to_string(), &mapping("x", "leads"));
        }
        assert_eq!((kept.recall("0"), kept.recall("1").is_some()), (None, true));
    }
}
