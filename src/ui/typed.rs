//! Numbers as people type them: shown in a field with the language's decimal sign, read with any.

use super::parts::typed_digits;
use super::words::Words;
use crate::text::Locale;

impl Words {
    /// A number as it stands in a field: no more decimals than it has, nothing between thousands.
    pub fn typed(self, number: f64) -> String {
        typed_in(self.locale(), number)
    }
}

/// Per cent of a fraction that binary numbers only come near to is rounded to what was meant.
fn typed_in(locale: Locale, number: f64) -> String {
    let plain = format!("{}", (number * 1e6).round() / 1e6);
    if locale.writes_comma() { plain.replace('.', ",") } else { plain }
}

/// The number that was typed; none where it is no number.
pub fn typed_number(text: &str) -> Option<f64> {
    let digits = typed_digits(text).replace('−', "-");
    digits.parse::<f64>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Locale::En, 2.0, "2")]
    #[case(Locale::En, 0.07 * 100.0, "7")]
    #[case(Locale::Zh, 2.5, "2.5")]
    #[case(Locale::Sv, 2.5, "2,5")]
    #[case(Locale::Pl, -12_000.25, "-12000,25")]
    fn fields_show_numbers_as_the_language_writes_them(
        #[case] locale: Locale,
        #[case] number: f64,
        #[case] shown: &str,
    ) {
        assert_eq!(typed_in(locale, number), shown);
        let typed = typed_number(shown).unwrap();
        assert!((typed - number).abs() < 1e-9, "{typed}");
    }

    #[rstest]
    #[case("−2,5", Some(-2.5))]
    #[case(" 12 500 ", Some(12_500.0))]
    #[case("inf", None)]
    #[case("", None)]
    fn what_is_typed_is_a_number_or_nothing(#[case] text: &str, #[case] number: Option<f64>) {
        assert_eq!(typed_number(text), number);
    }
}
