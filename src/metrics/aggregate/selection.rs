//! What is asked of a metric: which days, whose, and with which keys.

use crate::facts::{Bucket, Day, Names, SellerRoles, Span, Sym};
use crate::metrics::{Context, Dim, Metric, Sample};

/// What is asked of a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The period.
    pub span: Span,
    /// The chosen sellers; none means all, and rows that are nobody's.
    pub sellers: Option<Vec<Sym>>,
    /// Keys that the samples must have, in the words of a breakdown's rows. By a dimension that the metric does
    /// not carry it is missing. The headline's own key is added unless its dimension is given here.
    pub keys: Vec<(Dim, String)>,
    /// How many days before the end of the data the answer is wanted as of, of cases that ripen; 0 for now. An
    /// earlier period has had longer to ripen: as of the day on which it was as old as a later one is now, both
    /// can be compared.
    pub earlier_days: i32,
}

impl Selection {
    /// Everything in a period.
    pub fn all(span: Span) -> Selection {
        Selection { span, sellers: None, keys: Vec::new(), earlier_days: 0 }
    }

    /// One seller's part of a period.
    pub fn of_seller(span: Span, seller: Sym) -> Selection {
        Selection { sellers: Some(vec![seller]), ..Selection::all(span) }
    }

    /// The same question about another period.
    pub fn over(&self, span: Span) -> Selection {
        Selection { span, ..self.clone() }
    }

    /// The same question about an earlier period, as it stood when it was as old as this one is now.
    pub fn before(&self, span: Span) -> Selection {
        Selection { earlier_days: (self.span.from.0 - span.from.0).max(0), ..self.over(span) }
    }

    /// The same question about one row of a breakdown.
    pub fn with_key(&self, dim: Dim, key: &str) -> Selection {
        let mut selection = self.clone();
        selection.keys.push((dim, key.to_owned()));
        selection
    }
}

/// A key of a breakdown, ordered so that numbers come in the order of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::metrics) enum GroupKey {
    /// A number of the facts' names.
    Seller(Sym),
    /// A number of the facts' names.
    Team(Sym),
    /// A number of the samples' keys.
    Key(Sym),
    /// A weekday or an hour.
    Number(u8),
    /// Weekday and hour.
    Pair(u8, u8),
    /// First day of a week or month.
    Start(Day),
}

impl GroupKey {
    /// The key of a sample, where it has one.
    pub(in crate::metrics) fn of(
        metric: &Metric,
        roles: &SellerRoles,
        dim: Dim,
        sample: &Sample,
    ) -> Option<GroupKey> {
        match dim {
            Dim::Seller => Some(GroupKey::Seller(sample.seller)).filter(|_| !sample.seller.is_blank()),
            Dim::Team => roles.team_of(sample.seller).map(GroupKey::Team),
            Dim::Weekday => Some(GroupKey::Number(sample.day.weekday())),
            Dim::Hour => sample.hour.map(GroupKey::Number),
            Dim::WeekdayHour => sample.hour.map(|hour| GroupKey::Pair(sample.day.weekday(), hour)),
            Dim::Week => Some(GroupKey::Start(Bucket::Week.start(sample.day))),
            Dim::Month => Some(GroupKey::Start(Bucket::Month.start(sample.day))),
            _ => {
                let key = sample.keys.get(metric.key_position(dim)?)?;
                Some(GroupKey::Key(*key)).filter(|_| !key.is_blank())
            }
        }
    }

    /// In the words of the output.
    pub(in crate::metrics) fn text(self, context: &Context<'_>, keys: &Names) -> String {
        match self {
            GroupKey::Seller(name) | GroupKey::Team(name) => context.text(name).to_owned(),
            GroupKey::Key(key) => keys.text(key).to_owned(),
            GroupKey::Number(number) => number.to_string(),
            GroupKey::Pair(weekday, hour) => format!("{weekday} {hour}"),
            GroupKey::Start(day) => day.iso(),
        }
    }

    /// From the words of the output; none for words that no sample can have.
    pub(super) fn parse(dim: Dim, text: &str, context: &Context<'_>, keys: &Names) -> Option<GroupKey> {
        match dim {
            Dim::Seller => context.facts.names.find(text).map(GroupKey::Seller),
            Dim::Team => context.facts.names.find(text).map(GroupKey::Team),
            Dim::Weekday | Dim::Hour => text.parse().ok().map(GroupKey::Number),
            Dim::WeekdayHour => {
                let (weekday, hour) = text.split_once(' ')?;
                Some(GroupKey::Pair(weekday.parse().ok()?, hour.parse().ok()?))
            }
            Dim::Week | Dim::Month => Day::parse_iso(text).map(GroupKey::Start),
            _ => keys.find(text).map(GroupKey::Key),
        }
    }
}
