//! Quotas: what a seller is meant to win in a month or a quarter, from a month on.

use serde::{Deserialize, Serialize};

use crate::facts::{Amount, Day};

/// How long a quota runs before it begins again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaPer {
    /// A calendar month.
    #[default]
    Month,
    /// Three calendar months from January, April, July or October on.
    Quarter,
}

impl QuotaPer {
    /// The first day of the month or quarter that a day lies in.
    pub fn start(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        let first = match self {
            QuotaPer::Month => month,
            QuotaPer::Quarter => (month - 1) / 3 * 3 + 1,
        };
        Day::from_ymd(year, first, 1).unwrap_or(day)
    }
}

/// What is to be won.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaOf {
    /// Won value, in the currency of the workspace.
    Value(Amount),
    /// Deals won.
    Deals(u32),
}

/// One quota. It holds until a later one of the same seller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// Whose; none for everyone who has none of their own.
    pub seller: Option<String>,
    /// The first day of its first month or quarter.
    pub from: Day,
    /// How long it runs.
    pub per: QuotaPer,
    /// How much it is.
    pub of: QuotaOf,
}

impl Quota {
    /// Whether it asks for something, so that it can be missed.
    pub fn is_sound(&self) -> bool {
        match self.of {
            QuotaOf::Value(amount) => amount.0 > 0,
            QuotaOf::Deals(deals) => deals > 0,
        }
    }
}

/// Puts a quota among others: it begins with its month or quarter, and takes the place of one of the same seller
/// that begins on that day.
pub(super) fn put(quotas: &mut Vec<Quota>, quota: &Quota) {
    let quota = Quota { from: quota.per.start(quota.from), ..quota.clone() };
    quotas.retain(|known| known.seller != quota.seller || known.from != quota.from);
    quotas.push(quota);
    quotas.sort_by(|a, b| a.seller.cmp(&b.seller).then(a.from.cmp(&b.from)));
}

#[cfg(feature = "engine")]
mod periods {
    use super::{Quota, QuotaOf, QuotaPer};
    use crate::facts::{Day, Span};

    /// The quota of a seller that holds on a day: their own, else everyone's.
    fn in_force<'a>(quotas: &'a [Quota], seller: &str, day: Day) -> Option<&'a Quota> {
        let newest = |of: Option<&str>| {
            let held = quotas.iter().filter(|quota| quota.seller.as_deref() == of && quota.from <= day);
            held.max_by_key(|quota| quota.from)
        };
        newest(Some(seller)).or_else(|| newest(None))
    }

    /// The whole months and quarters of a seller's quotas in a span, in order of time. A quarter in which another
    /// quota begins is none.
    pub fn quota_periods(quotas: &[Quota], seller: &str, span: Span) -> Vec<(Span, QuotaOf)> {
        let mut found = Vec::new();
        let mut start = QuotaPer::Quarter.start(span.from);
        while start <= span.to {
            let second = start.next_month_start();
            let third = second.next_month_start();
            let next = third.next_month_start();
            let in_force = |day| in_force(quotas, seller, day);
            let whole = in_force(start).filter(|quota| quota.per == QuotaPer::Quarter);
            if let Some(quota) = whole.filter(|_| in_force(third) == whole && in_force(second) == whole) {
                found.push((Span { from: start, to: next.plus(-1) }, quota.of));
            } else {
                for month in [start, second, third] {
                    let monthly = in_force(month).filter(|quota| quota.per == QuotaPer::Month);
                    let month = Span { from: month, to: month.next_month_start().plus(-1) };
                    found.extend(monthly.map(|quota| (month, quota.of)));
                }
            }
            if next <= start {
                break;
            }
            start = next;
        }
        found.retain(|(part, _)| span.from <= part.from && part.to <= span.to);
        found
    }
}

#[cfg(feature = "engine")]
pub use periods::quota_periods;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Span;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn quota(seller: Option<&str>, from: &str, per: QuotaPer, deals: u32) -> Quota {
        Quota { seller: seller.map(str::to_owned), from: day(from), per, of: QuotaOf::Deals(deals) }
    }

    fn told(quotas: &[Quota], seller: &str, from: &str, to: &str) -> Vec<(String, String, QuotaOf)> {
        let span = Span { from: day(from), to: day(to) };
        let print = |(span, of): (Span, QuotaOf)| (span.from.iso(), span.to.iso(), of);
        quota_periods(quotas, seller, span).into_iter().map(print).collect()
    }

    #[test]
    fn a_quota_begins_with_its_month_or_quarter_and_the_last_word_holds() {
        let mut quotas = Vec::new();
        put(&mut quotas, &quota(None, "2026-02-17", QuotaPer::Quarter, 9));
        put(&mut quotas, &quota(None, "2026-01-01", QuotaPer::Quarter, 6));
        put(&mut quotas, &quota(Some("Ada"), "2026-02-28", QuotaPer::Month, 3));
        let starts: Vec<(Option<&str>, String)> =
            quotas.iter().map(|quota| (quota.seller.as_deref(), quota.from.iso())).collect();
        assert_eq!(starts, [(None, "2026-01-01".into()), (Some("Ada"), "2026-02-01".into())]);
        assert_eq!(quotas[0].of, QuotaOf::Deals(6));
        assert!(!quota(None, "2026-01-01", QuotaPer::Month, 0).is_sound());
    }

    #[test]
    fn whole_months_and_quarters_of_the_quota_in_force() {
        let quotas = [
            quota(None, "2025-10-01", QuotaPer::Quarter, 6),
            quota(Some("Ada"), "2026-02-01", QuotaPer::Month, 2),
            quota(Some("Ada"), "2026-04-01", QuotaPer::Month, 3),
        ];
        let part = |from: &str, to: &str, deals| (from.to_owned(), to.to_owned(), QuotaOf::Deals(deals));
        // The quarter in which Ada's own begins is left to its months; February 2026 has 28 days.
        assert_eq!(
            told(&quotas, "Ada", "2025-10-01", "2026-04-29"),
            [
                part("2025-10-01", "2025-12-31", 6),
                part("2026-02-01", "2026-02-28", 2),
                part("2026-03-01", "2026-03-31", 2),
            ]
        );
        assert_eq!(
            told(&quotas, "Bo", "2025-10-02", "2026-06-30"),
            [part("2026-01-01", "2026-03-31", 6), part("2026-04-01", "2026-06-30", 6)]
        );
        assert_eq!(told(&quotas, "Bo", "2024-01-01", "2025-09-30"), []);
    }
}
