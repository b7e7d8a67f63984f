//! The kinds of entries and the fields of their forms.

use crate::facts::TableId;

/// How a field is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Words.
    Text,
    /// A date in any usual form.
    Date,
    /// One of the sellers, or a new one.
    Seller,
    /// A person on the other side: known ones are proposed.
    Person,
    /// A number or an amount.
    Number,
    /// An ISO week.
    Week,
    /// One of some words; the words shown are `log.choice.<value>`.
    Choice(&'static [&'static str]),
}

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub struct FormField {
    /// Canonical name.
    pub name: &'static str,
    /// How it is filled.
    pub input: Input,
}

/// A kind of entries.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Where they belong. Its name is `log.kind.<table>`.
    pub table: TableId,
    /// Its fields in the order of the form.
    pub fields: &'static [FormField],
}

const fn field(name: &'static str, input: Input) -> FormField {
    FormField { name, input }
}

const SELLER: FormField = field("seller", Input::Seller);
const DATE: FormField = field("date", Input::Date);
const PERSON: FormField = field("person", Input::Person);

/// All kinds, those of the quick form first.
pub const KINDS: [Kind; 8] = [
    Kind {
        table: TableId::WarmConversations,
        fields: &[
            PERSON,
            SELLER,
            field("warm_on", Input::Date),
            field("company", Input::Text),
            field("channel", Input::Text),
            field("origin", Input::Text),
            field("note", Input::Text),
        ],
    },
    Kind {
        table: TableId::Meetings,
        fields: &[
            PERSON,
            field("company", Input::Text),
            DATE,
            field("status", Input::Choice(&["booked", "held", "cancelled", "no-show"])),
            field("source", Input::Text),
            SELLER,
        ],
    },
    Kind {
        table: TableId::Referrals,
        fields: &[
            field("referrer", Input::Person),
            field(
                "referrer_type",
                Input::Choice(&["customer", "partner", "peer", "thought leader", "non-buyer"]),
            ),
            DATE,
            SELLER,
            field("lead_id", Input::Text),
            field("deal_id", Input::Text),
        ],
    },
    Kind {
        table: TableId::LinkSends,
        fields: &[
            field("link", Input::Text),
            PERSON,
            field("sent_at", Input::Date),
            field("clicks", Input::Number),
            SELLER,
        ],
    },
    Kind {
        table: TableId::Costs,
        fields: &[
            DATE,
            field("amount", Input::Number),
            field("hours", Input::Number),
            field("rate", Input::Number),
            field("channel", Input::Text),
            field("category", Input::Text),
            SELLER,
        ],
    },
    Kind { table: TableId::Markers, fields: &[DATE, field("label", Input::Text)] },
    Kind {
        table: TableId::Checkins,
        fields: &[
            SELLER,
            field("week", Input::Week),
            field("ssi", Input::Number),
            field("connections", Input::Number),
            field("persona_connections", Input::Number),
            field("shares", Input::Number),
            field("conversations", Input::Number),
            field("meetings", Input::Number),
            field("deals_started", Input::Number),
        ],
    },
    Kind {
        table: TableId::Ssi,
        fields: &[
            SELLER,
            DATE,
            field("total", Input::Number),
            field("brand", Input::Number),
            field("people", Input::Number),
            field("insights", Input::Number),
            field("relationships", Input::Number),
            field("industry_rank", Input::Number),
            field("network_rank", Input::Number),
        ],
    },
];

/// The kind of a table.
pub fn kind(table: TableId) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.table == table)
}

/// An entry's fields as its form shows them: a currency stands beside its amount.
pub fn shown_fields(fields: &[(String, String)]) -> Vec<(String, String)> {
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    let currency = value("currency");
    let of_money = ["amount", "rate"].into_iter().find(|field| value(field).is_some());
    let with_currency = |(field, text): &(String, String)| match currency {
        Some(code) if of_money == Some(field.as_str()) => (field.clone(), format!("{text} {code}")),
        _ => (field.clone(), text.clone()),
    };
    fields.iter().filter(|(field, _)| field != "currency").map(with_currency).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_one_of_its_table() {
        for kind in KINDS {
            for field in kind.fields {
                assert!(kind.table.schema().column(field.name).is_some(), "{:?} {}", kind.table, field.name);
            }
        }
    }

    #[test]
    fn a_currency_stands_beside_its_amount() {
        let fields = [("date", "2026-11-20"), ("amount", "1200,50"), ("currency", "EUR")]
            .map(|(field, text)| (field.to_owned(), text.to_owned()));
        assert_eq!(shown_fields(&fields)[1], ("amount".to_owned(), "1200,50 EUR".to_owned()));
        assert_eq!(shown_fields(&fields).len(), 2);
    }
}
