//! Decimal amounts: fixed point with four decimals, never binary floating point.

use serde::{Deserialize, Serialize};

/// An amount in ten-thousandths of the currency's main unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(pub i64);

impl Amount {
    /// Ten-thousandths in one main unit.
    pub const SCALE: i64 = 10_000;

    /// Reads plain digits with an optional sign and a decimal point, such as `-1234.5`. More than four
    /// decimals are rounded half-even. `None` for anything else or beyond about 9 × 10¹⁴.
    pub fn parse_plain(text: &str) -> Option<Amount> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if (whole.is_empty() && fraction.is_empty())
            || whole.len() > 15
            || fraction.len() > 18
            || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let places = u32::try_from(fraction.len()).ok()?;
        let fraction: i128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
        let ten_to_places = 10i128.pow(places);
        let scaled =
            divide_half_even((whole * ten_to_places + fraction) * i128::from(Self::SCALE), ten_to_places);
        let scaled = i64::try_from(scaled).ok()?;
        Some(Amount(if negative { -scaled } else { scaled }))
    }

    /// As a float, for drawing and for ratios; never for sums.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }

    /// The nearest amount to a float from a workbook cell; `None` when not finite or too large.
    pub fn from_f64(value: f64) -> Option<Amount> {
        let scaled = (value * Self::SCALE as f64).round();
        if scaled.is_finite() && scaled.abs() < 9.0e18 { Some(Amount(scaled as i64)) } else { None }
    }

    /// Printed with a number of decimals (at most four), rounded half-even.
    pub fn print(self, decimals: u32) -> String {
        print_scaled(i128::from(self.0), decimals)
    }
}

/// Prints ten-thousandths with `decimals` places, rounded half-even.
fn print_scaled(ten_thousandths: i128, decimals: u32) -> String {
    let decimals = decimals.min(4);
    let step = 10i128.pow(4 - decimals);
    let units = divide_half_even(ten_thousandths, step);
    let per_main = 10i128.pow(decimals);
    let (sign, units) = if units < 0 { ("-", -units) } else { ("", units) };
    if decimals == 0 {
        return format!("{sign}{units}");
    }
    let width = usize::try_from(decimals).unwrap_or(2);
    format!("{sign}{}.{:0width$}", units / per_main, units % per_main)
}

/// `numerator / denominator`, rounded half to even. A denominator of 0 gives 0: callers check first.
pub fn divide_half_even(numerator: i128, denominator: i128) -> i128 {
    if denominator == 0 {
        return 0;
    }
    let (n, d) = if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
    let floor = n.div_euclid(d);
    let twice = 2 * n.rem_euclid(d);
    if twice > d || (twice == d && floor % 2 != 0) { floor + 1 } else { floor }
}

/// Decimals of currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency;

impl Currency {
    /// Decimals of the minor unit of an ISO 4217 code; 2 where nothing else is listed.
    pub fn decimals(code: &str) -> u32 {
        match code {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" => 4,
            _ => 2,
        }
    }

    /// An amount rounded half-even to the currency's minor unit.
    pub fn round(amount: i128, code: &str) -> i128 {
        let step = 10i128.pow(4 - Self::decimals(code).min(4));
        divide_half_even(amount, step) * step
    }

    /// Printed as the headless run prints money: the currency's decimals, then the code where known.
    pub fn print(ten_thousandths: i128, code: &str) -> String {
        let digits = print_scaled(ten_thousandths, Self::decimals(code));
        if code.is_empty() { digits } else { format!("{digits} {code}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("1054", Some(10_540_000))]
    #[case("-0.5", Some(-5_000))]
    #[case(".25", Some(2_500))]
    #[case("0.00005", Some(0))]
    #[case("0.00015", Some(2))]
    #[case("", None)]
    #[case("1e3", None)]
    #[case("1,5", None)]
    #[case("9999999999999999", None)]
    fn plain_amounts(#[case] text: &str, #[case] expected: Option<i64>) {
        assert_eq!(Amount::parse_plain(text).map(|a| a.0), expected);
    }

    #[rstest]
    #[case(5, 2, 2)]
    #[case(7, 2, 4)]
    #[case(-5, 2, -2)]
    #[case(-7, 2, -4)]
    #[case(10, 3, 3)]
    fn half_even(#[case] n: i128, #[case] d: i128, #[case] expected: i128) {
        assert_eq!(divide_half_even(n, d), expected);
    }

    #[test]
    fn money_prints_in_its_own_decimals() {
        assert_eq!(Currency::print(100_055_340_000, "USD"), "10005534.00 USD");
        assert_eq!(Currency::print(12_345_678, "JPY"), "1235 JPY");
        assert_eq!(Currency::print(-12_345, ""), "-1.23");
    }

    proptest! {
        #[test]
        fn print_and_parse_are_inverse(raw in -1_000_000_000_000_000i64..1_000_000_000_000_000) {
            prop_assert_eq!(Amount::parse_plain(&Amount(raw).print(4)), Some(Amount(raw)));
        }
    }
}
