//! Words in a file's name or its columns that speak for a table.

use crate::facts::TableId;

/// By table, folded, parted by `|`.
const HINTS: &[(TableId, &str)] = &[
    (TableId::Ssi, "ssi|social selling index"),
    (TableId::Connections, "connections|connected on|kontakter"),
    (TableId::Invitations, "invitations|invitation"),
    (TableId::Messages, "messages|conversation"),
    (TableId::Posts, "posts|post|tweet|permalink|tweets"),
    (TableId::Audience, "audience|followers"),
    (TableId::Activity, "activity type"),
    (
        TableId::Meetings,
        "meetings|meeting|meeting outcome|calendly|appointments|moten|spotkania|会面|الاجتماعات|invitee",
    ),
    (
        TableId::Referrals,
        "referrals|referral|referrer|recommendations|recommendation|rekommendationer|polecenia|转介绍|الاحالات",
    ),
    (TableId::LinkSends, "bitlink|links sent"),
    (TableId::Pages, "sessions|bounce rate|landing page"),
    (TableId::Leads, "leads|lead|mql|leady|线索"),
    (
        TableId::Deals,
        "deals|deal|opportunities|opportunity|opp|pipeline|affarer|affar|szanse|szansa|صفقات|صفقه|商机|oportunidades",
    ),
    (TableId::StageChanges, "stage history|from stage|to stage|old value|new value|old stage|new stage"),
    (TableId::Touches, "touches|touch|touchpoint|touchpoints|campaign members"),
    (TableId::Paths, "paths|path|journey"),
    (TableId::Purchases, "purchases|orders|purchase|order|invoices|invoice|kop|zakupy"),
    (TableId::Costs, "costs|cost|spend|budget|expenses|kostnader|koszty|التكاليف|成本"),
    (TableId::Checkins, "checkins|check ins|checkin|week"),
    (TableId::WarmConversations, "warm conversations|warm on"),
    (TableId::Markers, "markers|events|milestones"),
    (TableId::SearchInterest, "search interest|google trends"),
];

/// The words that speak for a table.
pub(super) fn hints(table: TableId) -> &'static str {
    HINTS.iter().find(|(known, _)| *known == table).map_or("", |(_, list)| list)
}

/// Whether a name, as words, holds one of the hints as whole words.
pub(super) fn hints_at(hints: &str, name: &str) -> bool {
    let padded = format!(" {name} ");
    hints.split('|').any(|hint| padded.contains(&format!(" {hint} ")))
}

/// Whether a name, as words, begins with one of the hints as whole words.
pub(super) fn is_first_hint(hints: &str, name: &str) -> bool {
    let padded = format!("{name} ");
    hints.split('|').any(|hint| padded.strip_prefix(hint).is_some_and(|rest| rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::super::likeness::words_of;
    use super::*;

    #[test]
    fn every_table_has_hints_and_every_hint_is_folded() {
        for table in TableId::ALL {
            assert!(!hints(table).is_empty(), "{}", table.name());
            assert!(hints(table).split('|').all(|word| words_of(word) == word), "{}", table.name());
        }
    }

    #[test]
    fn a_hint_is_a_whole_word() {
        assert!(hints_at(hints(TableId::Deals), "q2 deals 2026"));
        assert!(!hints_at(hints(TableId::Deals), "ideals"));
        assert!(is_first_hint(hints(TableId::Deals), "deals 2026 csv"));
        assert!(!is_first_hint(hints(TableId::Deals), "my deals"));
    }
}
