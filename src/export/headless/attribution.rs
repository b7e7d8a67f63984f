//! What seven models credit to each channel, as rows of the document.

use serde::Serialize;
use serde_json::Value;

use super::value::{number, quantity};
use crate::metrics::Quantity;
use crate::metrics::attribution::{Attribution, Credit, model_id};

/// A model's credit for a channel, or why it says nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct CreditRow {
    model: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    #[serde(flatten)]
    credit: Option<CreditCells>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct CreditCells {
    conversions: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Value>,
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_low: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_high: Option<Value>,
}

/// From the lowest to the highest model: what social networks are credited with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct SocialRange {
    conversions: Value,
    value: Value,
    low: RangeEnd,
    high: RangeEnd,
    deals_won: u32,
    deals_with_touches: u32,
    resamples: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct RangeEnd {
    model: &'static str,
    #[serde(flatten)]
    credit: CreditCells,
}

fn cells(credit: &Credit, has_value: bool, currency: &str) -> CreditCells {
    let money = |amount: i128| quantity(Quantity::Money(amount), currency);
    let range = credit.value_range.filter(|_| has_value);
    CreditCells {
        conversions: number(credit.conversions),
        low: credit.conversions_range.map(|range| number(range.low)),
        high: credit.conversions_range.map(|range| number(range.high)),
        value: if has_value { money(credit.value) } else { Value::Null },
        value_low: range.map(|(low, _)| money(low)),
        value_high: range.map(|(_, high)| money(high)),
    }
}

impl CreditRow {
    pub(super) fn list(held: &Attribution, currency: &str) -> Vec<CreditRow> {
        let has_value = held.value.is_some();
        let mut rows = Vec::new();
        for (model, answer) in &held.models {
            let model = model_id(*model);
            match answer {
                Err(withheld) => {
                    rows.push(CreditRow {
                        model,
                        withheld: Some(withheld.id()),
                        channel: None,
                        credit: None,
                    });
                }
                Ok(answer) => {
                    rows.extend(held.channels.iter().zip(&answer.channels).map(|((name, _), credit)| {
                        let credit = Some(cells(credit, has_value, currency));
                        CreditRow { model, withheld: None, channel: Some(name.clone()), credit }
                    }))
                }
            }
        }
        rows
    }
}

impl SocialRange {
    pub(super) fn of(held: &Attribution, currency: &str) -> Option<SocialRange> {
        let end = |is_better: fn(f64, f64) -> bool| {
            let answers =
                held.models.iter().filter_map(|(model, answer)| Some((*model, answer.as_ref().ok()?)));
            let (model, answer) = answers.reduce(|best, other| {
                if is_better(other.1.social.share, best.1.social.share) { other } else { best }
            })?;
            let credit = cells(&answer.social, held.value.is_some(), currency);
            Some(RangeEnd { model: model_id(model), credit })
        };
        let money = |amount| quantity(Quantity::Money(amount), currency);
        Some(SocialRange {
            conversions: number(held.conversions),
            value: held.value.map_or(Value::Null, money),
            low: end(|a, b| a < b)?,
            high: end(|a, b| a > b)?,
            deals_won: held.coverage.deals_won,
            deals_with_touches: held.coverage.deals_with_path,
            resamples: held.resamples,
        })
    }
}
