//! What a metric may look at: the facts, the definitions, the zone, and what day it is.

use std::collections::BTreeMap;

use super::derived::Derived;
use super::{Coverage, Definitions, Persona};
use crate::facts::{
    Amount, CostRow, Currency, Day, DealRow, Facts, Moment, PurchaseRow, Reason, Sym, Zone, divide_half_even,
    gather,
};

/// What a metric may look at. Made once for a question and shared by all metrics.
#[derive(Debug)]
pub struct Context<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// How to count.
    pub definitions: &'a Definitions,
    /// The chosen persona.
    pub persona: Option<&'a Persona>,
    /// The workspace's time zone.
    pub zone: &'a Zone,
    /// What day it is: later dates are expectations.
    pub today: Day,
    /// Currency of money figures; empty where no file names one.
    pub currency: String,
    /// From when to when the tables tell of whom.
    pub coverage: Coverage,
    rates: BTreeMap<String, Amount>,
    /// What several metrics derive.
    pub(super) derived: Derived,
}

impl<'a> Context<'a> {
    /// A context. Without a day given, today is the latest data end.
    pub fn new(
        facts: &'a Facts,
        definitions: &'a Definitions,
        persona: Option<&'a Persona>,
        zone: &'a Zone,
        today: Option<Day>,
    ) -> Context<'a> {
        let today = today.or_else(|| facts.latest_data_end()).unwrap_or(Day(0));
        let currency = if definitions.currency.is_empty() {
            most_frequent_currency(facts)
        } else {
            definitions.currency.clone()
        };
        Context {
            facts,
            definitions,
            persona,
            zone,
            today,
            currency,
            coverage: Coverage::new(facts, definitions, zone, today),
            rates: gather(definitions.rates.iter().cloned()),
            derived: Derived::default(),
        }
    }

    /// The day of a moment in the workspace's zone.
    pub fn day(&self, moment: Moment) -> Day {
        moment.day(self.zone)
    }

    /// The first UTC second after a day of the workspace's zone: when what happened that day is over.
    pub fn end_of_day(&self, day: Day) -> i64 {
        self.zone.to_utc((i64::from(day.0) + 1) * 86_400)
    }

    /// A text.
    pub fn text(&self, sym: Sym) -> &str {
        self.facts.names.text(sym)
    }

    /// A text, or another where it is blank.
    pub fn either(&self, first: Sym, other: Sym) -> &str {
        self.text(if first.is_blank() { other } else { first })
    }

    /// An amount in the workspace's currency. A blank currency is taken to be the workspace's own.
    ///
    /// # Errors
    /// [`Reason::NoRate`] where the currency is another one and has no rate.
    pub fn convert(&self, amount: Amount, currency: Sym) -> Result<i64, Reason> {
        let code = self.text(currency);
        if code.is_empty() || code == self.currency {
            return Ok(amount.0);
        }
        let rate = self.rates.get(code).ok_or(Reason::NoRate)?;
        let converted =
            divide_half_even(i128::from(amount.0) * i128::from(rate.0), i128::from(Amount::SCALE));
        i64::try_from(Currency::round(converted, &self.currency)).map_err(|_| Reason::BadNumber)
    }
}

/// The currency of most deals, where none names one that of most costs, else of most purchases; ties go to the first
/// in the alphabet.
fn most_frequent_currency(facts: &Facts) -> String {
    let mut counts = count_currencies(facts, facts.rows::<DealRow>().map(|(_, deal)| deal.currency));
    if counts.is_empty() {
        counts = count_currencies(facts, facts.rows::<CostRow>().map(|(_, cost)| cost.currency));
    }
    if counts.is_empty() {
        counts = count_currencies(facts, facts.rows::<PurchaseRow>().map(|(_, purchase)| purchase.currency));
    }
    let most = counts.values().max().copied();
    counts
        .into_iter()
        .find(|(_, count)| Some(*count) == most)
        .map_or_else(String::new, |(code, _)| code.to_owned())
}

fn count_currencies(facts: &Facts, currencies: impl Iterator<Item = Sym>) -> BTreeMap<&str, u32> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for currency in currencies.filter(|currency| !currency.is_blank()) {
        *counts.entry(facts.names.text(currency)).or_default() += 1;
    }
    counts
}
