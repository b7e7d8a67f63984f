//! What a source says of itself: one constant per export, plain data.
//!
//! The reader interprets it, the Start page shows how to get the file from it, and the README's table of
//! sources is generated from it. Adding an export is one file with its [`Source`], one sample, and one
//! line in [`ALL`].

use super::{DateOrder, crm, linkedin, social, web};
use crate::facts::{Moment, TableId};

/// Every declared source: the only list. Sources that tell whose archive it is come before those
/// that need to know.
pub const ALL: &[&Source] = &[
    &linkedin::PROFILE,
    &linkedin::INVITATIONS,
    &linkedin::MESSAGES,
    &linkedin::CONNECTIONS,
    &linkedin::SHARES,
    &linkedin::INSTANT_REPOSTS,
    &linkedin::COMMENTS,
    &linkedin::REACTIONS,
    &linkedin::CREATOR_ANALYTICS,
    &linkedin::SINGLE_POST,
    &linkedin::PAGE_CONTENT,
    &linkedin::PAGE_POSTS,
    &linkedin::PAGE_FOLLOWERS,
    &linkedin::PAGE_VISITORS,
    &linkedin::PAGE_COMPETITORS,
    &linkedin::PAGE_DEMOGRAPHICS,
    &linkedin::SSI_PAGE,
    &linkedin::SSI_JSON,
    &crm::SALESFORCE_HISTORY,
    &crm::SALESFORCE_OPPORTUNITIES,
    &crm::SALESFORCE_MEMBERS,
    &crm::SALESFORCE_LEADS,
    &crm::HUBSPOT_DEALS,
    &crm::HUBSPOT_CONTACTS,
    &social::SPROUT_POSTS,
    &social::SPROUT_PROFILES,
    &social::X_POSTS,
    &social::X_DAYS,
    &social::X_VIDEOS,
    &social::META_FACEBOOK,
    &social::META_INSTAGRAM,
    &social::METRICOOL_DAYS,
    &social::HOOTSUITE_POSTS,
    &social::BUFFER_POSTS,
    &social::LATER_POSTS,
    &crm::PIPEDRIVE_DEALS,
    &crm::ZOHO_DEALS,
    &crm::ZOHO_LEADS,
    &crm::DYNAMICS_OPPORTUNITIES,
    &web::GA4_PAGES,
    &web::GA4_CHANNELS,
    &web::BITLY_LINKS,
    &web::CALENDLY_EVENTS,
    &web::TRENDS_TIMELINE,
    &web::TRENDS_REGIONS,
    &web::TRENDS_RELATED,
];

/// One export of one tool.
#[derive(Debug)]
pub struct Source {
    /// Stable id, `tool.export`.
    pub id: &'static str,
    /// Proper name, the same in every language.
    pub name: &'static str,
    /// What a person brings to get it: the texts are `bring.<group>.name`, `.file`, `.gives`, `.how`
    /// and `.time`.
    pub bring: &'static str,
    /// Names the file has inside the archive, or as downloaded; `*` stands for any text. A member of an
    /// archive is matched by them, a file given alone by its content.
    pub files: &'static [&'static str],
    /// What kind of file it is.
    pub form: Form,
    /// Its layouts over the years, newest first: the columns that recognise each. None for a file that is known by
    /// its shape as a whole.
    pub layouts: &'static [Layout],
    /// The table that its columns fill, then those that its own reader fills besides.
    pub tables: &'static [TableId],
    /// The groups of metrics that it feeds.
    pub feeds: &'static [&'static str],
    /// How its columns become fields of its table. Of several names the first that is there counts; of
    /// several columns of one field the first that is filled, but the halves of a name are joined.
    pub columns: &'static [Column],
    /// Fields with the same words in every row.
    pub constants: &'static [(&'static str, &'static str)],
    /// Values that mean something else in this export than their words say: field, value as exported,
    /// meaning (as in [`super::Mapping::values`]).
    pub values: &'static [(&'static str, &'static str, &'static str)],
    /// Order of day and month, where the tool always writes the same.
    pub dates: Option<DateOrder>,
    /// Rows that hold no fact.
    pub rules: &'static [RowRule],
    /// How its text is quoted.
    pub quoting: Quoting,
    /// Columns whose cells are never shown or kept: the texts of people. `*` at the end stands for any
    /// text.
    pub hidden: &'static [&'static str],
    /// What is odd about it, for those who read the code and the README.
    pub quirks: &'static [&'static str],
    /// Where the format is known from.
    pub cites: &'static str,
    /// What the declaration cannot say.
    #[cfg(feature = "engine")]
    pub special: super::reader::Special,
}

/// What kind of file a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Delimited text with a header.
    Table,
    /// A workbook with several sheets of its own shapes.
    Workbook,
    /// Text pasted from a page.
    Paste,
    /// JSON.
    Json,
}

/// The columns that recognise a layout.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The years it was seen in.
    pub seen: &'static str,
    /// Columns that must be there.
    pub needs: &'static [&'static str],
    /// Whether there may be no other column: for headers of words that any table might use.
    pub alone: bool,
    /// A column and a text that its first filled cell must contain, where the names say too little.
    pub proof: Option<(&'static str, &'static str)>,
}

/// One column and the field that it fills.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, then its other names in other layouts.
    pub names: &'static [&'static str],
    /// The canonical field; blank for a column that only the source's own code reads. Several text
    /// columns of one field are joined by a blank.
    pub field: &'static str,
    /// How its cells are read.
    pub value: Value,
}

impl Column {
    /// A column of a [`Special::Mapped`](super::Special::Mapped) source: read as any column mapped to the
    /// field is, number style and order of dates decided over the whole column.
    pub const fn field(field: &'static str, names: &'static [&'static str]) -> Column {
        Column { names, field, value: Value::AsField }
    }

    /// A column of words.
    pub const fn text(field: &'static str, names: &'static [&'static str]) -> Column {
        Column { names, field, value: Value::Text }
    }

    /// A column that the source's own code reads.
    pub const fn own(names: &'static [&'static str]) -> Column {
        Column { names, field: "", value: Value::Text }
    }

    /// A column read in its own way.
    pub const fn of(field: &'static str, names: &'static [&'static str], value: Value) -> Column {
        Column { names, field, value }
    }
}

/// How a cell is read.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// As it stands, without white space around it.
    Text,
    /// As the reader of mapped tables reads a column of the field.
    AsField,
    /// Words taken out of it; blank when there are none.
    TextIn(fn(&str) -> &str),
    /// A point in time in the source's own form.
    Moment(fn(&str) -> Option<Moment>),
    /// One of a list, compared without regard to case; anything else is not known.
    Choice(&'static [(&'static str, &'static str)]),
    /// Yes when it holds anything: for texts that are not kept.
    IsFilled,
}

/// A kind of row that holds no fact.
#[derive(Clone, Copy, Debug)]
pub enum RowRule {
    /// A connection whose account is closed: all these fields are blank.
    ClosedAccount(&'static [&'static str]),
    /// A totals or footer row: its first filled cell begins with one of these.
    Footer(&'static [&'static str]),
    /// A row that cannot be read and has one filled cell: the name of a report, its author, its filters.
    LoneCell,
    /// A row in which all of these columns that the file has are blank: a total over them.
    Total(&'static [&'static str]),
    /// Where the first columns are sorted (their names carry an arrow), the report is grouped by them and
    /// says a group's name only in its first row.
    Grouped,
}

/// How a source's text is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// As usual, sniffed from the file.
    Usual,
    /// Every record begins on a line with a timestamp, since quotes cannot be trusted.
    LinesBeginWithTime {
        /// Whether `\"` is a quote inside quotes.
        backslash: bool,
    },
}

impl Source {
    /// The source of an id.
    pub fn by_id(id: &str) -> Option<&'static Source> {
        ALL.iter().copied().find(|source| source.id == id)
    }

    /// The name of the maker with whose id those of its exports begin, as it writes itself.
    pub fn maker(id: &str) -> Option<&'static str> {
        let source = ALL.iter().find(|source| source.id.split('.').next() == Some(id))?;
        source.name.split(" · ").next()
    }

    /// The groups that a person can bring, in the order of [`ALL`], each with its sources.
    pub fn bring_groups() -> Vec<(&'static str, Vec<&'static Source>)> {
        let mut groups: Vec<(&'static str, Vec<&'static Source>)> = Vec::new();
        for source in ALL {
            match groups.iter_mut().find(|(group, _)| *group == source.bring) {
                Some((_, sources)) => sources.push(source),
                None => groups.push((source.bring, vec![source])),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declaration_is_whole() {
        for (index, source) in ALL.iter().enumerate() {
            assert!(ALL.iter().skip(index + 1).all(|other| other.id != source.id), "{} twice", source.id);
            assert!(!source.files.is_empty() && !source.cites.is_empty(), "{}", source.id);
            let Some(table) = source.tables.first() else { continue };
            for column in source.columns.iter().filter(|column| !column.field.is_empty()) {
                assert!(table.schema().column(column.field).is_some(), "{}: no {}", source.id, column.field);
            }
            for (field, _) in source.constants {
                assert!(table.schema().column(field).is_some(), "{}: no {field}", source.id);
            }
            for layout in source.layouts {
                for needed in layout.needs {
                    assert!(
                        source.columns.iter().any(|column| column.names.contains(needed)),
                        "{}: {needed} is needed but not read",
                        source.id
                    );
                }
            }
        }
    }

    #[test]
    fn groups_hold_every_source_once() {
        let groups = Source::bring_groups();
        assert_eq!(groups.iter().map(|(_, sources)| sources.len()).sum::<usize>(), ALL.len());
        assert_eq!(Source::by_id("linkedin.messages").map(|source| source.bring), Some("linkedin_archive"));
    }
}
