//! What the values of an unknown table would be taken to mean, by the workspace's own word lists.

use crate::facts::TableId;
use crate::metrics::{DealState, Definitions, Statuses, group};
use crate::sources::{UnknownTable, meanings, values};

/// The fields whose values can mean one of a list.
const FIELDS: [(TableId, &str); 10] = [
    (TableId::Deals, "status"),
    (TableId::Deals, "source"),
    (TableId::Leads, "status"),
    (TableId::Leads, "source"),
    (TableId::Meetings, "status"),
    (TableId::Invitations, "direction"),
    (TableId::Messages, "direction"),
    (TableId::Activity, "kind"),
    (TableId::Posts, "account"),
    (TableId::Audience, "account"),
];

/// Writes beside every listed value what it would mean in each field that could read it.
pub fn guess_meanings(table: &mut UnknownTable, definitions: &Definitions) {
    let statuses = Statuses::new(definitions);
    for value in table.columns.iter_mut().flat_map(|column| &mut column.values) {
        for (of, field) in FIELDS {
            if let Some(meaning) = guess(of, field, &value.text, &statuses) {
                value.guesses.insert(format!("{}.{field}", of.name()), meaning.to_owned());
            }
        }
    }
}

fn guess(table: TableId, field: &str, value: &str, statuses: &Statuses) -> Option<&'static str> {
    match (table, field) {
        (TableId::Deals, "status") => Some(match statuses.deal(value) {
            DealState::Won => "won",
            DealState::Lost => "lost",
            DealState::Open => "open",
        }),
        (TableId::Leads, "status") if statuses.is_customer(value) => Some("customer"),
        (TableId::Leads, "status") if statuses.deal(value) == DealState::Lost => Some("lost"),
        (TableId::Leads, "status") => Some("open"),
        (_, "source") => Some(group(value).id()),
        (TableId::Meetings, _) => values::meeting_status(value),
        (_, "direction") => values::direction(value).map(values::Direction::id),
        (TableId::Activity, _) => values::activity_kind(value),
        (_, "account") => values::account_kind(value),
        _ => None,
    }
    .filter(|meaning| meanings(table, field).contains(meaning))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::metrics::SourceGroup;
    use crate::sources::{ColumnView, Mapping, SOURCE_GROUPS, ValueView};

    #[test]
    fn values_are_guessed_by_the_workspace_s_words() {
        let value = |text: &str| ValueView { text: text.into(), rows: 1, guesses: BTreeMap::new() };
        let column = ColumnView {
            name: "State".into(),
            first_values: Vec::new(),
            filled: 3,
            distinct: 3,
            dates: 0,
            numbers: 0,
            values: vec![value("Signed"), value("Closed Lost"), value("LinkedIn")],
        };
        let mut table = UnknownTable {
            file: "f".into(),
            rows: 3,
            columns: vec![column],
            guess: Mapping::default(),
            guesses: Vec::new(),
            delimiter: None,
            encoding: None,
            questions: Vec::new(),
            shape: String::new(),
        };
        let definitions = Definitions { won_words: vec!["signed".into()], ..Definitions::default() };
        guess_meanings(&mut table, &definitions);
        let guessed = |at: usize, field: &str| table.columns[0].values[at].guesses.get(field).cloned();
        assert_eq!(guessed(0, "deals.status").as_deref(), Some("won"));
        assert_eq!(guessed(1, "deals.status").as_deref(), Some("lost"));
        assert_eq!(guessed(1, "leads.status").as_deref(), Some("lost"));
        assert_eq!(guessed(2, "deals.source").as_deref(), Some("social"));
        assert_eq!(guessed(2, "meetings.status"), None);
    }

    #[test]
    fn the_groups_a_person_can_choose_are_those_of_the_metrics() {
        let ids: Vec<&str> = SourceGroup::ALL.iter().map(|group| group.id()).collect();
        assert_eq!(ids, SOURCE_GROUPS);
    }
}
