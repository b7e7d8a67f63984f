//! What a person chose for the report: its own headline and note, its rows, language, paper and names.

use serde::{Deserialize, Serialize};

/// Rows that the report has at most, leading and lagging together: more do not fit on one page.
pub const MOST_REPORT_ROWS: usize = 13;
/// Letters of a headline of one's own.
pub const MOST_HEADLINE: usize = 160;
/// Letters of a note of one's own.
pub const MOST_NOTE: usize = 600;

/// Whether sellers, persons and companies stand by their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameStyle {
    /// They do.
    #[default]
    Names,
    /// By pseudonyms, each always by the same.
    Pseudonyms,
    /// By what they are, and no more.
    Hidden,
}

impl NameStyle {
    /// All of them, in the order of choices.
    pub const ALL: [NameStyle; 3] = [NameStyle::Names, NameStyle::Pseudonyms, NameStyle::Hidden];

    /// Its name in messages, choices and what is remembered.
    pub fn id(self) -> &'static str {
        match self {
            NameStyle::Names => "names",
            NameStyle::Pseudonyms => "pseudonyms",
            NameStyle::Hidden => "hidden",
        }
    }

    /// The style of a name; names themselves for any other.
    pub fn of_id(id: &str) -> NameStyle {
        NameStyle::ALL.into_iter().find(|style| style.id() == id).unwrap_or_default()
    }
}

/// What the report is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// What a person chose for the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportChoices {
    /// A headline of one's own; blank for the one that the figures give.
    pub headline: String,
    /// What no number says.
    pub note: String,
    /// Ids of the metrics shown; none chosen means those that the figures suggest.
    pub rows: Vec<String>,
    /// Its language (`en`); blank for the page's.
    pub language: String,
    /// What it is printed on.
    pub paper: Paper,
    /// How sellers, persons and companies are named.
    pub names: NameStyle,
}

/// A change of what is chosen for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportChange {
    /// Another headline; blank for the one that the figures give.
    Headline(String),
    /// Another note.
    Note(String),
    /// Other rows; none for those that the figures suggest.
    Rows(Vec<String>),
    /// Another language; blank for the page's.
    Language(String),
    /// Another paper.
    Paper(Paper),
    /// Names in another way.
    Names(NameStyle),
}

impl ReportChoices {
    /// Makes a change, within the limits of a page.
    pub fn apply(&mut self, change: ReportChange) {
        let cut = |text: &str, most: usize| text.trim().chars().take(most).collect::<String>();
        match change {
            ReportChange::Headline(text) => self.headline = cut(&text, MOST_HEADLINE),
            ReportChange::Note(text) => self.note = cut(&text, MOST_NOTE),
            ReportChange::Rows(rows) => {
                self.rows.clear();
                for id in rows {
                    if !self.rows.contains(&id) && self.rows.len() < MOST_REPORT_ROWS {
                        self.rows.push(id);
                    }
                }
            }
            ReportChange::Language(language) => self.language = language,
            ReportChange::Paper(paper) => self.paper = paper,
            ReportChange::Names(names) => self.names = names,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_stay_within_a_page() {
        let mut choices = ReportChoices::default();
        choices.apply(ReportChange::Headline(format!("  {}", "å".repeat(400))));
        choices.apply(ReportChange::Note("n".repeat(2_000)));
        choices.apply(ReportChange::Rows((0..40).map(|at| format!("m{}", at / 2)).collect()));
        choices.apply(ReportChange::Paper(Paper::Letter));
        choices.apply(ReportChange::Names(NameStyle::Hidden));
        choices.apply(ReportChange::Language("ar".into()));
        assert_eq!(choices.headline.chars().count(), MOST_HEADLINE);
        assert_eq!(choices.note.len(), MOST_NOTE);
        assert_eq!(choices.rows.len(), MOST_REPORT_ROWS);
        assert_eq!(choices.rows[1], "m1");
        assert_eq!(
            (choices.paper, choices.names, choices.language.as_str()),
            (Paper::Letter, NameStyle::Hidden, "ar")
        );
    }

    #[test]
    fn styles_of_names_are_known_by_their_ids() {
        for style in NameStyle::ALL {
            assert_eq!(NameStyle::of_id(style.id()), style);
        }
        assert_eq!(NameStyle::of_id("nonsense"), NameStyle::Names);
    }
}
