//! Numbers and money as JSON: the same bytes on every machine.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::facts::Currency;
use crate::metrics::Quantity;

/// Up to here whole numbers are exact in a float.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A number of at most ten significant decimals: sums of floats differ in the last of theirs from machine to
/// machine. Whole numbers have no decimal point; what is not finite is null.
pub(super) fn number(number: f64) -> Value {
    if !number.is_finite() {
        return Value::Null;
    }
    let rounded: f64 = format!("{number:.9e}").parse().unwrap_or(number);
    // A whole number below 2⁵³ is the same as an integer; the larger count of digits is kept.
    if number.fract() == 0.0 && number.abs() < WHOLE {
        return Value::from(number as i64);
    }
    if rounded.fract() == 0.0 && rounded.abs() < WHOLE {
        return Value::from(rounded as i64);
    }
    Value::from(rounded)
}

/// A number, or money as a text such as `1054.00 USD`.
pub(super) fn quantity(quantity: Quantity, currency: &str) -> Value {
    match quantity {
        Quantity::Number(value) => number(value),
        Quantity::Money(amount) => Value::String(Currency::print(amount, currency)),
    }
}

/// Numbers by name, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counts(pub(super) Vec<(&'static str, u32)>);

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(83.0, "83")]
    #[case(0.1 + 0.2, "0.3")]
    #[case(1.0 / 3.0, "0.3333333333")]
    #[case(123_456_789_012.0, "123456789012")]
    #[case(-0.0, "0")]
    #[case(99.999_999_999_99, "100")]
    #[case(f64::NAN, "null")]
    #[case(f64::INFINITY, "null")]
    fn numbers_are_plain(#[case] value: f64, #[case] json: &str) {
        assert_eq!(number(value).to_string(), json);
    }

    #[test]
    fn money_is_a_text() {
        assert_eq!(quantity(Quantity::Money(100_055_340_000), "USD"), "10005534.00 USD");
        assert_eq!(quantity(Quantity::Money(225_311_000), ""), "22531.10");
    }
}
